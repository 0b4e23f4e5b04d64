/** 没有使用政府性基金预算拨款安排的支出, beside a table that has some: what the text says there is none of. */
import { ZERO } from '../amount';
import type { Facts, NarrativeRelation, Rule } from '../model';
import { narrativeOf, type PlacedLine } from '../narrative';
import { said, stated, yearOf } from '../narrative/claims';
import { byDepartment } from '../narrative/departments';
import { isOfDepartment, meaningOf } from '../narrative/resolve';
import { NO_SECTION } from '../narrative/sections';
import { phraseOf, type Subject } from '../narrative/subjects';
import { wordsOf } from '../narrative/text';
import type { TableSet } from './table-sets';

const RULE = 'narrative-none';

/** What there may be none of, on compacted text; more words behind it (没有政府采购投诉) make another thing of it. */
const THINGS: readonly { readonly words: string; readonly subject: Subject }[] = [
  { words: '政府性基金(?:预算)?', subject: { topic: 'budget', fund: 'gov-fund' } },
  { words: '国有资本经营(?:预算)?', subject: { topic: 'budget', fund: 'state-capital' } },
  { words: '政府采购', subject: { topic: 'procurement' } },
  { words: '“?三公”?经费', subject: { topic: 'three-public', item: 'three-public-total' } },
  { words: '因公出国(?:\\(境\\))?(?:费用?|经费)', subject: { topic: 'three-public', item: 'abroad' } },
  { words: '公务接待(?:费用?|经费)', subject: { topic: 'three-public', item: 'reception' } },
  { words: '公务用车购置(?:费用?|经费)', subject: { topic: 'three-public', item: 'vehicle-purchase' } },
];
const NONE = '(?:没有|无|未)(?:使用|安排|编制|发生|涉及)?|不涉及';
const FIRST_OF_TWO = new RegExp(`(?:${NONE}).*$`);
const KIND = '(?:财政|拨款|资金|安排|预算|的)*(?<kind>收入|支出|收支)?(?:预算|安排|资金)*';
const END = '(?=[,，。;:、)]|也|且|$)';

const PATTERNS = THINGS.map(({ words, subject }) => ({
  subject,
  patterns: [
    `(?<none>${NONE})${words}${KIND}${END}`,
    `${words}${KIND}(?<none>未安排|未发生|没有安排|为零)(?:预算|支出|收入|资金)?${END}`,
  ].map((source) => new RegExp(source, 'g')),
}));

/**
 * 说明称没有.
 *
 *     政府性基金预算支出表
 *     科目编码 | 科目名称     | 合计   | 基本支出 | 项目支出
 *              | 合计         | 520.00 |          | 520.00
 *     212      | 城乡社区支出 | 520.00 |          | 520.00
 *
 *     2024年部门预算情况说明
 *     政府性基金预算支出情况
 *     本部门2024年没有使用政府性基金预算拨款安排的支出。
 *
 * → 错误：0 ≠ 520.00
 */
export const narrativeNone: Rule = {
  meta: {
    id: RULE,
    title: '预算说明称没有的收支，表中也没有数',
    basis: '财预〔2016〕143号：没有政府性基金等收支的应予说明；说明与表格须一致',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      for (const line of narrativeOf(facts).lines) {
        if (line.section.topic === 'none') continue;
        for (const { subject, patterns } of PATTERNS) {
          for (const match of patterns.flatMap((pattern) => [...line.text.matchAll(pattern)])) {
            if (isOfThis(facts, set, line, match.index)) yield* relationOf(facts, set, line, match, subject);
          }
        }
      }
    }),
};

/** Of this year, and of the department: whatever else the sentence has said before (2023年, 某中心, 除…外) makes it another's. */
function isOfThis(facts: Facts, set: TableSet, line: PlacedLine, at: number): boolean {
  const { text, section } = line;
  const before = text.slice(text.lastIndexOf('。', at) + 1, at);
  const year = yearOf(set);
  return before.split(/[,，;:]/).every((clause) => {
    // Of the first of two things that there are none of only what stands before it.
    const words = clause.replace(FIRST_OF_TWO, '').replace(/[也且均都]$/, '');
    const phrase = phraseOf(`${words}支出`, 'budget');
    if (phrase.year !== null && phrase.year !== year) return false;
    const { subject } = phrase;
    const owner = subject?.owner ?? section.owner;
    if (words !== '' && (!subject || subject.name !== undefined)) return false;
    return isOfDepartment({ topic: 'budget', ...(owner === undefined ? {} : { owner }) }, { facts, set });
  });
}

function* relationOf(
  facts: Facts,
  set: TableSet,
  line: PlacedLine,
  match: RegExpMatchArray & { readonly index: number },
  thing: Subject,
): Iterable<NarrativeRelation> {
  const [words] = match;
  const { none = '', kind } = match.groups ?? {};
  const side = kind === '收入' ? 'income' : kind === '支出' ? 'expenditure' : null;
  const subject: Subject = thing.fund && side ? { ...thing, side } : thing;
  const { readings } = meaningOf(subject, { facts, set, section: NO_SECTION, year: 'current', sentence: '', listed: false });
  // Where no income is, money of last year may yet be spent: only the first of the readings is the income alone.
  const meant = side === 'income' ? readings.slice(0, 1) : readings;
  const reading = meant.find((one) => one.some(({ value }) => value !== null)) ?? meant[0];
  if (!reading) return;
  const place = wordsOf(line, match.index, match.index + words.length);
  yield {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said({ ...place, value: ZERO, unit: reading[0]?.unit ?? '万元', measure: '', printed: none, decimals: 0, label: words })],
    right: stated(reading),
    message: { id: 'rule.narrative-none', data: {} },
  };
}
