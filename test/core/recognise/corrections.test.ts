/** What becomes of a table when the user says what it is. */
import { checkWorkbook, type CheckResult } from '../../../src/core';
import { factsOf } from '../../../src/core/facts';
import { readTables } from '../../../src/core';
import { anchorOf } from '../../../src/core/recognise/corrections';
import { encodeSettings, NO_SETTINGS, type TableCorrection } from '../../../src/core/settings';
import type { Workbook } from '../../../src/core/workbook';
import { translate } from '../../../src/i18n';
import { messageText } from '../../../src/present/messages';
import { book, sheet, type GridCell } from '../../support/grid';

const HEAD: readonly GridCell[] = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS: readonly (readonly GridCell[])[] = [
  ['合计', null, 10, 4, 6],
  ['208', '社会保障和就业支出', 10, 4, 6],
  ['20805', '行政事业单位养老支出', 10, 4, 6],
];
const EXPENDITURE = sheet('表三', [['2024年部门支出总表'], [null, null, null, null, '单位：万元'], HEAD, ...ROWS]);

function withCorrections(workbook: Workbook, ...corrections: readonly TableCorrection[]): Workbook {
  const settings = encodeSettings({ ...NO_SETTINGS, corrections });
  return settings === null ? workbook : { ...workbook, settings };
}

/** The first table, read as the workbook's own settings say; the facts with values as `C4 all`. */
function read(workbook: Workbook) {
  const { tables, skipped } = readTables(workbook);
  const { facts } = factsOf(workbook, tables);
  const table = tables[0]!;
  const said = table.evidence.map(({ because }) => messageText('zh-CN', because));
  return { table, facts, skipped, said };
}

const AT = { sheet: '表三', title: '2024年部门支出总表', top: 0 };

test('a table is anchored by sheet, title and first row', () => {
  expect(anchorOf(read(book(EXPENDITURE)).table)).toEqual(AT);
});

describe('unit', () => {
  const corrected = read(withCorrections(book(EXPENDITURE), { anchor: AT, unit: '元', columns: [] }));

  test('is the unit of every fact', () => {
    expect(corrected.table).toMatchObject({ unit: '元', kind: 'dept-expenditure', mappedRows: 3 });
    expect(new Set(corrected.facts.map(({ unit }) => unit))).toEqual(new Set(['元']));
  });

  test('is said, and what was recognised is kept', () => {
    expect(corrected.said).toContain('用户指定单位：元');
    expect(corrected.said).not.toContain('表头注明单位：万元');
    expect(corrected.table.corrected).toMatchObject({ kind: 'dept-expenditure', unit: '万元' });
  });
});

describe('kind', () => {
  const unknown = sheet('附件', [['资金安排表'], ['单位：万元'], HEAD, ...ROWS]);
  const anchor = { sheet: '附件', title: '资金安排表', top: 0 };

  test('header and rows are read anew: what was left alone becomes a table with facts', () => {
    expect(read(book(unknown)).facts).toEqual([]);
    const { table, facts, said } = read(withCorrections(book(unknown), { anchor, kind: 'general-expenditure', columns: [] }));
    expect(table).toMatchObject({ kind: 'general-expenditure', bodyRows: 3, mappedRows: 3, unread: [] });
    expect(
      facts.filter(({ value }) => value).map(({ line, account, fund, nature }) => [line, account?.code, fund, nature].join(' ')),
    ).toEqual([
      'grand-total  general all',
      'grand-total  general basic',
      'grand-total  general project',
      'account 208 general all',
      'account 208 general basic',
      'account 208 general project',
      'account 20805 general all',
      'account 20805 general basic',
      'account 20805 general project',
    ]);
    expect(said[0]).toBe('用户指定为“一般公共预算支出表”（自动识别为“其他”）');
  });

  test('stands even where the codes say otherwise', () => {
    const { table } = read(withCorrections(book(EXPENDITURE), { anchor: AT, kind: 'general-basic', columns: [] }));
    expect(table.kind).toBe('general-basic');
  });

  test('other than by the title: the rules of the other kind apply', () => {
    const general = sheet('表五', [
      ['2024年一般公共预算支出表'],
      ['单位：万元'],
      HEAD,
      ...ROWS.map((row) => row.map((cell) => (cell === 10 ? 12 : cell))),
    ]);
    const rules = ({ findings }: CheckResult): readonly string[] => [
      ...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)),
    ];
    const workbook = book(EXPENDITURE, general);
    expect(rules(checkWorkbook(workbook))).toContain('row-sums');
    const other = { anchor: { sheet: '表五', title: '2024年一般公共预算支出表', top: 0 }, ignored: true as const, columns: [] };
    expect(rules(checkWorkbook(withCorrections(workbook, other)))).toEqual([]);
  });
});

