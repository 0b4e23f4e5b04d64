/**
 * How is a part changed in one place while every other character stays? A scanner that gives elements with their offsets,
 * and the few edits made of them. It expects well-formed XML (the reader has been over it).
 */
import { escapeAttribute, localName } from './xml';

/** An element in a text: `xml.slice(start, end)` is all of it, `xml.slice(openEnd, closeStart)` its content. */
export interface Markup {
  readonly name: string;
  /** With its colon, e.g. `x:`; empty when there is none. */
  readonly prefix: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly qualified: string;
  readonly start: number;
  readonly end: number;
}

/** The next tag from an offset on; comments, CDATA, declarations and instructions are passed over. */
function nextTag(xml: string, from: number): Tag | null {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return null;
    const next = xml.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) {
      at = skipped(xml, start);
      continue;
    }
    const end = tagEnd(xml, start);
    const close = next === 0x2f;
    const nameStart = start + (close ? 2 : 1);
    let nameEnd = nameStart;
    while (nameEnd < end && !/[\s/>]/.test(xml.charAt(nameEnd))) nameEnd++;
    return {
      kind: close ? 'close' : xml.charCodeAt(end - 2) === 0x2f ? 'empty' : 'open',
      qualified: xml.slice(nameStart, nameEnd),
      start,
      end,
    };
  }
}

/** The offset behind `<!-- … -->`, `<![CDATA[ … ]]>`, `<? … ?>` or `<! … >`. */
function skipped(xml: string, start: number): number {
  const closing = xml.startsWith('<!--', start)
    ? '-->'
    : xml.startsWith('<![CDATA[', start)
      ? ']]>'
      : xml.startsWith('<?', start)
        ? '?>'
        : '>';
  const end = xml.indexOf(closing, start);
  return end < 0 ? xml.length : end + closing.length;
}

/** The offset behind a tag's `>`; one inside an attribute's quotes does not count. */
function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let i = start + 1; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return i + 1;
  }
  return xml.length;
}

function markupOf(tag: Tag, closeStart: number, end: number): Markup {
  const name = localName(tag.qualified);
  return { name, prefix: tag.qualified.slice(0, tag.qualified.length - name.length), start: tag.start, openEnd: tag.end, closeStart, end };
}

/** Reads the elements from an offset up to the tag that closes their parent. */
function siblings(xml: string, from: number, until: number): Markup[] {
  const found: Markup[] = [];
  let at = from;
  while (at < until) {
    const tag = nextTag(xml, at);
    if (!tag || tag.kind === 'close' || tag.start >= until) break;
    const element = elementOf(xml, tag);
    found.push(element);
    at = element.end;
  }
  return found;
}

function elementOf(xml: string, tag: Tag): Markup {
  if (tag.kind === 'empty') return markupOf(tag, tag.end, tag.end);
  // Cell data does not nest: its end is found without reading every cell.
  if (localName(tag.qualified) === 'sheetData') {
    const closeStart = xml.indexOf(`</${tag.qualified}`, tag.end);
    if (closeStart >= 0) return markupOf(tag, closeStart, tagEnd(xml, closeStart));
  }
  let depth = 1;
  let at = tag.end;
  for (;;) {
    const next = nextTag(xml, at);
    if (!next) return markupOf(tag, xml.length, xml.length);
    if (next.kind === 'open') depth += 1;
    else if (next.kind === 'close') depth -= 1;
    if (depth === 0) return markupOf(tag, next.start, next.end);
    at = next.end;
  }
}

export function rootOf(xml: string): Markup {
  const tag = nextTag(xml, 0);
  if (!tag) throw new Error('The part has no root element');
  if (tag.kind === 'empty') return markupOf(tag, tag.end, tag.end);
  const closeStart = xml.lastIndexOf(`</${tag.qualified}`);
  return markupOf(tag, closeStart, tagEnd(xml, closeStart));
}

export function elementsOf(xml: string, parent: Markup): Markup[] {
  return siblings(xml, parent.openEnd, parent.closeStart);
}

export function elementNamed(xml: string, parent: Markup | undefined, name: string): Markup | undefined {
  return parent && elementsOf(xml, parent).find((element) => element.name === name);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}

/** The decoded text directly inside an element that holds text only. */
export function textOf(xml: string, element: Markup | undefined): string {
  if (!element) return '';
  const content = xml.slice(element.openEnd, element.closeStart);
  const cdata = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(content.trim());
  return cdata ? (cdata[1] ?? '') : decodeEntities(content);
}

/** An attribute's value by its name as written (with its prefix, if any). */
export function attributeOf(xml: string, element: Markup, name: string): string | undefined {
  const match = attributePattern(name).exec(xml.slice(element.start, element.openEnd));
  return match ? decodeEntities(match[2] ?? match[3] ?? '') : undefined;
}

function attributePattern(name: string): RegExp {
  return new RegExp(`(\\s${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`);
}

/** A start tag with one attribute set, or taken away by `null`. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = attributePattern(name);
  if (value === null) return tag.replace(pattern, '');
  const text = `"${escapeAttribute(value)}"`;
  if (pattern.test(tag)) return tag.replace(pattern, (_, before: string) => before + text);
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}=${text}${end.trimStart()}`);
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All splices at once; they must not overlap. Two at one place keep their order. */
export function splice(xml: string, splices: readonly Splice[]): string {
  const sorted = splices.map((each, order) => ({ ...each, order })).sort((a, b) => a.start - b.start || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}

/** The splice that sets an attribute of an element. */
export function attributeSplice(xml: string, element: Markup, name: string, value: string | null): Splice {
  return { start: element.start, end: element.openEnd, text: withAttribute(xml.slice(element.start, element.openEnd), name, value) };
}

/** The text with content put at the end of an element; an empty element is opened for it. */
export function append(xml: string, element: Markup, content: string): string {
  if (element.openEnd === element.end) {
    const open = xml.slice(element.start, element.end).replace(/\s*\/>$/, '>');
    return splice(xml, [{ start: element.start, end: element.end, text: `${open}${content}</${element.prefix}${element.name}>` }]);
  }
  return splice(xml, [{ start: element.closeStart, end: element.closeStart, text: content }]);
}

/** The text with a new child of the root in its place among the others, as the schema's sequence wants it. */
export function insertOrdered(xml: string, order: readonly string[], name: string, content: string): string {
  const root = rootOf(xml);
  const rank = order.indexOf(name);
  const next = elementsOf(xml, root).find((child) => order.indexOf(child.name) > rank);
  if (!next) return append(xml, root, content);
  return splice(xml, [{ start: next.start, end: next.start, text: content }]);
}

/** The text without an element. */
export function without(xml: string, element: Markup): string {
  return splice(xml, [{ start: element.start, end: element.end, text: '' }]);
}
