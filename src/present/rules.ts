/** Which question this file answers: what is a rule called, what does it check and on what does it rest. */
import type { RuleMeta } from '../core/model';
import { OWN_PREFIX } from '../core/own';
import { RULES } from '../core/rules';
import { translate, type Locale, type MessageId } from '../i18n';
import { zhCN } from '../i18n/zh-CN';

const METAS: ReadonlyMap<string, RuleMeta> = new Map(RULES.map((rule) => [rule.meta.id, rule.meta]));

/** The short name of a rule; a bureau's own goes by its title, as does one without a name; an unknown one by its id. */
export function ruleTitle(locale: Locale, id: string): string {
  if (id.startsWith(OWN_PREFIX)) return id.slice(OWN_PREFIX.length);
  const name = `rule-name.${id}`;
  return isMessage(name) ? translate(locale, name) : (METAS.get(id)?.title ?? id);
}

/** The rule's equation in full and its basis, as a reviewer says them (Chinese: they quote Chinese regulations). */
export function ruleMeta(id: string): RuleMeta | null {
  return METAS.get(id) ?? null;
}

/** Every rule of the product, in the order of the catalogue. */
export function allRules(): readonly RuleMeta[] {
  return [...METAS.values()];
}

function isMessage(id: string): id is MessageId {
  return id in zhCN;
}
