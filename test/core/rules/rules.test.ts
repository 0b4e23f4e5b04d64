import { check } from '../../../src/core/check';
import type { Finding } from '../../../src/core/model';
import { RULES } from '../../../src/core/rules';
import { addressOf } from '../../../src/core/workbook';
import { factsOfLiterals, type TableLiteral } from '../../support/facts';

const cells = (finding: Finding): string =>
  finding.cells.map((entry) => `${entry.sign < 0 ? '-' : ''}${entry.cell.sheet}!${addressOf(entry.cell)}`).join(' ');

const said = (finding: Finding): string =>
  [finding.rule, finding.class, finding.severity, finding.left, finding.op, finding.right, finding.difference].join(' ');

function findingsOf(tables: readonly TableLiteral[]): readonly Finding[] {
  return check(factsOfLiterals(tables), RULES).findings;
}

const detail = (sheet: string, kind: TableLiteral['kind'], fund: TableLiteral['fund'], rows: TableLiteral['rows']): TableLiteral => ({
  sheet,
  kind,
  ...(fund ? { fund } : {}),
  rows,
});

const summary = (business: string, total: string): TableLiteral => ({
  sheet: '表一',
  kind: 'dept-summary',
  rows: [
    { side: 'income', line: 'grand-total', row: 'I', amounts: { all: total } },
    { side: 'income', line: 'source', source: 'general', row: 's1', parent: 'I', amounts: { all: '90.00' } },
    { side: 'income', line: 'source', source: 'business', row: 's2', parent: 'I', amounts: { all: business } },
    { line: 'grand-total', row: 'E', amounts: { all: total } },
    { code: '208', parent: 'E', amounts: { all: total } },
  ],
});

const expenditure = (kind: 'dept-expenditure' | 'general-expenditure', sheet: string, basic: string, project: string, total: string) =>
  detail(sheet, kind, kind === 'dept-expenditure' ? 'all' : 'general', [
    { line: 'grand-total', row: 'T', amounts: { all: total, basic, project } },
    { code: '208', parent: 'T', amounts: { all: total, basic, project } },
    { code: '20801', parent: '208', amounts: { all: total, basic, project } },
    { code: '2080101', parent: '20801', amounts: { all: basic, basic, project: '' } },
    { code: '2080199', parent: '20801', amounts: { all: project, basic: '', project } },
  ]);

