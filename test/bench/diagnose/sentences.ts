/** Slips in the running text: one amount of a sentence changed. Are the words named, and is what they said before suggested? */
import { checkWorkbook } from '../../../src/core';
import type { Cause, Finding, TextFigure } from '../../../src/core/model';
import { newCauses, tell } from './causes';
import { randomOf, seedOf, type Random } from './random';
import { keyOf, withCells, type Subject } from './subjects';
import { accepted } from './trials';

export interface SentenceOutcome {
  readonly subject: string;
  readonly slip: string;
  readonly place: string;
  /** A new finding about the words. */
  readonly detected: boolean;
  /** A new cause names these words. */
  readonly named: boolean;
  /** The first that does suggests what stood there. */
  readonly right: boolean;
  /** A wrong cause at 0.5 or more. */
  readonly wrongClaim: boolean;
  readonly said: string;
}

/** So many last digits are no rounding, whatever else the sentence is compared with. */
const LEAST_DIFFERENCE = 10;

/** The words of the figure with the slip; `null` where it does not apply. */
const SLIPS: Readonly<Record<string, (figure: TextFigure, random: Random) => string | null>> = {
  'digits swapped in a sentence': ({ printed }, random) => {
    const places = [...printed].flatMap((digit, at) => {
      const next = printed[at + 1] ?? '';
      return /\d/.test(digit) && /\d/.test(next) && digit !== next ? [at] : [];
    });
    if (places.length === 0) return null;
    const at = random.pick(places);
    return printed.slice(0, at) + (printed[at + 1] ?? '') + (printed[at] ?? '') + printed.slice(at + 2);
  },
  'digit replaced in a sentence': ({ printed }, random) => {
    const at = random.pick([...printed].flatMap((digit, place) => (/\d/.test(digit) ? [place] : [])));
    return printed.slice(0, at) + String((Number(printed[at]) + 1 + random.below(9)) % 10) + printed.slice(at + 1);
  },
  'decimal point moved in a sentence': ({ printed }) => {
    const point = printed.indexOf('.');
    if (point < 0 || point + 2 >= printed.length) return null;
    const whole = (printed.slice(0, point) + (printed[point + 1] ?? '')).replace(/,/g, '');
    return `${printed.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${printed.slice(point + 2)}`;
  },
};

const valueOf = (printed: string): number => Number(printed.replace(/,/g, ''));

function slipped(figure: TextFigure, slip: string, random: Random): string | null {
  const { text, printed, measure, unit } = figure;
  const at = text.lastIndexOf(printed);
  if (slip === UNIT) {
    const other = unit === '万元' ? '元' : '万元';
    const place = text.indexOf(measure, at + printed.length);
    return measure !== unit || place < 0 ? null : text.slice(0, place) + other + text.slice(place + measure.length);
  }
  const made = SLIPS[slip]?.(figure, random) ?? null;
  const decimals = printed.split('.')[1]?.length ?? 0;
  if (made === null || Math.abs(valueOf(made) - valueOf(printed)) < LEAST_DIFFERENCE / 10 ** decimals) return null;
  return text.slice(0, at) + made + text.slice(at + printed.length);
}

const UNIT = 'another unit in a sentence';
export const SENTENCE_SLIPS: readonly string[] = [...Object.keys(SLIPS), UNIT];

/** Amounts of sentences that agree with what they are compared with, each once. */
function figuresOf({ baseline }: Subject): readonly TextFigure[] {
  const found = new Map<string, TextFigure>();
  for (const { relation, verdict } of baseline.checks) {
    if (relation.type !== 'narrative' || relation.base || verdict === 'violated') continue;
    for (const { figure } of [...relation.left, ...relation.right]) {
      const isAmount = figure?.unit && figure.table.kind === 'narrative' && valueOf(figure.printed) > 0;
      if (isAmount) found.set(`${keyOf(figure.cell)} ${figure.start}`, figure);
    }
  }
  return [...found.values()];
}

const told = ({ id, left, right, difference }: Finding): string => [id, left, right, difference].join(' ');

/** Amounts without zeros at the end. */
const plain = (text: string): string => text.replace(/(\.\d*?)0+(?!\d)/g, '$1').replace(/\.(?!\d)/g, '');

const says = ({ cells }: Cause): string => cells.map(({ cell, value, suggested }) => `${keyOf(cell)} ${value} ${suggested}`).join();

export function sentenceTrials(subject: Subject, slip: string, trials: number): readonly SentenceOutcome[] {
  const random = randomOf(seedOf(`${subject.name} ${slip}`));
  const own = new Map(accepted(subject));
  const known = new Set(subject.baseline.findings.map(told));
  const before = new Set(subject.baseline.causes.map(says));
  const planted = figuresOf(subject).flatMap((figure) => {
    const words = slipped(figure, slip, random);
    return words === null ? [] : [{ figure, words }];
  });
  return random.sample(planted, trials).map(({ figure, words }): SentenceOutcome => {
    const { cell, start, length, text } = figure;
    const key = keyOf(cell);
    const paragraph = String(subject.workbook.sheets.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.[cell.column]?.value ?? '');
    const value = paragraph.slice(0, start) + words + paragraph.slice(start + length);
    const result = checkWorkbook(withCells(subject, new Map([[key, { cell, value }]])));
    const touches = (entry: { readonly cell: typeof cell; readonly start?: number; readonly length?: number }): boolean =>
      keyOf(entry.cell) === key &&
      entry.start !== undefined &&
      entry.start < start + words.length &&
      start < entry.start + (entry.length ?? 0);
    const isRight = ({ cells }: Cause): boolean =>
      cells.every((entry) => {
        if (!touches(entry)) return Math.abs((own.get(keyOf(entry.cell)) ?? NaN) - Number(entry.suggested)) < 1e-9;
        const from = entry.start ?? 0;
        return plain(value.slice(0, from) + entry.suggested + value.slice(from + (entry.length ?? 0))) === plain(paragraph);
      });
    // What the paragraph's own errors are, they still are, though they may stand elsewhere in it now.
    const causes = newCauses(subject, result).filter((cause) => !before.has(says(cause)));
    const first = causes.find(({ cells }) => cells.some(touches));
    return {
      subject: subject.name,
      slip,
      place: `${key} ${text} → ${words}`,
      detected: result.findings.some((finding) => !known.has(told(finding)) && finding.cells.some(touches)),
      named: first !== undefined,
      right: first !== undefined && isRight(first),
      wrongClaim: causes.some((cause) => cause.confidence >= 0.5 && !isRight(cause)),
      said: tell(causes),
    };
  });
}
