/** The package (OPC, ECMA-376 part 2): where is the workbook, and which part does a relationship lead to? */
import { FileError } from '../core/file-error';
import { sniff } from './sniff';
import { MAX_UNPACKED, openZip, type ZipArchive } from './zip';
import { childrenOf, decodeXml, flag, parseXml } from './xml';

export interface Relationship {
  readonly id: string;
  /** The last segment of the type, e.g. `worksheet`: the same in the transitional and the strict standard. */
  readonly kind: string;
  /** Part name without a leading slash, as the archive stores it when the part is there; the raw target when external. */
  readonly target: string;
  readonly external: boolean;
}

export interface OpcPackage {
  readonly archive: ZipArchive;
  /** Part name of the workbook as the archive stores it. */
  readonly workbook: string;
  /** The name under which the archive stores a part (case and slashes may differ), or `null` when it is not there. */
  find(part: string): string | null;
  /** The text of a part that must be there. */
  text(part: string): string;
  relationships(part: string): readonly Relationship[];
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  // Some old writers name parts with backslashes.
  const slash = Math.max(part.lastIndexOf('/'), part.lastIndexOf('\\')) + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as written, absolute or relative to the part's folder → part name without a leading slash. */
export function resolveTarget(part: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const segments = path.startsWith('/') ? [] : part.split(/[/\\]/).slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function canonical(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Opens the package of a workbook. Throws a `FileError` that says what the file is instead. */
export function openPackage(bytes: Uint8Array, maxUnpacked = MAX_UNPACKED): OpcPackage {
  const kind = sniff(bytes);
  if (kind !== 'zip') throw new FileError(`files.${REFUSALS[kind]}`);
  const archive = openZip(bytes, maxUnpacked);
  const byName = new Map(archive.names.map((name) => [canonical(name), name]));
  const find = (part: string): string | null => byName.get(canonical(part)) ?? null;
  const text = (part: string): string => {
    const name = find(part);
    if (name === null) throw new FileError('files.missingPart', { part });
    return decodeXml(archive.read(name));
  };
  const relationships = (part: string): readonly Relationship[] => {
    const name = find(relationshipsPart(part));
    if (name === null) return [];
    return childrenOf(parseXml(text(name), name), 'Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const raw = attributes['Target'] ?? '';
      const target = external ? raw : resolveTarget(part, raw);
      const type = attributes['Type'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: external ? raw : (find(target) ?? target),
        external,
      };
    });
  };
  const opened = { archive, find, text, relationships };
  return { ...opened, workbook: findWorkbook(opened) };
}

const REFUSALS = {
  empty: 'empty',
  xls: 'oldXls',
  encrypted: 'encrypted',
  ole: 'oldOffice',
  pdf: 'pdf',
  html: 'html',
  xml: 'xml',
  text: 'text',
  unknown: 'notSpreadsheet',
} as const;

function findWorkbook({ archive, find, text, relationships }: Omit<OpcPackage, 'workbook'>): string {
  const types = contentTypes({ find, text });
  const main = relationships('').find((relationship) => relationship.kind === 'officeDocument')?.target;
  const found = (main === undefined ? null : find(main)) ?? find('xl/workbook.xml') ?? find('xl/workbook.bin');
  if (found === null || !canonical(found).includes('workbook')) {
    const declared = found === null ? undefined : types.get(canonical(found));
    if (declared?.includes('spreadsheetml') && found !== null) return found;
    throw new FileError(`files.${foreign(archive, find)}`);
  }
  const type = types.get(canonical(found)) ?? '';
  if (/\.bin$/i.test(found) || type.includes('sheet.binary')) throw new FileError('files.xlsb');
  return found;
}

/** What a zip without a workbook is. */
function foreign(archive: ZipArchive, find: (part: string) => string | null): string {
  if (find('word/document.xml') !== null) return 'docx';
  if (find('ppt/presentation.xml') !== null) return 'pptx';
  if (archive.has('mimetype')) {
    const mimetype = new TextDecoder().decode(archive.read('mimetype'));
    if (mimetype.startsWith('application/vnd.oasis.opendocument')) return 'openDocument';
  }
  return 'noWorkbook';
}

/** Overrides of [Content_Types].xml by canonical part name; empty when the part is missing. */
function contentTypes({ find, text }: Pick<OpcPackage, 'find' | 'text'>): ReadonlyMap<string, string> {
  const name = find('[Content_Types].xml');
  if (name === null) return new Map();
  return new Map(
    childrenOf(parseXml(text(name), name), 'Override').map(({ attributes }) => [
      canonical(attributes['PartName'] ?? ''),
      attributes['ContentType'] ?? '',
    ]),
  );
}

export interface SheetEntry {
  /** The file's own sheetId. */
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly relationship: string;
  /** Part name of a worksheet; `null` for a chart sheet, a dialog or a macro sheet. */
  readonly part: string | null;
}

export interface NameEntry {
  readonly name: string;
  readonly formula: string;
  readonly hidden: boolean;
  /** Index into the sheets of the workbook (of every kind), `null` for the workbook's scope. */
  readonly sheet: number | null;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  readonly activeTab: number;
  readonly date1904: boolean;
  readonly relationships: readonly Relationship[];
}

const STATES: ReadonlySet<string> = new Set(['hidden', 'veryHidden']);

/** What the workbook part says of sheets and names. */
export function readWorkbookPart(opc: OpcPackage): WorkbookPart {
  const root = parseXml(opc.text(opc.workbook), opc.workbook);
  const relationships = opc.relationships(opc.workbook);
  const sheets = childrenOf(childNamed(root, 'sheets'), 'sheet').map(({ attributes }): SheetEntry => {
    const relationship = attributes['id'] ?? '';
    const target = relationships.find(({ id }) => id === relationship);
    const name = attributes['name'] ?? '';
    const state = attributes['state'] ?? '';
    if (!target || (target.kind === 'worksheet' && opc.find(target.target) === null))
      throw new FileError('files.missingSheet', { sheet: name });
    return {
      id: attributes['sheetId'] ?? '',
      name,
      state: STATES.has(state) ? (state as 'hidden' | 'veryHidden') : 'visible',
      relationship,
      part: target.kind === 'worksheet' ? target.target : null,
    };
  });
  const names = childrenOf(childNamed(root, 'definedNames'), 'definedName').map(({ attributes, text }) => ({
    name: attributes['name'] ?? '',
    formula: text,
    hidden: flag(attributes['hidden']),
    sheet: attributes['localSheetId'] === undefined ? null : Number(attributes['localSheetId']),
  }));
  return {
    sheets,
    names,
    relationships,
    activeTab: Number(childNamed(childNamed(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0),
    date1904: flag(childNamed(root, 'workbookPr')?.attributes['date1904']),
  };
}

function childNamed(node: ReturnType<typeof parseXml> | undefined, name: string): ReturnType<typeof parseXml> | undefined {
  return childrenOf(node, name)[0];
}
