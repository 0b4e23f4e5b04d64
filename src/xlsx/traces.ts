/**
 * What do our marks and sheets leave behind in what all sheets of a file share (entries of styles.xml, settings of the workbook, content types), and how
 * is it taken back? What was there before is noted in a custom XML part; a program that has saved the file since has put its own in their place,
 * and that stays.
 */
import type { PackageEditor } from './editor';
import { readCustomXml, writeCustomXml } from './customXmlPatch';
import {
  attributeOf,
  elementNamed,
  elementsOf,
  insertOrdered,
  rootOf,
  splice,
  textOf,
  without,
  withAttribute,
  type Markup,
} from './markup';
import { STYLE_ORDER } from './styleBook';
import { WORKBOOK_ORDER } from './workbookPatch';
import { escapeText, isWellFormed } from './xml';

export const TRACES_NAMESPACE = 'urn:gouji:traces:1';

/** The lists of styles.xml that grow. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type List = (typeof LISTS)[number];

/** Elements of the workbook that are put there when they are missing, or changed. */
const SETTINGS = ['bookViews', 'definedNames', 'calcPr'] as const;

interface ListBefore {
  readonly count: number;
  /** The start tag; of a list without entries all of it, '' for one that was not there. */
  readonly markup: string;
}

interface Before {
  /** `null` where the file had no styles. */
  readonly styles: Readonly<Record<List, ListBefore>> | null;
  /** Markup of each; '' where it was not there, `null` for names that are the user's. */
  readonly settings: Readonly<Record<string, string | null>>;
  /** A content type for drawings of notes was there. */
  readonly drawings: boolean;
}

const DRAWINGS = 'vml';

function noteOf(editor: PackageEditor): Before {
  const part = editor.related(editor.opc.workbook, 'styles');
  const workbook = editor.text(editor.opc.workbook);
  const settings = SETTINGS.map((name) => {
    const element = elementNamed(workbook, rootOf(workbook), name);
    if (element === undefined) return [name, ''] as const;
    const own = name === 'definedNames' && elementsOf(workbook, element).length > 0;
    return [name, own ? null : workbook.slice(element.start, element.end)] as const;
  });
  return {
    styles: part === null ? null : listsOf(editor.text(part)),
    settings: Object.fromEntries(settings),
    drawings: editor.hasDefaultType(DRAWINGS),
  };
}

function listsOf(xml: string): Readonly<Record<List, ListBefore>> {
  const entries = LISTS.map((name): readonly [List, ListBefore] => {
    const list = elementNamed(xml, rootOf(xml), name);
    const count = list ? elementsOf(xml, list).length : 0;
    return [name, { count, markup: list ? xml.slice(list.start, count === 0 ? list.end : list.openEnd) : '' }];
  });
  return Object.fromEntries(entries) as Record<List, ListBefore>;
}

/** Runs a change of the file; what it leaves in the shared parts is noted. */
export function leavingTraces(editor: PackageEditor, change: () => void): void {
  const before = noteOf(editor);
  change();
  const text = JSON.stringify(before);
  if (JSON.stringify(noteOf(editor)) === text) return;
  writeCustomXml(editor, { namespace: TRACES_NAMESPACE, xml: `<traces xmlns="${TRACES_NAMESPACE}">${escapeText(text)}</traces>` });
}

/** Takes back what was noted, as far as nothing of the user's has come to use it. */
export function eraseTraces(editor: PackageEditor): void {
  const xml = readCustomXml(editor, TRACES_NAMESPACE);
  if (xml === null) return;
  writeCustomXml(editor, { namespace: TRACES_NAMESPACE, xml: null });
  const before = beforeOf(textOf(xml, rootOf(xml)));
  if (before === null) return;
  const styles = editor.related(editor.opc.workbook, 'styles');
  if (styles !== null && before.styles !== null) setSound(editor, styles, trimmed(editor, editor.text(styles), before.styles));
  restoreSettings(editor, before.settings);
  if (!before.drawings && !editor.partNames().some((name) => name.toLowerCase().endsWith(`.${DRAWINGS}`)))
    editor.removeDefaultType(DRAWINGS);
}

/** Markup out of a note that anybody can have changed never breaks a part: the part stays as it is instead. */
function setSound(editor: PackageEditor, part: string, xml: string): void {
  if (isWellFormed(xml, part)) editor.setText(part, xml);
}

/** `null` when somebody has changed the note. */
function beforeOf(text: string): Before | null {
  try {
    const noted = JSON.parse(text) as Partial<Before> | null;
    if (typeof noted !== 'object' || noted === null || typeof noted.settings !== 'object') return null;
    const lists = noted.styles ?? null;
    const whole = lists === null || LISTS.every((name) => Number.isInteger(lists[name]?.count) && typeof lists[name]?.markup === 'string');
    return whole ? { styles: lists, settings: noted.settings, drawings: noted.drawings === true } : null;
  } catch {
    return null;
  }
}

