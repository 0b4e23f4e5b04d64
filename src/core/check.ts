/**
 * Relations → findings → causes: every rule's relations judged, what the user accepts set apart, the likely wrong cells looked for.
 */
import { diagnoseSteps } from './diagnose';
import type { ContentOf } from './diagnose/input';
import { INTERVAL, type Tolerance } from './interval';
import type { CheckResult, Facts, Finding, Relation, Rule, Skipped } from './model';
import { nothingToCheck } from './nothing';
import { drain, type Steps } from './progress';
import { isSkip } from './rules/skip';
import { markAccepted } from './settings/accepted';
import type { IgnoredFinding } from './settings/model';
import { Verdicts } from './verdicts';
import type { CellRef } from './workbook';

export interface Circumstances {
  /** What cells hold, for their formulas: evidence for the causes, never for a verdict. */
  readonly contentOf?: ContentOf;
  /** Intervals when absent. */
  readonly tolerance?: Tolerance;
  /** What the user accepted. */
  readonly ignored?: readonly IgnoredFinding[];
  /** What of the settings could not be used: told last among what was skipped. */
  readonly unused?: readonly Skipped[];
}

/** One rule over a large workbook makes more relations, of more amounts, than one step should judge. */
const AMOUNTS_A_STEP = 500;

/**
 * Accepted findings are counted and listed like the others. For the diagnosis their relations do not exist: that the equation does not
 * apply here says nothing of its cells, neither that they are wrong nor that they are right.
 */
export function* checkSteps(facts: Facts, rules: readonly Rule[], circumstances: Circumstances = {}): Steps<CheckResult> {
  const { contentOf, tolerance = INTERVAL, ignored = [], unused = [] } = circumstances;
  const verdicts = new Verdicts(tolerance);
  for (const [at, rule] of rules.entries()) {
    yield { phase: 'check', done: at, total: rules.length };
    let amounts = 0;
    for (const made of rule.relations(facts)) {
      amounts += sizeOf(made);
      if (amounts >= AMOUNTS_A_STEP) {
        yield { phase: 'check', done: at, total: rules.length };
        amounts = 0;
      }
      verdicts.take(made, rule);
    }
  }
  const nothing = nothingToCheck(facts.tables);
  const skipped: readonly Skipped[] = nothing ? [{ rule: 'workbook', reason: nothing }] : verdicts.skipped;
  const findings = markAccepted([...verdicts.findings].sort(order(facts)), ignored);
  const accepted = new Set(findings.filter((finding) => finding.accepted).map(({ id }) => id));
  const isOpen = ({ finding }: { readonly finding: Finding | null }): boolean => finding === null || !accepted.has(finding.id);
  const found: CheckResult = {
    tolerance,
    tables: facts.tables,
    relations: verdicts.counts,
    checks: verdicts.checks,
    findings,
    causes: [],
    skipped: [...skipped, ...unused],
  };
  const steps = diagnoseSteps({
    facts,
    relations: verdicts.judged.filter(isOpen),
    texts: verdicts.texts.filter(isOpen),
    products: verdicts.products.filter(isOpen),
    findings: findings.filter(({ id }) => !accepted.has(id)),
    ...(contentOf ? { contentOf } : {}),
  });
  const diagnosis = yield* announcing(steps, found);
  return { ...found, causes: diagnosis.causes, skipped: [...skipped, ...diagnosis.skipped, ...unused] };
}

/** Its amounts, where it is about amounts. */
function sizeOf(made: Relation | Skipped): number {
  return !isSkip(made) && made.type === 'amount' ? made.left.length + made.right.length : 1;
}

/** The steps, the first of them with what is found already. */
function* announcing<T>(steps: Steps<T>, found: CheckResult): Steps<T> {
  for (let first = true; ; first = false) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield first ? { ...value, found } : value;
  }
}

export function check(facts: Facts, rules: readonly Rule[], circumstances: Circumstances = {}): CheckResult {
  return drain(checkSteps(facts, rules, circumstances));
}

/** Table, row, column of the first cell; then rule and id, so that the order never depends on the run. */
function order(facts: Facts): (a: Finding, b: Finding) => number {
  const rank = new Map<string, number>();
  for (const table of facts.tables) if (!rank.has(table.sheet)) rank.set(table.sheet, table.index);
  const first = (finding: Finding): CellRef => finding.cells[0]?.cell ?? { sheet: '', row: 0, column: 0 };
  return (a, b) => {
    const x = first(a);
    const y = first(b);
    return (
      (rank.get(x.sheet) ?? 0) - (rank.get(y.sheet) ?? 0) ||
      x.row - y.row ||
      x.column - y.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.id, b.id)
    );
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
