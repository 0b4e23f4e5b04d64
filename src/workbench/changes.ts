/**
 * What must be written into the opened file so that it says what the workbench says? The model is compared with the file as it
 * was read; only differences go out. Comments become notes, Gouji's marks become conditional formats, generated sheets are new.
 */
import type { CellValue } from '../core/workbook';
import { addressOf, parseAddress } from '../core/workbook';
import { GENERATED_NAME, isOurName, isOurText, markOfFormula, NOTE_AUTHOR } from '../present/marks';
import { readsAsEntry } from '../present/sheetCells';
import type { PresentedCell, PresentedSheet, PresentedWorkbook, ResolvedStyle } from '../xlsx';
import type { NewCell, NewSheet } from '../xlsx/newSheet';
import { noteItself } from '../xlsx/noteText';
import { rootNamespace } from '../xlsx/presentation';
import type { CellChange, MarkChange, NoteChange, WorkbookChanges } from '../xlsx/patch';
import type { CellStyle, ModelCell, ModelHyperlink, SheetId, SheetInfo, WorkbookModel } from './model';

/** How cells and sheets look, in the grid's own words; what a column or the workbook lends to a cell is not counted. */
export type SheetSetup = Pick<NewSheet, 'filter' | 'titleRow' | 'footer' | 'showGridLines'>;

export interface LookReader {
  /** Of a cell that has this style in the file. */
  readonly ofFile: (style: ResolvedStyle) => CellStyle;
  readonly ofCell: (sheet: SheetId, row: number, column: number) => CellStyle;
  /** What the add-in set up for a new sheet beside its cells. */
  readonly ofSheet: (sheet: SheetId) => SheetSetup;
}

/** A digit of the default font is seven pixels wide, and a column has five of padding (ECMA-376 part 1, 18.3.1.13). */
const DIGIT_PIXELS = 7;
const COLUMN_PADDING = 5;

/** `rowsChanged`: rows of `opened` have been moved already as in the model, so that results may be others. */
export function changesOf(model: WorkbookModel, opened: PresentedWorkbook, looks: LookReader, rowsChanged = false): WorkbookChanges {
  const present = new Map(model.sheets().map((sheet) => [sheet.id, sheet]));
  const kept = opened.sheets.filter((sheet) => present.has(sheet.id));
  const known = new Set(opened.sheets.map((sheet) => sheet.id));
  const edited = kept.map((sheet) => ({ sheet, cells: cellChanges(model, sheet, opened.styles, looks) }));
  // A result may differ because the file was never calculated; it is only written when something it may depend on changed.
  const dirty = rowsChanged || edited.some(({ cells }) => cells.some((cell) => cell.because !== 'result'));
  const cells = edited.flatMap(({ cells: changes }) =>
    changes.filter((cell) => dirty || cell.because !== 'result').map(({ change }) => change),
  );
  const renameSheets = kept.flatMap((sheet) => {
    const name = present.get(sheet.id)?.name ?? sheet.name;
    return name === sheet.name ? [] : [{ sheet: sheet.name, name }];
  });
  const added = model
    .sheets()
    .flatMap((sheet, position) => (known.has(sheet.id) ? [] : [newSheet(model, sheet, position, looks.ofSheet(sheet.id))]));
  const removeSheets = opened.sheets.filter((sheet) => !present.has(sheet.id)).map((sheet) => sheet.name);
  return {
    ...annotationChanges(model, opened, kept),
    ...(cells.length > 0 ? { cells } : {}),
    ...(removeSheets.length > 0 ? { removeSheets } : {}),
    ...(renameSheets.length > 0 ? { renameSheets } : {}),
    ...(added.length > 0 ? { addSheets: added } : {}),
    ...customXmlChanges(model, opened),
  };
}

/** Names of sheets whose merged cells differ from the file's (a paste may bring merges along): a copy cannot carry that. */
export function sheetsWithOtherMerges(model: WorkbookModel, opened: PresentedWorkbook): readonly string[] {
  const present = new Set(model.sheets().map(({ id }) => id));
  return opened.sheets.filter((sheet) => present.has(sheet.id) && !sameList(sheet.merges, model.merges(sheet.id))).map(({ name }) => name);
}

