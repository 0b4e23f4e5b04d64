import type { Cause, CauseCell } from '../../src/core/model';
import { causeGroups, causeText, likelihoodOf } from '../../src/present/causes';
import { place } from '../support/findings';

const amount = (where: string, value: string, suggested: string, more: Partial<CauseCell> = {}): CauseCell => ({
  cell: place(where),
  value,
  suggested,
  unit: '万元',
  label: '208 社会保障和就业支出 · 项目支出',
  ...more,
});

const cause = (cells: readonly CauseCell[], more: Partial<Cause> = {}): Cause => ({
  cells,
  slip: 'decimal-shift',
  confidence: 0.95,
  findings: ['a', 'b', 'c', 'd'],
  ...more,
});

test('the words follow the evidence', () => {
  const told = (confidence: number): string => likelihoodOf(cause([], { confidence }));
  expect([1, 0.9, 0.89, 0.5, 0.49, 0.01].map(told)).toEqual(['likely', 'likely', 'possible', 'possible', 'candidate', 'candidate']);
});

test.each<readonly [Cause, string, string]>([
  [
    cause([amount('表八!D12', '752.00', '75.20')]),
    '表八 D12 很可能应为 75.20（现为 752.00），小数点错位；改后这 4 处不一致全部消失',
    '表八 D12 very likely should be 75.20 (now 752.00): decimal point moved; then all 4 mismatches vanish',
  ],
  [
    cause([amount('表八!D12', '', '75.20')], { confidence: 0.6, slip: 'unknown', findings: ['a'] }),
    '表八 D12 可能应为 75.20（现为 空），原因不明；改后这 1 处不一致消失',
    '表八 D12 possibly should be 75.20 (now blank): no known slip; then this 1 mismatch vanishes',
  ],
  [
    cause([amount('表八!D12', '75.20', '')], { confidence: 0.3, slip: 'neighbour-cell' }),
    '表八 D12 候选：应为空（现为 75.20），填成相邻格的数字；改后这 4 处不一致全部消失',
    '表八 D12 candidate: should be blank (now 75.20): the figure of a neighbouring cell; then all 4 mismatches vanish',
  ],
  [
    cause([amount('表八!D12', '60.00', '75.20', { formula: '=SUM(D13:D16)', omitted: [place('表八!D16')] })], { slip: 'missing-row' }),
    '表八 D12 的公式漏加 D16，很可能应为 =SUM(D13:D16)，结果 75.20（现为 60.00），合计漏加一行；改后这 4 处不一致全部消失',
    'the formula of 表八 D12 leaves out D16: very likely should be =SUM(D13:D16), giving 75.20 (now 60.00): a total that leaves a row out; then all 4 mismatches vanish',
  ],
  [
    cause([amount('表八!D12', '1.00', '2.00'), amount('表八!D13', '2.00', '1.00')], { slip: 'row-shift' }),
    '表八 D12 很可能应为 2.00（现为 1.00），同时 表八 D13 很可能应为 1.00（现为 2.00），整段错行；改后这 4 处不一致全部消失',
    '表八 D12 very likely should be 2.00 (now 1.00), together with 表八 D13 very likely should be 1.00 (now 2.00): figures moved by one row; then all 4 mismatches vanish',
  ],
  [
    cause([amount('表五!B15', '劳动关系的维权', '劳动关系和维权', { unit: null })], { slip: 'wording', confidence: 0.7, findings: ['a'] }),
    '表五 B15 可能应为「劳动关系和维权」（现为「劳动关系的维权」），文字不符；改后这 1 处不一致消失',
    '表五 B15 possibly should be “劳动关系和维权” (now “劳动关系的维权”): wording differs; then this 1 mismatch vanishes',
  ],
])('%#', (given, chinese, english) => {
  expect(causeText('zh-CN', given)).toBe(chinese);
  expect(causeText('en', given)).toBe(english);
});

test('alternatives stand together, the likeliest first', () => {
  const first = cause([], { confidence: 0.9 });
  const second = cause([], { confidence: 0.05 });
  const other = cause([], { findings: ['e'] });
  expect(causeGroups([first, other, second])).toEqual([[first, second], [other]]);
});
