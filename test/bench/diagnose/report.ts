/** The figures of the benchmark, and how they are printed. */
import type { SentenceOutcome } from './sentences';
import type { StretchOutcome } from './stretches';
import { keyOf, type Amount, type Subject } from './subjects';
import type { Claim, MultipleOutcome, Outcome } from './trials';

export interface Score {
  readonly trials: number;
  readonly detected: number;
  readonly first: number;
  readonly amongThree: number;
  /** Of those named. */
  readonly value: number;
  /** Trials with a wrong cause at 0.5 or more. */
  readonly wrongClaim: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
  const named = count(({ rank }) => rank > 0);
  return {
    trials: outcomes.length,
    detected: share(
      count(({ detected }) => detected),
      outcomes.length,
    ),
    first: share(
      count(({ rank }) => rank === 1),
      outcomes.length,
    ),
    amongThree: share(
      count(({ rank }) => rank > 0 && rank <= 3),
      outcomes.length,
    ),
    value: share(
      count(({ rank, valueRight }) => rank > 0 && valueRight),
      named,
    ),
    wrongClaim: share(count(isWrongClaim), outcomes.length),
  };
}

export function isWrongClaim({ claims }: { readonly claims: readonly Claim[] }): boolean {
  return claims.some(({ confidence, right }) => confidence >= 0.5 && !right);
}

const BANDS = [0, 0.1, 0.25, 0.5, 0.75, 0.9] as const;

export interface Band {
  readonly from: number;
  readonly causes: number;
  readonly stated: number;
  readonly right: number;
}

/** Stated confidence against how often the cause was right. */
export function reliabilityOf(claims: readonly Claim[]): readonly Band[] {
  return BANDS.map((from, at) => {
    const own = claims.filter(({ confidence }) => confidence >= from && confidence < (BANDS[at + 1] ?? 2));
    return {
      from,
      causes: own.length,
      stated: share(
        own.reduce((sum, { confidence }) => sum + confidence, 0),
        own.length,
      ),
      right: share(own.filter(({ right }) => right).length, own.length),
    };
  });
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`.padStart(7);
const column = (text: string | number, width: number): string => String(text).padEnd(width);

export function printScores(title: string, groups: ReadonlyMap<string, readonly Outcome[]>): void {
  console.log(`\n${title}\n${column('', 24)}trials detected   first  of three   value  wrong claim`);
  for (const [name, outcomes] of groups) {
    const { trials, detected, first, amongThree, value, wrongClaim } = scoreOf(outcomes);
    console.log(
      `${column(name, 24)}${String(trials).padStart(6)} ${percent(detected)} ${percent(first)}  ${percent(amongThree)} ${percent(value)} ${percent(wrongClaim)}`,
    );
  }
}

/** Slip × workbook: how often the culprit is named first. */
export function printMatrix(outcomes: readonly Outcome[]): void {
  const subjects = [...new Set(outcomes.map(({ subject }) => subject))];
  console.log(
    `\nnamed first (trials), cells in two or more equations\n${column('', 22)}${subjects.map((name) => column(name, 15)).join('')}`,
  );
  for (const slip of new Set(outcomes.map((outcome) => outcome.slip))) {
    const cells = subjects.map((subject) => {
      const own = outcomes.filter((outcome) => outcome.slip === slip && outcome.subject === subject);
      return column(own.length === 0 ? '-' : `${percent(scoreOf(own).first).trim()} (${own.length})`, 15);
    });
    console.log(column(slip, 22) + cells.join(''));
  }
}

export function printReliability(claims: readonly Claim[]): void {
  console.log('\nreliability: stated confidence against how often it was right');
  for (const { from, causes, stated, right } of reliabilityOf(claims))
    console.log(`≥ ${from.toFixed(2)}  ${String(causes).padStart(7)} causes  stated ${percent(stated)}  right ${percent(right)}`);
}

export function printMultiple(title: string, outcomes: readonly MultipleOutcome[]): void {
  const named = outcomes.filter((outcome) => outcome.named).length;
  console.log(
    `${column(title, 34)}${String(outcomes.length).padStart(6)} trials  all named ${percent(share(named, outcomes.length))}  wrong claim ${percent(share(outcomes.filter(isWrongClaim).length, outcomes.length))}`,
  );
}

/** How many amounts take part in a relation, in two or more, and which in none. */
export function printCoverage(subjects: readonly Subject[]): void {
  console.log('amounts, share in a relation, share in two or more');
  for (const { name, amounts } of subjects) {
    const relations = ({ equations, product }: Amount): number => equations.length + (product ? 1 : 0);
    const inSome = amounts.filter((amount) => relations(amount) > 0).length / amounts.length;
    const inTwo = amounts.filter((amount) => relations(amount) > 1).length / amounts.length;
    console.log(`${column(name, 14)} ${String(amounts.length).padStart(5)} ${percent(inSome)} ${percent(inTwo)}`);
    const without = amounts.filter((amount) => relations(amount) === 0).map(({ fact }) => keyOf(fact.cell));
    if (without.length > 0) console.log(`  in none: ${without.join(' ')}`);
  }
}

export function printStretches(outcomes: readonly StretchOutcome[]): void {
  console.log(`\n${column('slips of many cells', 36)}trials  one cause, all cells  wrong claim`);
  for (const slip of new Set(outcomes.map((outcome) => outcome.slip))) {
    const own = outcomes.filter((outcome) => outcome.slip === slip);
    const whole = share(own.filter((outcome) => outcome.whole).length, own.length);
    const wrong = share(own.filter((outcome) => outcome.wrongClaim).length, own.length);
    console.log(`${column(slip, 36)}${String(own.length).padStart(6)}  ${percent(whole)}               ${percent(wrong)}`);
  }
}

export function printSentences(outcomes: readonly SentenceOutcome[]): void {
  console.log(`\n${column('slips in sentences', 36)}trials detected   named   right words  wrong claim`);
  for (const slip of new Set(outcomes.map((outcome) => outcome.slip))) {
    const own = outcomes.filter((outcome) => outcome.slip === slip);
    const of = (test: (outcome: SentenceOutcome) => boolean): string => percent(share(own.filter(test).length, own.length));
    console.log(
      `${column(slip, 36)}${String(own.length).padStart(6)} ${of(({ detected }) => detected)} ${of(({ named }) => named)}  ${of(({ right }) => right)}       ${of(({ wrongClaim }) => wrongClaim)}`,
    );
  }
}
