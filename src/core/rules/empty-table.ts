/** A published table without a figure says why it is empty: in a note of its own, or in the running text. */
import { isZero } from '../amount';
import type { Facts, Rule, Table, TableKind } from '../model';
import { compact } from '../recognise/text';
import { indexOf } from './select';

const RULE = 'empty-table';

/** Kinds that are often rightly empty, and the words that the running text names them by. */
const OFTEN_EMPTY: readonly { readonly kind: TableKind; readonly words: RegExp }[] = [
  { kind: 'gov-fund', words: /政府性基金/ },
  { kind: 'state-capital', words: /国有资本/ },
  { kind: 'three-public', words: /三公/ },
  { kind: 'procurement', words: /政府采购/ },
];
const NOTHING = /无|没有|未安排|未发生|不涉及|不存在|空表|为空|为零|0(?:\.0+)?(?:万?元|$|[,，。;；、])/;

/**
 * 空表有说明.
 *
 *     部门收支总表
 *     收入     | 预算数 | 支出     | 预算数
 *     收入总计 | 100.00 | 支出总计 | 100.00
 *
 *     政府性基金预算支出表
 *     科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
 *              | 合计     |      |          |
 *
 * → 提示：政府性基金预算支出表 ≠
 */
export const emptyTable: Rule = {
  meta: {
    id: RULE,
    title: '没有数字的表说明原因',
    basis: '财预〔2016〕143号：没有数据的表格应列出空表并说明',
    severity: 'info',
  },
  *relations(facts) {
    for (const { kind, words } of OFTEN_EMPTY) {
      for (const table of facts.tables.filter((other) => other.kind === kind && !other.template)) {
        if ((indexOf(facts).byTable.get(table) ?? []).some((fact) => fact.value !== null && !isZero(fact.value))) continue;
        yield {
          type: 'cell',
          rule: RULE,
          class: 'label',
          holds: saysWhy(facts, table, words),
          left: [
            {
              table,
              cell: { sheet: table.sheet, row: table.range.top, column: table.range.left },
              text: table.title,
              label: '',
            },
          ],
          right: [],
          stated: table.title,
          expected: '',
          message: { id: 'rule.empty-table', data: { title: table.title } },
        };
      }
    }
  },
};

/** A note of the table, or a sentence of the text that names its money. */
function saysWhy(facts: Facts, table: Table, words: RegExp): boolean {
  if (table.notes.some((note) => NOTHING.test(compact(note)))) return true;
  return (facts.paragraphs ?? []).some(({ text }) =>
    compact(text)
      .split(/[。；;]/)
      .some((sentence) => words.test(sentence) && NOTHING.test(sentence)),
  );
}
