/** What does a figure take over from its heading, its whole and the figure before it, where its own words leave that open? */
import type { Fund, Side } from '../model';
import type { Section } from './sections';
import type { Statement } from './statements';
import type { Phrase, Subject, Topic } from './subjects';

export const NOTHING: Phrase = { subject: null, generic: false, year: null };

export function soft(phrase: Phrase): Phrase {
  return phrase.subject ? { ...phrase, subject: { ...phrase.subject, soft: true } } : phrase;
}

export function subjectOf(statement: Statement | null): Phrase {
  return statement ? { subject: statement.subject, generic: false, year: statement.year } : NOTHING;
}

export function ofSection(section: Section): Subject | null {
  const { topic, fund, side, nature } = section;
  if (topic === 'agency') return { topic, item: 'agency-operating' };
  if (topic === 'three-public') return { topic, item: 'three-public-total' };
  if (topic === 'procurement') return { topic };
  if (topic === 'performance') return { topic };
  if (topic === 'none' || (!fund && !side && !nature)) return null;
  return { topic, ...(fund ? { fund } : {}), ...(side ? { side } : {}), ...(nature ? { nature } : {}) };
}

export function ofSide(phrase: Phrase, side: Side): Phrase {
  return phrase.subject && !phrase.subject.side ? { ...phrase, subject: { ...phrase.subject, side } } : phrase;
}

/** One of the treasury's three budgets. */
export function isOneFund(fund: Fund | undefined): fund is 'general' | 'gov-fund' | 'state-capital' {
  return fund === 'general' || fund === 'gov-fund' || fund === 'state-capital';
}

/** A part is of its whole's side, money and nature unless it says otherwise; of a whole that is not certain nothing else is. */
export function inherit(phrase: Phrase, whole: Statement | null): Phrase {
  const { subject } = phrase;
  if (!whole || !subject) return phrase;
  const outer = whole.subject;
  // an account named by its path is sure by itself, whose money it is its whole tells
  if (subject.path) return isOneFund(outer?.fund) ? { ...phrase, subject: { ...subject, fund: outer.fund } } : phrase;
  const named = outer !== null && (outer.name !== undefined || outer.path !== undefined);
  const other =
    outer !== null && outer.topic !== 'budget' && outer.topic !== 'performance' && subject.topic === 'budget' && subject.name === undefined;
  // A unit's part, or a part of one account, is none of the department's totals.
  if (!outer || named || other || subject.owner !== undefined) return { ...phrase, subject: null };
  if (subject.carried === 'out') return { ...phrase, subject: { ...subject, ...(outer.fund ? { fund: outer.fund } : {}) } };
  // 上年结转100万元，其中：一般公共预算80万元.
  if (outer.carried || outer.fund === 'carry-in') {
    const ofFund = outer.carried !== 'out' && subject.fund !== undefined && subject.nature === undefined;
    return { ...phrase, subject: ofFund ? { topic: 'budget', side: 'income', fund: subject.fund, carried: 'in' } : null };
  }
  // 一般公共预算支出900万元，其中上年结转80万元.
  if (subject.fund === 'carry-in' && isOneFund(outer.fund))
    return { ...phrase, subject: { topic: 'budget', side: 'income', fund: outer.fund, carried: 'in' } };
  const side = subject.side ?? outer.side;
  const fund = subject.fund ?? outer.fund;
  const nature = subject.nature ?? (subject.name === undefined ? outer.nature : undefined);
  const topic: Topic = subject.topic === 'budget' && outer.topic === 'agency' ? 'agency' : subject.topic;
  const partly = outer.soft === true || (subject.name !== undefined && topic !== 'agency' && outer.nature !== undefined);
  const soft = subject.soft === true || partly ? { soft: true as const } : {};
  const more = {
    ...(side ? { side } : {}),
    ...(fund ? { fund } : {}),
    ...(nature ? { nature } : {}),
    ...(outer.owner ? { owner: outer.owner } : {}),
  };
  return { ...phrase, subject: { ...subject, ...soft, topic, ...more } };
}

/** 基本支出和项目支出分别为: what is named behind another in one breath is of the same money, side and year. */
export function beside(phrase: Phrase, first: Statement | null): Phrase {
  const { subject } = phrase;
  const outer = first?.subject;
  if (!subject || !outer || subject.path || outer.topic !== 'budget' || outer.name !== undefined || outer.path) return phrase;
  const side = subject.side ?? outer.side;
  const fund = subject.fund ?? outer.fund;
  const more = { ...(side ? { side } : {}), ...(fund ? { fund } : {}), ...(outer.owner ? { owner: outer.owner } : {}) };
  return { ...phrase, subject: { ...subject, ...more }, year: phrase.year ?? first.year };
}
