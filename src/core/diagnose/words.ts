/** How would a sentence read with the right figure: the same words, the figure in its own way of printing? */
import { absolute, compare, formatDecimal, isZero, normalise, shift, ZERO, type Decimal } from '../amount';
import { UNIT_POWER, type TextFigure } from '../model';

/** Words that turn round when a change turns out to have the other sign. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['上升', '下降'],
  ['增', '减'],
];

/**
 * The words of the figure with `right` (in its unit, or a plain number) in its place: `项目支出 5463.1 万元` → `项目支出 5421.51 万元`,
 * `减少9.8万元` and −2 → `增加2万元`, `23元` and 230000 → `23万元`. `null` where the words do not hold the figure as printed, or only say
 * 持平 or 没有.
 */
export function mendedWords(figure: TextFigure, right: Decimal): string | null {
  const { text, printed } = figure;
  const at = text.lastIndexOf(printed);
  if (!/\d/.test(printed) || at < 0) return null;
  const before = text.slice(0, at);
  const after = text.slice(at + printed.length);
  const unit = otherUnit(figure, right);
  if (unit !== null) return after.includes(figure.measure) ? before + printed + after.replace(figure.measure, unit) : null;
  const turned = compare(right, ZERO) < 0 && !printed.startsWith('-') ? turnedRound(before) : null;
  const shown = printedLike(printed, turned === null ? right : absolute(right));
  return (turned ?? before) + shown + after;
}

/** 元, 万元, 亿元 are taken for one another; whoever writes 千元 means it. */
const STEP = 4;

/** The unit in which the figure as it stands would be right. */
function otherUnit({ value, unit, measure }: TextFigure, right: Decimal): string | null {
  if (unit === null || measure !== unit || isZero(value)) return null;
  for (const [other, power] of Object.entries(UNIT_POWER)) {
    const isMistakable = other !== unit && (power - UNIT_POWER[unit]) % STEP === 0;
    if (isMistakable && compare(shift(value, power - UNIT_POWER[unit]), right) === 0) return other;
  }
  return null;
}

function turnedRound(words: string): string | null {
  for (const [one, other] of OPPOSITES) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const at = words.lastIndexOf(from);
      if (at >= 0) return words.slice(0, at) + to + words.slice(at + from.length);
    }
  }
  return null;
}

/** With thousands separated and with decimals as `printed` has them; digits that the amount has are never dropped. */
function printedLike(printed: string, value: Decimal): string {
  const decimals = printed.split('.')[1]?.length ?? 0;
  const text = formatDecimal(normalise(value), decimals);
  if (!printed.includes(',')) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
