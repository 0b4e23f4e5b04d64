import type { Cause, CheckResult } from '../../src/core/model';
import type { PlannedCell } from '../../src/core/spreadsheet';
import { columnOf, type ColumnId } from '../../src/present/discrepancyRow';
import { discrepancySheet, type DiscrepancySheetOptions } from '../../src/present/discrepancySheet';
import { workingPaper } from '../../src/present/workingPaper';
import { equation, place, resultOf, resultUnder, sameName, type TermLiteral } from '../support/findings';
import { book, sheet } from '../support/grid';

function show(cell: PlannedCell | null | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell.type === 'text') return cell.text;
  if (cell.type === 'number') return cell.value;
  return cell.type === 'formula' ? cell.formula : `→ ${cell.text}`;
}

const NO_CAUSES = (result: CheckResult): CheckResult => ({ ...result, causes: [] });

function rows(result: CheckResult, options: DiscrepancySheetOptions = {}): (string | null)[][] {
  return discrepancySheet(result, 'zh-CN', options).rows.map((row) => row.map(show));
}

/** Rows 1 to 5 are the heading, row 6 the column names. */
const FIRST_GROUP = 6;
const at = (id: ColumnId): number => columnOf(id);

function firstFinding(result: CheckResult, options: DiscrepancySheetOptions = {}): (string | null)[] {
  return rows(NO_CAUSES(result), options)[FIRST_GROUP + 1] ?? [];
}

describe('a finding on the sheet', () => {
  test('says its state, links to both sides, follows them by formulas', () => {
    const relation = equation(
      ['表三!C6', '6532.40'],
      [
        ['表三!C7', '1555.94'],
        ['表三!C8', '259.89'],
        ['表三!C24', '4707.56'],
      ],
    );
    const result = resultOf(relation);
    expect(rows(NO_CAUSES(result))[FIRST_GROUP]?.[0]).toBe('错误（1 条）');
    expect(firstFinding(result)).toEqual([
      '1',
      '=IFERROR(IF(ABS(J8)>0.02,"不一致","已一致"),"不一致")',
      '不一致',
      '部门支出总表',
      '→ 表三!C6',
      "=ROUND(SUM('表三'!C6),2)",
      '部门支出总表',
      '→ 表三!C7、C8、C24',
      "=ROUND(SUM('表三'!C7:C8,'表三'!C24),2)",
      '=ROUND(F8-I8,2)',
      '表三 C6 为 6532.40，表三 C7、C8、C24 为 6523.39，差 9.01',
      '',
      expect.stringMatching(/^功能科目逐级汇总：/),
      '',
      '',
      result.findings[0]?.id,
    ]);
  });

  test('agrees again by what the user allows', () => {
    const relation = equation(['表三!C6', '9.00'], [['表三!C7', '9.50']]);
    const state = (result: CheckResult): string | null | undefined => firstFinding(result)[at('state')];
    expect(state(resultOf(relation))).toContain('ABS(J8)>0.01');
    expect(state(resultUnder({ kind: 'exact' }, relation))).toContain('ABS(J8)>0,');
    expect(state(resultUnder({ kind: 'fixed', amount: '0.2', unit: '万元' }, relation))).toContain('ABS(J8)>0.2,');
  });

  test('the likely cause stands beside it', () => {
    const result = resultOf(equation(['表三!C6', '6532.40'], [['表三!C7', '6523.40']]));
    const finding = rows(result)[FIRST_GROUP + 1];
    expect(finding?.[at('cause')]).toMatch(/应为 .*（现为 /);
  });

  test('the target of a link is the first cell of its side', () => {
    const plan = discrepancySheet(NO_CAUSES(resultOf(equation(['表三!C6', '9.00'], [['表五!D7', '1.00']]))), 'zh-CN');
    expect(plan.rows[FIRST_GROUP + 1]?.[at('right-cell')]).toEqual({ type: 'link', text: '表五!D7', target: place('表五!D7') });
  });

  test('元 is brought to 万元 before it is subtracted', () => {
    const finding = firstFinding(resultOf(equation(['表四!D7', '6481.81'], [['表五!D7', '64810000', '元']])));
    expect([finding[at('left')], finding[at('right')], finding[at('difference')]]).toEqual([
      "=ROUND(SUM('表四'!D7),2)",
      "=ROUND(SUM('表五'!D7),0)",
      '=ROUND(F8-I8/10000,2)',
    ]);
  });

  test('terms that are taken off, and blank ones, are part of the formula', () => {
    const finding = firstFinding(
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
    );
    expect(finding[at('right')]).toBe("=ROUND(SUM('表一'!B6,'表一'!B17)-SUM('表一'!B18),2)");
  });

  test('a number stored as text is read by NUMBERVALUE; a sheet name is quoted', () => {
    const name = "it's";
    const workbook = book(sheet(name, [['6,912.23', '１２．５']]));
    const finding = firstFinding(resultOf(equation([`${name}!A1`, '6912.23'], [[`${name}!B1`, '12.5']])), { workbook });
    expect(finding[at('left')]).toBe(`=ROUND(IFERROR(NUMBERVALUE('it''s'!A1,".",","),0),2)`);
    expect(finding[at('right')]).toMatch(
      /^=ROUND\(IFERROR\(NUMBERVALUE\(SUBSTITUTE\(.*'it''s'!B1,"０","0"\).*"￥","¥"\),"\.",","\),0\),1\)$/,
    );
  });

  test('a sum that no formula can hold is written as the figure it was', () => {
    const parts = Array.from({ length: 900 }, (_, index): TermLiteral => [`表三!C${index * 2 + 7}`, '1.00']);
    expect(firstFinding(resultOf(equation(['表三!C6', '5000.00'], parts)))[at('right')]).toBe('900.00');
  });

  test('two writings of a name are followed too, and never become a formula', () => {
    const result = NO_CAUSES(resultOf(sameName(['表三!B14', '=1+1'], ['表五!B15', '劳动关系的维权'])));
    expect(rows(result)[FIRST_GROUP]?.[0]).toBe('名称或编码（1 条）');
    const finding = firstFinding(result);
    expect([finding[at('state')], finding[at('left')], finding[at('right')], finding[at('difference')]]).toEqual([
      '=IFERROR(IF(NOT(EXACT(TRIM(F8),TRIM(I8))),"不一致","已一致"),"不一致")',
      "=T('表三'!B14)",
      "=T('表五'!B15)",
      null,
    ]);
  });

  test('a sheet whose name begins like a formula cannot make one of a link', () => {
    const finding = firstFinding(resultOf(equation(['=cmd!A1', '2.00'], [['表三!A1', '9.00']])));
    expect(finding[at('left-cell')]).toBe('→ 〔=cmd!A1〕');
  });
});

