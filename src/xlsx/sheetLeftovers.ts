/**
 * What else in a file belongs to a sheet that is taken out of it? Programs that save our sheets keep their texts among the shared strings, their names
 * among the document's properties, and give them parts of their own.
 */
import type { PackageEditor } from './editor';
import { attributeSplice, elementNamed, elementsOf, rootOf, splice, textOf, without, type Markup, type Splice } from './markup';

/** A cell with a shared string; a formula may stand before it. */
const SHARED =
  /<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?t\s*=\s*["']s["'][^>]*>\s*(?:<(?:[\w.-]+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/[^>]*>)\s*)?<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*(\d+)/g;

/** Positions of the shared strings that the cells of a sheet show. */
export function stringsShownBy(xml: string): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const [, index] of xml.matchAll(SHARED)) shown.add(Number(index));
  return shown;
}

/** Empties those of the shared strings that no sheet shows any more (18.4); the others keep their positions. */
export function forgetStrings(editor: PackageEditor, strings: ReadonlySet<number>): void {
  const part = editor.related(editor.opc.workbook, 'sharedStrings');
  if (part === null || strings.size === 0) return;
  const gone = new Set(strings);
  for (const { kind, target } of editor.relationships(editor.opc.workbook)) {
    if (/sheet$/i.test(kind) && editor.has(target)) for (const index of stringsShownBy(editor.text(target))) gone.delete(index);
  }
  const xml = editor.text(part);
  const items = elementsOf(xml, rootOf(xml)).filter(({ name }) => name === 'si');
  const splices = [...gone].flatMap((index): readonly Splice[] => {
    const item = items[index];
    if (!item) return [];
    const { prefix } = item;
    return [{ start: item.start, end: item.end, text: `<${prefix}si><${prefix}t></${prefix}t></${prefix}si>` }];
  });
  editor.setText(part, splice(xml, splices));
}

/** Takes titles of sheets and names out of the document's properties (22.2.2.11, 22.2.2.28), which count them by their kinds. */
export function forgetTitles(editor: PackageEditor, isGone: (title: string) => boolean): void {
  // The kind is spelled otherwise in the strict standard.
  const part = editor.related('', 'extended-properties') ?? editor.related('', 'extendedProperties');
  if (part === null) return;
  const xml = editor.text(part);
  const [titles, pairs] = ['TitlesOfParts', 'HeadingPairs'].map((name) => elementNamed(xml, rootOf(xml), name));
  const list = elementNamed(xml, titles, 'vector');
  if (!titles || !list) return;
  const entries = elementsOf(xml, list);
  const gone = entries.filter((entry) => isGone(textOf(xml, entry)));
  if (gone.length === 0) return;
  const counts = countsOf(xml, pairs);
  if (!pairs || counts.reduce((sum, { count }) => sum + count, 0) !== entries.length) {
    // What was not counted rightly is of no use to anybody; both may be absent.
    const rest = without(xml, titles);
    const before = elementNamed(rest, rootOf(rest), 'HeadingPairs');
    return editor.setText(part, before ? without(rest, before) : rest);
  }
  const splices = gone.map(({ start, end }): Splice => ({ start, end, text: '' }));
  splices.push(attributeSplice(xml, list, 'size', String(entries.length - gone.length)));
  let from = 0;
  for (const { count, element } of counts) {
    const left = entries.slice(from, from + count).filter((entry) => !gone.includes(entry)).length;
    if (left !== count) splices.push({ start: element.openEnd, end: element.closeStart, text: String(left) });
    from += count;
  }
  editor.setText(part, splice(xml, splices));
}

/** How many titles there are of each kind, in their order. */
function countsOf(xml: string, pairs: Markup | undefined): readonly { readonly count: number; readonly element: Markup }[] {
  const list = elementNamed(xml, pairs, 'vector');
  return (list ? elementsOf(xml, list) : []).flatMap((variant) => {
    const element = elementNamed(xml, variant, 'i4');
    return element ? [{ count: Number(textOf(xml, element)), element }] : [];
  });
}

/** Takes away the parts that a part leads to and nothing else does, with what they lead to. The part's own relationships stay. */
export function removeOwnParts(editor: PackageEditor, part: string): void {
  const sources = ['', ...editor.partNames().filter((name) => !name.endsWith('.rels'))];
  const users = new Map<string, number>();
  for (const source of sources) {
    for (const target of new Set(editor.relationships(source).map((relationship) => relationship.target)))
      users.set(target, (users.get(target) ?? 0) + 1);
  }
  const remove = (owner: string): void => {
    for (const target of new Set(editor.relationships(owner).map((relationship) => relationship.target))) {
      const left = (users.get(target) ?? 1) - 1;
      users.set(target, left);
      if (left > 0 || !editor.has(target)) continue;
      remove(target);
      editor.removePart(target);
    }
  };
  remove(part);
}
