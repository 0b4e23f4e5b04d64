/** Which colour does a colour element mean: direct, from the theme with a tint, or from the palette? */
import { childOf, childrenOf, type XmlNode } from './xml';

/** The palette of indexed colours (ECMA-376 part 1, 18.8.27); 0–7 repeat 8–15. */
const PALETTE = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF' +
  '00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696' +
  '003366339966003300333300993300993366333399333333'
).match(/.{6}/g) as readonly string[];

/** Excel's own theme, for a package without one. In the order of the theme attribute (18.8.3): light before dark. */
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '5B9BD5',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '4472C4',
  '70AD47',
  '0563C1',
  '954F72',
];
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export interface ColourTable {
  readonly theme: readonly string[];
  readonly palette: readonly string[];
}

export function colourTable(theme: XmlNode | undefined, styles: XmlNode | undefined): ColourTable {
  const scheme = childOf(childOf(theme, 'themeElements'), 'clrScheme');
  const own = childrenOf(childOf(childOf(styles, 'colors'), 'indexedColors'), 'rgbColor').map(({ attributes }) =>
    (attributes['rgb'] ?? '').slice(-6),
  );
  return {
    theme: THEME_ORDER.map((name, i) => {
      const colour = childOf(scheme, name)?.children[0]?.attributes;
      const value = colour?.['lastClr'] ?? colour?.['val'] ?? '';
      return /^[0-9A-Fa-f]{6}$/.test(value) ? value : (OFFICE_THEME[i] ?? '000000');
    }),
    palette: own.length > 0 ? own : PALETTE,
  };
}

/** `#RRGGBB` of a colour element; `null` for an absent or automatic one. */
export function colourOf(node: XmlNode | undefined, table: ColourTable): string | null {
  if (!node) return null;
  const { rgb, theme, indexed, tint } = node.attributes;
  let base: string | undefined;
  if (rgb !== undefined) base = rgb.slice(-6);
  else if (theme !== undefined) base = table.theme[Number(theme)];
  else if (indexed !== undefined) base = table.palette[Number(indexed)];
  if (base === undefined || !/^[0-9A-Fa-f]{6}$/.test(base)) return null;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** Lightness scaled towards black (tint < 0) or white (tint > 0), hue and saturation kept (18.8.19). */
function tinted(rgb: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return rgb;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const chroma = max - min;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (chroma !== 0) {
    if (max === r) hue = ((g - b) / chroma + 6) % 6;
    else hue = max === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  }
  const changed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const c = (1 - Math.abs(2 * changed - 1)) * saturation;
  const x = c * (1 - Math.abs((hue % 2) - 1));
  const sectors = [
    [c, x, 0],
    [x, c, 0],
    [0, c, x],
    [0, x, c],
    [x, 0, c],
    [c, 0, x],
  ];
  return (sectors[Math.floor(hue)] ?? [0, 0, 0])
    .map((part) => Math.round((part + changed - c / 2) * 255))
    .map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0'))
    .join('');
}
