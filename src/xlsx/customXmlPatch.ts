/** How is a custom XML part of a namespace written, replaced or taken away? (ECMA-376 part 1, 22.5) */
import { customXmlSources } from './customXml';
import type { EditedRelationship, PackageEditor } from './editor';
import { rootNamespace } from './presentation';
import { escapeAttribute } from './xml';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

export interface CustomXmlChange {
  /** Namespace of the document's root element: one part for each. */
  readonly namespace: string;
  /** The document, or `null` to take the part away. */
  readonly xml: string | null;
}

/** A GUID made of a text (FNV-1a, four times), so that the same change writes the same bytes. */
export function guidOf(text: string): string {
  const hash = (seed: number): string => {
    let h = (0x811c9dc5 ^ seed) >>> 0;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return h.toString(16).padStart(8, '0');
  };
  const digits = [1, 2, 3, 4].map(hash).join('').toUpperCase();
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-A${digits.slice(17, 20)}-${digits.slice(20)}}`;
}

/** The document of that namespace; `null` where there is none. */
export function readCustomXml(editor: PackageEditor, namespace: string): string | null {
  const [part] = partsOf(editor, namespace);
  return part ? editor.text(part.target) : null;
}

interface Hanging extends EditedRelationship {
  /** What it hangs on: the workbook, or '' for the package. */
  readonly source: string;
}

/** Parts of others, which need not even be XML, are only searched for the name. */
function isOf(editor: PackageEditor, part: string, namespace: string): boolean {
  const original = editor.opc.find(part) === null ? null : editor.opc.text(part);
  if (original !== null && !original.includes(namespace)) return false;
  return rootNamespace(editor.text(part)) === namespace;
}

/** All of them: a program may have written a part twice. */
function partsOf(editor: PackageEditor, namespace: string): readonly Hanging[] {
  return customXmlSources(editor.opc)
    .flatMap((source) => editor.relationships(source).map((relationship): Hanging => ({ ...relationship, source })))
    .filter(({ kind, target }) => kind === 'customXml' && editor.has(target) && isOf(editor, target, namespace));
}

function removeItem(editor: PackageEditor, item: string): void {
  for (const { target } of editor.relationships(item)) if (editor.has(target)) editor.removePart(target);
  if (editor.has(item)) editor.removePart(item);
}

export function writeCustomXml(editor: PackageEditor, { namespace, xml }: CustomXmlChange): void {
  const [first, ...others] = partsOf(editor, namespace);
  if (first && xml !== null) editor.setText(first.target, xml);
  for (const each of first && xml === null ? [first, ...others] : others) {
    editor.removeRelationship(each.source, each.id);
    if (xml === null || each.target !== first?.target) removeItem(editor, each.target);
  }
  if (first || xml === null) return;
  const item = editor.freeName((n) => `customXml/item${n}.xml`);
  const properties = item.replace(/item(\d+)\.xml$/, 'itemProps$1.xml');
  editor.setText(item, xml);
  editor.addDefaultType('xml', 'application/xml');
  editor.addPart(
    properties,
    `<ds:datastoreItem xmlns:ds="${PROPERTIES_NAMESPACE}" ds:itemID="${guidOf(namespace)}"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  editor.addRelationship(editor.opc.workbook, 'customXml', item);
  editor.addRelationship(item, 'customXmlProps', properties);
}
