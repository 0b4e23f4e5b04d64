/**
 * Rows grow with what is written into them, as in Excel: larger fonts, wrapped lines. Univer does so for a person's edits only.
 * Rows whose height the file or somebody set are left alone.
 */
import { BooleanNumber, WrapStrategy, type Worksheet } from '@univerjs/core';
import { SetWorksheetRowHeightMutation } from '@univerjs/sheets';
import type { Range } from '../../core/workbook';
import type { SheetId } from '../model';
import { readCell } from './cells';
import type { GridEngine } from './engine';
import { heightOf } from './rowHeights';

export class RowFit {
  private readonly touched = new Map<SheetId, Set<number>>();

  constructor(private readonly engine: GridEngine) {}

  touch(sheet: SheetId, range: Range): void {
    const rows = this.touched.get(sheet) ?? new Set();
    for (let row = range.top; row <= range.bottom; row += 1) rows.add(row);
    this.touched.set(sheet, rows);
  }

  /** Fits the rows touched since the last call. */
  flush(): void {
    for (const [id, rows] of this.touched) {
      const sheet = this.engine.workbook.getSheetBySheetId(id);
      if (!sheet) continue;
      const last = sheet.getLastColumnWithContent();
      for (const row of rows) this.fit(sheet, row, last);
    }
    this.touched.clear();
  }

  private fit(sheet: Worksheet, row: number, lastColumn: number): void {
    if (sheet.getRowManager().getRow(row)?.ia === BooleanNumber.FALSE) return;
    let height = sheet.getConfig().defaultRowHeight;
    const last = sheet.getCellMatrix().getLength() > row ? lastColumn : -1;
    for (let column = 0; column <= last; column += 1) {
      const { text } = readCell(this.engine, sheet, row, column);
      if (text === '') continue;
      const style = sheet.getComposedCellStyle(row, column);
      const wraps = style.tb === WrapStrategy.WRAP && !sheet.getMergedCell(row, column);
      height = Math.max(height, heightOf(text, style.fs ?? undefined, wraps ? sheet.getColumnWidth(column) : null));
    }
    if (height === sheet.getRowHeight(row)) return;
    const ranges = [{ startRow: row, endRow: row, startColumn: 0, endColumn: sheet.getColumnCount() - 1 }];
    this.engine.run(SetWorksheetRowHeightMutation.id, { subUnitId: sheet.getSheetId(), ranges, rowHeight: height });
  }
}
