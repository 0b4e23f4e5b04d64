/** Which question this file answers: by which formula does a spreadsheet see by itself that a finding still stands. */
import { formatDecimal, shift } from '../core/amount';
import { isBeside } from '../core/beside';
import { INTERVAL, judge, type Tolerance } from '../core/interval';
import { UNIT_POWER, type AmountRelation, type Finding } from '../core/model';
import { quoteSheetName, addressOf, type CellRef, type Workbook } from '../core/workbook';
import { gapExpression } from './liveFormula';

/** Sums of doubles differ from what was typed far behind the point. */
const DECIMALS = 6;

/**
 * `=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表三'!$C$7:$C$9),6))>0.02,TRUE)`: TRUE while the finding stands, and where a reference was lost with
 * a deleted row, since then nobody has seen the figures agree. `null` for what no formula can say (sentences). `tolerance` is the check's.
 */
export function conditionOf(finding: Finding, workbook: Workbook | null, tolerance: Tolerance = INTERVAL): string | null {
  const { relation } = finding;
  if (finding.cells.some(({ cell }) => isBeside(cell))) return null;
  if (relation.type === 'label')
    return `=IFERROR(NOT(EXACT(TRIM(${reference(relation.left.nameCell)}),TRIM(${reference(relation.right.nameCell)}))),TRUE)`;
  if (relation.type !== 'amount' || finding.display) return null;
  const gap = gapExpression(relation, workbook);
  if (gap === null) return null;
  const rounded = `ROUND(${gap},${DECIMALS})`;
  const limit = limitOf(finding, tolerance);
  const broken = { '=': `ABS(${rounded})>${limit}`, '<=': `${rounded}>${limit}`, '>=': `-${rounded}>${limit}` }[relation.op];
  return `=IFERROR(${broken},TRUE)`;
}

/** Up to which gap, in the left's unit, the finding is mended; `null` for what is no equation of amounts. */
export function limitOf(finding: Finding, tolerance: Tolerance = INTERVAL): string | null {
  if (finding.relation.type !== 'amount' || finding.display) return null;
  // A gap that was allowed is gone when there is none; a mismatch is when what is left of it is allowed.
  return finding.class === 'rounding' ? '0' : allowance(finding.relation, tolerance);
}

/** The largest gap that the check lets pass, in the left's unit. */
function allowance(relation: AmountRelation, tolerance: Tolerance): string {
  const unit = relation.left[0]?.fact.unit ?? relation.right[0]?.fact.unit ?? '万元';
  return formatDecimal(shift(judge(relation, tolerance).allowance, -UNIT_POWER[unit]));
}

function reference(cell: CellRef): string {
  return `${quoteSheetName(cell.sheet)}!${addressOf(cell).replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`;
}
