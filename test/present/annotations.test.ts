import { translate } from '../../src/i18n';
import { annotationsOf } from '../../src/present/annotations';
import { COMMENT_PREFIX } from '../../src/present/marks';
import { placeName } from '../../src/present/messages';
import { equation, resultOf, sameName, type TermLiteral } from '../support/findings';

const ROUNDED = equation(
  ['表三!C6', '6523.40'],
  [
    ['表三!C7', '1555.94'],
    ['表三!C19', '259.89'],
    ['表三!C24', '4707.56'],
  ],
);
const BROKEN = equation(
  ['表三!C6', '6532.40'],
  [
    ['表三!C7', '1555.94'],
    ['表三!C19', '259.89'],
    ['表三!C24', '4707.56'],
  ],
);

function marks(...relations: Parameters<typeof resultOf>): Record<string, string> {
  return Object.fromEntries(annotationsOf(resultOf(...relations), 'zh-CN').map(({ cell, mark }) => [placeName(cell), mark]));
}

describe('which cells are marked', () => {
  test('a rounding gap shows on its total only, quietly', () => {
    expect(marks(ROUNDED)).toEqual({ '表三!C6': 'rounding' });
  });

  test('an error marks its total, and more quietly the parts, of which most are right', () => {
    expect(marks(BROKEN)).toEqual({ '表三!C6': 'error', '表三!C7': 'related', '表三!C19': 'related', '表三!C24': 'related' });
  });

  test('where one cell stands against one other, both are marked alike', () => {
    expect(marks(equation(['表一!D8', '9.00'], [['表三!C6', '1.00']]))).toEqual({ '表一!D8': 'error', '表三!C6': 'error' });
  });

  test('a hint shows on its left side only', () => {
    expect(marks(equation(['表十!B6', '3.00'], [['表六!C35', '2.00']], { severity: 'info' }))).toEqual({ '表十!B6': 'rounding' });
  });

  test('two writings of a name are marked as names', () => {
    expect(marks(sameName(['表三!B14', '劳动关系和维权'], ['表五!B15', '劳动关系的维权']))).toEqual({
      '表三!B14': 'label',
      '表五!B15': 'label',
    });
  });

  test('the strongest mark wins, and a cell has one annotation', () => {
    const other = equation(['表一!D8', '6523.40'], [['表三!C6', '6532.40']], { severity: 'warning' });
    expect(marks(other, BROKEN)['表三!C6']).toBe('error');
    expect(marks(other, BROKEN)['表一!D8']).toBe('warning');
  });
});

describe('what a comment says', () => {
  const comment = (address: string, ...relations: Parameters<typeof resultOf>): string =>
    annotationsOf(resultOf(...relations), 'zh-CN').find(({ cell }) => placeName(cell) === address)?.comment ?? '';

  test('class, rule, the sentence and the other cells', () => {
    expect(comment('表三!C6', BROKEN)).toBe(
      [
        '【勾稽】错误 · 不一致：功能科目逐级汇总',
        '表三 C6 为 6532.40，表三 C7、C19、C24 为 6523.39，差 9.01',
        '另见 表三!C7、C19、C24',
      ].join('\n'),
    );
  });

  test('several findings are numbered, the gravest first', () => {
    const hint = equation(['表三!C6', '6532.40'], [['表十!B6', '3.00']], { severity: 'info' });
    const text = comment('表三!C6', hint, BROKEN);
    expect(text.startsWith(`${COMMENT_PREFIX}1. 错误`)).toBe(true);
    expect(text).toContain('\n2. 提示');
  });

  test('a long comment ends with the number of findings that it leaves out', () => {
    const many = Array.from({ length: 40 }, (_, index) => equation(['表三!C6', '6532.40'], [[`表五!D${index + 1}`, '1.00']]));
    const text = comment('表三!C6', ...many);
    expect(text.length).toBeLessThan(1100);
    expect(text).toMatch(/另有 \d+ 条/);
  });

  test('a total of many parts does not list them all', () => {
    const parts = Array.from({ length: 30 }, (_, index): TermLiteral => [`表三!C${index + 7}`, '1.00']);
    expect(comment('表三!C6', equation(['表三!C6', '99.00'], parts))).toContain(
      translate('zh-CN', 'present.more-cells', { cells: '表三!C7、C8、C9、C10、C11、C12', count: '30' }),
    );
  });
});
