/** Why is there nothing to check in a workbook? */
import { isBudgetTable, type Message, type Table } from './model';

const MOST_TITLES = 3;

/** The reason, or `null` when there are tables of a budget that state something. */
export function nothingToCheck(tables: readonly Table[]): Message | null {
  if (tables.length === 0) return { id: 'skip.no-content', data: {} };
  const checked = tables.filter(isBudgetTable);
  if (checked.length > 0) {
    if (checked.every((table) => table.template)) return { id: 'skip.template', data: {} };
    return checked.every((table) => table.bodyRows === 0) ? { id: 'skip.no-rows', data: { titles: listed(checked) } } : null;
  }
  const told = tables.map((table) => table.evidence.find(({ what }) => what === 'kind')?.because.id);
  if (told.every((id) => id === 'recognise.kind.not-chinese')) return { id: 'skip.not-chinese', data: {} };
  const untitled = tables.filter((_, i) => told[i] === 'recognise.kind.no-title');
  if (untitled.length === tables.length) return { id: 'skip.no-titles', data: { sheet: untitled[0]?.sheet ?? '' } };
  return { id: 'skip.no-budget-tables', data: { titles: listed(tables) } };
}

function listed(tables: readonly Table[]): string {
  const titles = [...new Set(tables.map((table) => table.title).filter((title) => title !== ''))];
  const shown = titles.slice(0, MOST_TITLES).map((title) => `「${title}」`);
  return shown.join('') + (titles.length > MOST_TITLES ? '…' : '');
}
