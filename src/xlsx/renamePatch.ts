/** What else changes when a sheet gets another name: every formula, name and link that speaks of it. */
import { FileError } from '../core/file-error';
import { quoteSheetName } from '../core/workbook';
import type { PackageEditor } from './editor';
import { attributeOf, attributeSplice, decodeEntities, elementNamed, elementsOf, rootOf, splice } from './markup';
import { changedFormulas } from './partFormulas';
import { assertSheetName, sheetNames } from './workbookPatch';
import { escapeAttribute } from './xml';

/** Texts in quotes are passed over; a sheet's name stands before `!`, quoted or not. */
const REFERENCE =
  /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|(?<![\]\p{L}\p{N}_.\\])([\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?)!/gu;

/** The formula with one sheet's new name. Both ends of a three-dimensional reference (`Sheet1:Sheet3!A1`) count. */
export function renameInFormula(formula: string, from: string, to: string): string {
  return formula.replace(REFERENCE, (whole, quoted?: string, plain?: string) => {
    const name = quoted === undefined ? plain : quoted.replace(/''/g, "'");
    if (name === undefined || name.includes(']')) return whole;
    const ends = name.split(':');
    if (!ends.some((end) => end.toLowerCase() === from.toLowerCase())) return whole;
    return `${quoteSheetName(ends.map((end) => (end.toLowerCase() === from.toLowerCase() ? to : end)).join(':'))}!`;
  });
}

const LINK_ATTRIBUTE = /(<(?:[\w.-]+:)?hyperlink\b[^>]*\slocation=)(?:"([^"]*)"|'([^']*)')/g;
const SOURCE_ATTRIBUTE = /(<(?:[\w.-]+:)?worksheetSource\b[^>]*\ssheet=)(?:"([^"]*)"|'([^']*)')/g;

export function renameSheet(editor: PackageEditor, from: string, to: string): void {
  if (from === to) return;
  const names = sheetNames(editor);
  if (!names.includes(from)) throw new FileError('files.unknownSheet', { sheet: from });
  assertSheetName(
    to,
    names.filter((name) => name !== from),
  );
  const workbook = editor.opc.workbook;
  const xml = editor.text(workbook);
  const list = elementNamed(xml, rootOf(xml), 'sheets');
  const element = list && elementsOf(xml, list).find((each) => attributeOf(xml, each, 'name') === from);
  if (element) editor.setText(workbook, splice(xml, [attributeSplice(xml, element, 'name', to)]));
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const speaking = editor
    .partNames()
    .filter((part) => part === workbook || (part.startsWith(folder) && /\/(worksheets|charts|tables|pivotCache)\/[^/]+\.xml$/.test(part)));
  for (const part of speaking) editor.setText(part, renamed(editor.text(part), from, to));
}

function renamed(xml: string, from: string, to: string): string {
  const attribute = (before: string, value: string, edit: (text: string) => string): string => {
    const decoded = decodeEntities(value);
    const next = edit(decoded);
    return `${before}"${next === decoded ? value.replace(/"/g, '&quot;') : escapeAttribute(next)}"`;
  };
  return changedFormulas(xml, (formula) => renameInFormula(formula, from, to))
    .replace(LINK_ATTRIBUTE, (_, before: string, a?: string, b?: string) =>
      attribute(before, a ?? b ?? '', (text) => renameInFormula(text, from, to)),
    )
    .replace(SOURCE_ATTRIBUTE, (_, before: string, a?: string, b?: string) =>
      attribute(before, a ?? b ?? '', (text) => (text === from ? to : text)),
    );
}