const MIXED = resultOf(
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
const headings = (result: CheckResult, options: DiscrepancySheetOptions = {}): (string | null | undefined)[] =>
  rows(result, options)
    .map((row) => row[0])
    .filter((text) => /（\d+ 条）$/.test(text ?? ''));

test('errors first, then warnings, names, hints, doubtful gaps and rounding; then what was not checked', () => {
  expect(headings(NO_CAUSES(MIXED))).toEqual([
    '错误（1 条）',
    '警告（1 条）',
    '名称或编码（1 条）',
    '提示（1 条）',
    '疑似非四舍五入（1 条）',
    '四舍五入差（1 条）',
    '未核对的内容及原因（1 条）',
  ]);
  const last = rows(NO_CAUSES(MIXED)).at(-1);
  expect([last?.[at('left-table')], last?.[at('left-cell')]]).toEqual(['政府采购合计', '工作簿中没有可用的政府采购预算表']);
});

test('findings that one change would mend stand together under it', () => {
  const ids = MIXED.findings.filter(({ severity, class: kind }) => severity !== 'info' && kind === 'mismatch').map(({ id }) => id);
  const cause: Cause = {
    cells: [{ cell: place('表三!C6'), value: '5.00', suggested: '1.00', unit: '万元', label: '' }],
    slip: 'digit-replaced',
    confidence: 0.9,
    findings: ids,
  };
  const found = headings({ ...MIXED, causes: [cause] });
  expect(found[0]).toMatch(/^表三 C6 很可能应为 1.00（现为 5.00），写错一位数字；改后这 2 处不一致全部消失（2 条）$/);
  expect(found).not.toContain('错误（1 条）');
});

test('what the user accepted stands apart, with its state', () => {
  const findings = MIXED.findings.map((finding) =>
    finding.severity === 'error' ? { ...finding, accepted: { reason: '已核实' } } : finding,
  );
  const result = { ...NO_CAUSES(MIXED), findings };
  expect(headings(result).slice(-2)).toEqual(['已接受（1 条）', '未核对的内容及原因（1 条）']);
  expect(rows(result).find((row) => row[at('state')] === '已接受')?.[at('message')]).toContain('已核实');
});

describe('replies', () => {
  /** The sheet as it stands in the workbook, a clerk having replied to the first finding. */
  function replied(edit: (row: string[]) => void, locale: 'zh-CN' | 'en' = 'zh-CN'): string[][] {
    const texts = discrepancySheet(NO_CAUSES(MIXED), locale).rows.map((row) => row.map((cell) => show(cell) ?? ''));
    edit(texts[FIRST_GROUP + 1] ?? []);
    return texts;
  }

  test('stay with their finding when the sheet is written anew, in another language too', () => {
    const earlier = replied((row) => (row[at('clerk')] = '=已改'), 'en');
    const plan = discrepancySheet(NO_CAUSES(MIXED), 'zh-CN', { earlier });
    expect(plan.rows[FIRST_GROUP + 1]?.[at('clerk')]).toEqual({ type: 'text', text: '=已改', style: 'reply' });
    expect(plan.hiddenColumns).toEqual([at('code')]);
  });

  test('follow the finding when rows were sorted and columns moved', () => {
    const earlier = replied((row) => (row[at('reviewer')] = '同意'));
    const moved = [...earlier.slice(0, FIRST_GROUP), ...earlier.slice(FIRST_GROUP).reverse()].map((row) => ['', ...row]);
    expect(rows(NO_CAUSES(MIXED), { earlier: moved })[FIRST_GROUP + 1]?.[at('reviewer')]).toBe('同意');
  });

  test('to a finding that is no more are kept at the end, and stay there', () => {
    const earlier = replied((row) => (row[at('clerk')] = '已改'));
    const later = { ...NO_CAUSES(MIXED), findings: MIXED.findings.slice(1).filter(({ severity }) => severity !== 'error') };
    const once = rows(later, { earlier });
    expect(headings(later, { earlier }).at(-1)).toBe('以前的答复，所指的差异已不存在（1 条）');
    expect([once.at(-1)?.[at('message')], once.at(-1)?.[at('clerk')]]).toEqual([expect.stringContaining('表三'), '已改']);
    const again = rows(later, { earlier: once.map((row) => row.map((cell) => cell ?? '')) });
    expect(again).toEqual(once);
  });
});

test('the list can be filtered, its colours are explained', () => {
  const plan = discrepancySheet(NO_CAUSES(MIXED), 'zh-CN');
  expect(plan.filter).toMatchObject({ top: plan.frozenRows - 1, left: 0, right: at('reviewer') });
  expect(plan.rows[4]?.flatMap((cell) => (cell?.style === undefined || cell.style === 'note' ? [] : [cell.style]))).toEqual([
    'culprit',
    'error',
    'warning',
    'label',
    'related',
    'rounding',
  ]);
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

describe('the working paper', () => {
  const paper = (result: CheckResult): (string | null)[][] => workingPaper(result, 'zh-CN').rows.map((row) => row.map(show));

  test('lists every relation, those that hold too, with both sides as formulas', () => {
    const held = equation(
      ['表五!C6', '3.00'],
      [
        ['表五!C7', '1.00'],
        ['表五!C8', '2.00'],
      ],
    );
    const lines = paper(resultOf(held, equation(['表三!C6', '9.00'], [['表三!C7', '1.00']])));
    expect(lines.slice(4)).toEqual([
      ['1', '相符', '→ 表五!C6', "=ROUND(SUM('表五'!C6),2)", '=', '→ 表五!C7、C8', "=ROUND(SUM('表五'!C7:C8),2)", '=ROUND(D5-G5,2)'],
      ['2', '不相符', '→ 表三!C6', "=ROUND(SUM('表三'!C6),2)", '=', '→ 表三!C7', "=ROUND(SUM('表三'!C7),2)", '=ROUND(D6-G6,2)'],
    ]);
  });

  test('two writings of a name are text', () => {
    const lines = workingPaper(resultOf(sameName(['表三!B14', '=1+1'], ['表五!B15', '甲'])), 'zh-CN').rows;
    expect(lines[4]?.[3]).toEqual({ type: 'text', text: '=1+1' });
  });
});
