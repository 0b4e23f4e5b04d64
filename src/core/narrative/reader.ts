/**
 * What do the sentences of a paragraph state? Figure by figure: which figure a change or a share belongs to, and which figures are
 * listed as the parts of which.
 */
import type { Side, TextFigure } from '../model';
import { figuresOf, type Figure } from './figures';
import { namesOf } from './distribute';
import { beside, inherit, NOTHING, ofSide, subjectOf } from './inherit';
import { phraseOf, type Phrase } from './subjects';
import { levelOf, type Section } from './sections';
import type { Statement, StatementKind } from './statements';
import { wordsOf, type Line } from './text';
import { clausesOf, nearestClause, phraseBefore, softened, type Place } from './words';

const CHANGE =
  /(?:(?:比|较|同比|与|同)[^,，。;:：]*?)?(增加|增长|上升|提高|减少|下降|降低|压减|压缩|调增|调减|增幅|降幅|增|减)(?:了|额|额为|数|数为|率|率为|度|度为|为)?$/;
const DOWN = /减|降|压/;
const SHARE = /占([^,，。;:]*?)(?:的)?(?:比例|比重|比)?(?:为|约|达|达到)?$/;
/** 支出决算为15万元，完成预算的75%; 完成全年预算20万元的75%. */
const COMPLETED = /(?:完成|执行)(?:了|率)?(?:年初|全年|调整|当年|年度)*预算数?的?$|(?:完成|执行)率(?:为|是|达)?$/;

/** 完成年初预算4000万元的: a figure by the way. */
const OF_PLAN = /^(?:完成|为)(?:年初|全年|调整|当年|年度)*预算/;

/** 支出决算为: of what its budget was told just before. */
const SAME = /决算(?:数|支出|支出数)?(?:为|是)?$/;