export function isUnchanged(changes: WorkbookChanges): boolean {
  return Object.keys(changes).length === 0;
}

/** `预算.xlsx` → `预算-勾稽.xlsx`: never the name of the file that was opened. */
export function copyName(name: string, suffix: string): string {
  return `${name.replace(/\.(xlsx|xlsm|xltx|xls|et)$/i, '')}-${suffix}.xlsx`;
}

const PLAIN: ResolvedStyle = { numberFormat: 'General' };

interface FoundChange {
  readonly change: CellChange;
  readonly because: 'content' | 'style' | 'result';
}

function cellChanges(
  model: WorkbookModel,
  sheet: PresentedSheet,
  styles: readonly ResolvedStyle[],
  looks: LookReader,
): readonly FoundChange[] {
  const before = new Map<string, PresentedCell>();
  let { bottom, right } = model.usedRange(sheet.id, false) ?? { bottom: 0, right: 0 };
  for (const cell of sheet.cells) {
    before.set(addressOf(cell), cell);
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  const after = model.read(sheet.id, { top: 0, left: 0, bottom, right });
  const shown = new Map<number, CellStyle>();
  const lookInFile = (index: number): CellStyle => {
    let look = shown.get(index);
    if (!look) shown.set(index, (look = looks.ofFile(styles[index] ?? PLAIN)));
    return look;
  };
  const found: FoundChange[] = [];
  after.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const address = addressOf({ row, column });
      const old = before.get(address);
      const index = old?.style ?? 0;
      const because = contentChange(old, cell);
      const look = lookChange(old ? lookInFile(index) : {}, looks.ofCell(sheet.id, row, column));
      // A cell that the file does not have takes its column's format, which is no change of its own.
      const sameFormat = old === undefined ? look === null : (styles[index]?.numberFormat ?? 'General') === cell.numberFormat;
      const style = look === null && sameFormat ? null : { ...look, ...(sameFormat ? {} : { numberFormat: cell.numberFormat }) };
      if (because === null && style === null) return;
      found.push({
        because: because ?? 'style',
        change: {
          sheet: sheet.name,
          address,
          value: cell.value,
          ...(cell.formula === null ? {} : { formula: cell.formula }),
          ...(style === null ? {} : { style }),
        },
      });
    }),
  );
  return found;
}

function contentChange(old: PresentedCell | undefined, cell: ModelCell): 'content' | 'result' | null {
  if ((old?.formula ?? null) !== cell.formula) return 'content';
  if (sameValue(old?.value ?? null, cell.value)) return null;
  return cell.formula === null ? 'content' : 'result';
}

/** Two calculations of one sum may differ in the last binary digit: that is not a change. */
function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b || (a === '' && b === null)) return true;
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** The new look with what it no longer has named as off; `null` when it is the same. */
function lookChange(old: CellStyle, now: CellStyle): CellStyle | null {
  if (JSON.stringify(sorted(old)) === JSON.stringify(sorted(now))) return null;
  const off: CellStyle = {
    ...(old.fill ? { fill: null } : {}),
    ...(old.horizontal ? { horizontal: 'general' } : {}),
    ...(old.wrap === true ? { wrap: false } : {}),
    ...(old.indent ? { indent: 0 } : {}),
  };
  const font = {
    ...(old.font?.bold === true ? { bold: false } : {}),
    ...(old.font?.italic === true ? { italic: false } : {}),
    ...(old.font?.underline === true ? { underline: false } : {}),
    ...(old.font?.color ? { color: null } : {}),
    ...now.font,
  };
  const borders = { ...withoutSides(old.borders), ...now.borders };
  return {
    ...off,
    ...now,
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
  };
}

