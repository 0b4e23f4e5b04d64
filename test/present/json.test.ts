import { checkWorkbook } from '../../src/core';
import { reportOf, reportOfAll } from '../../src/present/json';
import { caseWorkbook } from '../support/cases';
import { book, sheet } from '../support/grid';

/** The two sides differ by 18; the parts of the expenditure side add up. */
const unbalanced = book(
  sheet('表一', [
    ['部门收支总表'],
    ['部门：某局', null, null, '单位：万元'],
    ['收入', null, '支出', null],
    ['项目', '2024年预算数', '项目', '2024年预算数'],
    ['一般公共预算拨款收入', { value: 468.4, format: '0.00' }, '一般公共服务支出', { value: 486.4, format: '0.00' }],
    ['收入总计', { value: 468.4, format: '0.00' }, '支出总计', { value: 486.4, format: '0.00' }],
  ]),
);

describe('the JSON of a check', () => {
  test('a finding: message, cells with printed values, both sides and the difference', () => {
    const { findings } = reportOf(checkWorkbook(unbalanced), 'a.xlsx', 'zh-CN');
    expect(findings.filter(({ rule }) => rule === 'balance')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        rule: 'balance',
        class: 'mismatch',
        severity: 'error',
        message: expect.stringMatching(/表一 B6.*468\.40.*表一 D6.*486\.40.*-18\.00/) as string,
        cells: [
          { sheet: '表一', address: 'B6', value: '468.40', side: 'left' },
          { sheet: '表一', address: 'D6', value: '486.40', side: 'right' },
        ],
        left: '468.40',
        right: '486.40',
        difference: '-18.00',
      },
    ]);
  });

  test('a cause: cells with the value that mends them, the slip, the findings that vanish', () => {
    const { findings, causes } = reportOf(checkWorkbook(unbalanced), 'a.xlsx', 'zh-CN');
    const [balance] = findings.filter(({ rule }) => rule === 'balance');
    // Each total is the sum of its one part: the two figures of a side are wrong together, and nothing says of which side.
    expect(causes).toEqual([
      {
        cells: [
          { sheet: '表一', address: 'B5', value: '468.40', suggested: '486.40' },
          { sheet: '表一', address: 'B6', value: '468.40', suggested: '486.40' },
        ],
        slip: 'transposed-digits',
        confidence: 0.49,
        findings: [balance?.id],
      },
      {
        cells: [
          { sheet: '表一', address: 'D5', value: '486.40', suggested: '468.40' },
          { sheet: '表一', address: 'D6', value: '486.40', suggested: '468.40' },
        ],
        slip: 'transposed-digits',
        confidence: 0.49,
        findings: [balance?.id],
      },
    ]);
  });

  test('a table: range, kind, unit, year, department, counts and the evidence for them', () => {
    const [table] = reportOf(checkWorkbook(unbalanced), 'a.xlsx', 'en').tables;
    expect(table).toMatchObject({
      sheet: '表一',
      range: 'A1:D6',
      kind: 'dept-summary',
      phase: 'budget',
      title: '部门收支总表',
      unit: '万元',
      year: 2024,
    });
    expect(table).toMatchObject({ department: '某局', panels: 2, rows: 2, mappedRows: 2, unread: 0 });
    expect(table?.evidence).toContainEqual({ what: 'title', because: expect.stringMatching(/\S/) as string, cells: ['A1'] });
  });

  test('the file is printed as given', () => {
    expect(reportOf(checkWorkbook(book()), './x/../a.xlsx', 'zh-CN')).toMatchObject({
      file: './x/../a.xlsx',
      tables: [],
      relations: { checked: 0, held: 0, rounding: 0, violated: 0 },
      findings: [],
      causes: [],
      skipped: [{ rule: 'workbook', reason: expect.stringMatching(/\S/) as string }],
    });
  });

  test('reordering the sheets changes no byte', () => {
    const workbook = caseWorkbook('seed-000.xlsx');
    const report = (sheets: typeof workbook.sheets): string => JSON.stringify(reportOf(checkWorkbook({ sheets }), 'a.xlsx', 'zh-CN'));
    const reversed = [...workbook.sheets].reverse();
    const shuffled = workbook.sheets.map((_, index, all) => all[(index * 5 + 3) % all.length]!);
    expect(new Set(shuffled).size).toBe(workbook.sheets.length);
    expect(report(reversed)).toBe(report(workbook.sheets));
    expect(report(shuffled)).toBe(report(workbook.sheets));
  });

  test('workbooks and errors stand by name', () => {
    const empty = (file: string) => reportOf(checkWorkbook(book()), file, 'zh-CN');
    const report = reportOfAll(
      [empty('b'), empty('a')],
      [
        { file: 'd', reason: '1' },
        { file: 'c', reason: '2' },
      ],
    );
    expect(Object.keys(report)).toEqual(['version', 'workbooks', 'errors']);
    expect(report.version).toBe(1);
    expect([...report.workbooks, ...report.errors].map(({ file }) => file)).toEqual(['a', 'b', 'c', 'd']);
  });
});
