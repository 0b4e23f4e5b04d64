/**
 * How is a workbook changed in place? Only the parts that a change touches are written anew; every other part, and in the
 * touched ones every other character, stays as it was.
 */
import { FileError } from '../core/file-error';
import { parseAddress, type CellValue } from '../core/workbook';
import { patchCells, type CellEdit } from './cellPatch';
import { writeCustomXml, type CustomXmlChange } from './customXmlPatch';
import { PackageEditor } from './editor';
import { addMarks, removeMarks, type MarkRule } from './markPatch';
import type { NewSheet } from './newSheet';
import { addNames, removeNames } from './namePatch';
import { eraseNotes, writeNotes } from './notePatch';
import { renameSheet } from './renamePatch';
import type { ResolvedStyle } from './style';
import { StyleBook } from './styleBook';
import { forgetPerson } from './threadPatch';
import { eraseTraces, leavingTraces } from './traces';
import { addSheet, calculateOnLoad, forgetFormulas, removeSheet, sheetNames, sheetPart } from './workbookPatch';

export interface CellChange {
  readonly sheet: string;
  /** `C7`. */
  readonly address: string;
  /** The value, or the formula's result; `null` empties the cell. Text is always text, whatever it begins with. */
  readonly value: CellValue;
  /** With its leading `=`; absent or `null` for a constant. */
  readonly formula?: string | null;
  /** What is named replaces that part of the cell's style; absent keeps the style whole. */
  readonly style?: Partial<ResolvedStyle>;
}

/** A conditional format: the cell's own style stays as it is. */
export interface MarkChange {
  readonly sheet: string;
  readonly address: string;
  /** `#RRGGBB`; `null` where only a line is drawn. */
  readonly fill: string | null;
  readonly fontColor?: string | null;
  /** `#RRGGBB` of a thin line round the cell. */
  readonly border?: string | null;
  /** With its leading `=`; by it the mark is found again. */
  readonly formula: string;
}

export interface NoteChange {
  readonly sheet: string;
  readonly address: string;
  readonly author: string;
  readonly text: string;
}

/** Sheets are named as in the file that is changed. Everything is optional; the order of work is the order given here. */
export interface WorkbookChanges {
  /** Takes off conditional formats whose formula (with `=`) answers true, on all sheets. */
  readonly removeMarks?: (formula: string) => boolean;
  /** Takes off this author's notes, and the author's text below others' notes, on all sheets. */
  readonly removeNotes?: string;
  /** Takes off names of the workbook's scope. */
  readonly removeNames?: (name: string) => boolean;
  /** With `removeNotes`: notes, threads and replies with such a text go too, whoever is named as their author; below others' notes nothing else goes. */
  readonly removeTexts?: (text: string) => boolean;
  /** Taken away with everything on them; references to them in formulas are left as they stand. */
  readonly removeSheets?: readonly string[];
  readonly cells?: readonly CellChange[];
  readonly marks?: readonly MarkChange[];
  readonly notes?: readonly NoteChange[];
  /** Hidden names of the workbook's scope. */
  readonly addNames?: readonly { readonly name: string; readonly formula: string }[];
  readonly renameSheets?: readonly { readonly sheet: string; readonly name: string }[];
  readonly addSheets?: readonly NewSheet[];
  readonly customXml?: readonly CustomXmlChange[];
  /** What the additions leave in the parts that all sheets share is noted, and what an earlier run left there is taken back first. */
  readonly withoutTraces?: boolean;
}

/**
 * The file with the changes. Throws `FileError` when the file cannot be read or a change names a sheet that is not there.
 * No change gives back the same bytes.
 */
