import { TABLE_KINDS, type Column } from '../../src/core';
import { correctionFor, correctionOn, meaningKey, meaningsFor, meaningText } from '../../src/taskpane/meanings';

const COLUMN: Column = { index: 3, role: 'amount', header: ['预算数', '基本支出'], measure: { nature: 'basic', year: 'current' } };

test.each([
  [COLUMN, 'nature.basic', '基本支出'],
  [{ role: 'amount', measure: { year: 'current' } }, 'total', '合计'],
  [{ role: 'amount', measure: { year: 'last', fund: 'general' } }, 'year.last,fund.general', '上年数、一般公共预算'],
  [{ role: 'amount', measure: { item: 'abroad' } }, 'item.abroad', '因公出国（境）费'],
  [{ role: 'amount' }, 'role.amount', '金额，含义不明'],
  [{ role: 'code' }, 'role.code', '科目编码'],
] as const)('a column is told as what it was read as', (column, key, text) => {
  expect(meaningKey(column)).toBe(key);
  expect(meaningText('zh-CN', key)).toBe(text);
});

test('every choice of every kind has words in both languages and leads back to itself', () => {
  const keys = new Set(TABLE_KINDS.flatMap((kind) => meaningsFor(kind).flatMap((group) => group.keys)));
  expect(keys.size).toBeGreaterThan(30);
  for (const key of keys) {
    expect(meaningText('zh-CN', key)).not.toBe('');
    expect(meaningText('en', key)).not.toBe('');
    const correction = correctionFor(COLUMN, key);
    expect(correction).toMatchObject({ index: 3, header: '预算数 / 基本支出' });
    expect(meaningKey(correction!)).toBe(key);
  }
});

test('items are offered for the “three public” table, natures for tables of expenditure', () => {
  const groups = (kind: (typeof TABLE_KINDS)[number]): readonly string[] => meaningsFor(kind).map(({ group }) => group);
  expect(groups('three-public')).toEqual(['use', 'fund', 'item']);
  expect(groups('dept-expenditure')).toEqual(['use', 'nature', 'fund']);
  expect(groups('dept-income')).toEqual(['use', 'fund']);
});

test('a correction is found on its column, moved or not', () => {
  const correction = correctionFor(COLUMN, 'nature.staff')!;
  const moved = { ...COLUMN, index: 5 };
  expect(correctionOn([moved], moved, [correction])).toBe(correction);
  expect(correctionOn([{ ...moved, header: ['甲'] }], { ...moved, header: ['甲'] }, [correction])).toBeNull();
  expect(correctionFor(COLUMN, 'nature.moon')).toBeNull();
});
