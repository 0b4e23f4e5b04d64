/** 城乡居民养老支出（类）: a 类 or 款 under which the tables do not have the account. */
import { BUILT_IN_CATALOGUE } from '../accounts';
import type { Facts, Label, Rule, WordingRelation } from '../model';
import { agrees, meaningIn, statementsOf, yearMeant } from '../narrative/claims';
import { plain } from '../narrative/accountNames';
import { isAbbreviation } from '../narrative/subjects';
import type { Statement } from '../narrative/statements';
import { wordsOf } from '../narrative/text';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-account-name';

/**
 * 说明所写的类、款名称.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称                             | 合计    | 基本支出 | 项目支出
 *              | 合计                                 | 2000.00 |          | 2000.00
 *     208      | 社会保障和就业支出                   | 2000.00 |          | 2000.00
 *     2082602  | 财政对城乡居民基本养老保险基金的补助 | 2000.00 |          | 2000.00
 *
 *     2024年部门预算情况说明
 *     一般公共预算支出的具体情况如下：
 *     城乡居民养老支出（类）财政对城乡居民基本养老保险基金的补助（项）2024年预算数为2000.00万元。
 *
 * → 警告：城乡居民养老支出（类） ≠ 社会保障和就业支出
 */
export const narrativeAccountName: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中（类）（款）名称与表中科目所属的类、款一致',
    basis: '《政府收支分类科目》：项属于款、款属于类；金额与表中该科目相同的才核对',
    severity: 'warning',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      for (const statement of statementsOf(facts, 'level')) {
        const { subject, figure } = statement;
        const path = subject?.path;
        if (!subject || !path || path.entry === null || yearMeant(statement, set) !== 'current') continue;
        const { readings } = meaningIn(facts, set, statement, subject, 'current');
        // Only the amount makes it certain which account is meant.
        const fact = readings.flatMap((reading) => (reading.length === 1 ? reading : [])).find((one) => agrees(figure, [one]));
        const code = fact?.account?.code;
        const label = facts.labels.find(
          ({ table, account }) => table === fact?.table && account.code === code && account.scheme === 'functional',
        );
        if (!code || !label || code.length !== 7) continue;
        for (const [name, length] of [
          [path.class, 3],
          [path.section, 5],
        ] as const) {
          const known = namesOf(facts, code.slice(0, length));
          if (name === null || known.length === 0 || known.some((other) => isSameName(name, other))) continue;
          yield relation(statement, name, label, code.slice(0, length), known[0] ?? '');
        }
      }
    }),
};

/** 人力资源和社会保障事务 is short for 人力资源和社会保障管理事务. */
function isSameName(written: string, known: string): boolean {
  const [a, b] = [plain(written), plain(known)];
  return isAbbreviation(a, b) || isAbbreviation(b, a);
}

/** Every name that the account has, or had, in the workbook's tables and the catalogue; today's first. */
function namesOf(facts: Facts, code: string): readonly string[] {
  const { entries } = facts.catalogue ?? BUILT_IN_CATALOGUE;
  const catalogued = entries.filter((entry) => entry.scheme === 'functional' && entry.code === code).map(({ name }) => name);
  const written = facts.labels.filter(({ account }) => account.scheme === 'functional' && account.code === code).map(({ name }) => name);
  return [...catalogued.reverse(), ...written];
}

function relation(statement: Statement, name: string, label: Label, code: string, expected: string): WordingRelation {
  const { line, sentence } = statement;
  const at = line.text.indexOf(name, line.text.indexOf(sentence));
  return {
    type: 'wording',
    rule: RULE,
    left: wordsOf(line, at, at + name.length + '(类)'.length),
    right: [],
    names: [label],
    expected,
    message: { id: 'rule.narrative-account-name', data: { name: label.name, code } },
  };
}
