/** 导出公开稿: nothing of ours stays in any part of the file, nothing of the user's changes. */
import { checkWorkbook } from '../../src/core';
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { workingPaper } from '../../src/present/workingPaper';
import { annotateXlsx, patchXlsx, publicCopy, readXlsx } from '../../src/xlsx';
import { TRACES_NAMESPACE } from '../../src/xlsx/traces';
import { caseBytes } from '../support/cases';
import { changedParts, partsOf, tiny } from './tiny';

/** Everything that Gouji can put into a file. */
function withEverything(bytes: Uint8Array): Uint8Array {
  const workbook = readXlsx(bytes);
  const result = checkWorkbook(workbook);
  const annotated = annotateXlsx(bytes, annotationsOf(result, 'zh-CN', { workbook, comments: 'all' }), {
    discrepancies: (earlier) => discrepancySheet(result, 'zh-CN', { workbook, earlier }),
    'working-paper': () => workingPaper(result, 'zh-CN', workbook),
  });
  return patchXlsx(annotated, { customXml: [{ namespace: SETTINGS_NAMESPACE, xml: `<settings xmlns="${SETTINGS_NAMESPACE}"/>` }] });
}

test.each([0, 1, 2, 3, 4])('the published workbook seed-00%i, annotated twice and cleaned, is the same in every part', (number) => {
  const bytes = caseBytes(`seed-00${number}.xlsx`);
  const once = withEverything(bytes);
  const twice = withEverything(once);
  expect(partsOf(twice)['xl/styles.xml']).toBe(partsOf(once)['xl/styles.xml']);
  expect(changedParts(bytes, publicCopy(twice))).toEqual([]);
});

const DATA = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
const note = { cell: { sheet: '表一', row: 0, column: 0 }, mark: 'error' as const, comment: '【勾稽】差 1.00' };

test.each([
  [
    'empty lists',
    { styles: '<numFmts count="0" /><fonts count="1"><font/></fonts><cellXfs count="1">\n<xf/>\n</cellXfs><dxfs count="0"/>' },
  ],
  ['an empty list of names', { workbook: '<definedNames /><calcPr calcId="1" fullCalcOnLoad="1" />' }],
  ['calculation that was not asked for', { workbook: '<calcPr calcId="191029"/>' }],
])('%s are as they were', (_, part) => {
  const bytes = tiny({ sheets: [{ name: '表一', data: DATA }], ...part });
  expect(changedParts(bytes, publicCopy(withEverything(annotateXlsx(bytes, [note], {}))))).toEqual([]);
});

describe('what was done to the file since', () => {
  const bytes = tiny({ sheets: [{ name: '表一', data: DATA }] });
  const sheet = 'xl/worksheets/sheet1.xml';
  const annotated = withEverything(annotateXlsx(bytes, [note], {}));

  test('a look of the list that a cell of the user has taken over stays, and all that it needs', () => {
    const formatted = patchXlsx(annotated, {
      cells: [{ sheet: '表一', address: 'B1', value: 2, style: { fill: '#FF0000', numberFormat: '0.000' } }],
    });
    const look = readXlsx(formatted).sheets[0]?.rows[0]?.[1];
    const clean = publicCopy(formatted);
    expect(look?.format).toBe('0.000');
    expect(readXlsx(clean).sheets).toEqual(readXlsx(formatted).sheets.filter(({ generated }) => !generated));
    expect(partsOf(clean)[sheet]).toBe(partsOf(formatted)[sheet]);
    expect(Object.values(partsOf(clean)).join('')).not.toMatch(/gouji|勾稽/);
  });

  test('a note that somebody has spoiled is taken away, the shared parts stay', () => {
    const spoiled = patchXlsx(annotated, {
      customXml: [{ namespace: TRACES_NAMESPACE, xml: `<traces xmlns="${TRACES_NAMESPACE}">{"styles":7}</traces>` }],
    });
    const clean = publicCopy(spoiled);
    expect(changedParts(bytes, clean).filter((name) => name.startsWith('customXml'))).toEqual([]);
    expect(readXlsx(clean)).toEqual(readXlsx(bytes));
  });

  test.each([
    ['of a list', (text: string) => text.replaceAll('&gt;"', '&gt;&lt;"')],
    ['of a setting', (text: string) => text.replaceAll('"calcPr":""', '"calcPr":"&lt;calcPr&gt;"')],
  ])('markup %s that is no markup breaks nothing', (_, spoil) => {
    const part = Object.entries(partsOf(annotated)).find(([, text]) => text.includes(TRACES_NAMESPACE) && text.includes('<traces'));
    const noted = part?.[1].replace(/^<\?xml[^>]*>\s*/, '') ?? '';
    const spoiled = spoil(noted);
    expect(spoiled).not.toBe(noted);
    const clean = publicCopy(patchXlsx(annotated, { customXml: [{ namespace: TRACES_NAMESPACE, xml: spoiled }] }));
    expect(readXlsx(clean)).toEqual(readXlsx(bytes));
    expect(Object.values(partsOf(clean)).join('')).not.toMatch(/gouji|勾稽/);
  });
});
