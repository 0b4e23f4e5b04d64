/** What do the words before a figure say that it is about: the nearest ones, else those before them, else the heading? */
import { NOTHING, ofSection, soft, subjectOf } from './inherit';
import { levelOf, type Section } from './sections';
import type { Statement } from './statements';
import { pathOf, phraseOf, type Phrase } from './subjects';

/** Behind one of these the words begin anew. */
const JOINT = /[,，。;:：、]|导致|致使|使得|造成|主要(?:原因)?是|原因是|以及|其中|涉及|包括/;

/** The clauses of a stretch of text, the nearest last. 收、支 and 收入、支出 are one thing. */
export function clausesOf(lead: string): readonly string[] {
  return lead.replace(/收(?:入)?、支(?:出)?(?=预算|决算|总|合计|均|各|为)/g, '收支').split(JOINT);
}

/** The characters behind the last joint: how far the words of a figure reach back. */
export function nearestClause(lead: string): string {
  return lead.split(JOINT).pop() ?? '';
}

/** What a phrase is read by, besides its words. */
export interface Place {
  readonly section: Section;
  /** Final accounts. */
  readonly final: boolean;
  /** The figure before it. */
  readonly level: Statement | null;
  /** What was counted just before: 人员类项目23个，涉及预算…. */
  readonly counted: string;
}

const SPENT = /^(?:\d{4}年度?)?(?:收入|支出)?决算(?:数|支出|支出数)?(?:为|是)?$/;

/** 4000万元（40,000,000.00元）, 折合4000万元: the same in another unit. */
const SAME_AGAIN = /^(?:\(|\(?(?:折合|约合|即)(?:人民币)?(?:约)?)$/;

/** The words right before the figure; where they say nothing, what was said before them, then the heading. */
export function phraseBefore(last: string, { section, final, level, counted }: Place, lead = last): Phrase {
  if (/\((?:类|款|项)\)/.test(lead)) return phraseOf(sentenceOfPath(lead), section.topic, final);
  if (level && SAME_AGAIN.test(last)) return subjectOf(level);
  // 三公经费支出年初预算为5万元，支出决算为3万元: of the same.
  if (final && level && SPENT.test(last)) return { ...subjectOf(level), year: null };
  const read = phraseOf(last, section.topic, final);
  if (!read.generic) return read;
  let year = read.year;
  // 安排资金300万元 may be anything; 年初预算数 is the amount of what was named before it.
  const certain = /预算|总额|合计|共计|总计/.test(last);
  const inSentence = clausesOf(lead.slice(lead.lastIndexOf('。') + 1)).slice(0, -1);
  // 「2.公务接待费。2024年预算数0.65万元」: a short numbered sentence is a heading.
  const sentences = lead.split('。');
  const previous = (sentences[sentences.length - 2] ?? lead.split(':')[0] ?? '').replace(/^.*其中[:,，]?/, '');
  const heading = levelOf(previous) >= 0 ? previous : '';
  for (const words of [heading, ...inSentence].reverse()) {
    if (words === '') continue;
    const earlier = phraseOf(words, section.topic, final);
    year = year ?? earlier.year;
    if (!earlier.generic) return { ...(certain ? earlier : soft(earlier)), year };
  }
  const ofCount = counted === '' ? null : phraseOf(counted, section.topic);
  if (ofCount?.subject && !ofCount.subject.name) return { ...soft(ofCount), year };
  return { ...soft({ ...NOTHING, subject: ofSection(section) }), year };
}

/** The sentence with the account's path: the last one, or 「…（项）。」 as a heading before 年初预算为. */
function sentenceOfPath(lead: string): string {
  const sentences = lead.split(/[。;]/);
  const last = sentences[sentences.length - 1] ?? '';
  const before = sentences[sentences.length - 2] ?? '';
  return pathOf(last) === null && /\((?:类|款|项)\)$/.test(before) ? `${before}${last}` : last;
}

/** 按支出功能分类, 根据某通知, a bracket that closes: says how or why, not what. */
const MANNER = /^按.{2,14}(?:分|分类|划分|科目)$|^(?:根据|按照|依据|经).|^\)*$/;

/** 实施某项目，项目支出110万元: behind words that are not understood a total is likely to be that thing's. */
export function softened(phrase: Phrase, lead: string, { section, final }: Place): Phrase {
  if (!phrase.subject || phrase.subject.path || section.topic === 'performance') return phrase;
  const strange = clausesOf(lead.slice(lead.lastIndexOf('。') + 1))
    .slice(0, -1)
    .some((words) => {
      const { subject, generic } = words === '' ? NOTHING : phraseOf(words, section.topic, final);
      return !MANNER.test(words) && !generic && (subject === null || subject.name !== undefined);
    });
  return strange ? soft(phrase) : phrase;
}
