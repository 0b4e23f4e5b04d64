/** One engine, one result: read through the real office.js or from the file, a workbook gives the same findings. */
import { checkWorkbook } from '../../src/core';
import type { CheckResult } from '../../src/core/model';
import type { Workbook } from '../../src/core/workbook';
import { ExcelSpreadsheet } from '../../src/excel';
import { reportOf } from '../../src/present/json';
import { caseWorkbook, withValue } from '../support/cases';
import { createOffice } from '../support/office';

const SEED = caseWorkbook('seed-000.xlsx');

const WORKBOOKS: readonly (readonly [string, Workbook])[] = [
  ['as published', SEED],
  ['with two digits swapped', withValue(SEED, '表三', 8, 2, 52.2)],
  ['with a total left blank', withValue(SEED, '表四', 5, 1, null)],
  ['with an amount typed as text', withValue(SEED, '表六', 8, 2, '257.56')],
];

/** All that is said of a workbook; merges and displayed texts may be known or not. */
const said = (result: CheckResult): unknown => reportOf(result, 'a.xlsx', 'zh-CN');

describe.each(['2021', '365'] as const)('Excel %s', (profile) => {
  test.each(WORKBOOKS)('%s', async (_, workbook) => {
    const office = createOffice({ workbook, profile });
    office.install();
    const read = await new ExcelSpreadsheet('zh-CN').read();
    expect(said(checkWorkbook(read))).toEqual(said(checkWorkbook(workbook)));
  });
});