/** A figure with the text between it and the one before it. */
interface Said {
  readonly line: Line;
  readonly section: Section;
  readonly figure: Figure;
  readonly lead: string;
  /** In a list of 分别为: the words that name it, `null` when that is not certain. */
  readonly name: string | null | undefined;
}

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
  /** How many lists were open before each bracket that is open. */
  private brackets: number[] = [];
  private divisions = 0;
  private top: Statement | null = null;
  private level: Statement | null = null;
  /** The change that later ones are parts of, and the one just stated. */
  private change: Statement | null = null;
  private changed: Statement | null = null;
  private count: Statement | null = null;
  private countWhole: Statement | null = null;
  private below = false;
  /** Last year's figure, just stated. */
  private since: Statement | null = null;
  private final = false;
  /** Of final accounts: the 决算 just stated, and the 预算 that stands beside it. */
  private spent: Statement | null = null;
  private planned: Statement | null = null;
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
    const names = namesOf(line.text, figures);
    let from = 0;
    figures.forEach((figure, i) => {
      const lead = line.text.slice(from, figure.before);
      this.punctuation(lead, i === 0);
      this.state({ line, section, figure, lead, name: names.get(i) });
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
    this.brackets = [];
    this.top = this.level = this.change = this.changed = this.count = this.countWhole = this.spent = this.planned = null;
    this.counted = '';
  }

  private list(whole: Statement | null, side?: Side): OpenList {
    this.divisions += 1;
    return { whole, division: this.divisions, ...(side ? { side } : {}) };
  }

  /** What stands between two figures opens and closes lists. */
  private punctuation(lead: string, first: boolean): void {
    for (const match of lead.matchAll(/\((?:其中)?|其中|(?:收入|支出)?(?:主要)?包括:|(?:方面|用于|分|分为|分类|如下|构成):|^:|[。;)]/g)) {
      const [mark] = match;
      const before = lead.slice(0, match.index);
      if (mark === '。') this.endSentence();
      else if (mark === ')') this.open.length = Math.min(this.open.length, this.brackets.pop() ?? this.open.length);
      else if (mark === ';') {
        this.counted = '';
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
        // 上年结转100万元（一般公共预算80万元、…）, and 因公出国（境）费, which lists nothing.
        this.brackets.push(this.open.length);
        const behindFigure = !first && before === '';
        if (this.level && (mark.endsWith('其中') || behindFigure)) this.open.push(this.list(this.level));
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
    this.brackets = [];
    this.change = this.changed = null;
    this.counted = '';
    this.level = this.top;
  }

  private state(said: Said): void {
    const { section, figure, lead } = said;
    const clauses = clausesOf(lead);
    const last = clauses[clauses.length - 1] ?? '';
    const place: Place = { section: this.within(section), final: this.final, level: this.level, counted: this.counted };
    const change = figure.unchanged ? null : CHANGE.exec(last);
    const since = this.since;
    this.since = null;
    if (figure.kind === 'count') this.counting(said, last, clauses);
    else if (figure.kind === 'percent') this.percent(said, last, change, place);
    else if (figure.unchanged || change) this.changing(said, last, change, place, since);
    else if (/^(?:比|较|与|同)/.test(last)) {
      // 比2023年预算数6418.45万元增加…: last year's figure of what was just named.
      const { year } = phraseOf(last.slice(1), section.topic);
      const { subject } = subjectOf(this.level);
      this.since = this.make('level', said, { subject, generic: false, year: year ?? 'last' }, this.level);
    } else this.amount(said, last, place);
  }

  /** The parts of “三公”经费 are its items, whatever the section speaks of. */
  private within(section: Section): Section {
    const topic = this.open[this.open.length - 1]?.whole?.subject?.topic;
    return topic === 'three-public' ? { ...section, topic } : section;
  }

  private make(kind: StatementKind, said: Said, phrase: Phrase, of: Statement | null, more: Partial<Statement> = {}): Statement {
    const { line, section, figure } = said;
    const made: Statement = {
      kind,
      figure: textFigure(said, phrase, of),
      subject: phrase.subject,
      sign: 1,
      year: phrase.year,
      approximate: figure.approximate,
      unchanged: figure.unchanged === true,
      of,
      since: null,
      whole: null,
      division: 0,
      base: null,
      named: null,
      line,
      section,
      sentence: sentenceAt(line, figure.start),
      counted: '',
      ...more,
    };
    this.statements.push(made);
    return made;
  }

  /** What the clause itself names, or the figure before it: `of`. */
  private meant(words: string, place: Place): { readonly phrase: Phrase; readonly of: Statement | null } {
    const unnamed = words === '' || phraseOf(words, place.section.topic, place.final).generic;
    const of = unnamed ? this.level : null;
    return { phrase: of ? subjectOf(of) : words === '' ? NOTHING : this.owned(phraseBefore(words, place)), of };
  }

  private percent(said: Said, last: string, change: RegExpExecArray | null, place: Place): void {
    const share = SHARE.exec(said.lead);
    if (share) {
      // 基本支出占66.66%: of what the clause itself names.
      const { phrase, of } = this.meant(last.slice(0, Math.max(0, last.lastIndexOf('占'))), place);
      this.make('share', said, phrase, of, {
        base: phraseOf(share[1] ?? '', 'budget', this.final),
        named: this.calledBefore(said.line, share[1] ?? ''),
      });
    } else if (this.final && COMPLETED.test(last)) {
      // Of an amount in between (完成全年预算20万元的75%) the level is the one before it.
      if (this.spent && this.planned) this.make('share', said, subjectOf(this.spent), this.spent, { since: this.planned });
    } else if (this.final && last === '的') {
      if (!this.spent || !this.planned || this.planned !== this.level) return;
      this.make('share', said, subjectOf(this.spent), this.spent, { since: this.planned });
      // Whatever is said next is said of what was spent.
      this.level = this.spent;
    } else if (change) {
      const sign = signOf(change, said.figure);
      const words = last.slice(0, change.index);
      const { phrase, of } = this.meant(words, place);
      if (this.changed && (words === '' || of !== null)) this.make('growth', said, subjectOf(this.changed), this.changed, { sign });
      else this.make('growth', said, of ? phrase : inherit(phrase, null), of, { sign });
    }
  }

  /** 占授予中小企业合同金额的33.33%: the amount that was called so before. */
  private calledBefore(line: Line, words: string): Statement | null {
    const name = gist(words);
    if (name.length < 2) return null;
    const levels = this.statements.filter((one) => one.kind === 'level' && one.line === line && gist(one.figure.label) === name);
    return levels.length === 1 ? (levels[0] ?? null) : null;
  }

  private changing(said: Said, last: string, change: RegExpExecArray | null, place: Place, since: Statement | null): void {
    const words = said.figure.unchanged
      ? last.replace(/(?:与|和|同|较|比)(?:\d{4}年|上年|去年|上一年|年初).*$/, '')
      : last.slice(0, change?.index ?? 0);
    const { phrase, of: before } = this.meant(words, place);
    const of = before ?? (this.change ? null : this.statedEarlier(said.line, phrase));
    const whole = of ? null : this.change;
    // Only right behind last year's figure: 比2023年预算数850万元增加50万元.
    const from = of && /^(?:增加|增长|减少|下降|降低|上升|提高)/.test(said.lead.replace(/^[,，]/, '')) ? since : null;
    const more = { sign: change ? signOf(change, said.figure) : 1, whole, since: from } as const;
    this.changed = this.make('change', said, of ? phrase : inherit(phrase, whole), of, more);
    this.change = withKept(this.changed, this.change);
  }

  /** 一般公共预算支出900万元……与上年相比，一般公共预算支出增加50万元: the same thing again. */
  private statedEarlier(line: Line, { subject, year }: Phrase): Statement | null {
    if (!subject) return null;
    const same = JSON.stringify(subject);
    const levels = this.statements.filter(
      (one) => one.kind === 'level' && one.line === line && one.year !== 'last' && one.year === (year ?? one.year),
    );
    return levels.reverse().find((one) => JSON.stringify(one.subject) === same) ?? null;
  }

  private amount(said: Said, last: string, place: Place): void {
    const { lead, name } = said;
    const read = this.named(said, last, place);
    const inner = this.open[this.open.length - 1];
    // 本年支出300万元，其中……，年末结转和结余0万元: no part of what was spent this year.
    const list = read.subject?.carried === 'out' && inner?.whole?.subject?.current ? undefined : inner;
    const whole = list?.whole ?? null;
    const phrase = this.owned(this.open.length > 0 || name !== undefined ? read : softened(read, lead, place));
    const made = this.make('level', said, list?.side ? ofSide(phrase, list.side) : inherit(phrase, whole), null, {
      whole,
      division: list?.division ?? 0,
    });
    if (list?.side) this.listed.push(made);
    if (/预算/.test(last.replace(/公共预算|基金预算|经营预算/g, ''))) this.planned = made;
    else {
      this.spent = made;
      if (!SAME.test(last)) this.planned = null;
    }
    this.level = made;
    this.change = this.changed = null;
    if (this.open.length === 0 && !OF_PLAN.test(last)) this.top = made;
  }

  private named({ name, lead }: Said, last: string, place: Place): Phrase {
    if (name === undefined) return phraseBefore(last, place, lead);
    if (name === null) return NOTHING;
    const phrase = phraseBefore(name, place);
    return lead.length > 1 ? phrase : beside(phrase, this.level);
  }

  /** Who has been named stays named to the end of the paragraph. */
  private owned(phrase: Phrase): Phrase {
    if (!phrase.subject) return phrase;
    this.owner = phrase.subject.owner ?? this.owner;
    // Parts take their whole's.
    if (phrase.subject.owner !== undefined || this.owner === undefined || this.open.some(({ whole }) => whole !== null)) return phrase;
    return { ...phrase, subject: { ...phrase.subject, owner: this.owner } };
  }

  private counting(said: Said, last: string, clauses: readonly string[]): void {
    const words = last === '' ? (clauses[clauses.length - 2] ?? '') : last;
    const counted = words.replace(/^.*?(?:共有|拥有|现有|为|有|的)(?=.)/, '').replace(/[共有为是\d]+$/, '');
    // What is said of another year, or of buying, is no part of what there is.
    const whole = this.countWhole?.figure.measure === said.figure.measure ? this.countWhole : null;
    const listed = this.open.length > 0 && !/\d{4}年|购置/.test(counted) ? whole : null;
    const made = this.make('count', said, NOTHING, null, { counted, whole: listed });
    this.counted = counted;
    if (!listed) {
      this.count = made;
      this.countWhole = null;
    }
  }
}

/** 下降-20% says the direction twice. */
function signOf(change: RegExpExecArray, { value }: Figure): 1 | -1 {
  return DOWN.test(change[1] ?? '') && value.units >= 0n ? -1 : 1;
}

/** 政府采购支出总额 and 政府采购支出 are one thing. */
function gist(words: string): string {
  return words.replace(/^\d{4}年度?|总额|总计|合计|金额|预算|支出|[的数总]/g, '');
}

/** The first change of a sentence is the whole of those that explain it. */
function withKept(made: Statement, kept: Statement | null): Statement {
  return made.of === null && kept !== null ? kept : made;
}

/** The sentence around a place; a part in brackets belongs to it. */
function sentenceAt(line: Line, place: number): string {
  const from = line.text.lastIndexOf('。', place) + 1;
  const end = line.text.indexOf('。', place);
  return line.text.slice(from, end < 0 ? undefined : end);
}

/** The figure with the words just before it, as they stand in the cell. */
function textFigure({ line, figure, lead, name }: Said, phrase: Phrase, of: Statement | null): TextFigure {
  const clause = nearestClause(lead);
  const from = figure.unchanged ? figure.start : figure.before - Math.min(clause.length, 40);
  const words = wordsOf(line, from, figure.end);
  const own = (name ?? clause).replace(/^[(其中:]+|^\d{4}年度?/g, '');
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
