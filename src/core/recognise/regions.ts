/** Where on a sheet does each table begin and end? */
import { besideOneAnother } from './beside';
import { isTableNumber, isTitleRow, titleLine } from './caption';
import type { SheetView, ViewRow } from './sheetView';

export type SheetShape = 'contents' | 'narrative' | 'tables';

export interface Region {
  /** Rows of the sheet, and behind them those of the sheets that continue the table. */
  readonly rows: readonly ViewRow[];
}

const CONTENTS = /^(?:.*[^\p{L}])?目录(?:\))?$|\(目录\)$/u;
/** A sentence of running text is longer than a label. */
const SENTENCE = 30;

function isSentence(text: string): boolean {
  return text.length >= SENTENCE && text.replace(/[.…]{3,}.*$/u, '').length >= SENTENCE;
}

/** A list of contents, running text, or tables: by what stands on the sheet, not by its name. */
export function shapeOf(view: SheetView): SheetShape {
  if (view.sheet.text) return 'narrative';
  const single = view.rows.filter((row) => row.cells.length === 1).length;
  const long = view.rows.filter((row) => row.cells.some((cell) => isSentence(cell.text))).length;
  const contents = view.rows.slice(0, 3).some((row) => row.cells.length === 1 && CONTENTS.test(row.cells[0]?.text ?? ''));
  // Running text may begin with its own contents; a list of contents has no sentences to speak of.
  if (contents && long < view.rows.length / 4) return 'contents';
  return single >= view.rows.length * 0.9 && long > 0 ? 'narrative' : 'tables';
}

/** The same title with 续 before or behind it is the same table on the next page. */
function continues(title: string, previous: string): boolean {
  const plain = title.replace(/\(?续表?\)?/g, '');
  return plain === previous && !/绩效/.test(title);
}

/** One region per table, in order: from top to bottom, and of those that stand side by side from left to right. */
export function regionsOf(view: SheetView): readonly Region[] {
  return besideOneAnother(view.rows).flatMap(below);
}

/** Tables below one another. A repeated title (page break) stays inside its table. */
function below(rows: readonly ViewRow[]): readonly Region[] {
  if (rows.length === 0) return [];
  const starts: number[] = [];
  let previous: string | null = null;
  rows.forEach((row, i) => {
    if (!isTitleRow(row)) return;
    const first = row.cells[0];
    const title = first ? (titleLine(first) ?? '') : '';
    if (previous !== null && continues(title, previous)) return;
    previous = title;
    let start = i;
    while (start > 0 && rows[start - 1]?.cells.every((cell) => isTableNumber(cell.text))) start -= 1;
    const last = starts[starts.length - 1];
    // A title right below another one is a heading with the title proper under it, not an empty table.
    if (last !== undefined && start - last <= 2 && rows.slice(last, start).every((r) => r.cells.length === 1)) return;
    starts.push(start);
  });
  if (starts.length === 0 || starts[0] !== 0) {
    const head = rows.slice(0, starts[0]);
    // What stands above the first title belongs to it unless it is a table of its own.
    if (starts.length > 0 && head.every((row) => row.cells.length === 1)) starts[0] = 0;
    else starts.unshift(0);
  }
  return starts.map((start, i) => ({ rows: rows.slice(start, starts[i + 1] ?? rows.length) }));
}
