import type { CheckResult } from '../../src/core/model';
import type { PlannedCell } from '../../src/core/spreadsheet';
import type { Workbook } from '../../src/core/workbook';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { equation, place, resultOf, sameName, type TermLiteral } from '../support/findings';
import { book, sheet } from '../support/grid';

function show(cell: PlannedCell | null | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell.type === 'text') return cell.text;
  if (cell.type === 'number') return cell.value;
  return cell.type === 'formula' ? cell.formula : `→ ${cell.text}`;
}

function rows(result: CheckResult, workbook: Workbook | null = null): (string | null)[][] {
  return discrepancySheet(result, 'zh-CN', workbook).rows.map((row) => row.map(show));
}

/** Rows 1 to 4 are the heading, row 5 the column names. */
const FIRST_GROUP = 5;

describe('a finding on the sheet', () => {
  test('links to both sides, live sums and a live difference', () => {
    const relation = equation(
      ['表三!C6', '6532.40'],
      [
        ['表三!C7', '1555.94'],
        ['表三!C8', '259.89'],
        ['表三!C24', '4707.56'],
      ],
    );
    const [group, finding] = rows(resultOf(relation)).slice(FIRST_GROUP);
    expect(group?.[0]).toBe('错误（1 条）');
    expect(finding).toEqual([
      '1',
      '错误',
      '不一致',
      '功能科目逐级汇总',
      '→ 表三!C6',
      "=ROUND(SUM('表三'!C6),2)",
      '→ 表三!C7、C8、C24',
      "=ROUND(SUM('表三'!C7:C8,'表三'!C24),2)",
      '=ROUND(F7-H7,2)',
      '表三 C6 为 6532.40，表三 C7、C8、C24 为 6523.39，差 9.01',
    ]);
  });

  test('the target of a link is the first cell of its side', () => {
    const plan = discrepancySheet(resultOf(equation(['表三!C6', '9.00'], [['表五!D7', '1.00']])), 'zh-CN');
    expect(plan.rows[6]?.[6]).toEqual({ type: 'link', text: '表五!D7', target: place('表五!D7') });
  });

  test('元 is brought to 万元 before it is subtracted', () => {
    const [, finding] = rows(resultOf(equation(['表四!D7', '6481.81'], [['表五!D7', '64810000', '元']]))).slice(FIRST_GROUP);
    expect(finding?.slice(5, 9)).toEqual(["=ROUND(SUM('表四'!D7),2)", '→ 表五!D7', "=ROUND(SUM('表五'!D7),0)", '=ROUND(F7-H7/10000,2)']);
  });

  test('terms that are taken off, and blank ones, are part of the formula', () => {
    const [, finding] = rows(
      resultOf(
        equation(
          ['表一!D6', '12.00'],
          [
            ['表一!B6', '10.00'],
            ['表一!B17', ''],
            ['表一!B18', '1.00', '万元', -1],
          ],
        ),
      ),
    ).slice(FIRST_GROUP);
    expect(finding?.[7]).toBe("=ROUND(SUM('表一'!B6,'表一'!B17)-SUM('表一'!B18),2)");
  });

  test('a number stored as text is read by NUMBERVALUE; a sheet name is quoted', () => {
    const name = "it's";
    const workbook = book(sheet(name, [['6,912.23', '１２．５']]));
    const [, finding] = rows(resultOf(equation([`${name}!A1`, '6912.23'], [[`${name}!B1`, '12.5']])), workbook).slice(FIRST_GROUP);
    expect(finding?.[5]).toBe(`=ROUND(IFERROR(NUMBERVALUE('it''s'!A1,".",","),0),2)`);
    expect(finding?.[7]).toMatch(/^=ROUND\(IFERROR\(NUMBERVALUE\(SUBSTITUTE\(.*'it''s'!B1,"０","0"\).*"￥","¥"\),"\.",","\),0\),1\)$/);
  });

  test('a sum that no formula can hold is written as the figure it was', () => {
    const parts = Array.from({ length: 900 }, (_, index): TermLiteral => [`表三!C${index * 2 + 7}`, '1.00']);
    const [, finding] = rows(resultOf(equation(['表三!C6', '5000.00'], parts))).slice(FIRST_GROUP);
    expect(finding?.[7]).toBe('900.00');
  });

  test('two writings of a name stand as text', () => {
    const [group, finding] = rows(resultOf(sameName(['表三!B14', '=1+1'], ['表五!B15', '劳动关系的维权']))).slice(FIRST_GROUP);
    expect(group?.[0]).toBe('名称或编码（1 条）');
    expect(finding?.slice(4, 9)).toEqual(['→ 表三!B14', '=1+1', '→ 表五!B15', '劳动关系的维权', null]);
    expect(discrepancySheet(resultOf(sameName(['表三!B14', '=1+1'], ['表五!B15', 'x'])), 'zh-CN').rows[6]?.[5]?.type).toBe('text');
  });

  test('a sheet whose name begins like a formula cannot make one of a link', () => {
    const [, finding] = rows(resultOf(equation(['=cmd!A1', '2.00'], [['表三!A1', '9.00']]))).slice(FIRST_GROUP);
    expect(finding?.[4]).toBe('→ 〔=cmd!A1〕');
  });
});

test('errors first, then warnings, names, hints, doubtful gaps and rounding; then what was not checked', () => {
  const result = resultOf(
    equation(
      ['表三!C6', '6523.40'],
      [
        ['表三!C7', '1555.94'],
        ['表三!C19', '259.89'],
        ['表三!C24', '4707.56'],
      ],
    ),
    equation(
      ['表三!D6', '1.03'],
      Array.from({ length: 9 }, (_, index): TermLiteral => [`表三!D${index + 7}`, '0.11']),
    ),
    equation(['表三!E6', '1.00'], [['表三!E7', '5.00']], { severity: 'info' }),
    sameName(['表三!B14', '甲'], ['表五!B15', '乙']),
    equation(['表三!C5', '1.00'], [['表三!C6', '5.00']], { severity: 'warning' }),
    equation(['表三!C4', '1.00'], [['表三!C6', '5.00']]),
    { rule: 'procurement-items', reason: { id: 'skip.table-missing', data: { kind: 'procurement' } } },
  );
  const first = rows(result).map((row) => row.find((cell) => cell !== null));
  expect(first.filter((text) => /（\d+ 条）/.test(text ?? ''))).toEqual([
    '错误（1 条）',
    '警告（1 条）',
    '名称或编码（1 条）',
    '提示（1 条）',
    '疑似非四舍五入（1 条）',
    '四舍五入差（1 条）',
    '未核对的内容及原因（1 条）',
  ]);
  expect(rows(result).at(-1)).toEqual([null, null, '', '政府采购合计', '工作簿中没有可用的政府采购预算表']);
  const last = rows(result).length - 1;
  expect(discrepancySheet(result, 'zh-CN').merges).toEqual([{ top: last, left: 4, bottom: last, right: 9 }]);
});

test('a workbook that ties out says so', () => {
  const result = resultOf(equation(['表三!C6', '1.00'], [['表三!C7', '1.00']]));
  expect(rows(result).slice(FIRST_GROUP)).toEqual([['没有发现差异。']]);
  expect(rows(result)[2]).toEqual(['核对关系 1 条：相符 1 条，四舍五入差 0 条，不相符 0 条']);
});

test('the sheet is named in the language of its reader', () => {
  expect(discrepancySheet(resultOf(), 'zh-CN').name).toBe('差异清单');
  expect(discrepancySheet(resultOf(), 'en').name).toBe('Discrepancies');
});
