/** Which question this file answers: when did the user change the workbook. */
import type { SheetChange } from '../core/spreadsheet';
import { GENERATED_NAME } from '../present/marks';

/**
 * Calls back on every change of cells outside generated sheets, undone and redone ones too; returns the stop function. What we write
 * ourselves is not told (Excel says so from ExcelApi 1.14 on; before, only cells that the user let us write can come back).
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

/** Places move with everything but an edit of a range. */
const EDITED = 'RangeEdited';

/** The sheet is looked up at every event: it may have been renamed, or generated, in the meantime. */
async function changeOf(event: Excel.WorksheetChangedEventArgs): Promise<SheetChange | null> {
  if (event.triggerSource === 'ThisLocalAddin') return null;
  return Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(event.worksheetId);
    worksheet.load('name');
    const own = worksheet.names.getItemOrNullObject(GENERATED_NAME);
    own.load('name');
    await context.sync();
    if (worksheet.isNullObject || !own.isNullObject) return null;
    return {
      sheet: worksheet.name,
      address: event.address,
      ...(event.changeType === EDITED ? {} : { moved: true }),
      ...(event.source === 'Remote' ? { remote: true } : {}),
    };
  });
}
