/** Which question this file answers: how do the parts of a generated sheet look, in Excel and in a file alike. */
import type { PlannedStyle } from '../core/spreadsheet';
import { MARK_FILLS } from './marks';

export interface SheetLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: true;
  /** Headings of columns are centred over texts and figures alike. */
  readonly align?: 'center' | 'right';
  /** Of the font, in points. */
  readonly size?: number;
  /** Of the row, in points. */
  readonly height?: number;
}

const marked = ({ fill, fontColor }: { readonly fill: string; readonly fontColor: string }): SheetLook => ({ fill, color: fontColor });

export const SHEET_LOOKS: Readonly<Record<PlannedStyle, SheetLook>> = {
  title: { bold: true, size: 16, color: '#1F4E79', height: 30 },
  header: { bold: true, align: 'center', fill: '#1F4E79', color: '#FFFFFF', height: 22 },
  group: { bold: true, fill: '#F2F2F2' },
  note: { color: '#595959' },
  reply: { fill: '#FFFDF2' },
  code: { color: '#A6A6A6' },
  figure: { align: 'right' },
  culprit: { ...marked(MARK_FILLS.culprit), bold: true },
  error: { ...marked(MARK_FILLS.error), bold: true },
  warning: marked(MARK_FILLS.warning),
  label: marked(MARK_FILLS.label),
  related: marked(MARK_FILLS.related),
  rounding: marked(MARK_FILLS.rounding),
  info: marked(MARK_FILLS.rounding),
};

/** The thin line under each row, in place of gridlines. */
export const SHEET_LINE = '#D9D9D9';

/** Of the text of a link, which is underlined too: as Excel draws links. */
export const LINK_COLOUR = '#0563C1';

/** Of a printed page, in points: narrow at the sides, so that all columns fit and can be read; room for the page number below. */
export const PAGE_MARGINS = { left: 27, right: 27, top: 36, bottom: 45, footer: 18 } as const;