describe('one rule at a time', () => {
  test('balance: income and expenditure totals of one table', () => {
    const [finding, ...rest] = findingsOf([
      {
        sheet: '表一',
        kind: 'dept-summary',
        rows: [
          { side: 'income', line: 'grand-total', amounts: { all: '100.00' } },
          { side: 'expenditure', line: 'grand-total', amounts: { all: '101.00' } },
        ],
      },
    ]);
    expect(rest).toEqual([]);
    expect(said(finding!)).toBe('balance mismatch error 100.00 = 101.00 -1.00');
    expect(cells(finding!)).toBe('表一!B1 表一!B2');
  });

  test('a total against its parts, rounding told from error', () => {
    const table = (total: string) =>
      detail('表八', 'general-project', 'general', [
        { code: '302', row: '302', amounts: { project: total } },
        { code: '30201', parent: '302', amounts: { project: '5.00' } },
        { code: '30211', parent: '302', amounts: { project: '3.00' } },
      ]);
    expect(findingsOf([table('8.00')])).toEqual([]);
    expect(findingsOf([table('8.01')]).map(said)).toEqual(['economic-rollup rounding info 8.01 = 8.00 0.01']);
    expect(findingsOf([table('9.00')]).map(said)).toEqual(['economic-rollup mismatch error 9.00 = 8.00 1.00']);
  });

  test('a blank total is shown, marked nil', () => {
    const [finding] = findingsOf([
      detail('表八', 'general-project', 'general', [
        { code: '302', row: '302', amounts: { project: '' } },
        { code: '30201', parent: '302', amounts: { project: '5.00' } },
        { code: '30211', parent: '302', amounts: { project: '' } },
      ]),
    ]);
    expect(said(finding!)).toBe('economic-rollup mismatch error 0.00 = 5.00 -5.00');
    expect(finding!.cells.map((entry) => entry.nil)).toEqual([true, false]);
  });

  test('row sums: by nature, by staff and operating, by item, by fund', () => {
    const rows = (kind: TableLiteral['kind'], amounts: Record<string, string>, nature?: TableLiteral['nature']) =>
      findingsOf([{ sheet: '表', kind, ...(nature ? { nature } : {}), rows: [{ code: '20805', amounts }] }]).map(said);
    expect(rows('dept-expenditure', { all: '10.00', basic: '6.00', project: '5.00' })).toEqual([
      'row-sums mismatch error 10.00 = 11.00 -1.00',
    ]);
    expect(rows('general-basic', { basic: '10.00', staff: '6.00', operating: '4.00' })).toEqual([]);
    expect(rows('general-basic', { basic: '10.00', staff: '6.00', operating: '4.30' })).toEqual([
      'row-sums mismatch error 10.00 = 10.30 -0.30',
    ]);
    expect(rows('fiscal-summary', { fiscal: '10.00', general: '6.00', 'gov-fund': '3.00', 'state-capital': '' })).toEqual([
      'row-sums mismatch error 10.00 = 9.00 1.00',
    ]);
    expect(
      rows('three-public', {
        'three-public-total': '3.65',
        abroad: '',
        vehicle: '3.00',
        'vehicle-purchase': '',
        'vehicle-running': '3.00',
        reception: '0.56',
      }),
    ).toEqual(['row-sums mismatch error 3.65 = 3.56 0.09']);
  });

  test('three public: an account above its item is an error, below it a hint', () => {
    const tables = (reception: string, basic: string): TableLiteral[] => [
      { sheet: '表十', kind: 'three-public', fund: 'general', rows: [{ line: 'item', amounts: { reception } }] },
      { sheet: '表六', kind: 'general-basic', fund: 'general', rows: [{ code: '30217', amounts: { basic } }] },
      { sheet: '表八', kind: 'general-project', fund: 'general', rows: [{ code: '30299', amounts: { project: '1.00' } }] },
    ];
    expect(findingsOf(tables('0.65', '0.65'))).toEqual([]);
    expect(findingsOf(tables('0.65', '0.95')).map(said)).toContain('three-public-economic mismatch error 0.65 >= 0.95 -0.30');
    expect(findingsOf(tables('0.65', '0.35')).map(said)).toEqual(['three-public-economic mismatch info 0.65 <= 0.35 0.30']);
  });

  test('the same account under two names; bracket width does not count', () => {
    const tables = (name: string): TableLiteral[] => [
      { sheet: '表三', kind: 'dept-expenditure', rows: [{ code: '2080110', label: '劳动关系和维权', amounts: {} }] },
      { sheet: '表五', kind: 'general-expenditure', rows: [{ code: '2080110', label: name, amounts: {} }] },
    ];
    expect(findingsOf(tables('劳动关系和维权'))).toEqual([]);
    const [finding] = findingsOf(tables('劳动关系的维权'));
    expect(finding).toMatchObject({
      rule: 'account-names',
      class: 'label',
      severity: 'warning',
      left: '劳动关系和维权',
      right: '劳动关系的维权',
    });
  });
});