export function patchXlsx(original: Uint8Array, changes: WorkbookChanges): Uint8Array {
  const editor = new PackageEditor(original);
  let book: StyleBook | null = null;
  const styles = (): StyleBook => (book ??= new StyleBook(editor));

  if (changes.removeMarks || changes.removeNotes !== undefined) takeOff(editor, changes);
  if (changes.removeNotes !== undefined) forgetPerson(editor, changes.removeNotes);
  if (changes.removeNames) removeNames(editor, changes.removeNames);
  for (const name of changes.removeSheets ?? []) removeSheet(editor, name);
  const add = (): void => {
    writeCells(editor, styles, changes.cells ?? []);
    writeMarks(editor, styles, changes.marks ?? []);
    for (const [[sheet, author], notes] of grouped(changes.notes ?? [], (note) => [note.sheet, note.author])) {
      writeNotes(
        editor,
        sheetPart(editor, sheet).part,
        author,
        notes.map((note) => ({ ...placeOf(note), text: note.text })),
      );
    }
    if (changes.addNames?.length) addNames(editor, changes.addNames);
    for (const { sheet, name } of changes.renameSheets ?? []) renameSheet(editor, sheet, name);
    for (const sheet of changes.addSheets ?? []) addSheet(editor, styles(), sheet);
    if (changes.addSheets?.some(({ cells }) => cells.some(({ formula }) => hasFormula(formula)))) calculateOnLoad(editor);
  };
  if (changes.withoutTraces) {
    eraseTraces(editor);
    leavingTraces(editor, add);
  } else add();
  for (const change of changes.customXml ?? []) writeCustomXml(editor, change);
  return editor.finish();
}

function hasFormula(formula: string | null | undefined): boolean {
  return formula !== undefined && formula !== null && formula !== '';
}

function placeOf({ sheet, address }: { readonly sheet: string; readonly address: string }): {
  readonly row: number;
  readonly column: number;
} {
  const place = parseAddress(address);
  if (!place) throw new Error(`Not the address of a cell: ${sheet}!${address}`);
  return place;
}

function grouped<T, const K extends readonly string[]>(
  items: readonly T[],
  keyOf: (item: T) => K,
): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<string, [K, T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const id = JSON.stringify(key);
    const group = groups.get(id);
    if (group) group[1].push(item);
    else groups.set(id, [key, [item]]);
  }
  return [...groups.values()];
}

function takeOff(editor: PackageEditor, changes: WorkbookChanges): void {
  for (const name of sheetNames(editor)) {
    let part: string;
    try {
      part = sheetPart(editor, name).part;
    } catch (error) {
      // A chart sheet has neither marks nor notes.
      if (error instanceof FileError && error.id === 'files.unknownSheet') continue;
      throw error;
    }
    if (changes.removeMarks) editor.setText(part, removeMarks(editor.text(part), changes.removeMarks));
    if (changes.removeNotes !== undefined) eraseNotes(editor, part, changes.removeNotes, changes.removeTexts ?? null);
  }
}

function writeCells(editor: PackageEditor, styles: () => StyleBook, cells: readonly CellChange[]): void {
  for (const [[sheet], changes] of grouped(cells, (cell) => [cell.sheet])) {
    const { part, id } = sheetPart(editor, sheet);
    const last = new Map(changes.map((change) => [change.address.replace(/\$/g, '').toUpperCase(), change]));
    const edits = [...last.values()].map((change): CellEdit => {
      const { style } = change;
      return {
        ...placeOf(change),
        value: change.value,
        formula: hasFormula(change.formula) ? (change.formula ?? null) : null,
        style: (present) => (style === undefined ? present : styles().cellStyle(style, present)),
      };
    });
    const { xml, formulasRemoved } = patchCells(editor.text(part), edits);
    editor.setText(part, xml);
    forgetFormulas(editor, id, formulasRemoved);
  }
  if (cells.some(({ formula }) => hasFormula(formula))) calculateOnLoad(editor);
}

/** References in one rule; more make a line that is slow to read. */
const MOST_REFERENCES = 2000;

function writeMarks(editor: PackageEditor, styles: () => StyleBook, marks: readonly MarkChange[]): void {
  for (const [[sheet], changes] of grouped(marks, (mark) => [mark.sheet])) {
    const { part } = sheetPart(editor, sheet);
    const rules: MarkRule[] = [];
    for (const [[formula, ...look], same] of grouped(changes, (mark) => [
      mark.formula,
      mark.fill ?? '',
      mark.fontColor ?? '',
      mark.border ?? '',
    ])) {
      const [fill, fontColor, border] = look.map((colour) => (colour === '' ? null : colour));
      const differential = styles().differential({ fill: fill ?? null, fontColor: fontColor ?? null, border: border ?? null });
      const addresses = [...new Set(same.map(({ address }) => address.replace(/\$/g, '').toUpperCase()))];
      for (let from = 0; from < addresses.length; from += MOST_REFERENCES) {
        rules.push({ addresses: addresses.slice(from, from + MOST_REFERENCES), formula, differential });
      }
    }
    editor.setText(part, addMarks(editor.text(part), rules));
  }
}
