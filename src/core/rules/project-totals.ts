/** The list of projects against 项目支出 of the expenditure tables: in total, by function, by unit. */
import { append } from '../group';
import type { AmountRelation, Fact, Facts, Rule, Table } from '../model';
import { counterpart } from './counterpart';
import { figuresOf, indexOf, plus, select, totalOf } from './select';
import { across, setOf } from './table-sets';
import { tie } from './ties';

const RULE = 'project-totals';

/**
 * 项目支出＝项目明细.
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 68.00 | 60.00    | 8.00
 *     208      | 社会保障和就业支出 | 68.00 | 60.00    | 8.00
 *
 *     项目支出明细表
 *     项目名称 | 合计
 *     合计     | 9.00
 *     培训项目 | 5.00
 *     仲裁项目 | 4.00
 *
 * → 错误：8.00 ≠ 9.00
 */
export const projectTotals: Rule = {
  meta: {
    id: RULE,
    title: '支出表项目支出＝项目支出明细表：合计、按科目、按单位',
    basis: '项目支出明细表是支出表项目支出的展开（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['project-list'], function* (list) {
      const whole = select(facts, list, { line: 'grand-total', nature: 'project', fund: wholeFund(facts, list) });
      const set = setOf(facts, list);
      const table = counterpart(facts, set, wholeFund(facts, list), 'project');
      if (!table) return;
      const total = totalOf(facts, table, { nature: 'project' });
      yield* tie(RULE, plus(total), plus(whole), { label: total[0]?.columnLabel ?? '' });
      yield* byFunction(facts, table, list);
      yield* byUnit(facts, table, list);
      yield* byUnitAndFunction(facts, table, list);
    });
  },
};

function wholeFund(facts: Facts, list: Table): 'all' | 'general' {
  return (indexOf(facts).byTable.get(list) ?? []).some((fact) => fact.fund === 'all' && fact.nature === 'project') ? 'all' : 'general';
}

function* byFunction(facts: Facts, table: Table, list: Table): Iterable<AmountRelation> {
  const fund = wholeFund(facts, list);
  const projects = (indexOf(facts).byTable.get(list) ?? []).filter(
    (fact) => fact.line === 'project' && fact.nature === 'project' && fact.fund === fund && fact.year === 'current',
  );
  // every project must say its function, or the sums are of some of them only
  if (projects.length === 0 || projects.some((fact) => fact.account === null)) return;
  for (const code of new Set(projects.map((fact) => fact.account?.code ?? ''))) {
    const account = { scheme: 'functional', code } as const;
    const left = select(facts, table, { account, nature: 'project' });
    const right = projects.filter((fact) => fact.account?.code === code);
    yield* tie(RULE, plus(left), plus(right));
  }
}

function* byUnit(facts: Facts, table: Table, list: Table): Iterable<AmountRelation> {
  const units = (of: Table, nature: 'project', fund?: 'all' | 'general'): Map<string, Fact[]> => {
    const found = new Map<string, Fact[]>();
    for (const fact of select(facts, of, { line: 'organisation', nature, ...(fund ? { fund } : {}) })) {
      if (fact.organisation !== null) append(found, fact.organisation, fact);
    }
    return found;
  };
  const left = units(table, 'project');
  for (const [unit, right] of units(list, 'project', wholeFund(facts, list))) {
    const same = left.get(unit);
    if (same?.length === 1 && right.length === 1) yield* tie(RULE, plus(same), plus(right), { label: unit });
  }
}

/** A unit's function with its projects below it, against the unit's row of that function. */
function* byUnitAndFunction(facts: Facts, table: Table, list: Table): Iterable<AmountRelation> {
  for (const fact of select(facts, list, { line: 'account', nature: 'project', fund: wholeFund(facts, list) })) {
    if (fact.account === null || fact.organisation === null) continue;
    const left = figuresOf(facts, table, fact.account, { nature: 'project', organisation: fact.organisation });
    if (left.length === 1) yield* tie(RULE, plus(left), plus([fact]));
  }
}
