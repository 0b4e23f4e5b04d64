/** The tables that a workbook's own 目录 lists are there. Sets of tables differ by province: never against a fixed set. */
import type { ContentsEntry } from '../contents';
import type { Facts, Rule, StatedCell, Table } from '../model';
import { compact, stripOrdinal } from '../recognise/text';
import { similarity } from './project-names';

const RULE = 'contents-tables';
/** Titles this alike are one title, whatever year, department and ordinal stand before it. */
const ALIKE = 0.8;

/**
 * 目录所列各表齐全.
 *
 *     目录
 *     编号 | 表名
 *     1    | 部门收支总表
 *     2    | 部门收入总表
 *
 *     部门收支总表
 *     收入     | 预算数 | 支出     | 预算数
 *     收入总计 | 100.00 | 支出总计 | 100.00
 *
 * → 提示：部门收入总表 ≠
 */
export const contentsTables: Rule = {
  meta: {
    id: RULE,
    title: '目录所列的表在工作簿中',
    basis: '财预〔2016〕143号：按规定的表格全面公开，不得遗漏',
    severity: 'info',
  },
  *relations(facts) {
    const { contents = [] } = facts;
    // a list of which nothing is there belongs to another document; blank forms promise nothing
    const found = present(facts, contents);
    if (![...found.values()].some((table) => table.template !== true)) return;
    for (const entry of contents) {
      const table = found.get(entry) ?? null;
      const home = facts.tables.find(({ sheet }) => sheet === entry.cell.sheet) ?? facts.tables[0];
      if (!home) continue;
      yield {
        type: 'cell',
        rule: RULE,
        class: 'label',
        holds: table !== null,
        left: [{ table: home, cell: entry.cell, text: entry.text, label: entry.number ?? '' }],
        right: table === null ? [] : [titleOf(table)],
        stated: titleIn(entry),
        expected: table?.title ?? '',
        message: { id: 'rule.contents-tables', data: { title: titleIn(entry) } },
      };
    }
  },
};

/** Without the bullet and the ordinal before it. */
function titleIn({ text }: ContentsEntry): string {
  return stripOrdinal(compact(text).replace(/^[-—·•*]+/, ''));
}

function titleOf(table: Table): StatedCell {
  return { table, cell: { sheet: table.sheet, row: table.range.top, column: table.range.left }, text: table.title, label: '' };
}

/** Entry → its table: the sheet of that name, else the table of that kind with the most similar title, each table once. */
function present(facts: Facts, contents: readonly ContentsEntry[]): ReadonlyMap<ContentsEntry, Table> {
  const found = new Map<ContentsEntry, Table>();
  const taken = new Set<Table>();
  const take = (entry: ContentsEntry, table: Table): void => {
    found.set(entry, table);
    taken.add(table);
  };
  for (const entry of contents) {
    const named = facts.tables.find((table) => entry.number !== null && table.sheet === entry.number && table.kind !== 'narrative');
    if (named) take(entry, named);
  }
  const pairs = contents.flatMap((entry) =>
    facts.tables
      .map((table) => ({ entry, table, alike: similarity(table.title, titleIn(entry)) }))
      .filter(({ table, alike }) => table.kind === entry.kind || alike >= ALIKE),
  );
  pairs.sort((a, b) => b.alike - a.alike);
  for (const { entry, table } of pairs) if (!found.has(entry) && !taken.has(table)) take(entry, table);
  return found;
}
