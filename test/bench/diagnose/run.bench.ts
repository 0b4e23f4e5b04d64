/**
 * How well does the diagnosis name the wrong cell? Slip × workbook, everything or a sample.
 * Run: npm run bench:diagnose [-- --cells 40] [-- --jobs 2] [-- --failures]
 * Everything is about 35,000 slips: with one process half an hour on a quiet machine. Progress goes to standard error.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  isWrongClaim,
  printCoverage,
  printMatrix,
  printMultiple,
  printReliability,
  printScores,
  printSentences,
  printStretches,
} from './report';
import { subjects } from './subjects';
import { joined, tasksOf, type Results } from './tasks';
import type { Outcome } from './trials';

const option = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const cells = Number(option('--cells') ?? Infinity);
const jobs = Number(option('--jobs') ?? 1);
/** `1/2`: of two processes that share the work the second; it writes what it finds as JSON, one line a task. */
const part = option('--part')?.split('/').map(Number);

const all = subjects();
const tasks = tasksOf(all, cells);

function progress(done: number, name: string): void {
  process.stderr.write(`${done}/${tasks.length} ${name}\n`);
}

async function shared(): Promise<readonly Results[]> {
  const parts: Results[] = [];
  const child = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const options = ['--part', `${index}/${jobs}`, ...(Number.isFinite(cells) ? ['--cells', String(cells)] : [])];
      const worker = spawn(process.execPath, [process.argv[1] ?? '', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
      createInterface({ input: worker.stdout }).on('line', (line) => {
        const { name, results } = JSON.parse(line) as { readonly name: string; readonly results: Results };
        parts.push(results);
        progress(parts.length, name);
      });
      worker.on('error', reject);
      worker.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`A part of the benchmark ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: jobs }, (_, index) => child(index)));
  return parts;
}

const by = (list: readonly Outcome[], key: (outcome: Outcome) => string): ReadonlyMap<string, readonly Outcome[]> => {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of list) groups.set(key(outcome), [...(groups.get(key(outcome)) ?? []), outcome]);
  return groups;
};

function report({ single, several, stretches, sentences }: Results): void {
  const two = single.filter(({ equations }) => equations > 1);
  const one = single.filter(({ equations }) => equations === 1);
  printCoverage(all);
  printMatrix(two);
  printScores(
    'cells in two or more equations, by slip',
    by(two, ({ slip }) => slip),
  );
  printScores(
    'by workbook',
    by(two, ({ subject }) => subject),
  );
  printScores(
    'all',
    new Map([
      ['in two or more', two],
      ['in one', one],
    ]),
  );
  printReliability(single.flatMap(({ claims }) => claims));
  console.log('');
  for (const title of new Set(several.map((outcome) => outcome.title)))
    printMultiple(
      title,
      several.filter((outcome) => outcome.title === title),
    );
  printStretches(stretches);
  printSentences(sentences);
  if (!process.argv.includes('--failures')) return;
  for (const outcome of single.filter(
    ({ equations, rank, detected, valueRight }) => !detected || (equations > 1 && (rank !== 1 || !valueRight)),
  ))
    console.log(
      `RANK ${outcome.rank} ${outcome.detected ? '' : 'MISSED '}${outcome.valueRight ? '' : 'VALUE '}${outcome.subject} ${outcome.slip} ${outcome.place} (${outcome.equations}) ${outcome.said}`,
    );
  for (const outcome of single.filter(isWrongClaim))
    console.log(`CLAIM ${outcome.subject} ${outcome.slip} ${outcome.place} (${outcome.equations}) ${outcome.said}`);
  for (const outcome of several.filter(({ named }) => !named))
    console.log(`UNNAMED ${outcome.title}: ${outcome.subject} ${outcome.places} ${outcome.said}`);
  for (const outcome of stretches.filter(({ whole, wrongClaim }) => !whole || wrongClaim))
    console.log(`STRETCH ${outcome.subject} ${outcome.slip} ${outcome.place} ${outcome.said}`);
  for (const outcome of sentences.filter(({ right, wrongClaim }) => !right || wrongClaim))
    console.log(`SENTENCE ${outcome.subject} ${outcome.slip} ${outcome.place} ${outcome.said}`);
}

if (part) {
  const [index = 0, count = 1] = part;
  tasks.forEach(({ name, run }, at) => {
    if (at % count === index) process.stdout.write(`${JSON.stringify({ name, results: run() })}\n`);
  });
} else if (jobs > 1) void shared().then((parts) => report(joined(parts)));
else
  report(
    joined(
      tasks.map(({ name, run }, at) => {
        const results = run();
        progress(at + 1, name);
        return results;
      }),
    ),
  );
