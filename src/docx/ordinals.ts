/**
 * How do the ordinals that Word numbers by itself (一、 （一） 1.) get into the text? They are written into word/document.xml, each as a
 * run before the paragraph's own, and what nobody can see (hidden text) is taken out: then any reader finds what is printed.
 */
import { SaxesParser } from 'saxes';
import { FileError } from '../core/file-error';
import { splice, type Splice } from '../xlsx/markup';
import { childOf, escapeText, localName, TreeBuilder, type XmlNode } from '../xlsx/xml';
import { isOn, placeIn, type Numbering } from './numbering';

/** Deeper documents are nobody's. */
const MOST_LEVELS = 500;

/** The text of word/document.xml with the ordinals in it. Throws `FileError` `files.brokenDocx`. */
export function withOrdinals(xml: string, numbering: Numbering): string {
  return splice(xml, editsOf(xml, numbering));
}

interface Reading {
  /** Of a paragraph or a run, while they are read. */
  properties: { readonly tree: TreeBuilder; readonly depth: number } | null;
  /** The hidden run that is read. */
  hidden: { readonly from: number; readonly depth: number } | null;
  /** Above 0 inside what stands a second time for older programs, as text boxes do; the second one is read. */
  alternatives: number;
}

function editsOf(xml: string, numbering: Numbering): readonly Splice[] {
  const edits: Splice[] = [];
  const open: { readonly name: string; readonly from: number }[] = [];
  const reading: Reading = { properties: null, hidden: null, alternatives: 0 };
  const offset = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  const refuse = (): never => {
    throw new FileError('files.brokenDocx');
  };
  parser.on('error', (error) => {
    if (!/disallowed character/.test(error.message)) refuse();
  });
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [localName(key), value]));
    open.push({ name: tag.name, from: xml.lastIndexOf('<', parser.position + offset - 1) });
    if (open.length > MOST_LEVELS) refuse();
    if (name === 'Choice') reading.alternatives += 1;
    if (reading.properties === null && (name === 'pPr' || name === 'rPr'))
      reading.properties = { tree: new TreeBuilder(), depth: open.length };
    reading.properties?.tree.open(name, attributes);
  });
  parser.on('closetag', (tag) => {
    const name = localName(tag.name);
    const end = parser.position + offset;
    reading.properties?.tree.close();
    if (reading.properties?.depth === open.length) {
      const [node] = reading.properties.tree.roots;
      const parent = open[open.length - 2];
      reading.properties = null;
      if (node && parent && reading.alternatives === 0) {
        if (name === 'pPr' && localName(parent.name) === 'p') addOrdinal(node, parent.name.replace(/p$/, ''), end);
        else if (name === 'rPr' && localName(parent.name) === 'r' && isOn(node, 'vanish') && !reading.hidden)
          reading.hidden = { from: parent.from, depth: open.length - 1 };
      }
    }
    if (reading.hidden?.depth === open.length) {
      edits.push({ start: reading.hidden.from, end, text: '' });
      reading.hidden = null;
    }
    if (name === 'Choice') reading.alternatives -= 1;
    open.pop();
  });
  const addOrdinal = (node: XmlNode, prefix: string, end: number): void => {
    // The mark between two paragraphs is deleted: they are one, with the properties of the second.
    if (childOf(childOf(node, 'rPr'), 'del')) return;
    const ordinal = numbering.next(placeIn(node, childOf(node, 'pStyle')?.attributes['val'] ?? null));
    if (ordinal === '') return;
    edits.push({
      start: end,
      end,
      text: `<${prefix}r><${prefix}t xml:space="preserve">${escapeText(ordinal)}</${prefix}t></${prefix}r>`,
    });
  };
  parser.write(xml.slice(offset)).close();
  return edits;
}
