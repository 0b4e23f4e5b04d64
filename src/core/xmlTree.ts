/**
 * How does a small XML document become a tree and a tree a document again, nothing of it lost? For the settings that a workbook
 * carries: strict, bounded, without document types and entities.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** By name as written, namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** What the prefix of the name stands for. */
  readonly namespace: string;
  readonly local: string;
}

/** Longer or deeper documents are nobody's settings. */
const MOST_CHARACTERS = 4_000_000;
const MOST_LEVELS = 64;

/** `null` for text that is not well-formed, too long, too deep, or has a document type. */
export function parseXmlTree(text: string): XmlElement | null {
  if (text.length > MOST_CHARACTERS) return null;
  const parser = new SaxesParser({ xmlns: true, position: false });
  type Open = XmlElement & { readonly children: (XmlElement | string)[] };
  const open: Open[] = [];
  let root: XmlElement | null = null;
  const refuse = (): never => {
    throw new Refused();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element = { name: tag.name, attributes, children: [], namespace: tag.uri, local: tag.local };
    open[open.length - 1]?.children.push(element);
    root ??= element;
    open.push(element);
    // At once: the parser looks for namespaces on every level, which a deep document would make it do for ever.
    if (open.length > MOST_LEVELS) refuse();
  });
  parser.on('closetag', () => void open.pop());
  const addText = (value: string): void => void open[open.length - 1]?.children.push(value);
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text.startsWith('\ufeff') ? text.slice(1) : text).close();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  return root;
}

/** Ends the parser's run. */
class Refused extends Error {}

export function writeXmlTree({ name, attributes, children }: Pick<XmlElement, 'name' | 'attributes' | 'children'>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : writeXmlTree(child))).join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** The text without what XML cannot hold: control characters, halves of surrogate pairs. */
export function xmlText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

/** Good for content and attributes alike; line breaks survive as character references. */
function escaped(text: string): string {
  return xmlText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
