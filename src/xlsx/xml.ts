/**
 * XML as spreadsheet packages use it: bytes to text, text to elements by local name, text back to XML.
 * Prefixes are dropped on reading: `x:worksheet` is a worksheet, in the transitional and in the strict namespace alike.
 */
import { SaxesParser } from 'saxes';
import { FileError } from '../core/file-error';

export type Attributes = Readonly<Record<string, string>>;

/** An element with everything inside it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
  /** The element's own text, joined. */
  readonly text: string;
}

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** The text of a part: UTF-8 unless a byte order mark or the declaration says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const label = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // An unknown label: UTF-8 is what every program writes.
    }
  }
  return new TextDecoder().decode(bytes);
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    if (!name.includes(':')) continue;
    const result: Record<string, string> = {};
    // `xr:uid` and the like must not hide an attribute that has no prefix.
    for (const key in attributes) if (key.includes(':') && !key.startsWith('xmlns')) result[localName(key)] = attributes[key] ?? '';
    for (const key in attributes) if (!key.includes(':')) result[key] = attributes[key] ?? '';
    return result;
  }
  return attributes;
}

/**
 * Streams a part. Entities other than XML's own are refused by the parser, so none can be expanded without bound.
 * Throws `FileError` `files.brokenPart` for text that is not well formed.
 */
export function streamXml(text: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    // Some writers leave control characters in texts; everything else means that the part is damaged.
    if (!/disallowed character/.test(error.message)) throw new FileError('files.brokenPart', { part });
  });
  parser.on('opentag', (tag) => handler.open(localName(tag.name), localAttributes(tag.attributes)));
  parser.on('closetag', (tag) => handler.close(localName(tag.name)));
  parser.on('text', (value) => handler.text(value));
  parser.on('cdata', (value) => handler.text(value));
  parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
}

const IGNORE: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Throws `FileError` `files.brokenPart` for text that is not well formed. */
export function requireWellFormed(text: string, part: string): void {
  streamXml(text, part, IGNORE);
}

export function isWellFormed(text: string, part: string): boolean {
  try {
    requireWellFormed(text, part);
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

interface Building {
  name: string;
  attributes: Attributes;
  children: Building[];
  text: string;
}

/** Collects elements into trees while a stream runs. */
export class TreeBuilder implements XmlHandler {
  private readonly stack: Building[] = [];
  readonly roots: XmlNode[] = [];

  get depth(): number {
    return this.stack.length;
  }

  open(name: string, attributes: Attributes): void {
    const node: Building = { name, attributes, children: [], text: '' };
    const parent = this.stack[this.stack.length - 1];
    if (parent) parent.children.push(node);
    else this.roots.push(node);
    this.stack.push(node);
  }

  close(): void {
    this.stack.pop();
  }

  text(text: string): void {
    const node = this.stack[this.stack.length - 1];
    if (node) node.text += text;
  }
}

/** A whole part as a tree; for parts that are small. */
export function parseXml(text: string, part: string): XmlNode {
  const builder = new TreeBuilder();
  streamXml(text, part, builder);
  const root = builder.roots[0];
  if (!root) throw new FileError('files.brokenPart', { part });
  return root;
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The namespace that a document's root element is in, read from its start tag. */
export function rootNamespace(xml: string): string {
  const tag = /<(?:([\w.-]+):)?[\w.-]+((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(xml.replace(/<[?!][^>]*>/g, ''));
  if (!tag) return '';
  const name = tag[1] === undefined ? 'xmlns' : `xmlns:${tag[1]}`;
  const match = new RegExp(`\\s${name.replace(/[.]/g, '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag[2] ?? '');
  return match?.[1] ?? match?.[2] ?? '';
}

/** xsd:boolean: `1` or `true`. An attribute that is absent has the given default. */
export function flag(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === '1' || value === 'true';
}

/** ST_Xstring: `_x000D_` stands for the character U+000D (ECMA-376 part 1, 22.9.2.19). */
export function unescapeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** Text for an ST_Xstring element: what XML cannot hold is written `_xHHHH_`, and a literal `_xHHHH_` is kept from being read as one. */
export function escapeXstring(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/g, hexEscape)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, hexEscape);
  return escapeText(safe);
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Text for an element's content. Characters that XML forbids are left out. */
export function escapeText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

/** Text for an attribute between double quotes; line breaks survive as character references. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
