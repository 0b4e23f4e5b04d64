/** manifest.xml as a tree of elements, prefixes dropped. */
import { SaxesParser } from 'saxes';

/**
 * @typedef {{ name: string, attributes: Record<string, string>, children: Element[], text: string, line: number }} Element
 */

/**
 * Throws when the text is not well-formed XML.
 * @param {string} xml
 * @returns {Element}
 */
export function parseTree(xml) {
  const parser = new SaxesParser();
  /** @type {Element} */
  const top = { name: '', attributes: {}, children: [], text: '', line: 0 };
  const open = [top];
  const current = () => open[open.length - 1] ?? top;
  parser.on('opentag', (tag) => {
    const local = tag.name.replace(/^.*:/, '');
    const element = { name: local, attributes: { ...tag.attributes }, children: [], text: '', line: parser.line };
    current().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    current().text += text.trim();
  });
  parser.write(xml).close();
  return top.children[0] ?? top;
}

/**
 * Every element below (and including) this one.
 * @param {Element} element
 * @returns {Element[]}
 */
export function descendants(element) {
  return [element, ...element.children.flatMap(descendants)];
}

/**
 * @param {Element} element
 * @param {string} name
 */
export function all(element, name) {
  return descendants(element).filter((one) => one.name === name);
}

/**
 * @param {Element} element
 * @param {string} name
 */
export function child(element, name) {
  return element.children.find((one) => one.name === name);
}
