/** How an opened file becomes the grid's workbook: what the grid shows, and what the model keeps beside it. */
import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from '@univerjs/core';
import type { Locale } from '../../i18n';
import type { PresentedSheet, PresentedWorkbook, ResolvedStyle } from '../../xlsx';
import { gridValue } from './cells';
import { fittingHeights } from './rowHeights';
import { toGridRange, VERY_HIDDEN } from './sheets';
import type { CellStyle } from '../model';
import { fromGridStyle, toGridStyle } from './styles';
import type { UniverWorkbookModel } from './univerModel';

/** The room that a view leaves below and beside the cells. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 8;
const LEAST_ROWS = 80;
const LEAST_COLUMNS = 20;

export const GRID_LOCALE: Readonly<Record<Locale, LocaleType>> = { 'zh-CN': LocaleType.ZH_CN, en: LocaleType.EN_US };

export function gridWorkbook(presented: PresentedWorkbook, name: string, locale: Locale): Partial<IWorkbookData> {
  const styles: Record<string, IStyleData> = {};
  presented.styles.forEach((style, index) => {
    styles[`s${index}`] = gridStyle(style);
  });
  const sheets = presented.sheets.map((sheet) => gridSheet(sheet, presented.styles));
  return {
    name,
    locale: GRID_LOCALE[locale],
    styles,
    sheetOrder: presented.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(presented.sheets.map((sheet, index) => [sheet.id, sheets[index] ?? {}])),
  };
}

/** Puts in what the grid itself does not hold, and brings the file's active sheet to the front. */
export function fillModel(model: UniverWorkbookModel, presented: PresentedWorkbook): void {
  for (const sheet of presented.sheets) {
    for (const { row, column, author, text } of sheet.notes) addOnce(model, sheet.id, row, column, text, author);
    for (const thread of sheet.threads) {
      const comment = addOnce(model, sheet.id, thread.row, thread.column, thread.text, thread.author);
      for (const reply of thread.replies) if (comment) model.addReply(comment, reply.text, reply.author);
    }
    for (const { range, textToDisplay: _shown, ...link } of sheet.hyperlinks) {
      for (let row = range.top; row <= range.bottom; row += 1) {
        for (let column = range.left; column <= range.right; column += 1) model.setHyperlink(sheet.id, row, column, link);
      }
    }
    for (const { priority: _priority, ...format } of sheet.conditionalFormats) {
      if (format.ranges.length > 0) model.addConditionalFormat({ ...format, sheet: sheet.id });
    }
    for (const validation of sheet.validations) model.addValidation({ ...validation, sheet: sheet.id });
  }
  for (const name of presented.names) {
    if (!model.names().some((known) => known.name.toLowerCase() === name.name.toLowerCase() && known.sheet === name.sheet)) {
      model.addName(name);
    }
  }
  for (const part of presented.customXml) model.setCustomXml(part.id, part.xml);
  const front =
    presented.sheets.find((sheet) => sheet.active && sheet.visibility === 'visible') ??
    presented.sheets.find((sheet) => sheet.visibility === 'visible');
  if (front) model.select(front.id, { top: 0, left: 0, bottom: 0, right: 0 });
}

/** A cell with both a note and a thread keeps the first; the file keeps both, since saving only patches it. */
function addOnce(model: UniverWorkbookModel, sheet: string, row: number, column: number, text: string, author: string): string | null {
  return model.commentAt(sheet, row, column) ? null : model.addComment(sheet, row, column, text, author).id;
}

function gridSheet(sheet: PresentedSheet, styles: readonly ResolvedStyle[]): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let bottom = 0;
  let right = 0;
  for (const cell of sheet.cells) {
    const line = (cellData[cell.row] ??= {});
    line[cell.column] = {
      ...(cell.value === null ? {} : gridValue(cell.value)),
      ...(cell.formula === null ? {} : { f: cell.formula }),
      // Said for every cell: a cell of the file does not take its column's style.
      s: `s${cell.style}`,
    };
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    custom: { [VERY_HIDDEN]: sheet.visibility === 'veryHidden' },
    rowCount: Math.max(bottom + SPARE_ROWS, LEAST_ROWS),
    columnCount: Math.max(right + SPARE_COLUMNS, LEAST_COLUMNS),
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultRowHeight: sheet.defaultRowHeight,
    // What blank cells and newly typed ones look like: the file's first style.
    defaultStyle: 's0',
    showGridlines: sheet.showGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: sheet.merges.map(toGridRange),
    freeze: {
      xSplit: sheet.frozen.columns,
      ySplit: sheet.frozen.rows,
      startRow: sheet.frozen.rows > 0 ? sheet.frozen.rows : -1,
      startColumn: sheet.frozen.columns > 0 ? sheet.frozen.columns : -1,
    },
    cellData,
    rowData: rowData(sheet, styles),
    columnData: columnData(sheet, Math.max(right + SPARE_COLUMNS, LEAST_COLUMNS)),
  };
}

function rowData(sheet: PresentedSheet, styles: readonly ResolvedStyle[]): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of fittingHeights(sheet, styles)) rows[row] = { h: height, ia: BooleanNumber.FALSE };
  for (const { row, height, hidden } of sheet.rows) {
    rows[row] = {
      ...rows[row],
      ...(height === null ? {} : { h: height, ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  return rows;
}

function columnData(sheet: PresentedSheet, count: number): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const { from, to, width, hidden, style } of sheet.columns) {
    // A file may format all 16,384 columns; only those that the grid has are of use.
    for (let column = from; column <= Math.min(to, count - 1); column += 1) {
      columns[column] = {
        ...(width === null ? {} : { w: width }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
        ...(style === null || style === 0 ? {} : { s: `s${style}` }),
      };
    }
  }
  return columns;
}

/** Says its number format even when it is General: a column's would show through otherwise. */
function gridStyle(style: ResolvedStyle): IStyleData {
  return { ...toGridStyle(style), n: { pattern: style.numberFormat } };
}

/** What the grid says of a cell that has this style in the file, for comparing. */
export function lookOfFile(style: ResolvedStyle): CellStyle {
  return fromGridStyle(toGridStyle(style));
}
