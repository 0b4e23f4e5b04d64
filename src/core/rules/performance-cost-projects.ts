/** The overall form (整体绩效) lists what each project may cost: that is the project's amount in the list of projects. */
import { judge } from '../interval';
import type { AmountRelation, Fact, Rule } from '../model';
import { moneyOf } from './performance-cost';
import { projectGist, similarity } from './project-names';
import { plus } from './select';

const RULE = 'performance-cost-projects';
/** Names that share this much may be one project when the amounts agree, too. */
const LIKELY = 0.5;
/** Names that share this much, and no other so much, are one project whatever the amounts say. */
const SURE = 0.8;

/**
 * 整体绩效成本指标＝项目金额.
 *
 *     整体绩效目标表 成本指标 社保政策宣传项目 ≤ 21 万元
 *     项目支出明细表 2024年社保政策宣传项目 12.00
 *
 * → 成本指标 21 ≠ 项目金额 12.00
 */
export const performanceCostProjects: Rule = {
  meta: {
    id: RULE,
    title: '整体绩效目标表的项目成本指标＝项目支出明细表该项目金额',
    basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）；成本指标应与预算数相匹配',
    severity: 'warning',
  },
  *relations(facts) {
    const listed = facts.facts.filter(
      (fact) => fact.table.kind === 'project-list' && fact.line === 'project' && fact.project !== null && isMain(fact),
    );
    for (const table of facts.tables) {
      for (const form of table.forms ?? []) {
        if (form.kind !== 'overall') continue;
        const costs = form.indicators
          .filter((indicator) => indicator.levels.some((level) => level?.includes('成本') === true))
          .flatMap((indicator) => moneyOf(table, form, indicator) ?? []);
        yield* pairs(costs, listed);
      }
    }
  },
};

function isMain(fact: Fact): boolean {
  return (
    fact.nature === 'project' && fact.year === 'current' && fact.part === undefined && (fact.fund === 'all' || fact.fund === 'general')
  );
}

interface Pair {
  readonly cost: Fact;
  readonly project: Fact;
  readonly alike: number;
}

function* pairs(costs: readonly Fact[], listed: readonly Fact[]): Iterable<AmountRelation> {
  const all = costs.flatMap((cost) =>
    listed.map((project): Pair => ({ cost, project, alike: similarity(projectGist(cost.label), projectGist(project.project ?? '')) })),
  );
  all.sort((a, b) => b.alike - a.alike);
  const taken = new Set<Fact>();
  for (const agreeing of [true, false]) {
    for (const pair of all) {
      if (taken.has(pair.cost) || taken.has(pair.project)) continue;
      const relation = relationOf(pair);
      if (agreeing ? pair.alike < LIKELY || judge(relation).verdict === 'mismatch' : !isOnly(pair, all)) continue;
      taken.add(pair.cost);
      taken.add(pair.project);
      yield relation;
    }
  }
}

/** No other cost and no other project is called nearly the same. */
function isOnly({ cost, project, alike }: Pair, all: readonly Pair[]): boolean {
  if (alike < SURE) return false;
  return all.every((other) => (other.cost === cost) === (other.project === project) || other.alike < LIKELY);
}

function relationOf({ cost, project }: Pair): AmountRelation {
  return {
    type: 'amount',
    rule: RULE,
    op: '=',
    left: plus([cost]),
    right: plus([project]),
    message: { id: 'rule.tables-agree', data: { label: cost.label } },
  };
}
