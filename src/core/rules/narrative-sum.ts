/** A万元，其中：B、C、D: the sum inside a sentence, and the sum of the changes that it states. */
import type { Facts, NarrativeRelation, NarrativeTerm, Rule, TextFigure } from '../model';
import { countBySheet, meaningIn, preciseAs, said, slippedUnit, statementsOf } from '../narrative/claims';
import { isComplete } from '../narrative/complete';
import { narrativeOf } from '../narrative';
import type { Statement } from '../narrative/statements';
import type { TableSet } from './table-sets';
import { skip } from './skip';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-sum';

/**
 * 句内合计.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     支出情况
 *     一般公共预算财政拨款支出6870.64万元，其中：基本支出1449.13万元；项目支出5463.1万元。
 *
 * → 错误：6870.64 ≠ 6912.23
 */
export const narrativeSum: Rule = {
  meta: {
    id: RULE,
    title: '预算说明一句之中，总数等于所列各项之和（比上年增减额亦同）',
    basis: '“其中”各项列全时，各项之和等于总数；是否列全以科目关系和表中数为准',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      const { statements, listings } = narrativeOf(facts);
      const changes = new Map(
        statements.flatMap((statement) => (statement.kind === 'change' && statement.of ? [[statement.of, statement] as const] : [])),
      );
      const open: Statement[] = [];
      for (const { kind, whole, parts } of listings) {
        if (kind === 'count' || whole.section.topic === 'none') continue;
        if (parts.length < 2 || [whole, ...parts].some(({ approximate }) => approximate) || !isComplete(facts, set, whole, parts)) {
          open.push(whole);
          continue;
        }
        yield relationOf(facts, set, whole, parts, kind);
        const change = kind === 'level' ? changes.get(whole) : undefined;
        const ofParts = parts.map((part) => changes.get(part) ?? (part.figure.value.units === 0n ? null : undefined));
        if (change && !change.unchanged && ofParts.every((part) => part !== undefined)) {
          const known = ofParts.flatMap((part) => (part && !part.unchanged ? [part] : []));
          if (known.length > 0) yield relationOf(facts, set, change, known, 'change');
        }
      }
      for (const statement of statementsOf(facts, 'change')) {
        const { of, since } = statement;
        if (!of || !since || [statement, of, since].some(({ approximate }) => approximate)) continue;
        const made = relationOf(facts, set, statement, [of, since], 'change');
        yield { ...made, right: made.right.map((term, i): NarrativeTerm => (i === 1 ? { ...term, sign: -1 } : term)) };
      }
      for (const [sheet, count] of countBySheet(open)) yield skip(RULE, 'skip.narrative-list-open', { count: String(count) }, sheet);
    }),
};

function relationOf(
  facts: Facts,
  set: TableSet,
  whole: Statement,
  parts: readonly Statement[],
  kind: 'level' | 'change',
): NarrativeRelation {
  const figures = [whole, ...parts].map((statement) => read(facts, set, statement));
  const most = figures.reduce((decimals, { value, decimals: own }) => Math.max(decimals, value.scale, own), 0);
  const [left, ...right] = figures.map((figure) => ({ ...figure, decimals: most }));
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: left ? [said(left, whole.sign)] : [],
    right: right.map((figure, i) => said(figure, parts[i]?.sign ?? 1)),
    message: { id: kind === 'change' ? 'rule.narrative-sum-change' : 'rule.narrative-sum', data: { count: String(parts.length) } },
  };
}

/** As precise as the table figure it names; a unit that has slipped (23元 for 23万元) has its own finding and is read as meant. */
function read(facts: Facts, set: TableSet, statement: Statement): TextFigure {
  if (!statement.subject) return statement.figure;
  const { readings } = meaningIn(facts, set, statement, statement.subject, 'current');
  const meant = slippedUnit(statement.figure, readings);
  const figure = meant ? { ...statement.figure, unit: meant.unit, measure: meant.unit } : statement.figure;
  return preciseAs(figure, readings[0]?.[0]);
}
