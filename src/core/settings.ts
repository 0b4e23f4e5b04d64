/**
 * What did the user lay down for this workbook? One XML document that the workbook carries in a custom part, read alike from Excel
 * and from the file. What this version does not know of it is kept and written back.
 *
 *     <settings xmlns="urn:gouji:settings:1">
 *       <table sheet="表三" title="部门支出总表" top="1" kind="dept-expenditure" unit="万元">
 *         <column at="C" header="合计" role="amount" nature="all"/>
 *       </table>
 *       <finding id="8f0c…" reason="已核实"/>
 *     </settings>
 */
import { GIVEN_FUNDS, GIVEN_ITEMS, GIVEN_NATURES, GIVEN_ROLES } from './dimensions';
import { TABLE_KINDS, UNIT_POWER, type ColumnRole, type Measure, type Message, type TableKind, type Unit } from './model';
import { columnIndex, columnName } from './workbook';
import { parseXmlTree, writeXmlTree, xmlText, type XmlElement } from './xmlTree';

export const SETTINGS_NAMESPACE = 'urn:gouji:settings:1';

/** By what a table is found again. */
export interface TableAnchor {
  readonly sheet: string;
  readonly title: string;
  /** 0-based row of the table's first line: tells tables of one title apart. */
  readonly top: number;
}

/** What a column is, whatever was recognised. */
export interface ColumnCorrection {
  /** 0-based sheet column. */
  readonly index: number;
  /** Its headings from the top down, joined; '' when it has none. */
  readonly header: string;
  readonly role: ColumnRole;
  /** For `amount`. */
  readonly measure?: Measure;
}

export interface TableCorrection {
  readonly anchor: TableAnchor;
  readonly kind?: TableKind;
  readonly unit?: Unit;
  /** The table is not to be checked. */
  readonly ignored?: true;
  readonly columns: readonly ColumnCorrection[];
  readonly kept?: Kept;
}

export interface IgnoredFinding {
  readonly id: string;
  readonly reason: string;
  readonly kept?: Kept;
}

/** What this version does not understand, to be written back. */
export interface Kept {
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface WorkbookSettings {
  readonly version: 1;
  readonly corrections: readonly TableCorrection[];
  readonly ignored: readonly IgnoredFinding[];
  readonly kept?: Kept;
}

export const NO_SETTINGS: WorkbookSettings = { version: 1, corrections: [], ignored: [] };

export interface DecodedSettings {
  readonly settings: WorkbookSettings;
  /** What could not be understood; never silent. */
  readonly notices: readonly Message[];
}

/** How a column is recognised again when columns were moved. */
export function headerText(header: readonly string[]): string {
  return xmlText(header.join(' / '));
}

// ---- reading ------------------------------------------------------------------------------------------------------

/** Never throws. No document is no settings. */
export function decodeSettings(xml: string | null | undefined): DecodedSettings {
  if (xml === null || xml === undefined || xml.trim() === '') return { settings: NO_SETTINGS, notices: [] };
  const root = parseXmlTree(xml);
  if (root === null || root.namespace !== SETTINGS_NAMESPACE || root.local !== 'settings') {
    return { settings: NO_SETTINGS, notices: [{ id: 'skip.settings-broken', data: {} }] };
  }
  const corrections: TableCorrection[] = [];
  const ignored: IgnoredFinding[] = [];
  const unknown: (XmlElement | string)[] = [];
  const notices: Message[] = [];
  for (const child of root.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') unknown.push(child);
      continue;
    }
    const own = child.namespace === SETTINGS_NAMESPACE;
    const correction = own && child.local === 'table' ? tableOf(child, notices) : null;
    const finding = own && child.local === 'finding' ? findingOf(child) : null;
    if (correction) corrections.push(correction);
    else if (finding) ignored.push(finding);
    else {
      unknown.push(child);
      if (own && (child.local === 'table' || child.local === 'finding')) notices.push(incomplete(child));
    }
  }
  const attributes = without(root.attributes, ['xmlns']);
  return { settings: { version: 1, corrections, ignored, ...keptOf(attributes, unknown) }, notices };
}

function incomplete({ local }: XmlElement): Message {
  return { id: 'skip.settings-entry', data: { entry: local } };
}

function tableOf(element: XmlElement, notices: Message[]): TableCorrection | null {
  const { sheet, title, top, kind, unit, ignored } = element.attributes;
  const row = rowOf(top);
  if (sheet === undefined || title === undefined || row === null) return null;
  const columns: ColumnCorrection[] = [];
  const unknown: (XmlElement | string)[] = [];
  for (const child of element.children) {
    if (typeof child === 'string' && child.trim() === '') continue;
    const column = typeof child === 'string' ? null : columnOf(child);
    if (column) columns.push(column);
    else {
      unknown.push(child);
      if (typeof child !== 'string' && child.local === 'column') notices.push(incomplete(child));
    }
  }
  const known = { kind: memberOf(TABLE_KINDS, kind), unit: memberOf(UNITS, unit), ignored: ignored === 'true' ? (true as const) : null };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  // A kind or unit that a later version may know is kept as it stands.
  const attributes = without(element.attributes, ['xmlns', 'sheet', 'title', 'top', ...Object.keys(given)]);
  for (const [name, value] of Object.entries(attributes))
    if (name in known) notices.push({ id: 'skip.settings-value', data: { name, value } });
  return { anchor: { sheet, title, top: row }, ...given, columns, ...keptOf(attributes, unknown) };
}

