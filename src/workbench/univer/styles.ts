/** How a cell's look is written in the grid's own style data: pure conversions, both ways. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { BorderStyle, CellStyle, FontStyle } from '../model';

/** One step of Excel's indent is three spaces of the default font: about nine pixels. */
const INDENT_PIXELS = 9;

const BORDERS: Readonly<Record<Exclude<BorderStyle['style'], 'none'>, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  hair: BorderStyleTypes.HAIR,
};
const HORIZONTAL: Readonly<Record<NonNullable<CellStyle['horizontal']>, HorizontalAlign>> = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const VERTICAL: Readonly<Record<NonNullable<CellStyle['vertical']>, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const SIDES = [
  ['top', 't'],
  ['bottom', 'b'],
  ['left', 'l'],
  ['right', 'r'],
] as const;

/** Fonts for machines that lack the file's own. Where none of these is, the browser finds one that has the characters. */
const SERIF_FONTS = 'SimSun, Songti SC, Noto Serif CJK SC, Source Han Serif SC, serif';
const SANS_FONTS = 'DengXian, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif';
const SERIF_NAME = /宋|仿|楷|song|fang|kai|times|cambria|georgia|serif/i;

/** Only what `style` names appears in the result; `null` there clears it in the cell. */
export function toGridStyle(style: CellStyle): IStyleData {
  const result: IStyleData = {};
  if (style.fill !== undefined) result.bg = style.fill === null ? null : { rgb: style.fill };
  if (style.font) Object.assign(result, gridFont(style.font));
  if (style.horizontal) result.ht = style.horizontal === 'general' ? null : HORIZONTAL[style.horizontal];
  if (style.vertical) result.vt = VERTICAL[style.vertical];
  if (style.wrap !== undefined) result.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.indent !== undefined) {
    result.pd = style.indent === 0 ? null : { l: style.indent * INDENT_PIXELS, r: style.indent * INDENT_PIXELS };
  }
  if (style.borders) {
    const borders: IBorderData = {};
    for (const [side, key] of SIDES) {
      const border = style.borders[side];
      if (border) borders[key] = gridBorder(border);
    }
    result.bd = borders;
  }
  return result;
}

/** What the grid knows of a cell's look; unset properties are left out. */
export function fromGridStyle(style: IStyleData | null | undefined): CellStyle {
  if (!style) return {};
  const font = modelFont(style);
  const borders = modelBorders(style.bd);
  const indent = Math.round((style.pd?.l ?? 0) / INDENT_PIXELS);
  const horizontal = keyOf(HORIZONTAL, style.ht);
  const vertical = keyOf(VERTICAL, style.vt);
  return {
    ...(style.bg?.rgb ? { fill: hexColor(style.bg.rgb) } : {}),
    ...(font ? { font } : {}),
    ...(horizontal && horizontal !== 'general' ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(borders ? { borders } : {}),
  };
}

function gridFont(font: FontStyle): IStyleData {
  return {
    ...(font.name !== undefined ? { ff: fontStack(font.name) } : {}),
    ...(font.size !== undefined ? { fs: font.size } : {}),
    ...(font.bold !== undefined ? { bl: flag(font.bold) } : {}),
    ...(font.italic !== undefined ? { it: flag(font.italic) } : {}),
    ...(font.underline !== undefined ? { ul: { s: flag(font.underline) } } : {}),
    ...(font.color !== undefined ? { cl: font.color === null ? null : { rgb: font.color } } : {}),
  };
}

function fontStack(name: string): string {
  // A comma or quote would end the name in the canvas's font list.
  const clean = name.replace(/[,'"]/g, ' ').trim();
  return `${clean}, ${SERIF_NAME.test(clean) ? SERIF_FONTS : SANS_FONTS}`;
}

function modelFont(style: IStyleData): FontStyle | null {
  const font: FontStyle = {
    ...(style.ff ? { name: style.ff.split(',')[0] ?? '' } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(style.ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(style.cl?.rgb ? { color: hexColor(style.cl.rgb) } : {}),
  };
  return Object.keys(font).length === 0 ? null : font;
}

function gridBorder(border: BorderStyle): IBorderStyleData | null {
  return border.style === 'none' ? null : { s: BORDERS[border.style], cl: { rgb: border.color ?? '#000000' } };
}

function modelBorders(data: IStyleData['bd']): CellStyle['borders'] | null {
  if (!data) return null;
  const borders: { -readonly [side in 'top' | 'bottom' | 'left' | 'right']?: BorderStyle } = {};
  for (const [side, key] of SIDES) {
    const border = data[key];
    if (!border) continue;
    const style = keyOf(BORDERS, border.s) ?? 'thin';
    borders[side] = border.cl.rgb ? { style, color: hexColor(border.cl.rgb) } : { style };
  }
  return Object.keys(borders).length === 0 ? null : borders;
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function keyOf<K extends string, V>(table: Readonly<Record<K, V>>, value: V | null | undefined): K | null {
  for (const key in table) if (table[key] === value) return key;
  return null;
}

/** `rgb(255, 0, 0)` and `#ff0000` → `#FF0000`. */
function hexColor(color: string): string {
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(color);
  if (!parts) return color.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}
