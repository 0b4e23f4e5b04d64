/** Why is there nothing to check in a workbook? */
import { isBudgetTable, type Message, type Table } from './model';

const MOST_TITLES = 3;

/** The reason, or `null` when there are tables of a budget that state something. */
export function nothingToCheck(tables: readonly Table[]): Message | null {
  if (tables.length === 0) return { id: 'skip.no-content', data: {} };
  const checked = tables.filter(isBudgetTable);
  if (checked.length > 0) return checked.every((table) => table.template) ? { id: 'skip.template', data: {} } : null;
  const titles = [...new Set(tables.map((table) => table.title).filter((title) => title !== ''))];
  if (!titles.some((title) => /\p{Script=Han}/u.test(title))) return { id: 'skip.not-chinese', data: {} };
  const shown = titles.slice(0, MOST_TITLES).map((title) => `「${title}」`);
  return { id: 'skip.no-budget-tables', data: { titles: shown.join('') + (titles.length > MOST_TITLES ? '…' : '') } };
}
