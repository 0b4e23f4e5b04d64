/** Which rows below the header are body, and which are notes, repeated page headers or ornament? */
import { isNumberingRow, type Header } from './header';
import { isTableNumber, isTitleRow } from './caption';
import type { ViewRow } from './sheetView';
import { isNote, saysNothing } from './vocabulary';

export interface Body {
  readonly rows: readonly ViewRow[];
  readonly notes: readonly string[];
}

const ELLIPSIS = /^(?:…+|\.{2,}|⋯+|\.\.\.+)$/;
const UNIT_OR_DEPARTMENT = /^(?:金额)?单位[::]|^(?:部门|编制|填报)[^::]{0,6}[::]/;

/** 制表人：…, 审核人：…, 制表日期：…: who made the table and when. */
const SIGNATURE =
  /^(?:制表|填表|填报|编制|审核|复核|经办|报送|打印|(?:单位|部门|财务|法定)?负责|联系)(?:人|日期|时间|电话)(?:\(?签[字章名]\)?)?[::]/;

function isSentence(row: ViewRow): boolean {
  const [only] = row.cells;
  if (row.cells.length > 1 || only === undefined) return false;
  return saysNothing(only.text) || (only.figure.type === 'text' && /[。;]$|[。;].{4,}/.test(only.text));
}

const textsOf = (row: ViewRow): string => row.cells.map((cell) => `${cell.column} ${cell.text}`).join('|');

/** Rows of a page's header that a table broken over pages repeats; `head` are the texts of the rows above the body. */
function repeatsHeader(row: ViewRow, header: Header, head: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (head.get(row.cells[0]?.text ?? '')?.has(textsOf(row))) return true;
  if (isTitleRow(row) || row.cells.every((cell) => isTableNumber(cell.text) || UNIT_OR_DEPARTMENT.test(cell.text))) return true;
  // the label's own heading may be another one: 收入项目 | 预算数 above, 支出项目 | 预算数 below
  const [first, ...others] = row.cells;
  if (!first || others.length === 0 || first.figure.type !== 'text') return false;
  return header.rows.some((head) => others.every((cell) => head.cells.some((h) => h.column === cell.column && h.text === cell.text)));
}

/** Sorts the rows below the header; notes keep their order and their wording. */
export function bodyOf(rows: readonly ViewRow[], header: Header): Body {
  const body: ViewRow[] = [];
  const notes: string[] = [];
  const head = new Map<string, Set<string>>();
  for (const row of rows.slice(0, header.bodyFrom)) {
    const first = row.cells[0]?.text ?? '';
    head.set(first, (head.get(first) ?? new Set()).add(textsOf(row)));
  }
  for (const row of rows.slice(header.bodyFrom)) {
    const first = row.cells[0];
    if (!first) continue;
    if (
      isNote(first.text) ||
      SIGNATURE.test(first.text) ||
      isSentence(row) ||
      (notes.length > 0 && row.cells.length === 1 && first.figure.type === 'text')
    ) {
      notes.push(row.cells.map((cell) => String(cell.cell.value).trim()).join(' '));
      continue;
    }
    if (isNumberingRow(row) || repeatsHeader(row, header, head)) continue;
    if (row.cells.every((cell) => ELLIPSIS.test(cell.text))) continue;
    body.push(row);
  }
  return { rows: body, notes };
}
