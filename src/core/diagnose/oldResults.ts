/** A formula that keeps an old value: what should the cell show? What the formula gives. */
import { formatDecimal } from '../amount';
import type { Cause, Facts, Finding } from '../model';
import { causeCellOf } from './causeCell';
import { cellKey } from './formula';

/** The formula itself may be wrong, the value kept with it surely is. */
const CONFIDENCE = 0.9;

/** `causes`: of other relations; one that says of the cell that it was not recalculated explains the finding too. */
export function withOldResults(causes: readonly Cause[], { oldResults = [] }: Facts, findings: readonly Finding[]): readonly Cause[] {
  const ids = new Map(
    findings.flatMap(({ id, relation }) =>
      relation.type === 'cell' && relation.rule === 'formula-result' ? relation.left.map(({ cell }) => [cellKey(cell), id] as const) : [],
    ),
  );
  if (ids.size === 0) return causes;
  const idsOf = ({ cells }: Cause): readonly string[] =>
    cells.flatMap(({ cell, computed }) => (computed === 'not-recalculated' ? (ids.get(cellKey(cell)) ?? []) : []));
  const explained = new Set(causes.flatMap(idsOf));
  const own = oldResults.flatMap(({ fact, formula, gives }): readonly Cause[] => {
    const id = ids.get(cellKey(fact.cell));
    if (id === undefined || explained.has(id)) return [];
    return [
      {
        cells: [{ ...causeCellOf(fact, formatDecimal(gives, fact.decimals)), formula, computed: 'not-recalculated' }],
        slip: 'stale-copy',
        confidence: CONFIDENCE,
        findings: [id],
      },
    ];
  });
  return [...causes.map((cause) => ({ ...cause, findings: [...cause.findings, ...idsOf(cause)] })), ...own];
}
