/**
 * How the grid's engine starts without a page: in Node, for tests and scripts. The same formulas, number formats,
 * conditional formats and selections as in the browser; only the drawing is left out.
 */
import { type IWorkbookData, LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { emptyWorkbook, openUnit } from './engine';
import { UniverWorkbookModel } from './univerModel';

/** A model over `data`, or over a workbook with one empty sheet. Call `dispose` when done: timers keep Node alive. */
export function createHeadlessModel(data: Partial<IWorkbookData> = emptyWorkbook()): UniverWorkbookModel {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { [LocaleType.ZH_CN]: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  return new UniverWorkbookModel(openUnit(univer, data), () => univer.dispose());
}
