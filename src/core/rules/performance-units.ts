/** A project is carried out by the same unit in its performance form and in the list of projects. */
import type { Facts, Row, Rule, StatedCell } from '../model';
import { projectKey } from './project-names';

const RULE = 'performance-units';

/**
 * 实施单位一致.
 *
 *     项目支出明细表
 *     单位名称     | 项目名称 | 合计
 *                  | 合计     | 12.00
 *     人事考试中心 | 培训项目 | 12.00
 *
 *     项目绩效目标表
 *     项目名称 | 培训项目 | 实施单位 | 就业服务中心 |          |
 *     当年预算 | 12.00    |          |              |          |
 *     一级指标 | 指标名称 | 指标权重 | 计量单位     | 指标性质 | 指标值
 *     产出指标 | 培训人次 | 100      | 人次         | ≥       | 500
 *
 * → 警告：就业服务中心 ≠ 人事考试中心
 */
export const performanceUnits: Rule = {
  meta: {
    id: RULE,
    title: '项目绩效目标表的实施单位＝项目支出明细表中该项目的单位',
    basis: '绩效目标与项目预算同步编报，责任单位一致（财预〔2015〕88号）',
    severity: 'warning',
  },
  *relations(facts) {
    const listed = unitsListed(facts);
    for (const table of facts.tables) {
      const names = (table.forms ?? []).map((form) => projectKey(form.project?.text ?? ''));
      for (const { project, organisation } of table.forms ?? []) {
        if (!project || !organisation) continue;
        const key = projectKey(project.text);
        const units = listed.get(key) ?? [];
        const [unit] = units;
        // two projects of one name cannot be told apart
        if (!unit || units.length > 1 || names.filter((name) => name === key).length > 1) continue;
        yield {
          type: 'cell',
          rule: RULE,
          class: 'label',
          holds: sameUnit(organisation.text, unit.text),
          left: [{ table, cell: organisation.cell, text: organisation.text, label: project.text }],
          right: [unit],
          stated: organisation.text,
          expected: unit.text,
          message: { id: 'rule.performance-units', data: { project: project.text } },
        };
      }
    }
  },
};

/** Code and place before the name, 本级 behind it: 「139001-某市某区财政局本级」 is 「财政局」. */
function unitKey(name: string): string {
  return projectKey(name)
    .replace(/^[\d-]+/, '')
    .replace(/\(?(?:本级|机关)\)?$/, '')
    .replace(/^(?:[^省市区县州旗]*(?:省|自治区|市|区|县|自治州|州|旗))+(?=.{3})/, '');
}

function sameUnit(a: string, b: string): boolean {
  const [left, right] = [unitKey(a), unitKey(b)];
  return isWithin(left, right) || isWithin(right, left);
}

/** Short forms leave characters out and keep the order: 「人社局」 is 「人力资源和社会保障局」. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const symbol of long) if (symbol === short[at]) at += 1;
  return at >= short.length;
}

/** Project → the unit's row that it stands under, once for each row of the project. */
function unitsListed(facts: Facts): ReadonlyMap<string, readonly StatedCell[]> {
  const units = new Map<string, StatedCell[]>();
  for (const table of facts.tables.filter(({ kind }) => kind === 'project-list')) {
    const rows = table.panels.flatMap((panel) => panel.rows);
    const headings = unitRows(rows);
    for (const row of rows) {
      if (row.line !== 'project' || row.project === null || row.organisation === null) continue;
      const unit = headings.get(row.organisation) ?? row.nameCell;
      if (!unit) continue;
      const key = projectKey(row.project);
      const listed = units.get(key) ?? [];
      listed.push({ table, cell: unit, text: row.organisation, label: row.project });
      units.set(key, listed);
    }
  }
  return units;
}

/** Unit → the name of its first row. */
function unitRows(rows: readonly Row[]): ReadonlyMap<string, Row['nameCell']> {
  const named = new Map<string, Row['nameCell']>();
  for (const { line, organisation, nameCell } of rows)
    if (line === 'organisation' && organisation !== null && !named.has(organisation)) named.set(organisation, nameCell);
  return named;
}
