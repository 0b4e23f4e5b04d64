/**
 * How well does the diagnosis name the wrong cell? Slip × workbook, everything or a sample.
 * Run: npm run bench:diagnose [-- --cells 40] [-- --failures]
 */
import { PLANTS } from './plant';
import { isWrongClaim, printMatrix, printMultiple, printReliability, printScores } from './report';
import { subjects } from './subjects';
import { multipleTrials, singleTrials, type Outcome } from './trials';

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const cells = process.argv.includes('--cells') ? Number(option('--cells')) : Infinity;
const failures = process.argv.includes('--failures');

const all = subjects();
console.log('amount cells, share in a relation, share in two or more');
for (const { name, amounts } of all) {
  const inSome = amounts.filter(({ equations }) => equations.length > 0).length;
  const inTwo = amounts.filter(({ equations }) => equations.length > 1).length;
  console.log(
    `${name.padEnd(14)} ${String(amounts.length).padStart(5)} ${((inSome / amounts.length) * 100).toFixed(1)}% ${((inTwo / amounts.length) * 100).toFixed(1)}%`,
  );
  const without = new Map<string, number>();
  for (const { fact, equations } of amounts)
    if (equations.length === 0) without.set(fact.table.kind, (without.get(fact.table.kind) ?? 0) + 1);
  for (const [kind, count] of without) console.log(`  in no relation: ${count} of ${kind}`);
}

const outcomes: Outcome[] = [];
for (const subject of all) for (const slip of Object.keys(PLANTS)) outcomes.push(...singleTrials(subject, slip, cells));
const two = outcomes.filter(({ equations }) => equations > 1);
const one = outcomes.filter(({ equations }) => equations === 1);
const by = (list: readonly Outcome[], key: (outcome: Outcome) => string): ReadonlyMap<string, readonly Outcome[]> => {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of list) groups.set(key(outcome), [...(groups.get(key(outcome)) ?? []), outcome]);
  return groups;
};
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
printReliability(outcomes.flatMap(({ claims }) => claims));
const trials = Math.min(60, Number.isFinite(cells) ? cells : 60);
console.log('');
const several = [
  { title: 'two slips', outcomes: all.flatMap((subject) => multipleTrials(subject, 2, trials, false)) },
  { title: 'three slips', outcomes: all.flatMap((subject) => multipleTrials(subject, 3, trials, false)) },
  { title: 'two slips in one row or 款', outcomes: all.flatMap((subject) => multipleTrials(subject, 2, trials, true)) },
];
for (const { title, outcomes: list } of several) printMultiple(title, list);
if (failures) {
  for (const outcome of outcomes.filter(
    ({ equations, rank, detected, valueRight }) => !detected || (equations > 1 && (rank !== 1 || !valueRight)),
  ))
    console.log(
      `RANK ${outcome.rank} ${outcome.detected ? '' : 'MISSED '}${outcome.valueRight ? '' : 'VALUE '}${outcome.subject} ${outcome.slip} ${outcome.place} (${outcome.equations}) ${outcome.said}`,
    );
  for (const outcome of outcomes.filter(isWrongClaim))
    console.log(`CLAIM ${outcome.subject} ${outcome.slip} ${outcome.place} (${outcome.equations}) ${outcome.said}`);
  for (const { title, outcomes: list } of several)
    for (const outcome of list.filter((one) => !one.named))
      console.log(`UNNAMED ${title}: ${outcome.subject} ${outcome.places} ${outcome.said}`);
}
