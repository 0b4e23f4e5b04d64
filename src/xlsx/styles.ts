/** What do the entries of styles.xml mean: the look of each cell style, and of each differential (conditional) format? */
import { colourOf, type ColourTable } from './colours';
import { formatOfId } from './numberFormats';
import type { BorderStyle, CellStyle, FontStyle, ResolvedStyle } from './style';
import { childOf, childrenOf, flag, type XmlNode } from './xml';

/** What a conditional format changes; `null` where it leaves the cell's own. */
export interface DifferentialStyle {
  readonly fill: string | null;
  readonly fontColor: string | null;
  /** Colour of the line at the top: ours has the same on all sides. */
  readonly border?: string;
}

function fontOf(node: XmlNode | undefined, table: ColourTable): FontStyle {
  const on = (name: string): boolean => {
    const element = childOf(node, name);
    return (
      element !== undefined &&
      element.attributes['val'] !== 'none' &&
      flag(element.attributes['val'] === 'single' ? '1' : element.attributes['val'], true)
    );
  };
  const name = (childOf(node, 'name') ?? childOf(node, 'rFont'))?.attributes['val'];
  const size = childOf(node, 'sz')?.attributes['val'];
  const underline = childOf(node, 'u');
  return {
    ...(name === undefined ? {} : { name }),
    ...(size === undefined ? {} : { size: Number(size) }),
    ...(on('b') ? { bold: true } : {}),
    ...(on('i') ? { italic: true } : {}),
    ...(underline && underline.attributes['val'] !== 'none' ? { underline: true } : {}),
    color: colourOf(childOf(node, 'color'), table),
  };
}

function fillOf(node: XmlNode | undefined, table: ColourTable): string | null {
  const gradient = childOf(node, 'gradientFill');
  if (gradient) return colourOf(childOf(childOf(gradient, 'stop'), 'color'), table);
  const pattern = childOf(node, 'patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  if (type === 'none') return null;
  // A pattern is shown by the colour behind it; only a solid one is all foreground.
  return colourOf(childOf(pattern, type === 'solid' ? 'fgColor' : 'bgColor'), table);
}

const BORDER_STYLES: Readonly<Record<string, BorderStyle['style']>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  hair: 'hair',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashed: 'dashed',
  mediumDashDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
};

function borderOf(node: XmlNode | undefined, table: ColourTable): BorderStyle | undefined {
  const style = BORDER_STYLES[node?.attributes['style'] ?? ''];
  if (!node || !style) return undefined;
  const color = colourOf(childOf(node, 'color'), table);
  return color === null ? { style } : { style, color };
}

function bordersOf(node: XmlNode | undefined, table: ColourTable): CellStyle['borders'] {
  const sides = { top: 'top', bottom: 'bottom', left: 'left', right: 'right' } as const;
  const entries = Object.entries(sides)
    .map(
      ([side, name]) =>
        [side, borderOf(childOf(node, name) ?? childOf(node, name === 'left' ? 'start' : name === 'right' ? 'end' : name), table)] as const,
    )
    .filter(([, border]) => border !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const HORIZONTAL: Readonly<Record<string, NonNullable<CellStyle['horizontal']>>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  centerContinuous: 'center',
  distributed: 'center',
  justify: 'left',
  fill: 'left',
};

const VERTICAL: Readonly<Record<string, NonNullable<CellStyle['vertical']>>> = {
  top: 'top',
  center: 'center',
  bottom: 'bottom',
  justify: 'center',
  distributed: 'center',
};

function alignmentOf(node: XmlNode | undefined): Pick<CellStyle, 'horizontal' | 'vertical' | 'wrap' | 'indent'> {
  const { horizontal = '', vertical = '', wrapText, indent } = node?.attributes ?? {};
  return {
    ...(HORIZONTAL[horizontal] ? { horizontal: HORIZONTAL[horizontal] } : {}),
    // Absent means bottom (18.8.1).
    vertical: VERTICAL[vertical] ?? 'bottom',
    ...(flag(wrapText) ? { wrap: true } : {}),
    ...(indent !== undefined && Number(indent) > 0 ? { indent: Number(indent) } : {}),
  };
}

/** One entry for each of cellXfs, in order. */
export function resolveStyles(styles: XmlNode | undefined, table: ColourTable): readonly ResolvedStyle[] {
  const fonts = childrenOf(childOf(styles, 'fonts'), 'font').map((font) => fontOf(font, table));
  const fills = childrenOf(childOf(styles, 'fills'), 'fill').map((fill) => fillOf(fill, table));
  const borders = childrenOf(childOf(styles, 'borders'), 'border').map((border) => bordersOf(border, table));
  const custom = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const border = borders[Number(borderId)];
    return {
      numberFormat: formatOfId(Number(numFmtId), custom) ?? 'General',
      font: fonts[Number(fontId)] ?? { color: null },
      fill: fills[Number(fillId)] ?? null,
      ...(border ? { borders: border } : {}),
      ...alignmentOf(childOf(xf, 'alignment')),
    };
  });
}

/** One entry for each of dxfs, in order. In a dxf a solid fill's colour is the background's (18.8.14, as Excel writes it). */
export function resolveDifferentials(styles: XmlNode | undefined, table: ColourTable): readonly DifferentialStyle[] {
  return childrenOf(childOf(styles, 'dxfs'), 'dxf').map((dxf) => {
    const pattern = childOf(childOf(dxf, 'fill'), 'patternFill');
    const border = colourOf(childOf(childOf(childOf(dxf, 'border'), 'top'), 'color'), table);
    return {
      fill: colourOf(childOf(pattern, 'bgColor') ?? childOf(pattern, 'fgColor'), table),
      fontColor: colourOf(childOf(childOf(dxf, 'font'), 'color'), table),
      ...(border === null ? {} : { border }),
    };
  });
}
