/** Which column totals the group of headings that a column stands in, where the headings say so and most rows agree? */
import type { Column } from '../model';
import type { Body } from './body';
import { mostlyAdds } from './columnSums';
import { isTotalLabel } from './vocabulary';

const isTotal = ({ header }: Column): boolean => isTotalLabel(header[header.length - 1] ?? '');

/** The headings that a column speaks for: 上年结转 for 上年结转 | 小计, all of them (none) for a 合计 of its own. */
function groupOf(column: Column): readonly string[] {
  return isTotal(column) ? column.header.slice(0, -1) : column.header;
}

const headingsAbove = (column: Column): string => groupOf(column).slice(0, -1).join('|');

/**
 * The total of the group right above the column's own headings: 小计 under the same heading, 合计 for whole groups. `undefined`
 * without one, or where the group does not add up to it.
 */
export function headedTotal(column: Column, columns: readonly Column[], body: Body): Column | undefined {
  if (groupOf(column).length === 0) return undefined;
  const above = headingsAbove(column);
  const amounts = columns.filter((other) => other.role === 'amount');
  const [total, ...more] = amounts.filter((other) => isTotal(other) && groupOf(other).join('|') === above);
  if (!total || more.length > 0) return undefined;
  const parts = amounts.filter((other) => groupOf(other).length > 0 && headingsAbove(other) === above).map(({ index }) => index);
  // one column beside a 合计 may repeat it for another reason
  if (above === '' && parts.length < 2) return undefined;
  return mostlyAdds(total.index, parts, body) ? total : undefined;
}
