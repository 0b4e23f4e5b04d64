/** What does a sheet that is added to a file look like as a part? */
import { append } from '../core/group';
import { addressOf, quoteSheetName, rangeAddress, type CellRef, type CellValue, type Range } from '../core/workbook';
import { PAGE_MARGINS } from '../present/sheetLooks';
import { cellMarkup } from './cellMarkup';
import type { Flavour } from './editor';
import type { ResolvedStyle } from './style';
import { escapeAttribute, escapeText } from './xml';

export interface NewCell {
  readonly row: number;
  readonly column: number;
  /** The value, or the formula's result. Text is always text, whatever it begins with. */
  readonly value: CellValue;
  /** With its leading `=`. */
  readonly formula?: string | null;
  readonly style?: Partial<ResolvedStyle>;
  /** A link to another cell of the workbook. */
  readonly link?: CellRef;
}

export interface NewSheet {
  readonly name: string;
  readonly cells: readonly NewCell[];
  /** In characters, from column A on. */
  readonly widths?: readonly number[];
  /** In points, by row; a row that is not named fits its content. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Range[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly showGridLines?: boolean;
  readonly tabColor?: string | null;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
  /** 0-based place among the sheets; at the end when absent. */
  readonly position?: number;
  /** What its hidden name says for a sheet of Gouji's own: it is never checked and may be replaced. */
  readonly generated?: string;
  readonly filter?: Range;
  readonly hiddenColumns?: readonly number[];
  /** 0-based row that is repeated on every printed page. */
  readonly titleRow?: number;
  /** In the middle below every printed page, in Excel's codes (18.3.1.46): `&P` is the page, `&N` how many there are. */
  readonly footer?: string;
}

/** The worksheet part. `styleOf` gives a style's index in cellXfs. */
export function worksheetMarkup(sheet: NewSheet, flavour: Flavour, styleOf: (style: Partial<ResolvedStyle>) => number): string {
  const rows = new Map<number, NewCell[]>();
  for (const cell of sheet.cells) {
    append(rows, cell.row, cell);
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const content = [...cells]
        .sort((a, b) => a.column - b.column)
        .map((cell) => cellMarkup({ ...cell, style: cell.style ? styleOf(cell.style) : 0 }));
      const height = sheet.heights?.get(row);
      const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      return `<row r="${row + 1}"${size}>${content.join('')}</row>`;
    })
    .join('');
  const tab = sheet.tabColor ? `<tabColor rgb="FF${sheet.tabColor.replace('#', '').toUpperCase()}"/>` : '';
  return (
    `<worksheet xmlns="${flavour.main}" xmlns:r="${flavour.relationships}">` +
    `<sheetPr>${tab}<pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${usedAddress(sheet.cells)}"/>` +
    viewMarkup(sheet.frozen ?? { rows: 0, columns: 0 }, sheet.showGridLines ?? true) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsMarkup(sheet.widths ?? [], sheet.hiddenColumns ?? []) +
    `<sheetData>${data}</sheetData>` +
    (sheet.filter ? `<autoFilter ref="${rangeAddress(sheet.filter)}"/>` : '') +
    mergesMarkup(sheet.merges ?? []) +
    linksMarkup(sheet.cells) +
    `<pageMargins left="${inches('left')}" right="${inches('right')}" top="${inches('top')}" bottom="${inches('bottom')}" header="0.3" footer="${inches('footer')}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    (sheet.footer === undefined ? '' : `<headerFooter><oddFooter>&amp;C${escapeText(sheet.footer)}</oddFooter></headerFooter>`) +
    '</worksheet>'
  );
}

function inches(side: keyof typeof PAGE_MARGINS): number {
  return PAGE_MARGINS[side] / 72;
}

function usedAddress(cells: readonly NewCell[]): string {
  const used = cells.reduce(
    (range, { row, column }) => ({ top: 0, left: 0, bottom: Math.max(range.bottom, row), right: Math.max(range.right, column) }),
    {
      top: 0,
      left: 0,
      bottom: 0,
      right: 0,
    },
  );
  return rangeAddress(used);
}

function viewMarkup({ rows, columns }: { readonly rows: number; readonly columns: number }, gridLines: boolean): string {
  const view = `<sheetViews><sheetView${gridLines ? '' : ' showGridLines="0"'} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${view}/></sheetViews>`;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const topLeft = addressOf({ row: rows, column: columns });
  return (
    `${view}><pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${topLeft}" sqref="${topLeft}"/></sheetView></sheetViews>`
  );
}

function columnsMarkup(widths: readonly number[], hidden: readonly number[]): string {
  if (widths.length === 0) return '';
  // The stored width counts five pixels of padding on top of the characters (18.3.1.13).
  const width = (characters: number): string => (Math.trunc(((characters * 7 + 5) / 7) * 256) / 256).toFixed(4);
  const column = (each: number, i: number): string =>
    `<col min="${i + 1}" max="${i + 1}" width="${width(each)}"${hidden.includes(i) ? ' hidden="1"' : ''} customWidth="1"/>`;
  return `<cols>${widths.map(column).join('')}</cols>`;
}

function mergesMarkup(merges: readonly Range[]): string {
  if (merges.length === 0) return '';
  return `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`).join('')}</mergeCells>`;
}

function linksMarkup(cells: readonly NewCell[]): string {
  const links = cells.flatMap((cell) => {
    if (!cell.link) return [];
    const location = escapeAttribute(`${quoteSheetName(cell.link.sheet)}!${addressOf(cell.link)}`);
    return [`<hyperlink ref="${addressOf(cell)}" location="${location}" display="${escapeAttribute(String(cell.value ?? ''))}"/>`];
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}
