/** A page's lines as cells: a sentence that goes on in the next cell is read as one, and found in the cell where its figure stands. */
import { checkWorkbook } from '../../../src/core';
import { addressOf } from '../../../src/core/workbook';
import { book, sheet } from '../../support/grid';

const TABLE = sheet('表五', [
  ['某局2024年一般公共预算支出表'],
  ['部门：某局', null, null, null, null, '单位：万元'],
  ['科目编码', '科目名称', '2024年预算数', null, null, '2023年预算数'],
  [null, null, '合计', '基本支出', '项目支出', null],
  [null, '合计', 900, 700, 200, 850],
  ['201', '一般公共服务支出', 900, 700, 200, 850],
  ['20101', '人大事务', 900, 700, 200, 850],
  ['2010101', '行政运行', 700, 700, null, 700],
  ['2010104', '人大会议', 200, null, 200, 150],
]);

const told = (...lines: readonly string[]): string[] =>
  checkWorkbook(
    book(
      TABLE,
      sheet(
        '说明',
        lines.map((line) => [line]),
      ),
    ),
  )
    .findings.filter(({ rule }) => rule.startsWith('narrative'))
    .map(
      ({ rule, cells, left, right }) =>
        `${rule} ${cells[0] ? addressOf(cells[0].cell) : ''}「${cells[0]?.text}」@${cells[0]?.start} ${left} ≠ ${right}`,
    );

const text = (change: string, project: string): readonly string[] => [
  '2024年部门预算说明',
  '（一）一般公共预算支出情况说明',
  '2024年一般公共预算支出900万元，比2023年预算数增加',
  `${change}万元，主要原因是人员增加，其中：基本支出700万元，项`,
  `目支出${project}万元。`,
  '（二）其他需要说明的事项，按照有关规定随部门预算一并公开',
];

test('right', () => {
  expect(told(...text('50', '200'))).toEqual([]);
});

test('wrong: at the cell of the figure', () => {
  expect(told(...text('5', '210'))).toEqual([
    'narrative-sum A3「2024年一般公共预算支出900万元」@0 900 ≠ 910',
    'narrative-change A4「5万元」@0 5 ≠ 50',
    'narrative-table A5「目支出210万元」@0 210 ≠ 200',
  ]);
});

test('line breaks inside one cell', () => {
  const [title = '', heading = '', ...rest] = text('50', '210');
  expect(told(title, heading, rest.slice(0, 3).join('\n'))).toEqual([
    'narrative-sum A3「2024年一般公共预算支出900万元」@0 900 ≠ 910',
    'narrative-table A3「目支出210万元」@61 210 ≠ 200',
  ]);
});

test('a heading, a full sentence and a numbered line are not joined with what follows', () => {
  expect(told('2024年部门预算说明', '一般公共预算支出900万元，其中：基本支出700万元，', '1.项目支出200万元，用于会议。')).toEqual([]);
});