test('a table that is not to be checked is named and left alone', () => {
  const { table, facts, said } = read(withCorrections(book(EXPENDITURE), { anchor: AT, ignored: true, columns: [] }));
  expect(table).toMatchObject({ kind: 'other', panels: [], title: '2024年部门支出总表' });
  expect(facts).toEqual([]);
  expect(said[0]).toBe('用户指定不核对这张表');
});

test('what each headed column was taken for is evidence, with the heading’s cell', () => {
  const { table, said } = read(book(EXPENDITURE));
  expect(said).toContain('“基本支出”栏认作：基本支出');
  expect(table.evidence.filter(({ what }) => what === 'column').map(({ cells }) => cells)).toEqual(
    [0, 1, 2, 3, 4].map((column) => [{ sheet: '表三', row: 2, column }]),
  );
});

describe('columns', () => {
  const odd = book(
    sheet('表三', [
      ['2024年部门支出总表'],
      ['单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '甲类', '项目支出'],
      ['208', '社会保障和就业支出', 10, 4, 6, 3, 6],
    ]),
  );
  const measures = (workbook: Workbook): readonly string[] =>
    read(workbook).facts.map(({ cell, nature, fund, year }) => [String.fromCharCode(65 + cell.column), nature, fund, year].join(' '));
  const column = (index: number, header: string, more: Partial<TableCorrection['columns'][number]>) =>
    withCorrections(odd, { anchor: AT, columns: [{ index, header, role: 'amount', ...more }] });

  test('a column is what the user says', () => {
    expect(measures(column(5, '甲类', { measure: { nature: 'staff' } }))).toContain('F staff all current');
    expect(measures(column(5, '甲类', { measure: { fund: 'general', year: 'last' } }))).toContain('F all general last');
  });

  test('it is said with its heading and a cell', () => {
    const { table, said } = read(column(5, '甲类', { measure: { nature: 'staff', fund: 'general' } }));
    expect(said).toContain('用户指定“甲类”栏为：人员经费、一般公共预算');
    expect(table.evidence.find(({ what }) => what === 'column')?.cells).toEqual([{ sheet: '表三', row: 2, column: 5 }]);
  });

  test('where two columns would mean the same, the user’s does', () => {
    expect(measures(odd).filter((text) => / project /.test(text))).toHaveLength(1);
    const first = measures(column(4, '项目支出', { measure: { nature: 'project' } }));
    const second = measures(column(6, '项目支出', { measure: { nature: 'project' } }));
    expect(first.filter((text) => / project /.test(text))).toEqual(['E project all current']);
    expect(second.filter((text) => / project /.test(text))).toEqual(['G project all current']);
  });

  test('a column that is not to be checked has no facts and is not counted as unread', () => {
    const corrected = column(5, '甲类', { role: 'text' });
    expect(measures(corrected).some((text) => text.startsWith('F'))).toBe(false);
    expect(read(corrected).table.unread.some(({ column: at }) => at === 5)).toBe(false);
  });

  test('names and codes are read from the columns that the user names', () => {
    const bare = book(
      sheet('表三', [['2024年部门支出总表'], ['单位：万元'], ['甲', '乙', '合计', '基本支出', '项目支出'], ['社会保障', '208', 10, 4, 6]]),
    );
    const { facts } = read(
      withCorrections(bare, {
        anchor: AT,
        columns: [
          { index: 1, header: '乙', role: 'code' },
          { index: 0, header: '甲', role: 'name' },
        ],
      }),
    );
    expect(facts[0]).toMatchObject({ account: { scheme: 'functional', code: '208' }, label: '208 社会保障' });
  });

  test('a moved column is found by its heading; one that is gone is reported', () => {
    expect(measures(column(9, '甲类', { measure: { nature: 'staff' } }))).toContain('F staff all current');
    const gone = read(column(5, '乙类', { measure: { nature: 'staff' } })).skipped;
    expect(gone.map(({ reason }) => translate('zh-CN', reason.id, reason.data))).toEqual([
      '对“2024年部门支出总表”中“乙类”栏的更正没有用上：已找不到这一栏。',
    ]);
  });
});

describe('the anchor', () => {
  const correction: TableCorrection = { anchor: AT, unit: '元', columns: [] };
  const moved = (name: string, title: string, above: number) =>
    sheet(name, [...Array<readonly GridCell[]>(above).fill([]), [title], ['单位：万元'], HEAD, ...ROWS]);

  test.each([
    ['the table moved down', moved('表三', AT.title, 7)],
    ['the sheet was renamed', moved('支出', AT.title, 0)],
    ['the title was reworded', moved('表三', '2024年部门支出预算总表', 0)],
  ])('%s: it is found', (_, changed) => {
    const { table, skipped } = read(withCorrections(book(changed), correction));
    expect(table.unit).toBe('元');
    expect(skipped).toEqual([]);
  });

  test('nothing of it is left: the correction is reported, the tables are as recognised', () => {
    const { table, skipped } = read(withCorrections(book(moved('表四', '2024年一般公共预算支出表', 0)), correction));
    expect(table.unit).toBe('万元');
    expect(skipped).toMatchObject([{ rule: 'settings', sheet: '表三', reason: { id: 'skip.correction-gone' } }]);
  });

  test('a correction that says nothing, kept for what a later version wrote in it, changes and reports nothing', () => {
    const kept = { attributes: { note: 'n' }, children: [] };
    const { table, skipped } = read(withCorrections(book(EXPENDITURE), { anchor: AT, columns: [], kept }));
    expect(table.corrected).toBeUndefined();
    expect(read(withCorrections(book(EXPENDITURE), { anchor: { ...AT, title: '无', sheet: '无' }, columns: [], kept })).skipped).toEqual(
      [],
    );
    expect(skipped).toEqual([]);
  });

  test('of two tables of one title on a sheet the nearest is meant', () => {
    const block = [['2024年部门支出总表（续一）'], ['单位：万元'], HEAD, ...ROWS];
    const two = book(sheet('表三', [...block, [], ['2024年部门收支总表'], ['单位：万元'], HEAD, ...ROWS, [], ...block]));
    const { tables } = readTables(two);
    const last = tables.filter(({ title }) => title === '2024年部门支出总表（续一）').at(-1)!;
    const corrected = readTables(withCorrections(two, { anchor: anchorOf(last), unit: '元', columns: [] }));
    expect(corrected.tables.filter(({ unit }) => unit === '元').map(({ range }) => range.top)).toEqual([last.range.top]);
  });
});

test('damaged settings are told among what was not checked, and the check goes on', () => {
  const plain = checkWorkbook(book(EXPENDITURE));
  const { skipped, findings, tables } = checkWorkbook({ ...book(EXPENDITURE), settings: '<settings' });
  expect(skipped.map(({ reason }) => reason.id)).toContain('skip.settings-broken');
  expect(findings).toEqual(plain.findings);
  expect(tables).toEqual(plain.tables);
});