describe('income', () => {
  const income = (business: string, total: string): TableLiteral => ({
    sheet: '表二',
    kind: 'dept-income',
    rows: [
      { line: 'grand-total', row: 'T', side: 'income', amounts: { all: total, general: '90.00', business } },
      { code: '208', parent: 'T', side: 'income', amounts: { all: total, general: '90.00', business } },
    ],
  });

  test('the summary table against the income table, in total and by source', () => {
    expect(findingsOf([summary('10.00', '100.00'), income('10.00', '100.00')])).toEqual([]);
    const wrong = findingsOf([summary('10.00', '100.00'), income('12.00', '102.00')]);
    expect(wrong.map(said)).toEqual([
      'summary-income mismatch error 100.00 = 102.00 -2.00',
      'summary-income mismatch error 10.00 = 12.00 -2.00',
      'income-classes mismatch error 100.00 = 102.00 -2.00',
    ]);
  });

  test('the income table against the expenditure table, account by account', () => {
    const detailTable = expenditure('dept-expenditure', '表三', '50.00', '50.00', '100.00');
    expect(findingsOf([income('10.00', '100.00'), detailTable])).toEqual([]);
    const wrong = findingsOf([income('12.00', '102.00'), detailTable]);
    expect(wrong.map(said)).toEqual([
      'income-expenditure mismatch error 102.00 = 100.00 2.00',
      'income-expenditure mismatch error 102.00 = 100.00 2.00',
    ]);
  });

  test('money carried to next year is income without expenditure: not compared', () => {
    const base = summary('10.00', '100.00');
    const carrying = { ...base, rows: [...base.rows, { line: 'carry-out' as const, parent: 'E', amounts: { all: '3.00' } }] };
    const findings = findingsOf([carrying, income('10.00', '100.00'), expenditure('dept-expenditure', '表三', '50.00', '47.00', '97.00')]);
    expect(findings.filter((finding) => finding.rule === 'income-expenditure')).toEqual([]);
  });
});

describe('projects', () => {
  const list = (second: string, total: string): TableLiteral => ({
    sheet: '表3-2',
    kind: 'project-list',
    fund: 'general',
    rows: [
      { line: 'grand-total', row: 'T', amounts: { project: total } },
      { line: 'project', row: 'a', code: '2080101', parent: 'T', amounts: { project: '5.00' } },
      { line: 'project', row: 'b', code: '2080199', parent: 'T', amounts: { project: second } },
    ],
  });
  const general = detail('表3', 'general-expenditure', 'general', [
    { line: 'grand-total', row: 'T', amounts: { project: '9.00' } },
    { code: '2080101', parent: 'T', amounts: { project: '5.00' } },
    { code: '2080199', parent: 'T', amounts: { project: '4.00' } },
  ]);

  test('a list of projects adds up, and to what the expenditure table says', () => {
    expect(findingsOf([general, list('4.00', '9.00')])).toEqual([]);
    expect(findingsOf([list('3.00', '9.00')]).map(said)).toEqual(['project-rollup mismatch error 9.00 = 8.00 1.00']);
    expect(findingsOf([general, list('3.00', '8.00')]).map(said)).toEqual([
      'project-totals mismatch error 9.00 = 8.00 1.00',
      'project-totals mismatch error 4.00 = 3.00 1.00',
    ]);
  });
});

