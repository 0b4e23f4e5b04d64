/** How does Gouji mark a cell, and how is its own mark told from a user's? */
import type { Mark } from '../core/spreadsheet';

export interface MarkColours {
  /** `#RRGGBB` of the cell. */
  readonly fill: string;
  /** `#RRGGBB` of the text on it; both together keep a contrast of at least 4.5 : 1 (WCAG 2.1 AA). */
  readonly fontColor: string;
}

/**
 * Orange for figures, blue for names, grey for rounding: told apart by those who do not tell red from green, and by their lightness in
 * print. The likely culprit alone is strong.
 */
export const MARK_FILLS: Readonly<Record<Mark, MarkColours>> = {
  culprit: { fill: '#F28E2B', fontColor: '#331400' },
  error: { fill: '#FBD3A5', fontColor: '#6B2E00' },
  warning: { fill: '#FFF1B3', fontColor: '#5F4B00' },
  label: { fill: '#D3E4F4', fontColor: '#1F4E79' },
  related: { fill: '#FDF0E2', fontColor: '#7A431A' },
  rounding: { fill: '#EDEDED', fontColor: '#595959' },
};

/** `#RRGGBB` of the line round a cell where marks are borders: dark enough on a white sheet (3 : 1). */
export const MARK_BORDERS: Readonly<Record<Mark, string>> = {
  culprit: '#C04A00',
  error: '#E07B00',
  warning: '#A67C00',
  label: '#1F6FB2',
  related: '#C9874F',
  rounding: '#8C8C8C',
};

/** From the strongest to the quietest. */
export const MARKS: readonly Mark[] = ['culprit', 'error', 'warning', 'label', 'related', 'rounding'];

/** First characters of every comment that Gouji writes. */
export const COMMENT_PREFIX = '【勾稽】';

/** In Excel our comments carry the user's name, and some programs forget who wrote a note: the first characters tell them. */
export function isOurText(text: string): boolean {
  return text.startsWith(COMMENT_PREFIX);
}

/** Author of the notes that Gouji writes into a file. */
export const NOTE_AUTHOR = '勾稽';
/** Hidden name in the scope of a sheet that Gouji wrote: such a sheet is never checked and may be replaced. */
export const GENERATED_NAME = '_gouji_sheet';
/** Namespace of the custom XML part with a workbook's settings. */
export const SETTINGS_NAMESPACE = 'urn:gouji:settings:1';

/** What every name begins with by which a mark sees its relation; all of them are hidden and in the workbook's scope. */
export const NAME_PREFIX = '_gouji_m';

/** A name by which a mark sees its relation. */
export function isOurName(name: string): boolean {
  return name.toLowerCase().startsWith(NAME_PREFIX);
}

/**
 * The condition of a mark's conditional format. It names us, so that no cell's own style is touched, and holds while one of `names` (hidden
 * names of ours, each TRUE while its relation is broken) does; without names it always holds.
 */
export function markFormula(mark: Mark, names: readonly string[] = []): string {
  const own = `LEN("gouji:${mark}")>0`;
  if (names.length === 0) return `=${own}`;
  return `=AND(${own},${names.length === 1 ? names[0] : `OR(${names.join(',')})`})`;
}

/** The mark that a conditional format's formula stands for (with or without `=`, blanks aside); `null` for a user's own. */
export function markOfFormula(formula: string): Mark | null {
  const match = /^=?(?:AND\()?LEN\("gouji:([a-z]+)"\)>0(?:,(?:OR\()?_gouji_m[\w,]*\)+)?$/i.exec(formula.replace(/\s+/g, ''));
  return MARKS.find((mark) => mark === match?.[1]?.toLowerCase()) ?? null;
}
