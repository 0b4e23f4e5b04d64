/**
 * What do the sentences of a paragraph state? Figures with what they are about, which figure a change or a share belongs to, and
 * which figures are listed as the parts of which.
 */
import type { Side, TextFigure } from '../model';
import { figuresOf, type Figure } from './figures';
import { phraseOf, type Phrase, type Subject, type Topic } from './subjects';
import { levelOf, type Section } from './sections';
import { wordsOf, type Line } from './text';

export type StatementKind = 'level' | 'change' | 'share' | 'growth' | 'count';

export interface Statement {
  readonly kind: StatementKind;
  readonly figure: TextFigure;
  /** `null`: it was not understood what the figure is about. */
  readonly subject: Subject | null;
  /** −1 for a decrease. */
  readonly sign: 1 | -1;
  readonly year: number | 'last' | null;
  readonly approximate: boolean;
  /** 与上年持平: a change of nothing, without a figure. */
  readonly unchanged: boolean;
  /** For a change, a growth or a share: the figure that it is said of, when the sentence states it. */
  readonly of: Statement | null;
  /** For a change: last year's figure, when the sentence states it (比2023年预算数6418.45万元增加…). */
  readonly since: Statement | null;
  /** The whole that it is listed under as a part, and which of the whole's divisions that is. */
  readonly whole: Statement | null;
  readonly division: number;
  /** For a share: what it is a share of, as far as the words say. */
  readonly base: Phrase | null;
  readonly line: Line;
  readonly section: Section;
  /** The sentence it stands in, compacted. */
  readonly sentence: string;
  /** For a count: what is counted, e.g. 人员类项目. */
  readonly counted: string;
}

/** A whole and the parts that are listed under it, all of one kind. */
export interface Listing {
  readonly kind: 'level' | 'change' | 'count';
  readonly whole: Statement;
  readonly parts: readonly Statement[];
}

const CHANGE =
  /(?:(?:比|较|同比|与|同)[^,，。;:：]*?)?(增加|增长|上升|提高|减少|下降|降低|压减|压缩|调增|调减|增|减)(?:了|额|额为|数|数为|为)?$/;
const DOWN = /减|下降|降低|压/;
const SHARE = /占([^,，。;:]*?)(?:的)?(?:比例|比重|比)?(?:为|约|达|达到)?$/;
/** Behind one of these the words begin anew. */
const JOINT = /[,，。;:：、]|导致|致使|使得|造成|主要(?:原因)?是|原因是|以及|其中|涉及/;

interface OpenList {
  readonly whole: Statement | null;
  readonly division: number;
  /** 收入包括 / 支出包括: the parts are of this side, and of no whole's money. */
  readonly side?: Side;
}

/** State that goes from figure to figure, and from line to line while a list is open. */
export class Reader {
  readonly statements: Statement[] = [];
  /** The open lists, innermost last; a list opened by the end of a line goes on below it. */
  private open: OpenList[] = [];
  private divisions = 0;
  private top: Statement | null = null;
  private level: Statement | null = null;
  private change: Statement | null = null;
  private count: Statement | null = null;
  private countWhole: Statement | null = null;
  private below = false;
  /** Last year's figure, just stated. */
  private since: Statement | null = null;
  private final = false;
  /** How the lines of such a list are numbered. */
  private belowLevel: number | null = null;
  /** Levels of the open list of one side. */
  private listed: Statement[] = [];
  /** What was counted just before: 人员类项目23个，涉及预算…. */
  private counted = '';
  /** The unit that the paragraph speaks of, once it has named one. */
  private owner: string | undefined;

  read(line: Line, section: Section): void {
    const figures = figuresOf(line);
    const level = levelOf(line.text);
    if (!this.below || figures.length === 0 || (this.belowLevel !== null && level !== this.belowLevel)) {
      this.reset();
      this.below = false;
    }
    this.belowLevel = this.below ? level : null;
    const carried = this.below;
    this.below = false;
    this.owner = section.owner;
    this.final = line.paragraph.table.phase === 'final';
    let from = 0;
    figures.forEach((figure, i) => {
      const lead = line.text.slice(from, figure.before);
      this.punctuation(lead, i === 0);
      this.state(line, section, figure, lead);
      from = figure.end;
    });
    const tail = line.text.slice(from);
    if (/其中:?$|(?:包括|方面|用于|如下|分[为类]?|构成):$/.test(tail)) {
      this.open = [this.list(this.top)];
      this.below = this.top !== null;
    } else if (carried && figures.length > 0 && this.open.length > 0) this.below = true;
  }

