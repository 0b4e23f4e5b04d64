/** A file of own relations: what is right is read, what is wrong is told with its line. */
import { parseOwnRelations } from '../../../src/core/own';
import { VOCABULARY } from '../../../src/core/own/words';
import { zhCN } from '../../../src/i18n/zh-CN';
import { messageText } from '../../../src/present/messages';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
const said = (text: string) => parseOwnRelations(text).problems.map((problem) => messageText('zh-CN', problem));

test('a relation in Chinese words', () => {
  const { relations, problems } = parseOwnRelations(
    lines(
      'relations:',
      '  - title: 接待费',
      '    left: { table: “三公”经费表, item: 公务接待费 }',
      '    op: ≥',
      '    right:',
      '      - { table: 一般公共预算基本支出表（部门预算支出经济分类）, account: [30217, "30299"], unit: 某局本级 }',
      '      - { table: 支出总表, line: 本年合计, nature: 基本支出, year: 上年, minus: true }',
      '    severity: 提示',
    ),
  );
  expect(problems).toEqual([]);
  expect(relations).toEqual([
    {
      title: '接待费',
      severity: 'info',
      op: '>=',
      left: [{ table: 'three-public', accounts: [], item: 'reception', sign: 1, words: '“三公”经费表 公务接待费' }],
      right: [
        {
          table: 'general-basic',
          accounts: [
            { scheme: 'economic-dept', code: '30217' },
            { scheme: 'economic-dept', code: '30299' },
          ],
          unit: '某局本级',
          sign: 1,
          words: '一般公共预算基本支出表（部门预算支出经济分类） 某局本级 30217 30299',
        },
        {
          table: 'dept-expenditure',
          accounts: [],
          line: 'current-total',
          nature: 'basic',
          year: 'last',
          sign: -1,
          words: '部门支出总表 本年合计 基本支出 上年',
        },
      ],
      note: '',
      basis: '',
    },
  ]);
});

test('JSON, ids of the engine, a list without its heading; error and = unless something else is said', () => {
  const { relations } = parseOwnRelations(
    '[{"title": "a", "left": {"table": "dept-summary", "side": "income"}, "right": {"table": "dept-income"}}]',
  );
  expect(relations).toMatchObject([{ op: '=', severity: 'error', left: [{ table: 'dept-summary', side: 'income', accounts: [] }] }]);
});

test.each(['', '# 还没有\n', 'relations:\n', 'relations: []\n', '\ufeffrelations: []'])('%j is no relations', (text) => {
  expect(parseOwnRelations(text)).toEqual({ relations: [], problems: [] });
});

const ENTRY = ['relations:', '  - title: 甲', '    left: { table: 支出总表 }', '    right: { table: 收入总表 }'];

test.each<[string, string, string | RegExp]>([
  ['a full-width colon', lines('relations：', '  - title: 甲'), /^自定义关系第 [12] 行/],
  ['a tab', lines('relations:', '\t- title: 甲'), '自定义关系第 2 行用了制表符缩进：请改用空格。'],
  ['an open bracket', lines(...ENTRY, '    note: "甲'), /^自定义关系第 \d 行写法有误/],
  ['another top', lines('rules:', '  - title: 甲'), '自定义关系第 1 行：文件应以“relations:”开头，下面用“- ”逐条列出。'],
  ['an entry that is a word', lines('relations:', '  - 甲'), '自定义关系第 2 行应是“字段: 值”：冒号须用半角，后面空一格。'],
  ['no left side', lines('relations:', '  - title: 甲', '    right: { table: 支出总表 }'), '自定义关系第 2 行的一条缺少“left”。'],
  ['an unknown field', lines(...ENTRY, '    tolerance: 5'), /^自定义关系第 5 行的字段“tolerance”不认识。/],
  [
    'an unknown field of a term',
    lines('relations:', '  - title: 甲', '    left:', '      table: 支出总表', '      colour: 红', '    right: { table: 收入总表 }'),
    /^自定义关系第 5 行的字段“colour”不认识。/,
  ],
  [
    'an unknown table',
    lines('relations:', '  - title: 甲', '    left: { table: 支出总表 }', '    right:', '      - table: 收支表'),
    /^自定义关系第 5 行：table 不能是“收支表”。可用：部门收支总表、/,
  ],
  ['>= without quotes', lines(...ENTRY, '    op: >='), /^自定义关系第 [56] 行写法有误/],
  ['an unknown operator', lines(...ENTRY, '    op: 约等于'), '自定义关系第 5 行：op 不能是“约等于”。可用：等于、≤、≥。'],
  [
    'a code that is none',
    lines('relations:', '  - title: 甲', '    left: { table: 支出总表, account: [208, 9999] }', '    right: { table: 收入总表 }'),
    /^自定义关系第 3 行：“9999”不是科目编码/,
  ],
  [
    'an empty side',
    lines('relations:', '  - title: 甲', '    left: []', '    right: { table: 收入总表 }'),
    '自定义关系第 3 行：left 不能为空。',
  ],
  ['a title twice', lines(...ENTRY, ...ENTRY.slice(1)), '自定义关系第 5 行：标题“甲”与第 2 行重复，请改成不同的标题。'],
  ['a field twice', lines(...ENTRY, '    title: 乙'), '自定义关系第 5 行的字段在同一条中写了两次：请删去一个。'],
  [
    'yes for true',
    lines(...ENTRY.slice(0, 3), '    right: { table: 收入总表, minus: yes }'),
    '自定义关系第 4 行：minus 只能是 true 或 false。',
  ],
  ['a list for a word', lines(...ENTRY, '    note: [1]'), '自定义关系第 5 行：note 应是一个词或编码。'],
])('%s is told with its line', (_, text, expected) => {
  const [first] = said(text);
  if (typeof expected === 'string') expect(first).toBe(expected);
  else expect(first).toMatch(expected);
});

test('what is right beside it is still read', () => {
  const { relations, problems } = parseOwnRelations(lines(...ENTRY, '  - title: 乙'));
  expect(relations.map(({ title }) => title)).toEqual(['甲']);
  expect(problems).toHaveLength(2);
});

test.each([
  [
    'anchors that unfold without end',
    lines('a: &a [x,x,x,x,x,x,x,x,x,x]', ...[...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(10)}]`)),
  ],
  ['a file of a megabyte', 'x'.repeat(1_000_000)],
  ['a tag of a program', '!!js/function "return 1"'],
  ['a key of the prototype', '__proto__: { relations: [] }'],
])('%s does no harm', (_, text) => {
  const { relations, problems } = parseOwnRelations(text);
  expect(relations).toEqual([]);
  expect(problems).toHaveLength(1);
});

describe('the words are those that the product itself uses', () => {
  const NAMES = { table: 'kind', nature: 'meaning.nature', fund: 'meaning.fund', item: 'meaning.item', severity: 'severity' } as const;
  test.each(Object.entries(NAMES))('%s', (field, prefix) => {
    const { ids, idOf } = VOCABULARY[field as keyof typeof NAMES];
    for (const id of ids) {
      const name = (zhCN as Readonly<Record<string, string>>)[`${prefix}.${id}`];
      expect([id, name && idOf(name)]).toEqual([id, id]);
    }
  });

  test('no word means two things', () => {
    for (const { ids, names, idOf } of Object.values(VOCABULARY)) expect(names.map((name) => idOf(name))).toEqual(ids);
  });
});
