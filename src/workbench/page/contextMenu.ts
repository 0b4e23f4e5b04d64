/** How does the menu of a cell look: entries at the pointer, or at the selected cell, worked by mouse and by keys. */
import { singleCell } from '../../core/workbook';
import type { UniverWorkbookModel } from '../univer/univerModel';
import { type HoveredCell, watchPointer } from '../univer/marks';
import { element } from './dom';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of a picture of 16 pixels. */
  readonly icon: string | null;
  readonly run: () => void;
}

/**
 * Offers entries on a right click (or the menu key) in the grid, until the returned function is called. `groupsFor` is asked when the menu opens,
 * with the cell under the pointer; a line stands between its groups.
 */
export function offerContextMenu(
  grid: HTMLElement,
  model: UniverWorkbookModel,
  groupsFor: (cell: HoveredCell | null) => readonly (readonly MenuEntry[])[],
): () => void {
  const menu = element('div', { class: 'context-menu', attributes: { role: 'menu' } });
  menu.hidden = true;
  document.body.append(menu);
  let over: HoveredCell | null = null;
  const stopPointer = watchPointer(
    model,
    (cell) => (over = cell),
    () => close(),
  );
  let items: readonly HTMLButtonElement[] = [];
  /** Where keys went before the menu took them. */
  let focused: Element | null = null;
  const close = (): void => {
    const held = menu.contains(document.activeElement);
    menu.hidden = true;
    if (held && focused instanceof HTMLElement) focused.focus();
  };

  const fill = (groups: readonly (readonly MenuEntry[])[]): void => {
    const shown = groups.filter((group) => group.length > 0).map((group) => group.map((entry) => itemOf(entry, close)));
    items = shown.flat();
    const line = (): HTMLElement => element('div', { class: 'context-menu-line', attributes: { role: 'separator' } });
    menu.replaceChildren(...shown.flatMap((group, i) => (i === 0 ? group : [line(), ...group])));
  };
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    // A right click outside the selection selects the cell, as in Excel.
    if (over !== null && !isSelected(model, over)) {
      const { sheet, row, column } = over;
      model.select(sheet, singleCell(row, column));
    }
    fill(groupsFor(over));
    if (items.length === 0) return;
    if (menu.hidden) focused = document.activeElement;
    menu.hidden = false;
    const { innerWidth, innerHeight } = window;
    menu.style.left = `${Math.min(event.clientX, innerWidth - menu.offsetWidth - 4)}px`;
    menu.style.top = `${Math.min(event.clientY, innerHeight - menu.offsetHeight - 4)}px`;
    items[0]?.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (menu.hidden) return;
    const at = items.findIndex((item) => item === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (step !== undefined) items[(at + step + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
  };
  const elsewhere = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close();
  };
  grid.addEventListener('contextmenu', open);
  window.addEventListener('keydown', pressed, true);
  window.addEventListener('mousedown', elsewhere, true);
  window.addEventListener('blur', close);
  return () => {
    stopPointer();
    grid.removeEventListener('contextmenu', open);
    window.removeEventListener('keydown', pressed, true);
    window.removeEventListener('mousedown', elsewhere, true);
    window.removeEventListener('blur', close);
    menu.remove();
  };
}

function itemOf({ id, label, tip, icon, run }: MenuEntry, close: () => void): HTMLButtonElement {
  return element('button', {
    class: 'context-menu-item',
    id,
    title: tip,
    attributes: { type: 'button', role: 'menuitem' },
    on: {
      click: () => {
        close();
        run();
      },
    },
    children: [
      icon === null
        ? element('span', { class: 'context-menu-icon' })
        : element('img', { class: 'context-menu-icon', attributes: { src: icon, alt: '' } }),
      element('span', { text: label }),
    ],
  });
}

function isSelected(model: UniverWorkbookModel, { sheet, row, column }: HoveredCell): boolean {
  const { sheet: active, range } = model.selection();
  return active === sheet && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
