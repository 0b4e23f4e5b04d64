/** Which parts of a package change, and what do its content types and relationships say then? */
import { append, attributeOf, elementsOf, rootOf, without, type Markup } from './markup';
import { openPackage, relationshipsPart, resolveTarget, type OpcPackage } from './package';
import { decodeXml, escapeAttribute, requireWellFormed } from './xml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** In characters: a sheet beyond this takes longer to look through than to change. */
const MOST_CHECKED = 4_000_000;

export interface EditedRelationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** The namespaces of the standard's two flavours; what we write follows the file's. */
export interface Flavour {
  readonly main: string;
  readonly relationships: string;
}

const TRANSITIONAL: Flavour = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Flavour = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The relative target from one part's folder to another part. */
function relativeTarget(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const path = to.split('/');
  let common = 0;
  while (common < base.length && common < path.length - 1 && base[common] === path[common]) common++;
  return [...base.slice(common).map(() => '..'), ...path.slice(common)].join('/');
}

export class PackageEditor {
  readonly opc: OpcPackage;
  readonly flavour: Flavour;
  private readonly changed = new Map<string, string | null>();
  private readonly originals = new Map<string, string>();

  constructor(private readonly original: Uint8Array) {
    this.opc = openPackage(original);
    const workbook = this.text(this.opc.workbook);
    const root = rootOf(workbook);
    this.flavour = workbook.slice(root.start, root.openEnd).includes('purl.oclc.org') ? STRICT : TRANSITIONAL;
  }

  /** The parts that the package holds now. */
  partNames(): readonly string[] {
    const names = new Set([...this.opc.archive.names, ...this.changed.keys()]);
    return [...names].filter((name) => this.changed.get(name) !== null);
  }

  has(part: string): boolean {
    const name = this.nameOf(part);
    return this.changed.has(name) ? this.changed.get(name) !== null : this.opc.find(part) !== null;
  }

  text(part: string): string {
    const name = this.nameOf(part);
    const changed = this.changed.get(name);
    return changed ?? this.originalText(name);
  }

  /** A part as it came, found to be well formed before anything is written into it; old drawings (.vml) need not be, very large sheets are taken on trust. */
  private originalText(name: string): string {
    const known = this.originals.get(name);
    if (known !== undefined) return known;
    const text = decodeXml(this.opc.archive.read(name)).replace(/^\ufeff/, '');
    if (!/\.vml$/i.test(name) && text.length <= MOST_CHECKED) requireWellFormed(text, name);
    this.originals.set(name, text);
    return text;
  }

  /** Keeps the part as it is when the text has not changed. */
  setText(part: string, text: string): void {
    const name = this.nameOf(part);
    if (this.has(part) && this.text(part) === text) return;
    this.changed.set(name, text);
  }

  /** A part name that is free; the template is tried with 1, 2, 3 … */
  freeName(template: (n: number) => string): string {
    for (let n = 1; ; n++) if (!this.has(template(n))) return template(n);
  }

  addPart(part: string, text: string, contentType: string | null): void {
    this.setText(part, DECLARATION + text);
    if (contentType === null) return;
    this.addType('Override', 'PartName', `/${part}`, contentType);
  }

  addDefaultType(extension: string, contentType: string): void {
    this.addType('Default', 'Extension', extension, contentType);
  }

  hasDefaultType(extension: string): boolean {
    return this.typeOf('Extension', extension) !== undefined;
  }

  removeDefaultType(extension: string): void {
    this.removeType('Extension', extension);
  }

  /** Takes a part away with its relationships and its content type; a default for its extension stays, many files have one unused. */
  removePart(part: string): void {
    const relationships = relationshipsPart(part);
    if (this.has(relationships)) this.changed.set(this.nameOf(relationships), null);
    this.changed.set(this.nameOf(part), null);
    this.removeType('PartName', `/${part}`);
  }

  relationships(part: string): readonly EditedRelationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const xml = this.text(name);
    return elementsOf(xml, rootOf(xml))
      .filter((element) => attributeOf(xml, element, 'TargetMode') !== 'External')
      .map((element) => {
        const type = attributeOf(xml, element, 'Type') ?? '';
        const target = resolveTarget(part, attributeOf(xml, element, 'Target') ?? '');
        return { id: attributeOf(xml, element, 'Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target: this.nameOf(target) };
      });
  }

  /** The part that the first relationship of a kind leads to. */
  related(part: string, kind: string): string | null {
    const target = this.relationships(part).find((relationship) => relationship.kind === kind)?.target;
    return target !== undefined && this.has(target) ? target : null;
  }

  addRelationship(part: string, kind: string, target: string): string {
    const name = relationshipsPart(part);
    if (!this.has(name)) this.setText(name, `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`);
    const xml = this.text(name);
    const used = new Set(elementsOf(xml, rootOf(xml)).map((element) => attributeOf(xml, element, 'Id')));
    let n = used.size + 1;
    while (used.has(`rId${n}`)) n++;
    const root = rootOf(xml);
    const type = `${this.flavour.relationships}/${kind}`;
    const content = `<${root.prefix}Relationship Id="rId${n}" Type="${type}" Target="${escapeAttribute(relativeTarget(part, target))}"/>`;
    this.setText(name, append(xml, root, content));
    return `rId${n}`;
  }

  removeRelationship(part: string, id: string): void {
    const name = relationshipsPart(part);
    if (!this.has(name)) return;
    const xml = this.text(name);
    const elements = elementsOf(xml, rootOf(xml));
    const element = elements.find((each) => attributeOf(xml, each, 'Id') === id);
    if (!element) return;
    if (elements.length === 1) this.changed.set(this.nameOf(name), null);
    else this.setText(name, without(xml, element));
  }

  finish(): Uint8Array {
    const parts = new Map<string, Uint8Array | null>();
    const encoder = new TextEncoder();
    for (const [name, text] of this.changed) {
      const there = this.opc.archive.has(name);
      // What was changed and changed back is copied as it was.
      if (text === null ? !there : there && decodeXml(this.opc.archive.read(name)) === text) continue;
      parts.set(name, text === null ? null : encoder.encode(text.replace(/^(<\?xml[^>]*encoding=["'])[\w-]+(?=["'])/, '$1UTF-8')));
    }
    return parts.size === 0 ? this.original.slice() : this.opc.archive.replace(parts);
  }

  private nameOf(part: string): string {
    return this.opc.find(part) ?? part;
  }

  private addType(element: 'Default' | 'Override', key: string, value: string, contentType: string): void {
    if (this.typeOf(key, value)?.name === element) return;
    const xml = this.text(TYPES);
    const root = rootOf(xml);
    this.setText(TYPES, append(xml, root, `<${root.prefix}${element} ${key}="${escapeAttribute(value)}" ContentType="${contentType}"/>`));
  }

  private removeType(key: string, value: string): void {
    const found = this.typeOf(key, value);
    if (found) this.setText(TYPES, without(this.text(TYPES), found));
  }

  private typeOf(key: string, value: string): Markup | undefined {
    const xml = this.text(TYPES);
    return elementsOf(xml, rootOf(xml)).find((child) => attributeOf(xml, child, key)?.toLowerCase() === value.toLowerCase());
  }
}