const UNITS = Object.keys(UNIT_POWER) as Unit[];
const YEARS = ['current', 'last'] as const;

function columnOf({ local, namespace, attributes }: XmlElement): ColumnCorrection | null {
  if (namespace !== SETTINGS_NAMESPACE || local !== 'column') return null;
  const { at = '', header = '', nature, fund, year, item } = attributes;
  const role = memberOf(GIVEN_ROLES, attributes['role']);
  if (role === null || !/^[A-Z]{1,3}$/.test(at)) return null;
  const base = { index: columnIndex(at), header, role };
  if (role !== 'amount') return base;
  const known = {
    nature: memberOf(GIVEN_NATURES, nature),
    fund: memberOf(GIVEN_FUNDS, fund),
    year: memberOf(YEARS, year),
    item: memberOf(GIVEN_ITEMS, item),
  };
  // Half understood would be misunderstood.
  if ([nature, fund, year, item].filter((text) => text !== undefined).length !== Object.values(known).filter((v) => v !== null).length)
    return null;
  return { ...base, measure: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) };
}

function findingOf({ attributes, children }: XmlElement): IgnoredFinding | null {
  const { id, reason = '' } = attributes;
  return id === undefined ? null : { id, reason, ...keptOf(without(attributes, ['xmlns', 'id', 'reason']), children) };
}

function memberOf<T extends string>(values: readonly T[], text: string | undefined): T | null {
  return values.find((value) => value === text) ?? null;
}

function rowOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) - 1 : null;
}

function without(attributes: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

function keptOf(attributes: Kept['attributes'], children: Kept['children']): { readonly kept?: Kept } {
  if (Object.keys(attributes).length + children.length === 0) return {};
  return { kept: { attributes, children: children.map((child) => (typeof child === 'string' ? child : rooted(child))) } };
}

/** An element that inherited another default namespace declares it itself, wherever it is written. */
function rooted(element: XmlElement): XmlElement {
  const { attributes, namespace, name } = element;
  if (name.includes(':') || namespace === SETTINGS_NAMESPACE || attributes['xmlns'] !== undefined) return element;
  return { ...element, attributes: { ...attributes, xmlns: namespace } };
}

// ---- writing ------------------------------------------------------------------------------------------------------

/** The document to be kept in the workbook; `null` when there is nothing to keep. */
export function encodeSettings({ corrections, ignored, kept }: WorkbookSettings): string | null {
  const children = [
    ...corrections.map(tableElement),
    ...ignored.map((finding) => element('finding', { id: finding.id, reason: finding.reason }, [], finding.kept)),
  ];
  if (children.length === 0 && !kept?.children.length) return null;
  return writeXmlTree(element('settings', { xmlns: SETTINGS_NAMESPACE }, children, kept));
}

type Written = Parameters<typeof writeXmlTree>[0];

function tableElement({ anchor, kind, unit, ignored, columns, kept }: TableCorrection): XmlElement {
  return element(
    'table',
    { sheet: anchor.sheet, title: anchor.title, top: String(anchor.top + 1), kind, unit, ignored: ignored ? 'true' : undefined },
    columns.map(({ index, header, role, measure }) => {
      const { nature, fund, year, item } = measure ?? {};
      return element('column', { at: columnName(index), header, role, nature, fund, year, item }, []);
    }),
    kept,
  );
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly XmlElement[],
  kept?: Kept,
): XmlElement & Written {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    name,
    local: name,
    namespace: SETTINGS_NAMESPACE,
    attributes: { ...kept?.attributes, ...Object.fromEntries(given) },
    children: [...children, ...(kept?.children ?? [])],
  };
}

// ---- changing -----------------------------------------------------------------------------------------------------

const sameAnchor = (a: TableAnchor, b: TableAnchor): boolean => a.sheet === b.sheet && a.title === b.title && a.top === b.top;

/** False for what is left of a correction that was taken back when something in it was not understood. */
export function saysSomething({ kind, unit, ignored, columns }: Omit<TableCorrection, 'anchor'>): boolean {
  return kind !== undefined || unit !== undefined || ignored === true || columns.length > 0;
}

/**
 * The settings with this correction in the place of the one for the same anchor, and of the `earlier` anchor by which the table was
 * found before; one that says nothing is left out. What was not understood of the earlier one is kept.
 */
export function withCorrection(settings: WorkbookSettings, correction: TableCorrection, earlier?: TableAnchor): WorkbookSettings {
  const isReplaced = ({ anchor }: TableCorrection): boolean =>
    sameAnchor(anchor, correction.anchor) || (earlier !== undefined && sameAnchor(anchor, earlier));
  const kept = correction.kept ?? settings.corrections.find((old) => isReplaced(old) && old.kept)?.kept;
  const others = settings.corrections.filter((old) => !isReplaced(old));
  return {
    ...settings,
    corrections: saysSomething(correction) || kept ? [...others, { ...correction, ...(kept ? { kept } : {}) }] : others,
  };
}
