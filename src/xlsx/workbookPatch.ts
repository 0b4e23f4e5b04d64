/** How does the list of sheets change, with everything that counts sheets: names in a sheet's scope, the active tab? */
import { FileError } from '../core/file-error';
import { quoteSheetName, rangeAddress } from '../core/workbook';
import { GENERATED_NAME } from '../present/marks';
import type { PackageEditor } from './editor';
import {
  append,
  attributeOf,
  attributeSplice,
  elementNamed,
  elementsOf,
  insertOrdered,
  rootOf,
  splice,
  withAttribute,
  without,
  type Markup,
  type Splice,
} from './markup';
import { worksheetMarkup, type NewSheet } from './newSheet';
import { forgetStrings, forgetTitles, removeOwnParts, stringsShownBy } from './sheetLeftovers';
import type { StyleBook } from './styleBook';
import { escapeAttribute, escapeText } from './xml';

export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

function sheetElements(xml: string): Markup[] {
  const list = elementNamed(xml, rootOf(xml), 'sheets');
  return list ? elementsOf(xml, list).filter(({ name }) => name === 'sheet') : [];
}

export function sheetNames(editor: PackageEditor): readonly string[] {
  const xml = editor.text(editor.opc.workbook);
  return sheetElements(xml).map((element) => attributeOf(xml, element, 'name') ?? '');
}

/** Excel's rules for a sheet's name; names are the same whatever their case. Throws `FileError`. */
export function assertSheetName(name: string, others: readonly string[]): void {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name))
    throw new FileError('files.invalidSheetName', { sheet: name });
  if (others.some((other) => other.toLowerCase() === name.toLowerCase())) throw new FileError('files.sheetExists', { sheet: name });
}

/** The places of the sheets after one was put in or taken away: names and views are counted anew. `null` is the sheet that went. */
function recount(xml: string, place: (index: number) => number | null): string {
  const root = rootOf(xml);
  const splices: Splice[] = [];
  const names = elementNamed(xml, root, 'definedNames');
  for (const element of names ? elementsOf(xml, names) : []) {
    const local = attributeOf(xml, element, 'localSheetId');
    if (local === undefined) continue;
    const moved = place(Number(local));
    if (moved === null) splices.push({ start: element.start, end: element.end, text: '' });
    else if (moved !== Number(local)) splices.push(attributeSplice(xml, element, 'localSheetId', String(moved)));
  }
  const views = elementNamed(xml, root, 'bookViews');
  for (const view of views ? elementsOf(xml, views) : []) {
    let tag = xml.slice(view.start, view.openEnd);
    for (const name of ['activeTab', 'firstSheet']) {
      // An absent attribute is the first sheet (18.2.30), which moves like any other.
      const index = attributeOf(xml, view, name) ?? '0';
      const moved = place(Number(index)) ?? Math.max(0, Number(index) - 1);
      if (moved !== Number(index)) tag = withAttribute(tag, name, moved === 0 ? null : String(moved));
    }
    splices.push({ start: view.start, end: view.openEnd, text: tag });
  }
  const counted = splice(xml, splices);
  const left = elementNamed(counted, rootOf(counted), 'definedNames');
  return left && elementsOf(counted, left).length === 0 ? without(counted, left) : counted;
}

