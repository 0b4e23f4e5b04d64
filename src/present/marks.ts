/** How does Gouji mark a cell, and how is its own mark told from a user's? */
import type { Mark } from '../core/spreadsheet';

export interface MarkColours {
  /** `#RRGGBB` of the cell. */
  readonly fill: string;
  /** `#RRGGBB` of the text on it; both together keep a contrast of at least 4.5 : 1 (WCAG 2.1 AA). */
  readonly fontColor: string;
}

export const MARK_FILLS: Readonly<Record<Mark, MarkColours>> = {
  error: { fill: '#FFC7CE', fontColor: '#9C0006' },
  warning: { fill: '#FFEB9C', fontColor: '#7F6000' },
  label: { fill: '#DDEBF7', fontColor: '#1F4E79' },
  related: { fill: '#FBEDEE', fontColor: '#7B2D33' },
  rounding: { fill: '#E2EFDA', fontColor: '#375623' },
};

export const MARKS: readonly Mark[] = ['error', 'warning', 'label', 'related', 'rounding'];

/** First characters of every comment that Gouji writes. */
export const COMMENT_PREFIX = '【勾稽】';
/** Author of the notes that Gouji writes into a file. */
export const NOTE_AUTHOR = '勾稽';
/** Hidden name in the scope of a sheet that Gouji wrote: such a sheet is never checked and may be replaced. */
export const GENERATED_NAME = '_gouji_sheet';
/** Namespace of the custom XML part with a workbook's settings. */
export const SETTINGS_NAMESPACE = 'urn:gouji:settings:1';

/** The condition of a mark's conditional format: always true, and it names us, so that no cell's own style is touched. */
export function markFormula(mark: Mark): string {
  return `=LEN("gouji:${mark}")>0`;
}

/** The mark that a conditional format's formula stands for (with or without `=`, blanks aside); `null` for a user's own. */
export function markOfFormula(formula: string): Mark | null {
  const match = /^=?LEN\("gouji:([a-z]+)"\)>0$/i.exec(formula.replace(/\s+/g, ''));
  return MARKS.find((mark) => mark === match?.[1]?.toLowerCase()) ?? null;
}
