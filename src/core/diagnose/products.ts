/**
 * A row whose amount is not 数量 × 单价: which of the three is wrong, and what should it be? The amount enters the search with its sums;
 * where that does not tell, each of the three is tried by itself: candidates, the one that sums confirm least likely.
 */
import { add, compare, formatDecimal, isZero, multiply, quotient, rounded, shift, ZERO, type Decimal } from '../amount';
import { cellLabel } from '../finding-parts';
import { halfWidth, yuan } from '../interval';
import { productHolds, productWidth } from '../judge-cells';
import { NO_CLAIM, UNIT_POWER, type Cause, type CauseCell, type Fact, type ProductRelation, type Quantity } from '../model';
import { cellKey } from './formula';
import type { Judged, JudgedProduct } from './input';
import { readingBetween } from './slips';

/** How much less likely an amount is wrong that another equation confirms. */
const CONFIRMED = 0.05;

/** Less likely candidates are no help. */
const LEAST = 0.02;

/** As equations of the amount, its factors taken as they stand: evidence beside its sums. */
export function productEquations(products: readonly JudgedProduct[]): readonly Judged[] {
  return products.map(({ relation: { rule, total, quantity, price, priceUnit, message }, finding, weak }): Judged => {
    const left = yuan(total);
    const right = shift(multiply(quantity.value ?? ZERO, price.value ?? ZERO), UNIT_POWER[priceUnit]);
    const verdict = finding === null ? 'held' : finding.class === 'rounding' ? 'rounding' : 'mismatch';
    const allowance = add(halfWidth(total), productWidth(quantity, price, priceUnit));
    const relation = { type: 'amount', rule, op: '=', left: [{ fact: total, sign: 1 }], right: [], message } as const;
    return { relation, judgement: { verdict, left, right, allowance }, finding, weak };
  });
}

/** Instead of the causes found for an equation that nothing else is violated with: all three cells that could mend it. */
export function withFactors(causes: readonly Cause[], products: readonly JudgedProduct[], relations: readonly Judged[]): readonly Cause[] {
  const alone = products.filter(
    ({ finding }) =>
      finding?.class === 'mismatch' && causes.every(({ findings }) => !findings.includes(finding.id) || findings.length === 1),
  );
  if (alone.length === 0) return causes;
  const ids = new Set(alone.flatMap(({ finding }) => finding?.id ?? []));
  const confirmed = new Set(
    relations.flatMap(({ relation, judgement, weak }) =>
      weak || relation.op !== '=' || judgement.verdict === 'mismatch'
        ? []
        : [...relation.left, ...relation.right].map(({ fact }) => cellKey(fact.cell)),
    ),
  );
  return [
    ...causes.filter(({ findings }) => !findings.some((id) => ids.has(id))),
    ...alone.flatMap(({ relation, finding }) =>
      finding ? candidates(finding.id, relation, confirmed.has(cellKey(relation.total.cell))) : [],
    ),
  ];
}

interface Candidate {
  readonly cell: CauseCell;
  readonly weight: number;
  readonly slip: Cause['slip'];
}

function candidates(id: string, relation: ProductRelation, confirmed: boolean): readonly Cause[] {
  const { total, quantity, price, priceUnit } = relation;
  const power = UNIT_POWER[total.unit] - UNIT_POWER[priceUnit];
  const amount = total.value ?? ZERO;
  const count = quantity.value ?? ZERO;
  const each = price.value ?? ZERO;
  const product = rounded(shift(multiply(count, each), -power), total.decimals);
  const divided = (by: Decimal, decimals: number): Decimal | null =>
    isZero(by) ? null : rounded(quotient(shift(amount, power), by, decimals + 1), decimals);
  const counted = divided(each, quantity.decimals);
  const priced = divided(count, price.decimals);
  const found = [
    candidate({ ...relation, total: { ...total, value: product } }, total, product, { unit: total.unit }, confirmed ? CONFIRMED : 1),
    counted && candidate({ ...relation, quantity: { ...quantity, value: counted } }, quantity, counted, { unit: null, plain: true }, 1),
    priced && candidate({ ...relation, price: { ...price, value: priced } }, price, priced, { unit: priceUnit }, 1),
  ].filter((one) => one !== null);
  const all = found.reduce((sum, { weight }) => sum + weight, 0);
  return found
    .filter(({ weight }) => weight >= LEAST * all)
    .map(({ cell, weight, slip }) => ({
      cells: [cell],
      slip,
      confidence: Math.floor(100 * Math.min(NO_CLAIM, weight / all)) / 100,
      findings: [id],
    }));
}

/** `null` where the value is the one that stands there, or does not mend the relation after all. */
function candidate(
  mended: ProductRelation,
  seen: Fact | Quantity,
  right: Decimal,
  kind: Pick<CauseCell, 'unit' | 'plain'>,
  prior: number,
): Candidate | null {
  const { cell, value, decimals } = seen;
  if (value === null || isZero(right) || compare(value, right) === 0 || !productHolds(mended)) return null;
  const { slip, likelihood } = readingBetween(value, right, decimals);
  return {
    cell: {
      cell,
      value: formatDecimal(value, decimals),
      suggested: formatDecimal(right, decimals),
      label: cellLabel(seen),
      ...kind,
    },
    weight: prior * likelihood,
    slip,
  };
}
