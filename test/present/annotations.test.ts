import type { Cause, CheckResult } from '../../src/core';
import { translate } from '../../src/i18n';
import { annotationsOf, type AnnotationOptions } from '../../src/present/annotations';
import { COMMENT_PREFIX } from '../../src/present/marks';
import { placeName } from '../../src/present/messages';
import { equation, place, resultOf, sameName, type TermLiteral } from '../support/findings';

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

function marksOf(result: CheckResult): Record<string, string> {
  return Object.fromEntries(annotationsOf(result, 'zh-CN').map(({ cell, mark }) => [placeName(cell), mark]));
}

/** Without a diagnosis. */
function marks(...relations: Parameters<typeof resultOf>): Record<string, string> {
  return marksOf({ ...resultOf(...relations), causes: [] });
}

describe('which cells are marked', () => {
  test('a rounding gap shows on its total only, quietly', () => {
    expect(marks(ROUNDED)).toEqual({ '表三!C6': 'rounding' });
  });

  test('an error marks its total, and more quietly the parts, of which most are right', () => {
    expect(marks(BROKEN)).toEqual({ '表三!C6': 'error', '表三!C7': 'related', '表三!C19': 'related', '表三!C24': 'related' });
  });

  test('of a sum of more than a hundred parts the total alone', () => {
    const sumOf = (parts: number) =>
      equation(
        ['表三!C6', '7.00'],
        Array.from({ length: parts }, (_, part) => [`表三!C${part + 7}`, '1.00'] as const),
      );
    expect(Object.keys(marks(sumOf(100)))).toHaveLength(101);
    expect(marks(sumOf(101))).toEqual({ '表三!C6': 'error' });
  });

  test('where one cell stands against one other, both are marked alike', () => {
    expect(marks(equation(['表一!D8', '9.00'], [['表三!C6', '1.00']]))).toEqual({ '表一!D8': 'error', '表三!C6': 'error' });
  });

  test('a hint shows on its left side only', () => {
    expect(marks(equation(['表十!B6', '3.00'], [['表六!C35', '2.00']], { severity: 'info' }))).toEqual({ '表十!B6': 'rounding' });
  });

  test('two writings of a name are marked as names', () => {
    const result = { ...resultOf(sameName(['表三!B14', '劳动关系和维权'], ['表五!B15', '劳动关系的维权'])), causes: [] };
    expect(marksOf(result)).toEqual({ '表三!B14': 'label', '表五!B15': 'label' });
  });

  test('the strongest mark wins, and a cell has one annotation', () => {
    const other = equation(['表一!D8', '6523.40'], [['表三!C6', '6532.40']], { severity: 'warning' });
    const result = { ...resultOf(other, BROKEN), causes: [] };
    expect(marksOf(result)).toMatchObject({ '表三!C6': 'error', '表一!D8': 'warning' });
  });

  const cause = (result: CheckResult, address: string, confidence: number): Cause => ({
    cells: [{ cell: place(address), value: '6532.40', suggested: '6523.40', unit: '万元', label: '' }],
    slip: 'transposed-digits',
    confidence,
    findings: result.findings.map(({ id }) => id),
  });

  test('the likely culprit is marked strongly, the cells that merely disagree with it lightly', () => {
    const result = resultOf(BROKEN, equation(['表一!D8', '6523.40'], [['表三!C6', '6532.40']]));
    expect(marksOf({ ...result, causes: [cause(result, '表三!C6', 0.9)] })).toEqual({
      '表三!C6': 'culprit',
      '表三!C7': 'related',
      '表三!C19': 'related',
      '表三!C24': 'related',
      '表一!D8': 'related',
    });
  });

  test('a candidate is no culprit: both sides stay as they are, and it gets the comment', () => {
    const result = resultOf(equation(['表一!D8', '9.00'], [['表三!C6', '1.00']]));
    const annotations = annotationsOf({ ...result, causes: [cause(result, '表三!C6', 0.4)] }, 'zh-CN');
    expect(annotations.map(({ cell, mark, comment }) => [placeName(cell), mark, comment !== null])).toEqual([
      ['表一!D8', 'error', false],
      ['表三!C6', 'error', true],
    ]);
  });

  test('what the user accepted is not marked', () => {
    const result = resultOf(BROKEN);
    const findings = result.findings.map((finding) => ({ ...finding, accepted: { reason: '已核实' } }));
    expect(annotationsOf({ ...result, findings }, 'zh-CN')).toEqual([]);
  });
});

