/**
 * Expenditure told in another way than the published tables do (by economic class with all natures, by function with economic
 * classes across, 基本支出 of all money), against the tables that tell the same by function or by nature.
 */
import type { AmountRelation, Fact, Facts, Fund, Nature, Rule, Table, TableKind } from '../model';
import { figuresOf, isTwoSided, mainFund, plus, select, totalOf } from './select';
import { setOf } from './table-sets';
import { tie } from './ties';

const RULE = 'economic-expenditure';

const BY_FUNCTION: Partial<Record<Fund, TableKind>> = {
  all: 'dept-expenditure',
  fiscal: 'fiscal-expenditure',
  general: 'general-expenditure',
};

const NATURES = ['all', 'basic', 'project'] as const;

/** Tables of one nature by the same classification; both count the general budget. */
const BY_NATURE: readonly { readonly nature: Nature; readonly kinds: readonly TableKind[] }[] = [
  { nature: 'basic', kinds: ['general-basic', 'general-basic-gov'] },
  { nature: 'project', kinds: ['general-project', 'general-project-gov'] },
];

/**
 * 支出表（经济分类）＝支出表（功能分类）；基本支出＝基本支出表.
 *
 *     一般公共预算支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出
 *              | 合计         | 50.00 | 45.00    | 5.00
 *     301      | 工资福利支出 | 50.00 | 45.00    | 5.00
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称     | 合计  | 人员经费 | 公用经费
 *              | 合计         | 44.00 | 44.00    |
 *     301      | 工资福利支出 | 44.00 | 44.00    |
 *
 * → 错误：45.00 ≠ 44.00
 */
export const economicExpenditure: Rule = {
  meta: {
    id: RULE,
    title: '支出表（经济分类等）＝支出表（功能分类）合计及各功能科目；其基本支出、项目支出＝基本支出表、项目支出表各科目',
    basis: '同一口径的支出按功能分类与按经济分类列示，合计相等（财预〔2017〕98号；财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      if (table.kind !== 'other' || table.panels.length === 0 || isTwoSided(table)) continue;
      const fund = mainFund(table) ?? 'all';
      const set = setOf(facts, table);
      const kind = BY_FUNCTION[fund];
      const functional = kind && set?.get(kind);
      if (functional) {
        yield* totals(facts, table, functional);
        for (const nature of NATURES) yield* accounts(facts, table, functional, nature);
      }
      if (fund !== 'general') continue;
      for (const { nature, kinds } of BY_NATURE) {
        for (const detail of kinds.flatMap((one) => set?.get(one) ?? [])) yield* accounts(facts, table, detail, nature);
      }
    }
  },
};

function* totals(facts: Facts, table: Table, functional: Table): Iterable<AmountRelation> {
  for (const nature of NATURES) {
    const left = totalOf(facts, table, { nature });
    yield* tie(RULE, plus(left), plus(totalOf(facts, functional, { nature })), { label: named(left) });
  }
}

/** Every account that both tables list; a table by function has none of the economic ones. */
function* accounts(facts: Facts, table: Table, detail: Table, nature: Nature): Iterable<AmountRelation> {
  const listed = new Map(
    select(facts, table, { line: 'account', nature }).flatMap(({ account }) => (account ? [[account.code, account]] : [])),
  );
  for (const account of listed.values()) {
    const left = select(facts, table, { account, nature });
    yield* tie(RULE, plus(left), plus(figuresOf(facts, detail, account, { nature })), { label: named(left) });
  }
}

/** Row and column, as the three natures stand beside one another. */
function named([first]: readonly Fact[]): string {
  return first ? `${first.label} ${first.columnLabel}`.trim() : '';
}
