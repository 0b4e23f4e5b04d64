/** Gouji's marks, notes and sheets in a file: written so that a second run replaces the first, and taken off without a trace. */
import {
  GENERATED_SHEETS,
  type CellAnnotation,
  type GeneratedSheet,
  type Highlight,
  type Mark,
  type SheetMaker,
} from '../core/spreadsheet';
import { addressOf } from '../core/workbook';
import { planMarks } from '../present/markPlan';
import { GENERATED_NAME, isOurName, isOurText, MARK_BORDERS, MARK_FILLS, markOfFormula, NOTE_AUTHOR } from '../present/marks';
import { freeSheetName } from '../present/sheetName';
import { SETTINGS_NAMESPACE } from '../core/settings';
import type { NewSheet } from './newSheet';
import { openPackage, readWorkbookPart } from './package';
import { patchXlsx, type MarkChange, type WorkbookChanges } from './patch';
import { readXlsx } from './read';
import { sheetOfPlan } from './planSheet';

interface OwnSheet {
  readonly name: string;
  readonly which: GeneratedSheet;
}

/** The sheets that carry Gouji's own name, and the names of all. */
function sheetsOf(bytes: Uint8Array): { readonly generated: readonly OwnSheet[]; readonly all: readonly string[] } {
  const { sheets, names } = readWorkbookPart(openPackage(bytes));
  const generated = sheets.flatMap(({ name }, index): OwnSheet[] => {
    const own = names.find((each) => each.name === GENERATED_NAME && each.sheet === index);
    // The name of an earlier version only said that the sheet is ours.
    const which = GENERATED_SHEETS.find((each) => own?.formula === `"${each}"`) ?? 'discrepancies';
    return own === undefined ? [] : [{ name, which }];
  });
  return { generated, all: sheets.map(({ name }) => name) };
}

function clearing(generated: readonly OwnSheet[]): WorkbookChanges {
  return {
    removeMarks: (formula) => markOfFormula(formula) !== null,
    removeNames: isOurName,
    removeNotes: NOTE_AUTHOR,
    removeTexts: isOurText,
    removeSheets: generated.map(({ name }) => name),
    withoutTraces: true,
  };
}

export type SheetMakers = Readonly<Partial<Record<GeneratedSheet, SheetMaker>>>;

/** What the sheet of an earlier run holds by now; `null` when there is none. */
function textsOf(bytes: Uint8Array, generated: readonly OwnSheet[], which: GeneratedSheet): readonly (readonly string[])[] | null {
  const own = generated.find((sheet) => sheet.which === which);
  const sheet = own && readXlsx(bytes).sheets.find(({ name }) => name === own.name);
  if (!sheet) return null;
  return sheet.rows.map((row) =>
    Array.from(row ?? [], (cell) => cell?.text ?? (cell?.value === undefined ? '' : String(cell.value ?? ''))),
  );
}

/**
 * Marks and notes the cells and writes the sheets, in the place of everything Gouji wrote before. Cells' content, styles,
 * notes and conditional formats of the user stay. Throws `FileError` when an annotation names a sheet that is not there.
 */
export function annotateXlsx(bytes: Uint8Array, annotations: readonly CellAnnotation[], sheets: SheetMakers): Uint8Array {
  const { generated, all } = sheetsOf(bytes);
  const taken = all.filter((name) => !generated.some((own) => own.name === name));
  const addSheets = GENERATED_SHEETS.flatMap((which) => sheets[which]?.(textsOf(bytes, generated, which)) ?? []).map((plan): NewSheet => {
    const name = freeSheetName(plan.name, taken);
    taken.push(name);
    return { ...sheetOfPlan(plan), name };
  });
  const { names, rules } = planMarks(annotations);
  return patchXlsx(bytes, {
    ...clearing(generated),
    addNames: names,
    marks: rules.flatMap(({ sheet, mark, highlight, formula, cells }) =>
      cells.map((cell) => ({ sheet, address: addressOf(cell), formula, ...lookOf(mark, highlight) })),
    ),
    notes: annotations.flatMap(({ cell, comment }) =>
      comment === null ? [] : [{ sheet: cell.sheet, address: addressOf(cell), author: NOTE_AUTHOR, text: comment }],
    ),
    addSheets,
  });
}

function lookOf(mark: Mark, highlight: Highlight): Pick<MarkChange, 'fill' | 'fontColor' | 'border'> {
  return highlight === 'border' ? { fill: null, border: MARK_BORDERS[mark] } : MARK_FILLS[mark];
}

/** Takes off every mark, note and sheet of Gouji's; what the user wrote stays. */
export function clearXlsx(bytes: Uint8Array): Uint8Array {
  return patchXlsx(bytes, clearing(sheetsOf(bytes).generated));
}

/**
 * 导出公开稿: the file with nothing of Gouji's left: marks, their names, notes, sheets and settings. What the user wrote stays, in the same
 * bytes. Throws `FileError` when the file cannot be read.
 */
export function publicCopy(bytes: Uint8Array): Uint8Array {
  return patchXlsx(bytes, { ...clearing(sheetsOf(bytes).generated), customXml: [{ namespace: SETTINGS_NAMESPACE, xml: null }] });
}
