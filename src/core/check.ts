/**
 * Relations → findings. The one place that decides hold, rounding or mismatch, for all rules alike.
 */
import { diagnoseSteps } from './diagnose';
import type { ContentOf, Judged, JudgedProduct, JudgedText } from './diagnose/input';
import { INTERVAL, judge, type Judgement, type Tolerance } from './interval';
import { judgeAmount } from './judge-amount';
import { judgeCells, judgeProduct } from './judge-cells';
import { judgeLabel } from './judge-label';
import { judgeNarrative, judgeWording } from './judge-narrative';
import type { AmountRelation, CheckedRelation, CheckResult, Facts, Finding, Relation, Rule, Skipped } from './model';
import { nothingToCheck } from './nothing';
import { drain, type Steps } from './progress';
import { isSkip, skip } from './rules/skip';
import { markAccepted } from './settings/accepted';
import type { IgnoredFinding } from './settings/model';
import { addressOf, type CellRef } from './workbook';

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

/** One rule over a large workbook makes more relations than one step should judge. */
const RELATIONS_A_STEP = 500;

/**
 * Accepted findings are counted and listed like the others. For the diagnosis their relations do not exist: that the equation does not
 * apply here says nothing of its cells, neither that they are wrong nor that they are right.
 */
export function* checkSteps(facts: Facts, rules: readonly Rule[], circumstances: Circumstances = {}): Steps<CheckResult> {
  const { contentOf, tolerance = INTERVAL, ignored = [], unused = [] } = circumstances;
  const counts = { checked: 0, held: 0, rounding: 0, violated: 0 };
  const findings = new Map<string, Finding>();
  const skipped = new Map<string, Skipped>();
  const judged: Judged[] = [];
  const checks: CheckedRelation[] = [];
  const texts: JudgedText[] = [];
  const products: JudgedProduct[] = [];
  for (const [at, rule] of rules.entries()) {
    yield { phase: 'check', done: at, total: rules.length };
    let since = 0;
    for (const made of rule.relations(facts)) {
      since += 1;
      if (since % RELATIONS_A_STEP === 0) yield { phase: 'check', done: at, total: rules.length };
      if (isSkip(made)) {
        skipped.set(JSON.stringify(made), made);
        continue;
      }
      const judgement = made.type === 'amount' ? judge(made, tolerance) : null;
      if (judgement?.verdict === 'vacuous') continue;
      const outcome = outcomeOf(made, judgement, rule, tolerance);
      if (outcome === null) continue;
      const said = outcome !== 'held' && outcome.class === 'mismatch' ? doubtOf(outcome.relation, rule) : null;
      if (said) {
        skipped.set(JSON.stringify(said), said);
        continue;
      }
      counts.checked += 1;
      const checked = checkedRelation(made, outcome);
      checks.push(checked);
      counts[checked.verdict] += 1;
      if (outcome !== 'held') findings.set(outcome.id, outcome);
      if (made.type !== 'amount' && made.type !== 'narrative' && made.type !== 'product') continue;
      const weak = (made.severity ?? rule.meta.severity) === 'info';
      const finding = outcome === 'held' || outcome.display ? null : outcome;
      if (made.type === 'narrative') texts.push({ relation: made, finding, weak });
      else if (made.type === 'product') products.push({ relation: made, finding, weak });
      else if (judgement) judged.push({ relation: made, judgement, finding, weak });
    }
  }
  const nothing = nothingToCheck(facts.tables);
  if (nothing) {
    skipped.clear();
    skipped.set('none', { rule: 'workbook', reason: nothing });
  }
  const sorted = markAccepted([...findings.values()].sort(order(facts)), ignored);
  const accepted = new Set(sorted.filter((finding) => finding.accepted).map(({ id }) => id));
  const isOpen = ({ finding }: { readonly finding: Finding | null }): boolean => finding === null || !accepted.has(finding.id);
  const found: CheckResult = {
    tolerance,
    tables: facts.tables,
    relations: counts,
    checks,
    findings: sorted,
    causes: [],
    skipped: [...skipped.values(), ...unused],
  };
  const steps = diagnoseSteps({
    facts,
    relations: judged.filter(isOpen),
    texts: texts.filter(isOpen),
    products: products.filter(isOpen),
    findings: sorted.filter(({ id }) => !accepted.has(id)),
    ...(contentOf ? { contentOf } : {}),
  });
  const diagnosis = yield* announcing(steps, found);
  return { ...found, causes: diagnosis.causes, skipped: [...skipped.values(), ...diagnosis.skipped, ...unused] };
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

function checkedRelation(relation: Relation, outcome: Finding | 'held'): CheckedRelation {
  if (outcome === 'held') return { relation, verdict: 'held', finding: null };
  return { relation, verdict: outcome.class === 'rounding' ? 'rounding' : 'violated', finding: outcome.id };
}

/** Why a difference is not claimed: an amount beside it was not understood, or its table is cut. */
function doubtOf(relation: Relation, rule: Rule): Skipped | null {
  if (relation.type !== 'amount') return null;
  const unread = unreadBeside(relation);
  if (unread) return skip(rule.meta.id, 'skip.row-unread', { cell: `${unread.sheet} ${addressOf(unread)}` }, unread.sheet);
  const cut = [...relation.left, ...relation.right].find(({ fact }) => fact.table.incomplete !== undefined)?.fact.table;
  return cut ? skip(rule.meta.id, 'skip.table-incomplete', { sheet: cut.sheet }, cut.sheet) : null;
}

/** `null` when there is nothing to judge. */
function outcomeOf(relation: Relation, judgement: Judgement | null, rule: Rule, tolerance: Tolerance): Finding | 'held' | null {
  switch (relation.type) {
    case 'amount':
      return judgeAmount(relation, judgement ?? judge(relation, tolerance), rule);
    case 'label':
      return judgeLabel(relation, rule);
    case 'narrative':
      return judgeNarrative(relation, rule, tolerance);
    case 'product':
      return judgeProduct(relation, rule, tolerance);
    case 'cell':
      return judgeCells(relation, rule);
    case 'wording':
      return judgeWording(relation, rule);
  }
}

/**
 * An amount that got no meaning in the row of a total, or of a figure that seems to be missing, may well be what the
 * equation lacks: then nothing is claimed, and it is said why.
 */
function unreadBeside(relation: AmountRelation): CellRef | null {
  const suspects = [...relation.left, ...relation.right.filter((term) => term.fact.value === null)];
  for (const { fact } of suspects) {
    const unread = fact.table.unread.find((cell) => cell.sheet === fact.cell.sheet && cell.row === fact.cell.row);
    if (unread) return unread;
  }
  return null;
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
