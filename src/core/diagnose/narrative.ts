/** What should the words read, where no equation tells: doubled words, years and names, and percentages computed anew? */
import { absolute, add, isZero, parseDecimal, quotient, rounded, shift, subtract, ZERO, type Decimal } from '../amount';
import { append } from '../group';
import { yuan } from '../interval';
import { holds } from '../judge-narrative';
import {
  NO_CLAIM,
  UNIT_POWER,
  type Cause,
  type CauseCell,
  type Finding,
  type NarrativeRelation,
  type NarrativeTerm,
  type WordingRelation,
} from '../model';
import { cellKey } from './formula';
import { readingBetween } from './slips';
import { mendedWords } from './words';

/** By rule: how certain is the expected wording? Doubled words leave no doubt. */
const CERTAINTY: Readonly<Record<string, number>> = {
  'narrative-doubled': 0.97,
  'narrative-former-name': 0.9,
  'narrative-account-name': 0.7,
};
const EXPECTED = 0.6;
/** A percentage against the amounts that it names: one relation, whose other side the tables state. */
const SHARE_READ = 0.85;
const SHARE_UNREAD = 0.6;

export function wordCauses(findings: readonly Finding[]): readonly Cause[] {
  return findings.flatMap((finding) => (finding.relation.type === 'wording' ? wordingCause(finding, finding.relation) : []));
}

/** Percentages that are wrong by themselves; and, by claimed cause, those that only follow from a wrong amount. */
export function shareCauses(
  findings: readonly Finding[],
  claimed: readonly Cause[],
): { readonly causes: readonly Cause[]; readonly following: ReadonlyMap<Cause, readonly string[]> } {
  const causes: Cause[] = [];
  const following = new Map<Cause, string[]>();
  for (const finding of findings) {
    const { relation, severity } = finding;
    if (relation.type !== 'narrative' || !relation.base || finding.class !== 'narrative' || severity === 'info') continue;
    const touching = claimed.filter((cause) => [...relation.right, ...(relation.base ?? [])].some((term) => names(cause, term)));
    const [first] = touching;
    if (!first) causes.push(...shareCause(finding, relation, relation.base));
    else if (holds(mendedBy(relation, touching))) append(following, first, finding.id);
  }
  return { causes, following };
}

function entryFor({ cells }: Cause, { figure, fact }: NarrativeTerm): CauseCell | undefined {
  if (fact) return cells.find(({ cell, start }) => start === undefined && cellKey(cell) === cellKey(fact.cell));
  return cells.find(({ cell, start }) => start === figure.start && cellKey(cell) === cellKey(figure.cell));
}

const names = (cause: Cause, term: NarrativeTerm): boolean => entryFor(cause, term) !== undefined;

/** The relation with the amounts of tables as the causes suggest them. */
function mendedBy(relation: NarrativeRelation, causes: readonly Cause[]): NarrativeRelation {
  const mend = (term: NarrativeTerm): NarrativeTerm => {
    if (!term.fact) return term;
    const entry = causes.map((cause) => entryFor(cause, term)).find((found) => found !== undefined);
    return entry ? { ...term, fact: { ...term.fact, value: parseDecimal(entry.suggested) } } : term;
  };
  return { ...relation, right: relation.right.map(mend), ...(relation.base ? { base: relation.base.map(mend) } : {}) };
}

function wordingCause({ id, severity }: Finding, { rule, left, expected }: WordingRelation): readonly Cause[] {
  const { cell, text, start, length } = left;
  // 城乡居民养老支出（类） → 社会保障和就业支出（类）
  const level = /[（(][类款项][）)]$/.exec(text)?.[0] ?? '';
  const suggested = expected.endsWith(level) ? expected : expected + level;
  if (expected === '' || suggested === text) return [];
  const certainty = CERTAINTY[rule] ?? EXPECTED;
  return [
    {
      cells: [{ cell, value: text, suggested, unit: null, label: text, start, length }],
      slip: 'wording',
      // What is only a hint is no claim either: of last year the sentence may mean to speak.
      confidence: severity === 'info' ? Math.min(certainty, NO_CLAIM) : certainty,
      findings: [id],
    },
  ];
}

function shareCause({ id }: Finding, { left, right }: NarrativeRelation, base: readonly NarrativeTerm[]): readonly Cause[] {
  const figure = left[0]?.figure;
  const whole = absolute(total(base));
  if (!figure || isZero(whole)) return [];
  const { value, cell, text, start, length, label } = figure;
  const share = percentage(absolute(total(right)), whole, value.scale);
  const suggested = mendedWords(figure, share);
  if (suggested === null || suggested === text) return [];
  const { slip } = readingBetween(value, share, value.scale);
  return [
    {
      cells: [{ cell, value: text, suggested, unit: null, label, start, length }],
      slip,
      confidence: slip === 'unknown' ? SHARE_UNREAD : SHARE_READ,
      findings: [id],
    },
  ];
}

/** 100 × part ÷ whole, rounded to `scale` digits. */
function percentage(part: Decimal, whole: Decimal, scale: number): Decimal {
  return rounded(quotient(shift(part, 2), whole, scale + 1), scale);
}

function total(terms: readonly NarrativeTerm[]): Decimal {
  return terms.reduce((sum, { figure, fact, sign }) => {
    const amount = figure ? shift(figure.value, figure.unit === null ? 0 : UNIT_POWER[figure.unit]) : yuan(fact);
    return sign === 1 ? add(sum, amount) : subtract(sum, amount);
  }, ZERO);
}
