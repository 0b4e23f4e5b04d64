/** 帮贫解困项目5万元: amounts of the text that name a project, against the list of projects. */
import { append } from '../group';
import { holds } from '../judge-narrative';
import type { Fact, NarrativeRelation, Rule } from '../model';
import { preciseAs, said, stated, statementsOf } from '../narrative/claims';
import type { Statement } from '../narrative/statements';
import { listedProjects, matchProjects, projectGist, similarity } from './project-names';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-project';
/** The unit before the project's name: 就业局金保工程网络维护项目. */
const UNIT = /^[\p{sc=Han}()]{1,14}?(?:局|委|中心|办|所|院|站)(?=[\p{sc=Han}]{3})/u;

/**
 * 说明与项目明细.
 *
 *     2024年项目支出明细表
 *     项目名称               | 合计
 *     合计                   | 9.00
 *     2024年劳动保障仲裁项目 | 4.00
 *     2024年帮贫解困项目     | 5.00
 *
 *     2024年部门整体支出绩效目标表
 *     部门名称       | 某局                                                                    |          |          |          |
 *     部门支出预算数 | 9.00                                                                    |          |          |          |
 *     年度总体目标   | 2024年使用财政资金9万元，其中劳动保障仲裁项目7万元、帮贫解困项目5万元。 |          |          |          |
 *     一级指标       | 指标名称                                                                | 指标权重 | 计量单位 | 指标性质 | 指标值
 *     产出指标       | 受理案件                                                                | 100      | 件       | ≥       | 300
 *
 * → 警告：7 ≠ 4.00
 */
export const narrativeProject: Rule = {
  meta: {
    id: RULE,
    title: '说明和整体绩效目标中点名的项目，金额与项目支出明细一致',
    basis: '项目名称唯一相近的才核对；金额相同的优先认作同一项目',
    severity: 'warning',
  },
  relations: (all) =>
    byDepartment(all, function* (facts) {
      const listed = listedProjects(facts);
      if (listed.length === 0) return;
      const all = statementsOf(facts, 'level');
      const named = all.filter(
        ({ subject, figure, approximate, of }) =>
          figure.unit !== null &&
          !approximate &&
          !of &&
          (subject === null || subject.soft || subject.name !== undefined) &&
          namesProject(figure.label),
      );
      const bySheet = new Map<Statement['line']['paragraph']['table'], Statement[]>();
      for (const statement of named) {
        const { table } = statement.line.paragraph;
        append(bySheet, table, statement);
      }
      for (const [table, statements] of bySheet) {
        const agrees = (statement: Statement, project: Fact): boolean => holds(relationOf(statement, project));
        const matches = matchProjects(statements, listed, alike, agrees);
        if (matches.length === listed.length) {
          const sum = sumOf(all, new Set(matches.map(({ item }) => item)));
          if (sum) yield sum;
        }
        for (const { item, project, agrees: same } of matches) {
          // The running text may tell a part of a project's money.
          const hint = !same && table.kind === 'narrative' ? { severity: 'info' as const } : {};
          yield { ...relationOf(item, project), ...hint };
        }
      }
    }),
};

/** A sentence that tells every project of the list, and 人员 and 公用 or 基本 beside them, tells the whole: its first amount. */
function sumOf(all: readonly Statement[], projects: ReadonlySet<Statement>): NarrativeRelation | null {
  const [first] = projects;
  const [whole, ...parts] = all.filter(({ line }) => line === first?.line);
  if (!whole || parts.some(({ figure, approximate }) => approximate || figure.unit !== whole.figure.unit)) return null;
  const inLine = parts.filter((part) => projects.has(part));
  const natures = parts.filter((part) => !projects.has(part)).map(({ subject }) => subject?.nature ?? '');
  if (inLine.length !== projects.size || !['basic', 'operating,staff'].includes([...natures].sort().join(','))) return null;
  const decimals = Math.max(...[whole, ...parts].map(({ figure }) => figure.value.scale));
  // 19.7234 among amounts of two digits: the others are rounded.
  const own = Math.min(decimals, whole.figure.value.scale);
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said({ ...whole.figure, decimals: own })],
    right: parts.map(({ figure }) => said({ ...figure, decimals: Math.max(own, figure.value.scale) })),
    message: { id: 'rule.narrative-sum', data: { count: String(parts.length) } },
  };
}

function namesProject(words: string): boolean {
  return /项目|工程|专项/.test(words) && projectGist(words).length >= 4;
}

function alike({ figure: { label } }: Statement, project: string): number {
  const gist = projectGist(project);
  return Math.max(similarity(projectGist(label), gist), similarity(projectGist(label.replace(UNIT, '')), gist));
}

function relationOf({ figure }: Statement, project: Fact): NarrativeRelation {
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said(preciseAs(figure, project))],
    right: stated([project]),
    message: { id: 'rule.narrative-project', data: { project: project.project ?? '' } },
  };
}
