/** A document's text and last year's workbook beside the one that is checked: found at the right words and cells, never marked in the workbook. */
import { checkWorkbook, isBeside, isBlank, paragraphsOfText, withLastYear, withNarrative } from '../../src/core';
import { addressOf, type Workbook } from '../../src/core/workbook';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { findingText } from '../../src/present/messages';
import { book, sheet } from '../support/grid';

/** 一般公共预算支出表 of a year; `last` is its 上年 column. */
function budgetOf(year: number, total: number, running: number, last?: readonly [number, number]): Workbook {
  const before = last ? [`${year - 1}年预算数`] : [];
  const all = last ? [last[0]] : [];
  return book(
    sheet('表五', [
      [`某局${year}年一般公共预算支出表`],
      ['部门：某局', null, null, null, null, '单位：万元'],
      ['科目编码', '科目名称', `${year}年预算数`, null, null, ...before],
      [null, null, '合计', '基本支出', '项目支出', null],
      [null, '合计', total, running, total - running, ...all],
      ['201', '一般公共服务支出', total, running, total - running, ...all],
      ['20101', '人大事务', total, running, total - running, ...all],
      ['2010101', '行政运行', running, running, null, ...(last ? [last[1]] : [])],
      ['2010104', '人大会议', total - running, null, total - running, ...(last ? [last[0] - last[1]] : [])],
    ]),
  );
}

const told = (workbook: Workbook): string[] =>
  checkWorkbook(workbook).findings.map(
    ({ rule, severity, cells, left, right }) =>
      `${severity} ${rule} ${cells.map(({ cell, text }) => `${cell.sheet}!${addressOf(cell)}${text ? `「${text}」` : ''}`).join(' ')} ${left} ≠ ${right}`,
  );

const THIS = budgetOf(2024, 900.5, 700.25);

describe('a document beside the workbook', () => {
  const wrong = withNarrative(THIS, {
    name: '说明.docx',
    paragraphs: ['某局2024年部门预算说明', '', '2024年一般公共预算支出900.50万元，其中：基本支出720.25万元，项目支出200.25万元。'],
  });

  test('is read as the narrative, a paragraph a row; even one sentence is', () => {
    expect(told(wrong)).toContain('error narrative-table [说明.docx]!A2「基本支出720.25万元」 表五!D5 720.25 ≠ 700.25');
    const pasted = withNarrative(THIS, { name: '粘贴', paragraphs: paragraphsOfText('一般公共预算支出901.50万元。\r\n\n') });
    expect(told(pasted)).toEqual(['error narrative-table [粘贴]!A1「一般公共预算支出901.50万元」 表五!C5 901.50 ≠ 900.50']);
  });

  test('its findings name the paragraph', () => {
    const [finding] = checkWorkbook(wrong).findings.filter(({ rule }) => rule === 'narrative-table');
    expect(finding && findingText('zh-CN', finding)).toContain('说明.docx 第 2 段');
    expect(finding && findingText('en', finding)).toContain('说明.docx paragraph 2');
  });

  test('only the workbook’s own cells are marked and linked to', () => {
    const result = checkWorkbook(wrong);
    expect(annotationsOf(result, 'zh-CN').map(({ cell }) => cell.sheet)).toEqual(['表五']);
    const links = discrepancySheet(result, 'zh-CN', { workbook: wrong })
      .rows.flat()
      .flatMap((cell) => (cell?.type === 'link' ? [cell.target] : []));
    expect(links.filter(isBeside)).toEqual([]);
  });

  test('two documents of one name stay apart', () => {
    const twice = withNarrative(withNarrative(THIS, { name: '说明', paragraphs: ['甲'] }), { name: '说明', paragraphs: ['乙'] });
    expect(twice.sheets.map(({ name }) => name)).toEqual(['表五', '[说明]', '[说明 2]']);
  });
});

