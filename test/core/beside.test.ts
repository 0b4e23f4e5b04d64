/** A document's text and last year's workbook beside the one that is checked: found at the right words and cells, never marked in the workbook. */
import { checkWorkbook, isBeside, paragraphsOfText, withLastYear, withNarrative } from '../../src/core';
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
