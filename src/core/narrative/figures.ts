/** Which figures does a line of text state: amounts, percentages, counts, each with its unit? */
import { parseDecimal, type Decimal } from '../amount';
import { UNIT_POWER, type Unit } from '../model';
import type { Line } from './text';

export interface Figure {
  /** Places in the line's compacted text; `end` is behind the unit. */
  readonly start: number;
  readonly end: number;
  /** Where the words before it end: before 约, too. */
  readonly before: number;
  readonly value: Decimal;
  readonly printed: string;
  readonly kind: 'amount' | 'percent' | 'count';
  readonly unit: Unit | null;
  readonly measure: string;
  /** 约, 近, 余 stand with it. */
  readonly approximate: boolean;
  /** 持平: no change, and no figure either. */
  readonly unchanged?: true;
}

/** The longest first: 万元 is no 元. */
const AMOUNT_UNITS = Object.keys(UNIT_POWER).sort((a, b) => b.length - a.length);
const COUNTED = '万人次|万人|万次|万户|万份|人次|人|辆|台|套|个|户|家|项|件|名|次|所|处|批|份|册|场|期|条|宗|起|亩|公里|座|间|吨';
const UNITS = [...AMOUNT_UNITS, '%'].join('|');
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const FIGURE = new RegExp(
  `(约|近|超过|超|大约|不足|不低于|不少于|达到)?((?<![\\d.,:A-Za-z〔\\[第])-?${NUMBER})(余|多)?(${UNITS}|${COUNTED})`,
  'g',
);
const UNCHANGED = /(?:与|和|同|较|比)[^,，。;]{2,12}?(?:相比)?(?:基本)?(持平|相同|一致|没有变化|无变化)/g;
/** 单位价值50万元以上, 100个以内, 万元/人, 30万元至50万元, 2.5个百分点, 3个月: thresholds, prices, ranges and periods state nothing. */
const NOTHING_STATED = /^(?:\(含\))?(?:以上|以下|以内|及以上|及以下|左右)|^\/|^每|^[-–—~～至到]+\d|^(?:百分点|月|季度|工作日|小时|星期|年)/;
/** 30-50万元: the end of a range. */
const RANGE = new RegExp(`\\d(?:${UNITS})?[-–—~～至到]+$`);
/** 分别为2000、1280万元: the unit stands once, behind the last. */
const TOGETHER = new RegExp(`分别(?:为|是|安排|达|达到)?((?:${NUMBER}[、和与及])+)${NUMBER}(${UNITS})`, 'g');

function kindOf(measure: string): Figure['kind'] {
  return measure === '%' ? 'percent' : /元$/.test(measure) ? 'amount' : 'count';
}

/** In the order of the text. */
export function figuresOf(line: Line): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of line.text.matchAll(FIGURE)) {
    const [all, about, printed = '', after, measure = ''] = match;
    const value = parseDecimal(printed.replace(/,/g, ''));
    const start = match.index + (about?.length ?? 0);
    const end = match.index + all.length;
    if (!value || NOTHING_STATED.test(line.text.slice(end)) || RANGE.test(line.text.slice(0, start))) continue;
    const kind = kindOf(measure);
    const unit = kind === 'amount' ? (measure as Unit) : null;
    const approximate = (about !== undefined && about !== '达到') || after !== undefined;
    figures.push({ start, end, before: match.index, value, printed, kind, unit, measure, approximate });
  }
  for (const match of line.text.matchAll(TOGETHER)) {
    const [all, numbers = '', measure = ''] = match;
    const from = match.index + all.indexOf(numbers);
    for (const { 0: printed, index } of numbers.matchAll(new RegExp(NUMBER, 'g'))) {
      const value = parseDecimal(printed.replace(/,/g, ''));
      const start = from + index;
      const unit = measure === '%' ? null : (measure as Unit);
      if (value)
        figures.push({
          start,
          end: start + printed.length,
          before: start,
          value,
          printed,
          kind: kindOf(measure),
          unit,
          measure,
          approximate: false,
        });
    }
  }
  for (const match of line.text.matchAll(UNCHANGED)) {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    const nil = { value: { units: 0n, scale: 0 }, printed: word, measure: '' } as const;
    figures.push({
      start: end - word.length,
      before: end - word.length,
      end,
      ...nil,
      kind: 'amount',
      unit: '万元',
      approximate: /基本/.test(match[0]),
      unchanged: true,
    });
  }
  return figures.sort((a, b) => a.start - b.start);
}