function withoutSides(borders: CellStyle['borders']): CellStyle['borders'] {
  return Object.fromEntries(Object.keys(borders ?? {}).map((side) => [side, { style: 'none' }]));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

/** Gouji's own marks and notes are written as a whole when any of them differs; those of others are not touched. */
function annotationChanges(model: WorkbookModel, opened: PresentedWorkbook, kept: readonly PresentedSheet[]): WorkbookChanges {
  const marksBefore = opened.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.filter(({ formula }) => markOfFormula(formula) !== null).flatMap((format) => marksOf(sheet.name, format)),
  );
  const marks = kept.flatMap((sheet) =>
    model
      .conditionalFormats(sheet.id)
      .filter(({ formula }) => markOfFormula(formula) !== null)
      .flatMap((format) => marksOf(sheet.name, format)),
  );
  const notesBefore = opened.sheets.flatMap((sheet) => oursIn(sheet));
  const notes = kept.flatMap((sheet) => notesOf(model, sheet));
  const ours = notes.filter((note) => note.author === NOTE_AUTHOR);
  const others = notes.filter((note) => note.author !== NOTE_AUTHOR);
  const sameNotes = sameList(notesBefore, ours);
  const namesBefore = markNames(opened.names);
  const names = markNames(model.names());
  return {
    ...(sameList(namesBefore, names)
      ? {}
      : { ...(namesBefore.length > 0 ? { removeNames: isOurName } : {}), ...(names.length > 0 ? { addNames: names } : {}) }),
    ...(sameList(marksBefore, marks)
      ? {}
      : { removeMarks: (formula: string) => markOfFormula(formula) !== null, ...(marks.length > 0 ? { marks } : {}) }),
    ...(sameNotes ? {} : { removeNotes: NOTE_AUTHOR, removeTexts: isOurText }),
    ...(sameNotes && others.length === 0 ? {} : { notes: sameNotes ? others : notes.filter((note) => !isAnswered(note, kept)) }),
  };
}

/** Our notes in the file, our threads and our replies to others'. */
function oursIn({ name, notes, threads }: PresentedSheet): readonly NoteChange[] {
  const said = threads.flatMap((thread) => [thread, ...thread.replies.map((reply) => ({ ...thread, ...reply }))]);
  return [...notes, ...said].filter((each) => isOurs(each)).map((each) => ourNote(name, each, each.text));
}

/** A thread of ours that a user answered stays in the file as it is. */
function isAnswered({ sheet, address, text }: NoteChange, sheets: readonly PresentedSheet[]): boolean {
  const threads = sheets.find(({ name }) => name === sheet)?.threads ?? [];
  return threads.some((thread) => addressOf(thread) === address && thread.text === text && thread.replies.some((reply) => !isOurs(reply)));
}

/** The hidden names by which our marks see their relations. */
function markNames(names: readonly { readonly name: string; readonly formula: string }[]): { name: string; formula: string }[] {
  return names.filter(({ name }) => isOurName(name)).map(({ name, formula }) => ({ name, formula }));
}

function marksOf(
  sheet: string,
  format: Pick<MarkChange, 'formula' | 'fontColor' | 'border'> & {
    readonly ranges: PresentedSheet['conditionalFormats'][number]['ranges'];
    readonly fill: string | null;
  },
): readonly MarkChange[] {
  const marks: MarkChange[] = [];
  for (const { top, left, bottom, right } of format.ranges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const { formula, fill, fontColor = null, border } = format;
        marks.push({ sheet, address: addressOf({ row, column }), formula, fill, fontColor, ...(border ? { border } : {}) });
      }
    }
  }
  return marks;
}

/** Every comment of ours, and every comment or reply that the file does not have yet. */
function notesOf(model: WorkbookModel, sheet: PresentedSheet): readonly NoteChange[] {
  const inFile = new Set([
    ...sheet.notes.map((note) => `${addressOf(note)}|${note.text}`),
    ...sheet.threads.flatMap((thread) => [thread, ...thread.replies].map(({ text }) => `${addressOf(thread)}|${text}`)),
  ]);
  return model
    .comments()
    .filter((comment) => comment.sheet === sheet.id)
    .flatMap((comment) =>
      [comment, ...comment.replies].flatMap(({ content, author }): readonly NoteChange[] => {
        const note = { author, text: content };
        if (isOurs(note)) return [ourNote(sheet.name, comment, content)];
        return inFile.has(`${addressOf(comment)}|${content}`)
          ? []
          : [{ sheet: sheet.name, address: addressOf(comment), author, text: content }];
      }),
    );
}