/** The lists as they were; entries that are used by now, and all before them, stay. Formats of cells go first: they use the others. */
function trimmed(editor: PackageEditor, original: string, before: Readonly<Record<List, ListBefore>>): string {
  let xml = original;
  for (const name of [...LISTS].reverse()) {
    const list = elementNamed(xml, rootOf(xml), name);
    const entries = list ? elementsOf(xml, list) : [];
    const { count, markup } = before[name];
    if (!list || entries.length <= count) continue;
    const used = usedOf(editor, xml, name, entries);
    const keep = Math.max(count, ...entries.map((_, index) => (used.has(index) ? index + 1 : 0)));
    const first = entries[keep];
    const last = entries.at(-1);
    if (!first || !last) continue;
    const present = xml.slice(list.start, list.openEnd);
    if (keep === 0 && isSameTag(present, markup)) {
      const rest = without(xml, list);
      xml = markup === '' ? rest : insertOrdered(rest, STYLE_ORDER, name, markup);
      continue;
    }
    const text = keep === count && isSameTag(present, markup) ? markup : withAttribute(present, 'count', String(keep));
    const tag = { start: list.start, end: list.openEnd, text };
    xml = splice(xml, [tag, { start: first.start, end: last.end, text: '' }]);
  }
  return xml;
}

/** But for the number of entries, and for having any; a list that was not there is any list. */
function isSameTag(present: string, before: string): boolean {
  const bare = (tag: string): string => withAttribute(tag, 'count', null).replace(/\s*\/?>.*$/s, '');
  return before === '' || bare(present) === bare(before);
}

const USERS: Readonly<Record<Exclude<List, 'cellXfs' | 'dxfs'>, string>> = {
  numFmts: 'numFmtId',
  fonts: 'fontId',
  fills: 'fillId',
  borders: 'borderId',
};

/** Positions of the list's entries that something in the file uses. */
function usedOf(editor: PackageEditor, styles: string, name: List, entries: readonly Markup[]): ReadonlySet<number> {
  if (name === 'cellXfs') return indices(sheetTexts(editor), /<(?:[\w-]+:)?(?:c|row|col)(?:\s[^>]*?)?\s(?:s|style)=["'](\d+)/g);
  if (name === 'dxfs') return indices([...sheetTexts(editor), styles], /\s\w*[dD]xfId=["'](\d+)/g);
  const formats = ['cellXfs', 'cellStyleXfs'].flatMap((list) => {
    const element = elementNamed(styles, rootOf(styles), list);
    return element ? [styles.slice(element.start, element.end)] : [];
  });
  const ids = indices(formats, new RegExp(`\\s${USERS[name]}=["'](\\d+)`, 'g'));
  if (name !== 'numFmts') return ids;
  return new Set(entries.flatMap((entry, index) => (ids.has(Number(attributeOf(styles, entry, 'numFmtId'))) ? [index] : [])));
}

function indices(texts: readonly string[], pattern: RegExp): ReadonlySet<number> {
  const found = new Set<number>();
  for (const text of texts) for (const [, index = ''] of text.matchAll(pattern)) found.add(Number(index));
  return found;
}

/** Sheets, tables, pivot tables: whatever may name a style by its index. */
function sheetTexts(editor: PackageEditor): readonly string[] {
  const passive = /(?:^|\/)(?:styles\d*|sharedStrings|calcChain)\.xml$|^(?:docProps|customXml)\/|\/(?:theme|media)\//i;
  const names = editor.partNames().filter((name) => /\.xml$/i.test(name) && !passive.test(name));
  return names.map((name) => editor.text(name));
}

/** What was put there, or given an attribute, is as it was; what has been changed since stays. */
function restoreSettings(editor: PackageEditor, settings: Before['settings']): void {
  const workbook = editor.opc.workbook;
  for (const name of SETTINGS) {
    const before = settings[name];
    if (typeof before !== 'string') continue;
    const xml = editor.text(workbook);
    const element = elementNamed(xml, rootOf(xml), name);
    const now = element ? xml.slice(element.start, element.end) : '';
    if (now === before || !isOurs(now)) continue;
    const rest = element ? without(xml, element) : xml;
    setSound(editor, workbook, before === '' ? rest : insertOrdered(rest, WORKBOOK_ORDER, name, before));
  }

  /** As we write it: nothing at all, a view without properties, or calculation that is asked for on loading. */
  function isOurs(markup: string): boolean {
    return markup === '' || /^<(?:\w+:)?bookViews><(?:\w+:)?workbookView\/><\//.test(markup) || /\sfullCalcOnLoad="1"/.test(markup);
  }
}
