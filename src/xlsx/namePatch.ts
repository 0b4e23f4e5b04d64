/** How are hidden names of the workbook's scope written into a file, and taken out again? (ECMA-376 part 1, 18.2.5) */
import type { PackageEditor } from './editor';
import { append, attributeOf, elementNamed, elementsOf, insertOrdered, rootOf, splice, without } from './markup';
import { forgetTitles } from './sheetLeftovers';
import { WORKBOOK_ORDER } from './workbookPatch';
import { storedFormula } from './formula';
import { escapeText } from './xml';

/** Names must not be there yet. Formulas with their leading `=`. */
export function addNames(editor: PackageEditor, names: readonly { readonly name: string; readonly formula: string }[]): void {
  const workbook = editor.opc.workbook;
  const xml = editor.text(workbook);
  const { prefix } = rootOf(xml);
  const content = names
    .map(({ name, formula }) => {
      const value = escapeText(storedFormula(formula));
      return `<${prefix}definedName name="${name}" hidden="1">${value}</${prefix}definedName>`;
    })
    .join('');
  const list = elementNamed(xml, rootOf(xml), 'definedNames');
  editor.setText(
    workbook,
    list
      ? append(xml, list, content)
      : insertOrdered(xml, WORKBOOK_ORDER, 'definedNames', `<${prefix}definedNames>${content}</${prefix}definedNames>`),
  );
}

export function removeNames(editor: PackageEditor, isOurs: (name: string) => boolean): void {
  const workbook = editor.opc.workbook;
  const xml = editor.text(workbook);
  const list = elementNamed(xml, rootOf(xml), 'definedNames');
  if (!list) return;
  const elements = elementsOf(xml, list);
  const ours = elements.filter(
    (element) => attributeOf(xml, element, 'localSheetId') === undefined && isOurs(attributeOf(xml, element, 'name') ?? ''),
  );
  if (ours.length === 0) return;
  const rest = splice(
    xml,
    ours.map(({ start, end }) => ({ start, end, text: '' })),
  );
  const left = elementNamed(rest, rootOf(rest), 'definedNames');
  editor.setText(workbook, left && elementsOf(rest, left).length === 0 ? without(rest, left) : rest);
  forgetTitles(editor, isOurs);
}