function isOurs({ author, text }: { readonly author: string; readonly text: string }): boolean {
  return author === NOTE_AUTHOR || isOurText(text);
}

/** What a user answered below it stays in the file by itself. */
function ourNote(sheet: string, place: { readonly row: number; readonly column: number }, text: string): NoteChange {
  return { sheet, address: addressOf(place), author: NOTE_AUTHOR, text: noteItself(text) };
}

function sameList(a: readonly object[], b: readonly object[]): boolean {
  const canonical = (list: readonly object[]): string => JSON.stringify(list.map((item) => JSON.stringify(sorted(item))).sort());
  return canonical(a) === canonical(b);
}

function newSheet(model: WorkbookModel, sheet: SheetInfo, position: number, setup: SheetSetup): NewSheet {
  const used = model.usedRange(sheet.id, false);
  const cells: NewCell[] = [];
  const widths: number[] = [];
  if (used) {
    model.read(sheet.id, { top: 0, left: 0, bottom: used.bottom, right: used.right }).forEach((line, row) =>
      line.forEach(({ value, formula, numberFormat }, column) => {
        const style = model.readStyle(sheet.id, row, column);
        const target = linkTarget(model.hyperlink(sheet.id, row, column));
        if (value === null && formula === null && Object.keys(style).length === 0) return;
        const quotePrefix = formula === null && typeof value === 'string' && readsAsEntry(value);
        const whole = { ...style, numberFormat, ...(quotePrefix ? { quotePrefix } : {}) };
        cells.push({ row, column, value, formula, style: whole, ...(target ? { link: target } : {}) });
      }),
    );
    for (let column = 0; column <= used.right; column += 1) {
      widths.push(Math.max(1, (model.columnWidth(sheet.id, column) - COLUMN_PADDING) / DIGIT_PIXELS));
    }
  }
  const own = model.names().find((name) => name.name === GENERATED_NAME && name.sheet === sheet.id);
  const generated = own?.formula.replace(/^="?|"$/g, '');
  return {
    name: sheet.name,
    cells,
    widths,
    hiddenColumns: widths.flatMap((_, column) => (model.isColumnHidden(sheet.id, column) ? [column] : [])),
    merges: model.merges(sheet.id),
    frozen: model.frozen(sheet.id),
    tabColor: sheet.tabColor,
    visibility: sheet.visibility,
    position,
    ...setup,
    ...(generated === undefined ? {} : { generated }),
  };
}

/** `'表三'!C7` or `表三!$C$7` → the cell; `null` for anything else. */
export function linkTarget(link: ModelHyperlink | null): NewCell['link'] | null {
  const match = /^#?(?:'((?:[^']|'')+)'|([^'!]+))!([^:]+)/.exec(link?.documentReference ?? '');
  const place = match ? parseAddress(match[3] ?? '') : null;
  return match && place ? { sheet: (match[1]?.replace(/''/g, "'") ?? match[2]) || '', ...place } : null;
}

/** By namespace, as the file keeps one part for each; parts of others that nobody touched are left alone. */
function customXmlChanges(model: WorkbookModel, opened: PresentedWorkbook): WorkbookChanges {
  const before = new Map(opened.customXml.map((part) => [part.namespace, part.xml]));
  const after = new Map([...model.customXml().values()].map((xml) => [rootNamespace(xml), xml]));
  const customXml = [
    ...[...after].filter(([namespace, xml]) => before.get(namespace) !== xml).map(([namespace, xml]) => ({ namespace, xml })),
    ...[...before.keys()].filter((namespace) => !after.has(namespace)).map((namespace) => ({ namespace, xml: null })),
  ];
  return customXml.length > 0 ? { customXml } : {};
}
