/** Is this a blank form to be filled in? Its tables are found, but they state nothing that could be checked. */
import type { Table } from '../model';
import { cellAt, type Sheet } from '../workbook';
import { message } from './evidence';
import { readFigure } from './figure';
import { compact, textOf } from './text';

/** Said in a title of what is only a model. */
const MODEL = /样表|样式|模板|示例|参考格式|20[Xx×]{2}年|[Xx×]{2,4}年/;
/** Left for the user to fill in: 二、…, XX支出, ____ . */
const PLACEHOLDER = /…|\.{3,}|[Xx×]{2,}|_{3,}|＊{2,}|\*{2,}/;

type Found = Omit<Table, 'index'>;

function rowsOf(table: Found, sheets: ReadonlyMap<string, Sheet>): readonly Sheet[] {
  return [table.sheet, ...(table.continuation ?? []).map((next) => next.sheet)].flatMap((name) => sheets.get(name) ?? []);
}

/** Whether any cell of the table's amount columns holds an amount; stops at the first. */
function statesAmounts(table: Found, sheets: ReadonlyMap<string, Sheet>): boolean {
  return table.panels.some((panel) => {
    const columns = panel.columns.filter((column) => column.role === 'amount');
    return panel.rows.some((row) => {
      const sheet = sheets.get(row.continued?.sheet ?? table.sheet);
      const shift = row.continued?.shift ?? 0;
      return sheet !== undefined && columns.some(({ index }) => readFigure(cellAt(sheet, row.index, index - shift)).type === 'amount');
    });
  });
}

function hasPlaceholder(table: Found, sheets: ReadonlyMap<string, Sheet>): boolean {
  return rowsOf(table, sheets).some((sheet) =>
    sheet.rows
      .slice(table.range.top, table.range.bottom + 1)
      .some((row) => row?.some((cell) => PLACEHOLDER.test(compact(textOf(cell?.value))))),
  );
}

function asTemplate(table: Found, because: string): Found {
  const evidence = [...table.evidence, { what: 'kind' as const, because: message(because, { title: table.title }), cells: [] }];
  return { ...table, evidence, template: true, unread: [] };
}

/**
 * A table whose title says that it is a model is a template. A workbook none of whose tables states an amount is one as a
 * whole when something in it is left to be filled in; a single empty table among filled ones is not.
 */
export function markTemplates(tables: readonly Found[], sheets: readonly Sheet[]): readonly Found[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const read = tables.filter((table) => table.panels.length > 0);
  const blank = read.length > 0 && !read.some((table) => statesAmounts(table, byName));
  const whole = blank && read.some((table) => hasPlaceholder(table, byName));
  return tables.map((table) => {
    if (table.panels.length === 0) return table;
    if (whole) return asTemplate(table, 'template.workbook');
    return MODEL.test(table.title) ? asTemplate(table, 'template.title') : table;
  });
}