describe('the settings of how cells are marked', () => {
  const styled = (options: AnnotationOptions): unknown =>
    annotationsOf({ ...resultOf(BROKEN), causes: [] }, 'zh-CN', options).map(({ cell, highlight = 'fill', comment }) => [
      placeName(cell),
      highlight,
      comment !== null,
    ]);
  const CELLS = ['表三!C6', '表三!C7', '表三!C19', '表三!C24'];

  test('filled, with a comment where to begin', () => {
    expect(styled({})).toEqual(CELLS.map((cell, index) => [cell, 'fill', index === 0]));
  });
  test('framed', () => expect(styled({ style: 'border' })).toEqual(CELLS.map((cell, index) => [cell, 'border', index === 0])));
  test('by a comment alone', () => expect(styled({ style: 'comment' })).toEqual([['表三!C6', null, true]]));
  test('by a comment alone, which cannot be off', () =>
    expect(styled({ style: 'comment', comments: 'off' })).toEqual([['表三!C6', null, true]]));
  test('not at all', () => expect(styled({ style: 'none' })).toEqual([]));
  test('a comment on every marked cell', () => expect(styled({ comments: 'all' })).toEqual(CELLS.map((cell) => [cell, 'fill', true])));
  test('no comments', () => expect(styled({ comments: 'off' })).toEqual(CELLS.map((cell) => [cell, 'fill', false])));
});

describe('what a comment says', () => {
  const comment = (address: string, ...relations: Parameters<typeof resultOf>): string =>
    annotationsOf({ ...resultOf(...relations), causes: [] }, 'zh-CN', { comments: 'all' }).find(({ cell }) => placeName(cell) === address)
      ?.comment ?? '';

  test('class, rule, the sentence and the other cells', () => {
    expect(comment('表三!C6', BROKEN)).toBe(
      [
        '【勾稽】错误 · 不一致：功能科目逐级汇总',
        '表三 C6 为 6532.40，表三 C7、C19、C24 为 6523.39，差 9.01',
        '另见 表三!C7、C19、C24',
      ].join('\n'),
    );
  });

  test('the likely cause', () => {
    const text = annotationsOf(resultOf(BROKEN), 'zh-CN').find(({ cell }) => placeName(cell) === '表三!C6')?.comment;
    expect(text?.split('\n')[3]).toMatch(/^表三 C6 .*应为 6523.*（现为 6532.40）/);
  });

  test('several findings are numbered, the gravest first', () => {
    const hint = equation(['表三!C6', '6532.40'], [['表十!B6', '3.00']], { severity: 'info' });
    const lines = comment('表三!C6', hint, BROKEN).split('\n');
    expect(lines[0]).toBe(`${COMMENT_PREFIX}2 处不一致：`);
    expect(lines[1]).toMatch(/^1\. .*差 9.01$/);
    expect(lines[2]).toMatch(/^2\. .*表十 B6/);
  });

  test('it has at most six short lines, and ends with the number of findings that it leaves out', () => {
    const many = Array.from({ length: 40 }, (_, index) => equation(['表三!C6', '6532.40'], [[`表五!D${index + 1}`, '1.00']]));
    const text = annotationsOf(resultOf(...many), 'zh-CN').find(({ cell }) => placeName(cell) === '表三!C6')?.comment ?? '';
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(130);
    expect(lines.at(-1)).toMatch(/另有 37 条/);
  });

  test('a total of many parts does not list them all', () => {
    const parts = Array.from({ length: 30 }, (_, index): TermLiteral => [`表三!C${index + 7}`, '1.00']);
    expect(comment('表三!C6', equation(['表三!C6', '99.00'], parts))).toContain(
      translate('zh-CN', 'present.more-cells', { cells: '表三!C7、C8、C9、C10、C11、C12', count: '30' }),
    );
  });

  test('rounding gaps and hints call nobody', () => {
    const hint = equation(['表十!B6', '3.00'], [['表六!C35', '2.00']], { severity: 'info' });
    expect(annotationsOf(resultOf(ROUNDED, hint), 'zh-CN').every((annotation) => annotation.comment === null)).toBe(true);
  });
});
