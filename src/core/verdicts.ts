/** What do the rules' relations come to, one by one: held, rounding or a finding, or not to be claimed? */
import type { Judged, JudgedProduct, JudgedText } from './diagnose/input';
import { judge, type Judgement, type Tolerance } from './interval';
import { judgeAmount } from './judge-amount';
import { judgeCells, judgeProduct } from './judge-cells';
import { judgeLabel } from './judge-label';
import { judgeNarrative, judgeWording } from './judge-narrative';
import type { AmountRelation, CheckedRelation, Finding, Relation, Rule, Skipped } from './model';
import { isSkip, skip } from './rules/skip';
import { addressOf, type CellRef } from './workbook';

const TABLE_MISSING = 'skip.table-missing';

/** Gathers what the rules make; the same finding made twice, or the same reason to skip, is kept once. */
export class Verdicts {
  readonly counts = { checked: 0, held: 0, rounding: 0, violated: 0 };
  /** Every relation that is counted as checked, in the order of the rules. */
  readonly checks: CheckedRelation[] = [];
  /** For the diagnosis: the relations over amounts, those of sentences, and 数量 × 单价. */
  readonly judged: Judged[] = [];
  readonly texts: JudgedText[] = [];
  readonly products: JudgedProduct[] = [];
  private readonly found = new Map<string, Finding>();
  private readonly left = new Map<string, Skipped>();

  constructor(private readonly tolerance: Tolerance) {}

  get findings(): readonly Finding[] {
    return [...this.found.values()];
  }

  get skipped(): readonly Skipped[] {
    return [...this.left.values()];
  }

  take(made: Relation | Skipped, rule: Rule): void {
    if (isSkip(made)) {
      this.skip(made);
      return;
    }
    const judgement = made.type === 'amount' ? judge(made, this.tolerance) : null;
    const outcome = judgement?.verdict === 'vacuous' ? null : outcomeOf(made, judgement, rule, this.tolerance);
    if (outcome === null) return;
    const doubt = outcome !== 'held' && outcome.class === 'mismatch' ? doubtOf(outcome.relation, rule) : null;
    if (doubt) {
      this.skip(doubt);
      return;
    }
    this.count(made, outcome);
    const weak = (made.severity ?? rule.meta.severity) === 'info';
    const finding = outcome === 'held' || outcome.display ? null : outcome;
    if (made.type === 'narrative') this.texts.push({ relation: made, finding, weak });
    else if (made.type === 'product') this.products.push({ relation: made, finding, weak });
    else if (made.type === 'amount' && judgement) this.judged.push({ relation: made, judgement, finding, weak });
  }

  /** The tables that a rule misses are told together: `kind` lists them. */
  private skip(skipped: Skipped): void {
    const { rule, reason } = skipped;
    const { kind } = reason.data;
    if (reason.id !== TABLE_MISSING || kind === undefined) {
      this.left.set(JSON.stringify(skipped), skipped);
      return;
    }
    const key = `${rule} ${TABLE_MISSING}`;
    const kinds = new Set(this.left.get(key)?.reason.data['kind']?.split(','));
    this.left.set(key, { ...skipped, reason: { ...reason, data: { kind: [...kinds.add(kind)].join() } } });
  }

  private count(relation: Relation, outcome: Finding | 'held'): void {
    const checked = checkedRelation(relation, outcome);
    this.checks.push(checked);
    this.counts.checked += 1;
    this.counts[checked.verdict] += 1;
    if (outcome !== 'held') this.found.set(outcome.id, outcome);
  }
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
