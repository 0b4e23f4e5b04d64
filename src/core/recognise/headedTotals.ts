/** Which column totals the group of headings that a column stands in, where the headings say so and most rows agree? */
import type { Column } from '../model';
import type { Body } from './body';
import { mostlyAdds } from './columnSums';
import { isTotalLabel } from './vocabulary';

/** The headings that a column speaks for: 上年结转 | 小计 for all of 上年结转. */
function groupOf({ header }: Column): readonly string[] {
  return isTotalLabel(header[header.length - 1] ?? '') ? header.slice(0, -1) : header;
}

const headingsAbove = (column: Column): string => groupOf(column).slice(0, -1).join('|');

/** The 小计 of the group right above the column's own headings; `undefined` without one, or where the group does not add up to it. */
export function headedTotal(column: Column, columns: readonly Column[], body: Body): Column | undefined {
  const above = headingsAbove(column);
  if (above === '') return undefined;
  const amounts = columns.filter((other) => other.role === 'amount');
  const [total, ...more] = amounts.filter(
    (other) => groupOf(other).join('|') === above && isTotalLabel(other.header[other.header.length - 1] ?? ''),
  );
  if (!total || total === column || more.length > 0) return undefined;
  const parts = amounts.filter((other) => other !== total && headingsAbove(other) === above).map(({ index }) => index);
  return mostlyAdds(total.index, parts, body) ? total : undefined;
}
