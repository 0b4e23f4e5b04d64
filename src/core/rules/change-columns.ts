/** A column that states by how much amounts changed (增减额): this year's figure less last year's, row by row. */
import { groupBy } from '../group';
import { holds } from '../interval';
import type { AmountRelation, Fact, Facts, Rule } from '../model';
import { indexOf, measureKey, minus, plus } from './select';
import { skip } from './skip';

const RULE = 'change-columns';
/** Fewer rows that hold do not show what the column compares. */
const LEAST_ROWS = 3;
/** Of so many rows that hold one may be broken. */
const HELD_TO_BROKEN = 3;

/**
 * 增减额＝本年数－上年数.
 *
 *     2024年一般公共预算支出表
 *     科目编码 | 科目名称           | 2023年预算数 | 2024年预算数 | 增减额
 *              | 合计               | 90.00        | 100.00       | 10.00
 *     205      | 教育支出           | 30.00        | 35.00        | 5.00
 *     208      | 社会保障和就业支出 | 40.00        | 38.00        | -2.00
 *     210      | 卫生健康支出       | 20.00        | 27.00        | 17.00
 *
 * → 警告：17.00 ≠ 7.00
 */
export const changeColumns: Rule = {
  meta: {
    id: RULE,
    title: '增减额＝本年数－上年数（多数行相等时才核对）',
    basis: '财预〔2016〕143号：公开预算收支的增减变化',
    severity: 'warning',
  },
  *relations(facts) {
    const columns = groupBy(facts.changes ?? [], ({ table, cell }) => `${table.index} ${cell.column}`);
    for (const changes of columns.values()) {
      const [first] = changes;
      const readings = readingsOf(facts, changes).map((relations) => ({ relations, held: relations.filter(holds).length }));
      const best = readings.reduce<(typeof readings)[number] | null>((most, one) => (most && most.held >= one.held ? most : one), null);
      if (!first || !best) continue;
      const broken = best.relations.length - best.held;
      if (best.held >= LEAST_ROWS && broken * HELD_TO_BROKEN <= best.held) yield* best.relations;
      else yield skip(RULE, 'skip.change-unclear', { column: first.columnLabel }, first.table.sheet);
    }
  },
};

/** One reading for every amount that a table states of both years: of which rows it could be the change. */
function readingsOf(facts: Facts, changes: readonly Fact[]): readonly (readonly AmountRelation[])[] {
  const pairs = changes.flatMap((change) => {
    // a blank says nothing
    if (change.value === null) return [];
    const row = indexOf(facts).byRow.get(change.row) ?? [];
    return row.flatMap((current) => {
      if (current.year !== 'current' || current.stage !== undefined) return [];
      const last = row.find((fact) => measureKey(fact) === measureKey({ ...current, year: 'last' }));
      return last ? [{ measure: measureKey(current), relation: relationOf(change, current, last) }] : [];
    });
  });
  return [...groupBy(pairs, ({ measure }) => measure).values()].map((same) => same.map(({ relation }) => relation));
}

function relationOf(change: Fact, current: Fact, last: Fact): AmountRelation {
  const message = { id: 'rule.change-columns', data: { label: change.label, column: change.columnLabel } };
  return { type: 'amount', rule: RULE, op: '=', left: plus([change]), right: [...plus([current]), ...minus([last])], message };
}
