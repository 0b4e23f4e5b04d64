/** One workbook, corrected: through the real office.js and from the file it gives the same tables and findings. */
import { checkWorkbook, TABLE_KINDS } from '../../src/core';
import { anchorOf } from '../../src/core/recognise/corrections';
import { encodeSettings, NO_SETTINGS, SETTINGS_NAMESPACE, type TableCorrection } from '../../src/core/settings';
import { ExcelSpreadsheet } from '../../src/excel';
import { reportOf } from '../../src/present/json';
import { patchXlsx, readXlsx } from '../../src/xlsx';
import { caseBytes, caseWorkbook } from '../support/cases';
import { createOffice } from '../support/office';

const SEED = caseWorkbook('seed-000.xlsx');
const TABLES = checkWorkbook(SEED).tables;
const at = (sheet: string) => anchorOf(TABLES.find((table) => table.sheet === sheet)!);

const CASES: readonly (readonly [string, readonly TableCorrection[]])[] = [
  ['a unit', [{ anchor: at('表三'), unit: '元', columns: [] }]],
  [
    'a kind, and a table left out',
    [
      { anchor: at('表五'), kind: 'gov-fund', columns: [] },
      { anchor: at('表六'), ignored: true, columns: [] },
    ],
  ],
  [
    'a column, and one that is gone',
    [
      {
        anchor: at('表三'),
        columns: [
          { index: 3, header: '基本支出', role: 'amount', measure: { nature: 'staff' } },
          { index: 9, header: '没有', role: 'text' },
        ],
      },
    ],
  ],
  ['settings of a table that is not there', [{ anchor: { sheet: '无', title: '无', top: 3 }, unit: '元', columns: [] }]],
];

describe.each(['2021', '365'] as const)('Excel %s', (profile) => {
  test.each(CASES)('%s', async (_, corrections) => {
    const xml = encodeSettings({ ...NO_SETTINGS, corrections })!;
    const file = patchXlsx(caseBytes('seed-000.xlsx'), { customXml: [{ namespace: SETTINGS_NAMESPACE, xml }] });
    const office = createOffice({ workbook: SEED, profile });
    office.install();
    const excel = new ExcelSpreadsheet('zh-CN');
    await excel.changeSettings(() => xml);
    const fromExcel = checkWorkbook(await excel.read());
    const fromFile = checkWorkbook(readXlsx(file));
    expect(reportOf(fromExcel, 'a.xlsx', 'zh-CN')).toEqual(reportOf(fromFile, 'a.xlsx', 'zh-CN'));
    expect(reportOf(fromFile, 'a.xlsx', 'zh-CN')).not.toEqual(reportOf(checkWorkbook(SEED), 'a.xlsx', 'zh-CN'));
  });
});

test('whatever kind every table is said to be, the check ends with a result', () => {
  for (const kind of TABLE_KINDS) {
    const corrections = TABLES.map((table): TableCorrection => ({ anchor: anchorOf(table), kind, columns: [] }));
    const { tables } = checkWorkbook(SEED, { settings: { ...NO_SETTINGS, corrections } });
    expect(tables).toHaveLength(TABLES.length);
  }
});