function absolute(address: string): string {
  return address.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function addName(xml: string, name: string, sheet: number, value: string, hidden = true): string {
  const { prefix } = rootOf(xml);
  const content = `<${prefix}definedName name="${name}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>${escapeText(value)}</${prefix}definedName>`;
  const list = elementNamed(xml, rootOf(xml), 'definedNames');
  if (list) return append(xml, list, content);
  return insertOrdered(xml, WORKBOOK_ORDER, 'definedNames', `<${prefix}definedNames>${content}</${prefix}definedNames>`);
}

/** Puts a sheet into the workbook. Throws `FileError` for a name that cannot be. */
export function addSheet(editor: PackageEditor, styles: StyleBook, sheet: NewSheet): void {
  assertSheetName(sheet.name, sheetNames(editor));
  const workbook = editor.opc.workbook;
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const part = editor.freeName((n) => `${folder}worksheets/sheet${n}.xml`);
  editor.addPart(
    part,
    worksheetMarkup(sheet, editor.flavour, (style) => styles.cellStyle(style)),
    WORKSHEET_TYPE,
  );
  const relationship = editor.addRelationship(workbook, 'worksheet', part);
  let xml = editor.text(workbook);
  const present = sheetElements(xml);
  const id = Math.max(0, ...present.map((element) => Number(attributeOf(xml, element, 'sheetId') ?? 0))) + 1;
  const position = Math.min(Math.max(0, sheet.position ?? present.length), present.length);
  const list = elementNamed(xml, rootOf(xml), 'sheets');
  if (!list) throw new FileError('files.brokenPart', { part: workbook });
  const state = sheet.visibility && sheet.visibility !== 'visible' ? ` state="${sheet.visibility}"` : '';
  const content =
    `<${list.prefix}sheet name="${escapeAttribute(sheet.name)}" sheetId="${id}"${state} ` +
    `r:id="${relationship}"${declaresRelationships(xml, editor) ? '' : ` xmlns:r="${editor.flavour.relationships}"`}/>`;
  const before = present[position];
  xml = before ? splice(xml, [{ start: before.start, end: before.start, text: content }]) : append(xml, list, content);
  // A sheet's view refers to a view of the workbook.
  if (!elementNamed(xml, rootOf(xml), 'bookViews')) {
    const p = list.prefix;
    xml = insertOrdered(xml, WORKBOOK_ORDER, 'bookViews', `<${p}bookViews><${p}workbookView/></${p}bookViews>`);
  }
  if (position < present.length) xml = recount(xml, (index) => (index >= position ? index + 1 : index));
  const name = quoteSheetName(sheet.name);
  if (sheet.generated !== undefined) xml = addName(xml, GENERATED_NAME, position, `"${sheet.generated}"`);
  // The two names by which Excel knows the filtered area and the rows to repeat (18.2.5).
  if (sheet.filter) xml = addName(xml, '_xlnm._FilterDatabase', position, `${name}!${absolute(rangeAddress(sheet.filter))}`);
  if (sheet.titleRow !== undefined) {
    const row = `$${sheet.titleRow + 1}`;
    xml = addName(xml, '_xlnm.Print_Titles', position, `${name}!${row}:${row}`, false);
  }
  editor.setText(workbook, xml);
}

function declaresRelationships(xml: string, editor: PackageEditor): boolean {
  const root = rootOf(xml);
  return attributeOf(xml, root, 'xmlns:r') === editor.flavour.relationships;
}

/** Takes a sheet with its parts out of the workbook. Throws `FileError` when no visible sheet would be left. */
export function removeSheet(editor: PackageEditor, name: string): void {
  const workbook = editor.opc.workbook;
  const xml = editor.text(workbook);
  const sheets = sheetElements(xml);
  const index = sheets.findIndex((element) => attributeOf(xml, element, 'name') === name);
  const element = sheets[index];
  if (!element) throw new FileError('files.unknownSheet', { sheet: name });
  const isVisible = (each: Markup): boolean => (attributeOf(xml, each, 'state') ?? 'visible') === 'visible';
  if (!sheets.some((each) => each !== element && isVisible(each))) throw new FileError('files.lastSheet', { sheet: name });
  const id = relationshipId(xml, element);
  const target = editor.relationships(workbook).find((relationship) => relationship.id === id);
  if (target) {
    const strings = stringsShownBy(editor.text(target.target));
    removeOwnParts(editor, target.target);
    editor.removeRelationship(workbook, target.id);
    editor.removePart(target.target);
    forgetStrings(editor, strings);
  }
  const titles = [name, quoteSheetName(name)];
  forgetTitles(editor, (title) => title === name || titles.some((sheet) => title.startsWith(`${sheet}!`)));
  const recounted = recount(without(xml, element), (each) => (each === index ? null : each > index ? each - 1 : each));
  editor.setText(workbook, withVisibleTab(recounted));
  forgetFormulas(editor, Number(attributeOf(xml, element, 'sheetId') ?? 0), null);
}

/** The workbook with an active sheet that can be seen. */
function withVisibleTab(xml: string): string {
  const views = elementNamed(xml, rootOf(xml), 'bookViews');
  const view = elementNamed(xml, views, 'workbookView');
  const states = sheetElements(xml).map((element) => attributeOf(xml, element, 'state') ?? 'visible');
  if (!view || states[Number(attributeOf(xml, view, 'activeTab') ?? 0)] === 'visible') return xml;
  return splice(xml, [attributeSplice(xml, view, 'activeTab', String(states.indexOf('visible')))]);
}

function relationshipId(xml: string, element: Markup): string {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(xml.slice(element.start, element.openEnd))?.[1] ?? '';
}

/** Part name and sheetId of a worksheet by its name. Throws `FileError`. */
export function sheetPart(editor: PackageEditor, name: string): { readonly part: string; readonly id: number } {
  const xml = editor.text(editor.opc.workbook);
  const element = sheetElements(xml).find((each) => attributeOf(xml, each, 'name') === name);
  const id = element && relationshipId(xml, element);
  const target = editor
    .relationships(editor.opc.workbook)
    .find((relationship) => relationship.id === id && relationship.kind === 'worksheet')?.target;
  if (!element || target === undefined || !editor.has(target)) throw new FileError('files.unknownSheet', { sheet: name });
  return { part: target, id: Number(attributeOf(xml, element, 'sheetId') ?? 0) };
}

/**
 * Takes cells that hold no formula any more out of the calculation chain (18.6): all of a sheet's with `null`. An entry
 * without a sheet id means that of the entry before, so the id is written out where that one goes.
 */
export function forgetFormulas(editor: PackageEditor, sheet: number, addresses: readonly string[] | null): void {
  const part = editor.related(editor.opc.workbook, 'calcChain');
  if (part === null || addresses?.length === 0) return;
  const gone = addresses && new Set(addresses);
  const xml = editor.text(part);
  const entries = elementsOf(xml, rootOf(xml));
  const splices: Splice[] = [];
  let current = 0;
  let implicit = false;
  let kept = 0;
  for (const entry of entries) {
    const stated = attributeOf(xml, entry, 'i');
    current = stated === undefined ? current : Number(stated);
    if (current === sheet && (gone === null || gone.has(attributeOf(xml, entry, 'r') ?? ''))) {
      splices.push({ start: entry.start, end: entry.end, text: '' });
      implicit = true;
      continue;
    }
    kept += 1;
    if (implicit && stated === undefined) splices.push(attributeSplice(xml, entry, 'i', String(current)));
    implicit = false;
  }
  if (kept > 0) editor.setText(part, splice(xml, splices));
  else forgetChain(editor);
}

/** Takes the calculation chain out, which a program makes anew. */
export function forgetChain(editor: PackageEditor): void {
  const part = editor.related(editor.opc.workbook, 'calcChain');
  if (part === null) return;
  const relationship = editor.relationships(editor.opc.workbook).find(({ target }) => target === part);
  if (relationship) editor.removeRelationship(editor.opc.workbook, relationship.id);
  editor.removePart(part);
}

/** Asks the program to calculate everything when it opens the file: results that we write are those of another program. */
export function calculateOnLoad(editor: PackageEditor): void {
  const workbook = editor.opc.workbook;
  const xml = editor.text(workbook);
  const settings = elementNamed(xml, rootOf(xml), 'calcPr');
  const { prefix } = rootOf(xml);
  editor.setText(
    workbook,
    settings
      ? splice(xml, [attributeSplice(xml, settings, 'fullCalcOnLoad', '1')])
      : insertOrdered(xml, WORKBOOK_ORDER, 'calcPr', `<${prefix}calcPr fullCalcOnLoad="1"/>`),
  );
}
