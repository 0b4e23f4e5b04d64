/** How does one style lie over another? Only what is named changes, `null` and defaults clear, so that undone styles leave no trace. */
import { DEFAULT_FONT } from './defaults';
import type { BorderStyle, CellStyle, FontStyle } from './model';

type Sides = NonNullable<CellStyle['borders']>;

const DEFAULTS: Readonly<Record<string, unknown>> = { horizontal: 'general', vertical: 'bottom', wrap: false, indent: 0, fill: null };
const FONT_DEFAULTS: Readonly<Record<string, unknown>> = { ...DEFAULT_FONT, color: null };

/** Without what is absent, null or as by default; undefined when nothing is left. */
function trimmed<T extends object>(value: T, defaults: Readonly<Record<string, unknown>>): T | undefined {
  const kept = Object.entries(value).filter(([key, item]) => item !== undefined && item !== null && item !== defaults[key]);
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined;
}

export function overlay(under: CellStyle, over: CellStyle): CellStyle {
  const { font, borders, ...rest } = { ...under, ...over };
  const mergedFont = font && trimmed<FontStyle>({ ...under.font, ...over.font }, FONT_DEFAULTS);
  const mergedBorders = borders && lines({ ...under.borders, ...over.borders });
  return {
    ...trimmed<CellStyle>(rest, DEFAULTS),
    ...(mergedFont ? { font: mergedFont } : {}),
    ...(mergedBorders ? { borders: mergedBorders } : {}),
  };
}

function lines(sides: Sides): Sides | undefined {
  const kept = Object.entries(sides).filter(([, side]: [string, BorderStyle]) => side.style !== 'none');
  return kept.length > 0 ? (Object.fromEntries(kept) as Sides) : undefined;
}

export const isPlain = (style: CellStyle): boolean => Object.keys(style).length === 0;