  private reset(): void {
    this.open = [];
    this.top = this.level = this.change = this.count = this.countWhole = null;
    this.counted = '';
  }

  private list(whole: Statement | null, side?: Side): OpenList {
    this.divisions += 1;
    return { whole, division: this.divisions, ...(side ? { side } : {}) };
  }

  /** What stands between two figures opens and closes lists. */
  private punctuation(lead: string, first: boolean): void {
    for (const match of lead.matchAll(/\(其中|其中|(?:收入|支出)?(?:主要)?包括:|(?:方面|用于|分|分为|分类|如下|构成):|^:|[。;)]/g)) {
      const [mark] = match;
      const before = lead.slice(0, match.index);
      if (mark === '。') this.endSentence();
      else if (mark === ';' || mark === ')') {
        if (mark === ';') this.counted = '';
        if (this.open.length > 1) this.open.pop();
      } else if (/^(?:收入|支出)/.test(mark)) {
        const side = mark.startsWith('收入') ? 'income' : 'expenditure';
        // What is spent is what comes in: the one income named before is the whole of it.
        const income = side === 'expenditure' && this.open[0]?.side === 'income' ? this.listed : [];
        this.open = [this.list(income.length === 1 ? (income[0] ?? null) : null, side)];
        this.listed = [];
      } else if (mark === ':') {
        if (!first && this.level) this.open.push(this.list(this.level));
      } else if (mark.startsWith('(')) {
        if (this.level) this.open.push(this.list(this.level));
      } else {
        // 其中 after a finished list is of the same whole; inside a list it is of the part just named.
        const fresh = /[;。]$/.test(before) || this.open.length === 0;
        if (fresh) this.open = [this.list(this.open[0]?.whole ?? this.top)];
        else this.open.push(this.list(this.level));
        this.countWhole = this.countWhole ?? this.count;
      }
    }
  }

  private endSentence(): void {
    this.open = [];
    this.change = null;
    this.counted = '';
    this.level = this.top;
  }

  private state(line: Line, section: Section, figure: Figure, lead: string): void {
    const segments = lead.split(JOINT);
    const last = segments[segments.length - 1] ?? '';
    const share = figure.kind === 'percent' ? SHARE.exec(lead) : null;
    const change = figure.unchanged ? null : CHANGE.exec(last);
    const sign = change && DOWN.test(change[1] ?? '') ? -1 : 1;
    const base = { line, section, sign, sentence: sentenceAt(line, figure.start), unchanged: figure.unchanged === true } as const;
    const make = (kind: StatementKind, phrase: Phrase, of: Statement | null, more: Partial<Statement> = {}): Statement => {
      const made: Statement = {
        kind,
        figure: textFigure(line, figure, lead, phrase, of),
        subject: phrase.subject,
        year: phrase.year,
        approximate: figure.approximate,
        of,
        since: null,
        whole: null,
        division: 0,
        base: null,
        counted: '',
        ...base,
        ...more,
      };
      this.statements.push(made);
      return made;
    };
    const since = this.since;
    this.since = null;
    if (figure.kind === 'count') this.counting(make, last, segments);
    else if (figure.kind === 'percent') {
      if (share) {
        // 基本支出占66.66%: of what the clause itself names.
        const words = last.slice(0, Math.max(0, last.lastIndexOf('占')));
        const own = words === '' ? null : this.owned(this.phrase(words, section));
        const of = own === null || own.generic ? this.level : null;
        make('share', of ? subjectOf(of) : (own ?? NOTHING), of, { base: phraseOf(share[1] ?? '', 'budget', this.final) });
      } else if (change && this.change) make('growth', subjectOf(this.change), this.change);
    } else if (figure.unchanged || change) {
      const words = figure.unchanged
        ? last.replace(/(?:与|和|同|较|比)(?:\d{4}年|上年|去年|上一年|年初).*$/, '')
        : last.slice(0, change?.index ?? 0);
      const own = words === '' ? null : this.owned(this.phrase(words, section));
      const of = own === null || own.generic ? this.level : null;
      const phrase = of ? subjectOf(of) : (own ?? NOTHING);
      const whole = of ? null : this.change;
      // Only right behind last year's figure: 比2023年预算数850万元增加50万元.
      const from = of && /^(?:增加|增长|减少|下降|降低|上升|提高)/.test(lead.replace(/^[,，]/, '')) ? since : null;
      this.change = withKept(make('change', of ? phrase : inherit(phrase, whole), of, { whole, since: from }), this.change);
    } else if (/^(?:比|较|与|同)/.test(last)) {
      // 比2023年预算数6418.45万元增加…: last year's figure of what was just named.
      const { year } = phraseOf(last.slice(1), section.topic);
      const { subject } = subjectOf(this.level);
      this.since = make('level', { subject, generic: false, year: year ?? 'last' }, this.level);
    } else {
      const phrase = this.owned(this.softened(this.phrase(last, section, lead), lead, section));
      const list = this.open[this.open.length - 1];
      const whole = list?.whole ?? null;
      const made = make('level', list?.side ? ofSide(phrase, list.side) : inherit(phrase, whole), null, {
        whole,
        division: list?.division ?? 0,
      });
      if (list?.side) this.listed.push(made);
      this.level = made;
      this.change = null;
      if (this.open.length === 0) this.top = made;
    }
  }

