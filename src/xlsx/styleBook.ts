/** Which index does a style have in styles.xml? Entries are found again before any is added; none is ever changed. */
import { FileError } from '../core/file-error';
import { idOfFormat } from './numberFormats';
import type { PackageEditor } from './editor';
import { append, attributeOf, attributeSplice, elementNamed, elementsOf, insertOrdered, rootOf, splice, type Markup } from './markup';
import type { BorderStyle, FontStyle, ResolvedStyle } from './style';
import { escapeAttribute } from './xml';

/** The lists in the order of the schema (18.8.39). */
export const STYLE_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Ids below 164 are built in. */
const FIRST_CUSTOM_FORMAT = 164;

export interface MarkStyle {
  readonly fill: string | null;
  readonly fontColor?: string | null;
  /** Colour of a thin line round the cell. */
  readonly border?: string | null;
}

export class StyleBook {
  private readonly part: string;
  private readonly cellStyles = new Map<string, number>();

  constructor(private readonly editor: PackageEditor) {
    const workbook = editor.opc.workbook;
    const found = editor.related(workbook, 'styles');
    if (found !== null) {
      this.part = found;
      return;
    }
    this.part = editor.freeName((n) => `xl/styles${n === 1 ? '' : n}.xml`);
    editor.addPart(this.part, minimalStyles(editor.flavour.main), 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
    editor.addRelationship(workbook, 'styles', this.part);
  }

  /** Index into dxfs of a mark's look. */
  differential({ fill, fontColor, border }: MarkStyle): number {
    const font = fontColor ? `<font><color rgb="${argb(fontColor)}"/></font>` : '';
    const pattern =
      fill && `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
    const side = (name: string): string => `<${name} style="thin"><color rgb="${argb(border ?? '')}"/></${name}>`;
    const lines = border ? `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>` : '';
    return this.entry('dxfs', `<dxf>${font}${pattern ?? ''}${lines}</dxf>`);
  }

  /** Index into cellXfs of a style: the entry `base` with what the style names put in its place. */
  cellStyle(style: Partial<ResolvedStyle>, base = 0): number {
    const key = JSON.stringify([base, style]);
    const known = this.cellStyles.get(key);
    if (known !== undefined) return known;
    const xml = this.editor.text(this.part);
    const root = rootOf(xml);
    const entry = elementsOf(xml, elementNamed(xml, root, 'cellXfs') ?? root)[base];
    const inherited = (name: string): string => (entry && attributeOf(xml, entry, name)) ?? '0';
    const ids = {
      numFmtId: style.numberFormat === undefined ? inherited('numFmtId') : String(this.format(style.numberFormat)),
      fontId: style.font === undefined ? inherited('fontId') : String(this.font(style.font, Number(inherited('fontId')))),
      fillId: style.fill === undefined ? inherited('fillId') : String(this.fill(style.fill)),
      borderId: style.borders === undefined ? inherited('borderId') : String(this.border(style.borders)),
      xfId: inherited('xfId'),
    };
    const attributes = Object.entries(ids).map(([name, value]) => `${name}="${value}"`);
    if (ids.numFmtId !== '0') attributes.push('applyNumberFormat="1"');
    if (ids.fontId !== '0') attributes.push('applyFont="1"');
    if (ids.fillId !== '0') attributes.push('applyFill="1"');
    if (ids.borderId !== '0') attributes.push('applyBorder="1"');
    const alignment = this.alignment(style, xml, entry);
    if (alignment !== '') attributes.push('applyAlignment="1"');
    // A locked or hidden cell, and a text mark, stay with the style that is changed.
    const protection = entry && elementNamed(xml, entry, 'protection');
    if (protection) attributes.push('applyProtection="1"');
    if (style.quotePrefix ?? (entry && attributeOf(xml, entry, 'quotePrefix') === '1')) attributes.push('quotePrefix="1"');
    const content = alignment + (protection ? unprefixed(xml, protection) : '');
    const open = `<xf ${attributes.join(' ')}`;
    const index = this.entry('cellXfs', content === '' ? `${open}/>` : `${open}>${content}</xf>`);
    this.cellStyles.set(key, index);
    return index;
  }

  private alignment(style: Partial<ResolvedStyle>, xml: string, entry: Markup | undefined): string {
    const old = entry && elementNamed(xml, entry, 'alignment');
    const set = { horizontal: style.horizontal, vertical: style.vertical, wrapText: style.wrap, indent: style.indent };
    const attributes = new Map<string, string>();
    for (const [, name = '', value = ''] of old ? xml.slice(old.start, old.openEnd).matchAll(/\s([\w:]+)="([^"]*)"/g) : [])
      attributes.set(name, value);
    for (const [name, value] of Object.entries(set)) {
      if (value === undefined) continue;
      if (value === false || value === 0 || value === 'general') attributes.delete(name);
      else attributes.set(name, value === true ? '1' : String(value));
    }
    if (attributes.size === 0) return '';
    return `<alignment ${[...attributes].map(([name, value]) => `${name}="${value}"`).join(' ')}/>`;
  }

  private format(code: string): number {
    const builtIn = idOfFormat(code);
    if (builtIn !== undefined) return builtIn;
    const xml = this.editor.text(this.part);
    const list = elementNamed(xml, rootOf(xml), 'numFmts');
    const known = list
      ? elementsOf(xml, list).map((each) => [attributeOf(xml, each, 'formatCode'), Number(attributeOf(xml, each, 'numFmtId'))] as const)
      : [];
    const same = known.find(([each]) => each === code);
    if (same) return same[1];
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...known.map(([, each]) => each)) + 1;
    this.entry('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  /** The base font with what the style names; a colour of `null` is the automatic one. */
  private font(style: FontStyle, base: number): number {
    const xml = this.editor.text(this.part);
    const list = elementNamed(xml, rootOf(xml), 'fonts');
    const old = list && elementsOf(xml, list)[base];
    const kept = new Map((old ? elementsOf(xml, old) : []).map((each) => [each.name, unprefixed(xml, each)]));
    const toggle = (name: string, on: boolean | undefined): void => {
      if (on === true) kept.set(name, `<${name}/>`);
      else if (on === false) kept.delete(name);
    };
    toggle('b', style.bold);
    toggle('i', style.italic);
    toggle('u', style.underline);
    if (style.size !== undefined) kept.set('sz', `<sz val="${style.size}"/>`);
    if (style.color === null) kept.delete('color');
    else if (style.color !== undefined) kept.set('color', `<color rgb="${argb(style.color)}"/>`);
    if (style.name !== undefined) {
      kept.set('name', `<name val="${escapeAttribute(style.name)}"/>`);
      // The scheme would put the theme's font in the place of the one that is named.
      kept.delete('scheme');
    }
    const sequence = [
      'b',
      'i',
      'strike',
      'condense',
      'extend',
      'outline',
      'shadow',
      'u',
      'vertAlign',
      'sz',
      'color',
      'name',
      'family',
      'charset',
      'scheme',
    ];
    return this.entry('fonts', `<font>${sequence.map((name) => kept.get(name) ?? '').join('')}</font>`);
  }

  private fill(colour: string | null): number {
    // The first entry of fills is always "none" (18.8.20).
    if (colour === null) return 0;
    return this.entry(
      'fills',
      `<fill><patternFill patternType="solid"><fgColor rgb="${argb(colour)}"/><bgColor indexed="64"/></patternFill></fill>`,
    );
  }

  private border(borders: NonNullable<ResolvedStyle['borders']>): number {
    const side = (name: 'left' | 'right' | 'top' | 'bottom'): string => borderMarkup(name, borders[name]);
    return this.entry('borders', `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`);
  }

  /** The index of an entry in one of the lists; it is added at the end when it is not there. Counts are kept true. */
  private entry(listName: string, markup: string): number {
    let xml = this.editor.text(this.part);
    const { prefix } = rootOf(xml);
    const written = prefix === '' ? markup : markup.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
    if (!elementNamed(xml, rootOf(xml), listName)) {
      xml = insertOrdered(xml, STYLE_ORDER, listName, `<${prefix}${listName} count="0"></${prefix}${listName}>`);
    }
    const list = elementNamed(xml, rootOf(xml), listName);
    if (!list) throw new FileError('files.brokenPart', { part: this.part });
    const entries = elementsOf(xml, list);
    const found = entries.findIndex((each) => xml.slice(each.start, each.end) === written);
    if (found >= 0) return found;
    xml = append(xml, list, written);
    const grown = elementNamed(xml, rootOf(xml), listName);
    if (grown) xml = splice(xml, [attributeSplice(xml, grown, 'count', String(entries.length + 1))]);
    this.editor.setText(this.part, xml);
    return entries.length;
  }
}

function argb(colour: string): string {
  return `FF${colour.replace('#', '').toUpperCase()}`;
}

function unprefixed(xml: string, element: Markup): string {
  const text = xml.slice(element.start, element.end);
  return element.prefix === '' ? text : text.split(element.prefix).join('');
}

function borderMarkup(name: string, border: BorderStyle | undefined): string {
  if (!border || border.style === 'none') return `<${name}/>`;
  const colour = border.color === undefined ? '<color auto="1"/>' : `<color rgb="${argb(border.color)}"/>`;
  return `<${name} style="${border.style}">${colour}</${name}>`;
}

function minimalStyles(namespace: string): string {
  return (
    `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}
