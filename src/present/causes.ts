/** Which question this file answers: how is a likely cause said? 候选, 可能 from 0.5, 很可能 from 0.9. */
import { append } from '../core/group';
import { CLAIM, type Cause, type CauseCell } from '../core/model';
import { addressOf, type CellRef } from '../core/workbook';
import { translate, type Locale } from '../i18n';

export type Likelihood = 'likely' | 'possible' | 'candidate';

/** From here on 很可能, from `CLAIM` on 可能. */
const LIKELY = 0.9;

export function likelihoodOf({ confidence }: Cause): Likelihood {
  return confidence >= LIKELY ? 'likely' : confidence >= CLAIM ? 'possible' : 'candidate';
}

/** 小数点错位 … */
export function slipName(locale: Locale, slip: Cause['slip']): string {
  return translate(locale, `slip.${slip}`);
}

const placeOf = (cell: CellRef): string => `${cell.sheet} ${addressOf(cell)}`;

function cellText(locale: Locale, entry: CauseCell, likelihood: string): string {
  const data = {
    place: placeOf(entry.cell),
    value: entry.value === '' ? translate(locale, 'cause.blank') : entry.value,
    suggested: entry.suggested,
    likelihood,
  };
  if (entry.formula !== undefined && entry.computed !== undefined)
    return translate(locale, `cause.cell.${entry.computed}`, { ...data, formula: entry.formula });
  if (entry.formula !== undefined) {
    const omitted = (entry.omitted ?? []).map((cell) => (cell.sheet === entry.cell.sheet ? addressOf(cell) : placeOf(cell)));
    return translate(locale, 'cause.cell.formula', {
      ...data,
      formula: entry.formula,
      omitted: omitted.join(translate(locale, 'present.list.separator')),
    });
  }
  if (entry.unit === null && !entry.plain) return translate(locale, 'cause.cell.text', data);
  return translate(locale, entry.suggested === '' ? 'cause.cell.blank' : 'cause.cell', data);
}

/** `表八 D12 很可能应为 75.20（现为 752.00），小数点错位；改后这 4 处不一致全部消失`. */
export function causeText(locale: Locale, cause: Cause): string {
  const likelihood = translate(locale, `cause.likelihood.${likelihoodOf(cause)}`);
  const cells = cause.cells.map((entry) => cellText(locale, entry, likelihood)).join(translate(locale, 'cause.cells.separator'));
  const count = cause.findings.length;
  return translate(locale, count === 1 ? 'cause.one' : 'cause.all', { cells, slip: slipName(locale, cause.slip), count: String(count) });
}

/** Causes that explain the same findings, the likeliest first: one entry for each thing that went wrong. */
export function causeGroups(causes: readonly Cause[]): readonly (readonly Cause[])[] {
  const groups = new Map<string, Cause[]>();
  for (const cause of causes) {
    const key = cause.findings.join(' ');
    append(groups, key, cause);
  }
  return [...groups.values()];
}