  /** The words right before the figure; where they say nothing, what was said before them, then the heading. */
  private phrase(last: string, section: Section, lead = last): Phrase {
    if (/\((?:类|款|项)\)/.test(lead)) return phraseOf(lead.replace(/^.*[。;]/, ''), section.topic);
    // 三公经费支出年初预算为5万元，支出决算为3万元: of the same.
    if (this.final && this.level && /^(?:收入|支出)?决算数?为?$/.test(last)) return subjectOf(this.level);
    const read = phraseOf(last, section.topic, this.final);
    let year = read.year;
    if (!read.generic) return read;
    // 安排资金300万元 may be anything; 年初预算数 is the amount of what was named before it.
    const certain = /预算|总额|合计|共计|总计/.test(last);
    const inSentence = lead
      .slice(lead.lastIndexOf('。') + 1)
      .split(JOINT)
      .slice(0, -1);
    // 「2.公务接待费。2024年预算数0.65万元」: a short numbered sentence is a heading.
    const sentences = lead.split('。');
    const previous = (sentences[sentences.length - 2] ?? lead.split(':')[0] ?? '').replace(/^.*其中[:,，]?/, '');
    const heading = levelOf(previous) >= 0 ? previous : '';
    for (const words of [heading, ...inSentence].reverse()) {
      if (words === '') continue;
      const earlier = phraseOf(words, section.topic, this.final);
      year = year ?? earlier.year;
      if (!earlier.generic) return { ...(certain ? earlier : soft(earlier)), year };
    }
    const counted = this.counted === '' ? null : phraseOf(this.counted, section.topic);
    if (counted?.subject && !counted.subject.name) return { ...soft(counted), year };
    return { ...soft({ ...NOTHING, subject: ofSection(section) }), year };
  }

  /** Who has been named stays named to the end of the paragraph. */
  private owned(phrase: Phrase): Phrase {
    if (!phrase.subject) return phrase;
    this.owner = phrase.subject.owner ?? this.owner;
    // Parts take their whole's.
    if (phrase.subject.owner !== undefined || this.owner === undefined || this.open.some(({ whole }) => whole !== null)) return phrase;
    return { ...phrase, subject: { ...phrase.subject, owner: this.owner } };
  }

  /** 实施某项目，项目支出110万元: behind words that are not understood a total is likely to be that thing's. */
  private softened(phrase: Phrase, lead: string, section: Section): Phrase {
    if (!phrase.subject || phrase.subject.path || this.open.length > 0 || section.topic === 'performance') return phrase;
    const sentence = lead.slice(lead.lastIndexOf('。') + 1).split(JOINT);
    const strange = sentence.slice(0, -1).some((words) => {
      const { subject, generic } = words === '' ? NOTHING : phraseOf(words, section.topic, this.final);
      return words !== '' && !generic && (subject === null || subject.name !== undefined);
    });
    return strange ? { ...phrase, subject: { ...phrase.subject, soft: true } } : phrase;
  }

