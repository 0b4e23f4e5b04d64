import { RULES } from '../../src/core/rules';
import { TABLE_KINDS } from '../../src/core/model';
import { translate } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zhCN } from '../../src/i18n/zh-CN';
import { inspect } from '../../src/present/inspection';
import { classOf, className, findingText, kindName, messageText, placeList } from '../../src/present/messages';
import { ruleTitle } from '../../src/present/rules';
import { equation, place, resultOf, type TermLiteral } from '../support/findings';

test('both dictionaries have the same messages with the same places', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
  const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const [id, text] of Object.entries(zhCN)) expect([id, places((en as Record<string, string>)[id] ?? '')]).toEqual([id, places(text)]);
});

test('every rule and every kind of table has a name in both languages', () => {
  for (const { meta } of RULES) {
    expect(zhCN).toHaveProperty([`rule-name.${meta.id}`]);
    expect(ruleTitle('en', meta.id)).not.toBe(meta.title);
  }
  for (const kind of TABLE_KINDS) expect(kindName('en', kind)).not.toBe(kind);
});

test('a finding is said with both places and the difference, never as 错账', () => {
  const [finding] = resultOf(equation(['表三!C6', '6523.40'], [['表五!D7', '6481.81']])).findings;
  expect(findingText('zh-CN', finding!)).toBe('表三 C6 为 6523.40，表五 D7 为 6481.81，差 41.59');
  expect(className('zh-CN', classOf(finding!))).toBe('不一致');
  expect(Object.values(zhCN).filter((text) => text.includes('错账'))).toEqual([]);
});

test('a gap that rounding could explain but hardly does has a name of its own', () => {
  const parts = Array.from({ length: 9 }, (_, index): TermLiteral => [`表三!D${index + 7}`, '0.11']);
  const [finding] = resultOf(equation(['表三!D6', '1.03'], parts)).findings;
  expect(className('zh-CN', classOf(finding!))).toBe('疑似非四舍五入');
});

test('kinds of tables in a message are given their names', () => {
  expect(messageText('zh-CN', { id: 'skip.table-missing', data: { kind: 'procurement' } })).toBe('工作簿中没有可用的政府采购预算表');
});

test('cells are listed with the sheet named once', () => {
  expect(placeList('zh-CN', [place('表三!C7'), place('表三!C19'), place('表五!D7')])).toBe('表三!C7、C19、表五!D7');
  expect(placeList('zh-CN', [place('说明!A29'), place('说明!A29')])).toBe('说明!A29');
  expect(placeList('en', [place('表三!C7'), place('表三!C19')], 1)).toBe('表三!C7 and others, 2 cells in all');
});

test('an id without a text is a programming error', () => {
  expect(() => translate('zh-CN', 'no.such.message')).toThrow();
});

test('an equation is inspected term by term, with the interval of each figure and of both sums', () => {
  const { left, right } = inspect(
    equation(
      ['表三!C6', '6523.40'],
      [
        ['表三!C7', '1555.94'],
        ['表三!C19', '259.89'],
        ['表三!C24', '4707.56'],
        ['表三!C30', ''],
      ],
    ),
  );
  expect(left).toMatchObject({ unit: '万元', total: '6523.40', low: '6523.395', high: '6523.405' });
  expect(right).toMatchObject({ total: '6523.39', low: '6523.375', high: '6523.405' });
  expect(right.terms.map(({ value, low, high }) => [value, low, high])).toEqual([
    ['1555.94', '1555.935', '1555.945'],
    ['259.89', '259.885', '259.895'],
    ['4707.56', '4707.555', '4707.565'],
    ['', '0.00', '0.00'],
  ]);
});
