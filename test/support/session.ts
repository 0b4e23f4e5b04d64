/** The pane's session as in Excel: the real library on our host, the real engine, nothing waited for. */
import { Session } from '../../src/commands/session';
import { checkWorkbookSteps } from '../../src/core';
import type { Workbook } from '../../src/core/workbook';
import { ExcelSpreadsheet, noticeOf } from '../../src/excel';
import { createOffice, type OfficeOptions } from './office';

export function openSession(workbook: Workbook, options: Pick<OfficeOptions, 'profile'> = {}) {
  const office = createOffice({ workbook, ...options });
  office.install();
  const excel = new ExcelSpreadsheet('zh-CN');
  const session = new Session({
    spreadsheet: excel,
    check: checkWorkbookSteps,
    locale: 'zh-CN',
    noticeOf,
    now: () => performance.now(),
    breathe: () => Promise.resolve(),
  });
  return { office, excel, session };
}