describe('the tables of a document', () => {
  const copied = (sheetOfTable: Workbook['sheets'][number], ...paragraphs: readonly string[]): Workbook =>
    withNarrative(THIS, { name: '说明.docx', paragraphs, tables: [{ ...sheetOfTable, name: '表1' }] });
  const own = (year: number, total: number, running: number): Workbook['sheets'][number] => budgetOf(year, total, running).sheets[0]!;

  test('are compared with the workbook’s, figure by figure', () => {
    expect(told(copied(own(2024, 900.5, 700.25)))).toEqual([]);
    expect(told(copied(own(2024, 900.5, 720.25))).sort()).toEqual([
      'error document-tables [说明.docx]表1!C8 表五!C8 720.25 ≠ 700.25',
      'error document-tables [说明.docx]表1!C9 表五!C9 180.25 ≠ 200.25',
      'error document-tables [说明.docx]表1!D5 表五!D5 720.25 ≠ 700.25',
      'error document-tables [说明.docx]表1!D6 表五!D6 720.25 ≠ 700.25',
      'error document-tables [说明.docx]表1!D7 表五!D7 720.25 ≠ 700.25',
      'error document-tables [说明.docx]表1!D8 表五!D8 720.25 ≠ 700.25',
      'error document-tables [说明.docx]表1!E5 表五!E5 180.25 ≠ 200.25',
      'error document-tables [说明.docx]表1!E6 表五!E6 180.25 ≠ 200.25',
      'error document-tables [说明.docx]表1!E7 表五!E7 180.25 ≠ 200.25',
      'error document-tables [说明.docx]表1!E9 表五!E9 180.25 ≠ 200.25',
    ]);
  });

  test('are tables beside, not tables of the workbook: neither its relations nor its sets change', () => {
    const result = checkWorkbook(copied(own(2024, 900.5, 720.25)));
    expect(result.tables.map(({ sheet: name }) => name)).toEqual(
      checkWorkbook(withNarrative(THIS, { name: '说明.docx', paragraphs: [] })).tables.map(({ sheet: name }) => name),
    );
    expect(annotationsOf(result, 'zh-CN').every(({ cell }) => !isBeside(cell))).toBe(true);
    expect(result.causes.flatMap(({ cells }) => cells).every(({ cell }) => !isBeside(cell))).toBe(true);
  });

  test('of another year or department, or of a kind that the workbook has not, say nothing', () => {
    const others: readonly Workbook['sheets'][number][] = [
      own(2023, 850, 650),
      { ...own(2024, 1, 1), rows: own(2024, 1, 1).rows.map((row, i) => (i === 1 ? [{ value: '部门：某中心' }, ...row!.slice(1)] : row)) },
      sheet('表1', [['2024年“三公”经费支出预算表'], ['单位：万元'], ['合计', '因公出国（境）费', '公务接待费'], [5, 0, 5]]),
    ];
    for (const other of others) {
      const result = checkWorkbook(copied(other));
      expect(result.findings).toEqual([]);
      expect(result.skipped.map(({ reason }) => reason.id)).toContain('skip.document-tables-alone');
    }
  });

  test('a document of tables only is not blank', () => {
    expect([isBlank({ paragraphs: [] }), isBlank({ paragraphs: [], tables: [own(2024, 1, 1)] }), isBlank({ paragraphs: ['甲'] })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('last year’s workbook', () => {
  const LAST = budgetOf(2023, 850, 650);

  test('its figures are those of the 上年 column', () => {
    expect(told(withLastYear(budgetOf(2024, 900.5, 700.25, [850, 650]), LAST, '上年.xlsx'))).toEqual([]);
    expect(told(withLastYear(budgetOf(2024, 900.5, 700.25, [850, 560]), LAST, '上年.xlsx'))).toEqual([
      'warning last-year-figures 表五!F8 [上年.xlsx]表五!C8 560 ≠ 650',
      'warning last-year-figures 表五!F9 [上年.xlsx]表五!C9 290 ≠ 200',
    ]);
  });

  test('no cause says to change last year’s workbook, and none of its cells is marked', () => {
    const result = checkWorkbook(withLastYear(budgetOf(2024, 900.5, 700.25, [850, 560]), LAST, '上年.xlsx'));
    expect(result.causes.flatMap(({ cells }) => cells.map(({ cell }) => cell)).filter(isBeside)).toEqual([]);
    expect(annotationsOf(result, 'zh-CN').map(({ cell }) => cell.sheet)).toEqual(['表五', '表五']);
    expect(result.tables.map((table) => table.sheet)).toEqual(['表五']);
  });

  test.each([
    ['一般公共预算支出900.50万元，比上年增加50.50万元，增长5.94%。', []],
    ['一般公共预算支出900.50万元，比2023年预算数850万元增加50.50万元。', []],
    [
      '一般公共预算支出900.50万元，比上年增加55.50万元。',
      ['error narrative-change [说明]!A1「比上年增加55.50万元」 表五!C5 [上年.xlsx]表五!C5 55.50 ≠ 50.50'],
    ],
    [
      '2023年一般公共预算支出预算数为805万元，2024年为900.50万元。',
      ['error narrative-table [说明]!A1「2023年一般公共预算支出预算数为805万元」 [上年.xlsx]表五!C5 805 ≠ 850'],
    ],
  ])('%s', (text, expected) => {
    const workbook = withNarrative(withLastYear(THIS, LAST, '上年.xlsx'), { name: '说明', paragraphs: [text] });
    expect(told(workbook).filter((entry) => !entry.startsWith('info'))).toEqual(expected);
  });

  test('of another year, or with other accounts, nothing is compared, and that is said', () => {
    const { findings, skipped } = checkWorkbook(withLastYear(budgetOf(2024, 900.5, 700.25, [850, 560]), budgetOf(2021, 1, 1), 'b'));
    expect(findings).toEqual([]);
    expect(skipped).toContainEqual({
      rule: 'last-year-figures',
      reason: { id: 'skip.last-year-alone', data: { count: '5' } },
      sheet: '表五',
    });
  });
});
