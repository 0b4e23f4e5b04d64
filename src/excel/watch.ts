/** Which question this file answers: when did the user change the workbook. */
import type { SheetChange } from '../core/spreadsheet';
import { GENERATED_NAME } from '../present/marks';

/**
 * Calls back on every change of cells outside generated sheets; returns the stop function. Our own highlights and
 * comments are no changes of cells, and what we write goes to generated sheets only.
 */
export async function watchChanges(listener: (change: SheetChange) => void): Promise<() => Promise<void>> {
  const registration = await Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      const change = await changeOf(event);
      if (change !== null) listener(change);
    });
    await context.sync();
    return handler;
  });
  return async () => {
    await Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
  };
}

/** The sheet is looked up at every event: it may have been renamed, or generated, in the meantime. */
async function changeOf(event: Excel.WorksheetChangedEventArgs): Promise<SheetChange | null> {
  return Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(event.worksheetId);
    worksheet.load('name');
    const own = worksheet.names.getItemOrNullObject(GENERATED_NAME);
    own.load('name');
    await context.sync();
    return worksheet.isNullObject || !own.isNullObject ? null : { sheet: worksheet.name, address: event.address };
  });
}
