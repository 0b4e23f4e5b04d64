/** Which question this file answers: how does the small window after a check from the ribbon look. Numbers, language and colours from its address, nothing else. */
import { decodeDialog, dialogLook } from '../commands/resultDialog';
import { translate, type MessageId } from '../i18n';
import { counted } from '../present/counts';
import { variablesOf } from './colours';

type Choice = 'pane' | 'sheet' | 'closed';

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function show(place: HTMLElement, hash: string, choose: (choice: Choice) => void): void {
  const { locale, dark } = dialogLook(hash);
  const result = decodeDialog(hash);
  const say = (id: MessageId, data: Readonly<Record<string, number>> = {}): string =>
    translate(locale, id, Object.fromEntries(Object.entries(data).map(([key, value]) => [key, counted(value)])));
  const page = document.documentElement;
  page.lang = locale;
  page.style.colorScheme = dark ? 'dark' : 'light';
  for (const [name, value] of variablesOf(dark ? 'dark' : 'light')) page.style.setProperty(name, value);
  const open = result.errors + result.warnings;
  const title = result.tables === 0 ? say('dialog.no-tables') : open === 0 ? say('dialog.clean') : say('dialog.found', { count: open });
  const button = (choice: Choice, first = false): HTMLElement => {
    const made = element('button', say(`dialog.${choice}`));
    if (first) made.className = 'first';
    made.addEventListener('click', () => choose(choice));
    return made;
  };
  const buttons = element('div', '');
  buttons.className = 'buttons';
  buttons.append(button('pane', true), ...(result.checked > 0 ? [button('sheet')] : []), button('closed'));
  place.replaceChildren(
    element('h1', title),
    element('p', say('dialog.severities', { errors: result.errors, warnings: result.warnings, marked: result.marked })),
    element('p', say('dialog.relations', { tables: result.tables, checked: result.checked, held: result.held, rounding: result.rounding })),
    ...(result.sheetOnly ? [element('p', say('dialog.sheet-only'))] : []),
    buttons,
  );
  buttons.querySelector('button')?.focus();
}

const place = document.getElementById('result');
if (place === null) throw new Error('The page has no element for the result');
// The numbers are there at once; the buttons answer as soon as Office is ready.
show(place, location.hash, (choice) => {
  void Office.onReady().then(() => Office.context.ui.messageParent(choice));
});
void Office.onReady();
