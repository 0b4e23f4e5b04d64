/**
 * How does a formula in a file differ from what a user sees? Shared ones move their relative references along (ECMA-376 part 1, 18.3.1.40),
 * and functions newer than the format carry a prefix.
 */
import { columnIndex, columnName } from '../core/workbook';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** Texts in quotes, quoted sheet names and bracketed parts are passed over; then come areas of rows, of columns, and cells. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\p{L}\p{N}_.$])(?:(\$?)(\d{1,7}):(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(!])/gu;

function shiftedRow(absolute: string, row: string, by: number): string | null {
  const moved = absolute ? Number(row) : Number(row) + by;
  return moved < 1 || moved > MAX_ROW ? null : `${absolute}${moved}`;
}

function shiftedColumn(absolute: string, column: string, by: number): string | null {
  const index = columnIndex(column);
  const moved = absolute ? index : index + by;
  return moved < 0 || moved >= MAX_COLUMN ? null : `${absolute}${columnName(moved)}`;
}

/** The formula (with or without `=`) as it reads `rows` further down and `columns` further right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKEN, (whole, ...groups: (string | undefined)[]) => {
    const [r1a, r1, r2a, r2, c1a, c1, c2a, c2, ca, c, ra, r] = groups;
    let moved: (string | null)[];
    let joint = '';
    if (r1 !== undefined && r2 !== undefined) {
      moved = [shiftedRow(r1a ?? '', r1, rows), shiftedRow(r2a ?? '', r2, rows)];
      joint = ':';
    } else if (c1 !== undefined && c2 !== undefined) {
      moved = [shiftedColumn(c1a ?? '', c1, columns), shiftedColumn(c2a ?? '', c2, columns)];
      joint = ':';
    } else if (c !== undefined && r !== undefined) {
      // A name such as TAX2025 or ZZZ1 lies outside the grid: it is no reference.
      if (columnIndex(c) >= MAX_COLUMN || Number(r) > MAX_ROW || Number(r) === 0) return whole;
      moved = [shiftedColumn(ca ?? '', c, columns), shiftedRow(ra ?? '', r, rows)];
    } else {
      return whole;
    }
    return moved.includes(null) ? '#REF!' : moved.join(joint);
  });
}

/** The only such function that Gouji writes; others are left as they stand. */
const NEWER = /("(?:[^"]|"")*")|\b(?:_xlfn\.)?NUMBERVALUE(?=\()/g;

/** Without its leading `=`, as the file keeps it: `_xlfn.NUMBERVALUE(…)`. */
export function storedFormula(formula: string): string {
  return formula.replace(/^=/, '').replace(NEWER, (whole, text: string | undefined) => text ?? `_xlfn.${whole.replace('_xlfn.', '')}`);
}

/** As a user sees it: `NUMBERVALUE(…)`. */
export function shownFormula(stored: string): string {
  return stored.replace(NEWER, (whole, text: string | undefined) => text ?? whole.replace('_xlfn.', ''));
}