  private counting(
    make: (kind: StatementKind, phrase: Phrase, of: null, more: Partial<Statement>) => Statement,
    last: string,
    segments: readonly string[],
  ): void {
    const words = last === '' ? (segments[segments.length - 2] ?? '') : last;
    const counted = words.replace(/^.*?(?:共有|拥有|现有|为|有|的)(?=.)/, '').replace(/[共有为是\d]+$/, '');
    // What is said of another year, or of buying, is no part of what there is.
    const listed = this.open.length > 0 && !/\d{4}年|购置/.test(counted) ? this.countWhole : null;
    const made = make('count', NOTHING, null, { counted, whole: listed });
    this.counted = counted;
    if (!listed) {
      this.count = made;
      this.countWhole = null;
      if (this.open.length === 0) this.countWhole = null;
    }
  }
}

const NOTHING: Phrase = { subject: null, generic: false, year: null };

function soft(phrase: Phrase): Phrase {
  return phrase.subject ? { ...phrase, subject: { ...phrase.subject, soft: true } } : phrase;
}

function subjectOf(statement: Statement | null): Phrase {
  return statement ? { subject: statement.subject, generic: false, year: statement.year } : NOTHING;
}

/** The first change of a sentence is the whole of those that explain it. */
function withKept(made: Statement, kept: Statement | null): Statement {
  return made.of === null && kept !== null ? kept : made;
}

function ofSection(section: Section): Subject | null {
  const { topic, fund, side, nature } = section;
  if (topic === 'agency') return { topic, item: 'agency-operating' };
  if (topic === 'three-public') return { topic, item: 'three-public-total' };
  if (topic === 'procurement') return { topic };
  if (topic === 'performance') return { topic };
  if (topic === 'none' || (!fund && !side && !nature)) return null;
  return { topic, ...(fund ? { fund } : {}), ...(side ? { side } : {}), ...(nature ? { nature } : {}) };
}

function ofSide(phrase: Phrase, side: Side): Phrase {
  return phrase.subject && !phrase.subject.side ? { ...phrase, subject: { ...phrase.subject, side } } : phrase;
}

/** A part is of its whole's side, money and nature unless it says otherwise; of a whole that is not certain nothing else is. */
function inherit(phrase: Phrase, whole: Statement | null): Phrase {
  const { subject } = phrase;
  if (!whole || !subject || subject.path) return phrase;
  const outer = whole.subject;
  const named = outer !== null && (outer.name !== undefined || outer.path !== undefined);
  const other =
    outer !== null && outer.topic !== 'budget' && outer.topic !== 'performance' && subject.topic === 'budget' && subject.name === undefined;
  // A unit's part, or a part of one account, is none of the department's totals.
  if (!outer || named || other || subject.owner !== undefined) return { ...phrase, subject: null };
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

/** The sentence around a place; a part in brackets belongs to it. */
function sentenceAt(line: Line, place: number): string {
  const from = line.text.lastIndexOf('。', place) + 1;
  const end = line.text.indexOf('。', place);
  return line.text.slice(from, end < 0 ? undefined : end);
}

/** The figure with the words just before it, as they stand in the cell. */
function textFigure(line: Line, figure: Figure, lead: string, phrase: Phrase, of: Statement | null): TextFigure {
  const clause = lead.split(JOINT).pop() ?? '';
  const from = figure.unchanged ? figure.start : figure.before - Math.min(clause.length, 40);
  const words = wordsOf(line, from, figure.end);
  const own = clause.replace(/^[(其中:]+|^\d{4}年度?/g, '');
  // 公务接待费 比2022年减少: a change or a share by itself says nothing.
  const label = of ? `${of.figure.label} ${own}` : (phrase.subject?.path?.entry ?? phrase.subject?.name ?? own);
  return {
    ...words,
    value: figure.value,
    unit: figure.unit,
    measure: figure.measure,
    printed: figure.printed,
    decimals: figure.value.scale,
    label,
  };
}

/** Wholes with their parts, in the order of the text. */
export function listingsOf(statements: readonly Statement[]): readonly Listing[] {
  const listings: Listing[] = [];
  for (const kind of ['level', 'change', 'count'] as const) {
    const lists = new Map<Statement, Map<number, Statement[]>>();
    for (const statement of statements) {
      const { whole, division } = statement;
      if (statement.kind !== kind || !whole) continue;
      const divisions = lists.get(whole) ?? new Map<number, Statement[]>();
      lists.set(whole, divisions.set(division, [...(divisions.get(division) ?? []), statement]));
    }
    for (const [whole, divisions] of lists) for (const parts of divisions.values()) listings.push({ kind, whole, parts });
  }
  return listings;
}
