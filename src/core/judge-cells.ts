/** How are relations judged that are neither sums nor sentences: 数量 × 单价, and what cells say against what they should? */
import { absolute, compare, formatDecimal, isZero, multiply, shift, subtract, ZERO, type Decimal } from './amount';
import { hash, place } from './finding-parts';
import { allowanceOf, halfWidth, INTERVAL, yuan, type Tolerance } from './interval';
import {
  UNIT_POWER,
  type CellRelation,
  type Finding,
  type FindingCell,
  type ProductRelation,
  type Quantity,
  type Rule,
  type StatedCell,
  type Unit,
} from './model';

/** A price stands for ± half of its last digit like any amount; a quantity is a count, and exact. */
function halfOf(factor: Quantity): Decimal {
  if (factor.of === 'quantity' || factor.value === null || isZero(factor.value)) return ZERO;
  return { units: 5n, scale: factor.decimals + 1 };
}

const valueOf = (factor: Quantity): Decimal => factor.value ?? ZERO;

/** How far rounding of the price can move 数量 × 单价, in 元. */
export function productWidth(quantity: Quantity, price: Quantity, priceUnit: Unit): Decimal {
  return shift(multiply(absolute(valueOf(quantity)), halfOf(price)), UNIT_POWER[priceUnit]);
}

const PROBE: Rule = { meta: { id: 'probe', title: '', basis: '', severity: 'error' }, relations: () => [] };

/** True when the amount is 数量 × 单价, be it by rounding. */
export function productHolds(relation: ProductRelation): boolean {
  const outcome = judgeProduct(relation, PROBE, INTERVAL);
  return outcome === 'held' || outcome?.class === 'rounding';
}

/** `null` when a factor or the total is not stated: then nothing is said. */
export function judgeProduct(relation: ProductRelation, rule: Rule, tolerance: Tolerance): Finding | 'held' | null {
  const { total, quantity, price, priceUnit } = relation;
  if (total.value === null || quantity.value === null || price.value === null) return null;
  const power = UNIT_POWER[total.unit];
  const product = shift(multiply(valueOf(quantity), valueOf(price)), UNIT_POWER[priceUnit]);
  const width = productWidth(quantity, price, priceUnit);
  const gap = subtract(yuan(total), product);
  if (isZero(gap)) return 'held';
  const widths = [
    { half: width, power: UNIT_POWER[priceUnit] },
    { half: halfWidth(total), power },
  ];
  const rounding = compare(absolute(gap), allowanceOf(widths, tolerance)) <= 0;
  const cells: readonly FindingCell[] = [
    stated(total.cell, formatDecimal(total.value, total.decimals), 'left', `${total.label} · ${total.columnLabel}`, total.unit),
    ...[quantity, price].map((factor) =>
      stated(factor.cell, factor.printed, 'right', `${factor.label} · ${factor.columnLabel}`, factor.of === 'price' ? priceUnit : null),
    ),
  ];
  const text = (value: Decimal): string => formatDecimal(shift(value, -power), total.decimals);
  const sides = { left: text(yuan(total)), right: text(product), difference: text(gap) };
  return {
    id: hash(relation.rule, cells),
    rule: relation.rule,
    class: rounding ? 'rounding' : 'mismatch',
    severity: rounding ? 'info' : (relation.severity ?? rule.meta.severity),
    message: { id: relation.message.id, data: { ...relation.message.data, ...sides, ...places(cells) } },
    cells,
    ...sides,
    op: '=',
    relation,
  };
}

export function judgeCells(relation: CellRelation, rule: Rule): Finding | 'held' {
  if (relation.holds) return 'held';
  const side = (list: readonly StatedCell[], name: FindingCell['side']): readonly FindingCell[] =>
    list.map(({ cell, text, label }) => stated(cell, text, name, label, null));
  const cells = [...side(relation.left, 'left'), ...side(relation.right, 'right')];
  const sides = { left: relation.stated, right: relation.expected, difference: relation.difference ?? '' };
  return {
    id: hash(relation.rule, cells),
    rule: relation.rule,
    class: relation.class,
    severity: relation.severity ?? rule.meta.severity,
    message: { id: relation.message.id, data: { ...relation.message.data, ...sides, ...places(cells) } },
    cells,
    ...sides,
    op: '=',
    relation,
  };
}

function stated(
  cell: FindingCell['cell'],
  value: string,
  side: FindingCell['side'],
  label: string,
  unit: FindingCell['unit'],
): FindingCell {
  return { cell, value, nil: false, side, sign: 1, unit, label };
}

const places = (cells: readonly FindingCell[]): { readonly leftPlace: string; readonly rightPlace: string } => ({
  leftPlace: place(cells, 'left'),
  rightPlace: place(cells, 'right'),
});
