/** How does a plan of the 差异清单 (or another sheet of Gouji's) become a sheet: its looks, and rows high enough for their texts? */
import type { PlannedCell, PlannedStyle, SheetPlan } from '../core/spreadsheet';
import type { Range } from '../core/workbook';
import { readsAsEntry } from '../present/sheetCells';
import { LINK_COLOUR, SHEET_LINE, SHEET_LOOKS } from '../present/sheetLooks';
import { textWidth } from '../present/width';
import { wrappedLines } from '../present/wrap';
import type { NewCell, NewSheet } from './newSheet';
import type { ResolvedStyle } from './style';

const LINE = { style: 'thin', color: SHEET_LINE } as const;

/** A look as a style of the file: notes wrap, headings of groups run on. */
function styleOf(style: PlannedStyle): Partial<ResolvedStyle> {
  const { fill, color, bold, size, align } = SHEET_LOOKS[style];
  const font = { ...(bold ? { bold } : {}), ...(size === undefined ? {} : { size }), ...(color === undefined ? {} : { color }) };
  const wrap = style === 'note' ? { wrap: true } : style === 'group' ? { wrap: false } : {};
  return { font, ...(fill === undefined ? {} : { fill }), ...(align === undefined ? {} : { horizontal: align }), ...wrap };
}

/** They run on over the empty cells beside them. */
const UNWRAPPED: ReadonlySet<PlannedStyle | undefined> = new Set(['title', 'group']);

/** A state or a name that follows the workbook, in contrast to an amount. */
function givesText(cell: Extract<PlannedCell, { readonly type: 'formula' }>): boolean {
  return cell.format === 'General';
}

/** A cell of the plan; below the frozen rows every cell, an empty one too, has a thin line under it in place of gridlines. */
function plannedCell(cell: PlannedCell | null, row: number, column: number, body: boolean): NewCell {
  const look = cell?.style === undefined ? {} : styleOf(cell.style);
  const style: Partial<ResolvedStyle> = { vertical: 'center', ...(body ? { wrap: true, borders: { bottom: LINE } } : {}), ...look };
  if (cell === null) return { row, column, value: null, style };
  switch (cell.type) {
    case 'text':
      return { row, column, value: cell.text, style: readsAsEntry(cell.text) ? { ...style, quotePrefix: true } : style };
    case 'number':
      return { row, column, value: Number(cell.value), style: { ...style, numberFormat: cell.format, horizontal: 'right', wrap: false } };
    case 'formula': {
      if (givesText(cell)) return { row, column, value: cell.value, formula: cell.formula, style };
      const number = Number(cell.value);
      const value = cell.value.trim() !== '' && Number.isFinite(number) ? number : cell.value;
      return {
        row,
        column,
        value,
        formula: cell.formula,
        style: { ...style, numberFormat: cell.format, horizontal: 'right', wrap: false },
      };
    }
    case 'link': {
      const font = { ...style.font, color: LINK_COLOUR, underline: true };
      return { row, column, value: cell.text, link: cell.target, style: { ...style, font } };
    }
  }
}

const LINE_HEIGHT = 15;
/** Excel shows no row higher than this, in points. */
const HIGHEST = 409;

function textOf(cell: PlannedCell): string {
  if (cell.type === 'text' || cell.type === 'link') return cell.text;
  return cell.type === 'formula' && givesText(cell) ? cell.value : '';
}

/** Lines that a text takes in a column of a width in characters; a little is left for the cell's edges. */
function lines(text: string, width: number): number {
  return wrappedLines(text, Math.max(1, width - 1), textWidth);
}

/** A text that is alone in its row and longer than its column runs across all columns. */
function runsAcross(plan: SheetPlan, row: number): boolean {
  const [first, ...others] = plan.rows[row] ?? [];
  if (!first || first.type !== 'text' || plan.widths.length < 2 || others.some((cell) => cell !== null)) return false;
  if (plan.merges.some(({ top, bottom }) => top <= row && row <= bottom)) return false;
  return first.style === 'note' && textWidth(first.text) > (plan.widths[0] ?? 0);
}

/** Rows of more than one line get their height here: merged rows never fit themselves, and not every program fits the others. */
function heightsOf(plan: SheetPlan, merges: readonly Range[]): ReadonlyMap<number, number> {
  const widthOf = (row: number, column: number): number => {
    const merge = merges.find(({ top, left, bottom }) => top === row && bottom === row && left === column);
    const right = merge?.right ?? column;
    return Array.from({ length: right - column + 1 }, (_, i) => plan.widths[column + i] ?? 9).reduce((sum, width) => sum + width, 0);
  };
  const heights = new Map<number, number>();
  plan.rows.forEach((cells, row) => {
    const counts = cells.map((cell, column) =>
      cell === null || UNWRAPPED.has(cell.style) ? 1 : lines(textOf(cell), widthOf(row, column)),
    );
    const most = Math.max(1, ...counts);
    const least = Math.max(0, ...cells.map((cell) => (cell?.style === undefined ? 0 : (SHEET_LOOKS[cell.style].height ?? 0))));
    if (most > 1 || least > 0) heights.set(row, Math.min(HIGHEST, Math.max(least, most * LINE_HEIGHT)));
  });
  return heights;
}

/** The sheet that a plan describes, marked as Gouji's own. */
export function sheetOfPlan(plan: SheetPlan, position?: number): NewSheet {
  const across = plan.rows.flatMap((_, row): Range[] =>
    runsAcross(plan, row) ? [{ top: row, left: 0, bottom: row, right: plan.widths.length - 1 }] : [],
  );
  const merges = [...plan.merges, ...across];
  return {
    name: plan.name,
    cells: plan.rows.flatMap((cells, row) => {
      const body = row >= plan.frozenRows;
      const count = body && cells.length > 0 ? Math.max(cells.length, plan.widths.length) : cells.length;
      return Array.from({ length: count }, (_, column) => plannedCell(cells[column] ?? null, row, column, body)).filter(
        ({ column }) => body || cells[column] !== null,
      );
    }),
    widths: plan.widths,
    heights: heightsOf(plan, merges),
    merges,
    frozen: { rows: plan.frozenRows, columns: 0 },
    showGridLines: false,
    generated: plan.sheet,
    ...(plan.filter === undefined ? {} : { filter: plan.filter }),
    ...(plan.hiddenColumns === undefined ? {} : { hiddenColumns: plan.hiddenColumns }),
    ...(plan.footer === undefined ? {} : { footer: plan.footer }),
    ...(plan.frozenRows > 0 ? { titleRow: plan.frozenRows - 1 } : {}),
    ...(position === undefined ? {} : { position }),
  };
}
