/**
 * Relations → findings. The one place that decides hold, rounding or mismatch, for all rules alike.
 */
import { formatDecimal, shift, subtract, type Decimal } from './amount';
import { normaliseAccountName } from './accounts';
import { diagnose } from './diagnose';
import type { Judged } from './diagnose/input';
import { hash, place } from './finding-parts';
import { judge, type Judgement } from './interval';
import { judgeNarrative, judgeWording } from './judge-narrative';
import {
  UNIT_POWER,
  type AmountRelation,
  type CheckedRelation,
  type CheckResult,
  type Facts,
  type Finding,
  type FindingCell,
  type LabelRelation,
  type Relation,
  type Rule,
  type Skipped,
  type Term,
  type Unit,
} from './model';
import { nothingToCheck } from './nothing';
import { isSkip, skip } from './rules/skip';
import { addressOf, type CellRef } from './workbook';

/** `formulaOf` says which cells are computed: evidence for the causes, never for a verdict. */
export function check(facts: Facts, rules: readonly Rule[], formulaOf?: (cell: CellRef) => string | undefined): CheckResult {
  const counts = { checked: 0, held: 0, rounding: 0, violated: 0 };
  const findings = new Map<string, Finding>();
  const skipped = new Map<string, Skipped>();
  const judged: Judged[] = [];
  const checks: CheckedRelation[] = [];
  for (const rule of rules) {
    for (const made of rule.relations(facts)) {
      if (isSkip(made)) {
        skipped.set(JSON.stringify(made), made);
        continue;
      }
      const judgement = made.type === 'amount' ? judge(made) : null;
      if (judgement?.verdict === 'vacuous') continue;
      const outcome = made.type === 'amount' ? judgeAmount(made, judgement ?? judge(made), rule) : judgeOther(made, rule);
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
      if (made.type === 'amount' && judgement) {
        const weak = (made.severity ?? rule.meta.severity) === 'info';
        judged.push({ relation: made, judgement, finding: outcome === 'held' ? null : outcome, weak });
      }
    }
  }
  const nothing = nothingToCheck(facts.tables);
  if (nothing) {
    skipped.clear();
    skipped.set('none', { rule: 'workbook', reason: nothing });
  }
  const sorted = [...findings.values()].sort(order(facts));
  const diagnosis = diagnose({ facts, relations: judged, findings: sorted, ...(formulaOf ? { formulaOf } : {}) });
  return {
    tables: facts.tables,
    relations: counts,
    checks,
    findings: sorted,
    causes: diagnosis.causes,
    skipped: [...skipped.values(), ...diagnosis.skipped],
  };
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

function judgeOther(relation: Exclude<Relation, AmountRelation>, rule: Rule): Finding | 'held' {
  if (relation.type === 'label') return judgeLabel(relation, rule);
  return relation.type === 'narrative' ? judgeNarrative(relation, rule) : judgeWording(relation, rule);
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

// ---- amounts ------------------------------------------------------------------------------------------------------

function judgeAmount(relation: AmountRelation, { verdict, left, right }: Judgement, rule: Rule): Finding | 'held' {
  if (verdict === 'held') return verdict;
  const leftUnit = unitOf(relation.left) ?? unitOf(relation.right) ?? '万元';
  const rightUnit = unitOf(relation.right) ?? leftUnit;
  const leftText = inUnit(left, leftUnit, relation.left);
  const rightText = inUnit(right, rightUnit, relation.right);
  const difference = inUnit(
    subtract(left, right),
    leftUnit,
    leftUnit === rightUnit ? [...relation.left, ...relation.right] : relation.left,
  );
  const cells = [...cellsOf(relation.left, 'left'), ...cellsOf(relation.right, 'right')];
  const rounding = verdict !== 'mismatch';
  const sameUnit = leftUnit === rightUnit;
  return {
    id: hash(`${relation.rule} ${relation.op}`, cells),
    rule: relation.rule,
    class: rounding ? 'rounding' : 'mismatch',
    severity: rounding ? 'info' : (relation.severity ?? rule.meta.severity),
    ...(verdict === 'doubtful' ? { doubtful: true as const } : {}),
    message: {
      id: relation.message.id,
      data: {
        ...relation.message.data,
        left: sameUnit ? leftText : `${leftText} ${leftUnit}`,
        right: sameUnit ? rightText : `${rightText} ${rightUnit}`,
        difference,
        leftPlace: place(cells, 'left'),
        rightPlace: place(cells, 'right'),
      },
    },
    cells,
    left: leftText,
    right: rightText,
    difference,
    op: relation.op,
    relation,
  };
}

function unitOf(terms: readonly Term[]): Unit | null {
  return terms[0]?.fact.unit ?? null;
}

/** A sum in 元 → a decimal string in the unit, with the digits its columns are stated to. */
function inUnit(value: Decimal, unit: Unit, terms: readonly Term[]): string {
  const decimals = terms.reduce((most, term) => (term.fact.unit === unit ? Math.max(most, term.fact.decimals) : most), 0);
  return formatDecimal(shift(value, -UNIT_POWER[unit]), decimals);
}

/** The terms that are not nil; when a whole side is nil its cells come too, marked, so that a blank total can be shown. */
function cellsOf(terms: readonly Term[], side: FindingCell['side']): FindingCell[] {
  const stated = terms.filter((term) => term.fact.value !== null);
  return (stated.length > 0 ? stated : terms).map(({ fact, sign }) => ({
    cell: fact.cell,
    value: fact.value === null ? fact.printed : formatDecimal(fact.value, fact.decimals),
    nil: fact.value === null,
    side,
    sign,
    unit: fact.unit,
    label: fact.columnLabel === '' ? fact.label : `${fact.label} · ${fact.columnLabel}`,
  }));
}

// ---- labels -------------------------------------------------------------------------------------------------------

function judgeLabel(relation: LabelRelation, rule: Rule): Finding | 'held' {
  const { left, right } = relation;
  if (normaliseAccountName(left.name) === normaliseAccountName(right.name)) return 'held';
  const cell = (label: typeof left, side: FindingCell['side']): FindingCell => ({
    cell: label.nameCell,
    value: label.name,
    nil: false,
    side,
    sign: 1,
    unit: null,
    label: `${label.codeText} ${label.name}`,
  });
  const cells = [cell(left, 'left'), cell(right, 'right')];
  return {
    id: hash(relation.rule, cells),
    rule: relation.rule,
    class: 'label',
    severity: relation.severity ?? rule.meta.severity,
    message: {
      id: relation.message.id,
      data: {
        ...relation.message.data,
        left: left.name,
        right: right.name,
        leftPlace: place(cells, 'left'),
        rightPlace: place(cells, 'right'),
      },
    },
    cells,
    left: left.name,
    right: right.name,
    difference: '',
    op: '=',
    relation,
  };
}

// ---- order --------------------------------------------------------------------------------------------------------

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