describe('hints', () => {
  test('social insurance: functional against economic account', () => {
    const tables = (economic: string): TableLiteral[] => [
      { sheet: '表五', kind: 'general-expenditure', fund: 'general', rows: [{ code: '2080505', amounts: { basic: '107.49' } }] },
      { sheet: '表六', kind: 'general-basic', fund: 'general', rows: [{ code: '30108', amounts: { basic: economic } }] },
    ];
    expect(findingsOf(tables('107.49'))).toEqual([]);
    expect(findingsOf(tables('170.49')).map(said)).toEqual(['insurance-identities mismatch info 107.49 = 170.49 -63.00']);
    expect(findingsOf(tables(''))).toEqual([]);
  });

  test('what retired staff is paid is within the accounts for them', () => {
    const tables = (pensions: string): TableLiteral[] => [
      {
        sheet: '表五',
        kind: 'general-expenditure',
        fund: 'general',
        rows: [
          { code: '2080501', amounts: { basic: '54.41' } },
          { code: '2080502', amounts: { basic: '113.27' } },
        ],
      },
      { sheet: '表六', kind: 'general-basic', fund: 'general', rows: [{ code: '30302', amounts: { basic: pensions } }] },
    ];
    expect(findingsOf(tables('157.42'))).toEqual([]);
    expect(findingsOf(tables('175.42')).map(said)).toEqual(['retirement-pay mismatch info 167.68 >= 175.42 -7.74']);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['no institutions: equal', '', '1.00', []],
    ['no institutions: equal, and is not', '', '0.90', ['economic-items mismatch info 0.90 = 1.00 -0.10']],
    ['institutions take the rest', '3.00', '0.90', []],
    ['more than there is', '3.00', '1.10', ['economic-items mismatch info 1.10 <= 1.00 0.10']],
  ])('government economic account by account: %s', (_, institutions, meetings, expected) => {
    const tables: TableLiteral[] = [
      { sheet: '表六', kind: 'general-basic', fund: 'general', rows: [{ code: '30215', amounts: { basic: '1.00' } }] },
      {
        sheet: '表七',
        kind: 'general-basic-gov',
        fund: 'general',
        rows: [
          { code: '50202', amounts: { basic: meetings } },
          { code: '50502', amounts: { basic: institutions } },
        ],
      },
    ];
    expect(
      findingsOf(tables)
        .filter(({ rule }) => rule === 'economic-items')
        .map(said),
    ).toEqual(expected);
  });

  test('agency operating expenses are a part of operating expenses', () => {
    const tables = (agency: string): TableLiteral[] => [
      {
        sheet: '表十',
        kind: 'three-public',
        fund: 'general',
        rows: [{ line: 'item', item: 'agency-operating', amounts: { general: agency } }],
      },
      { sheet: '表六', kind: 'general-basic', fund: 'general', rows: [{ line: 'grand-total', amounts: { operating: '200.39' } }] },
    ];
    expect(findingsOf(tables('180.00'))).toEqual([]);
    expect(findingsOf(tables('210.39')).map(said)).toEqual(['agency-operating mismatch info 210.39 <= 200.39 10.00']);
  });
});

describe('all funds against the treasury’s tables', () => {
  const general = expenditure('general-expenditure', '表五', '50.00', '40.00', '90.00');

  test('no other money: equal, code by code', () => {
    const tables = [summary('', '90.00'), expenditure('dept-expenditure', '表三', '50.00', '40.00', '90.00'), general];
    expect(findingsOf(tables)).toEqual([]);
    const wrong = [summary('', '90.00'), expenditure('dept-expenditure', '表三', '51.00', '39.00', '90.00'), general];
    expect(
      findingsOf(wrong)
        .filter((finding) => finding.rule === 'all-funds-general')
        .map(said),
    ).toContain('all-funds-general mismatch error 51.00 = 50.00 1.00');
  });

  test('other income explains the gap and says so', () => {
    const tables = [summary('10.00', '100.00'), expenditure('dept-expenditure', '表三', '50.00', '50.00', '100.00'), general];
    const result = check(factsOfLiterals(tables), RULES);
    expect(result.findings).toEqual([]);
    expect(result.skipped.find((entry) => entry.reason.id === 'skip.gap-explained')?.reason.data).toEqual({
      gap: '10.00',
      cells: '表一 B3 source',
    });
  });

  test('two accounts that differ must together differ by the other money', () => {
    const slipped = expenditure('dept-expenditure', '表三', '50.00', '50.00', '100.00');
    const rows = slipped.rows.map((row) => (row.code === '2080101' ? { ...row, amounts: { ...row.amounts, all: '53.00' } } : row));
    const findings = findingsOf([summary('10.00', '100.00'), { ...slipped, rows }, general]);
    const gap = findings.find((finding) => finding.rule === 'all-funds-general');
    expect(said(gap!)).toBe('all-funds-general mismatch error 13.00 = 10.00 3.00');
    expect(cells(gap!)).toBe('表三!B4 表三!B5 -表五!B4 -表五!B5 表一!B3');
  });

  test('a gap that other income does not explain is an error', () => {
    const tables = [summary('10.00', '100.00'), expenditure('dept-expenditure', '表三', '50.00', '52.00', '102.00'), general];
    expect(findingsOf(tables).map(said)).toContain('all-funds-general mismatch error 12.00 = 10.00 2.00');
  });
});
