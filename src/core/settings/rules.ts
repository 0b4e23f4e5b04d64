/** Which rules are applied, and how severe are they, when the user has a say? */
import type { Relation, Rule, Severity, Skipped } from '../model';
import { isSkip, skip } from '../rules/skip';
import type { RuleSetting } from './model';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export interface RulesAsSet {
  readonly rules: readonly Rule[];
  /** The rules that the user switched off: not checked, and that is said. */
  readonly off: readonly Skipped[];
}

export function rulesAsSet(rules: readonly Rule[], settings: readonly RuleSetting[] = []): RulesAsSet {
  const said = new Map(settings.map((setting) => [setting.rule, setting]));
  const isOff = ({ meta }: Rule): boolean => said.get(meta.id)?.off === true;
  return {
    rules: rules.filter((rule) => !isOff(rule)).map((rule) => withSeverity(rule, said.get(rule.meta.id)?.severity)),
    off: rules.filter(isOff).map(({ meta }) => skip(meta.id, 'skip.rule-off')),
  };
}

/** The rule with another severity. Where the rule calls some of its relations less severe than itself, they stay so. */
function withSeverity(rule: Rule, severity: Severity | undefined): Rule {
  if (severity === undefined || severity === rule.meta.severity) return rule;
  const { meta } = rule;
  const adapted = (relation: Relation): Relation => {
    const own = relation.severity ?? meta.severity;
    const softer = RANK[own] < RANK[meta.severity] && RANK[own] < RANK[severity];
    return { ...relation, severity: softer ? own : severity };
  };
  return {
    meta: { ...meta, severity },
    *relations(facts) {
      for (const made of rule.relations(facts)) yield isSkip(made) ? made : adapted(made);
    },
  };
}
