/** How does the menu of a cell look: the entries that the manifest adds to Excel's own, at the pointer or at the selected cell. */
import type { UniverWorkbookModel } from '../univer/univerModel';
import { type HoveredCell, watchPointer } from '../univer/marks';
import { element } from './dom';
import type { RibbonButton } from './manifest';

/** Offers the entries on a right click (or the menu key) in the grid, until the returned function is called. */
export function offerContextMenu(
  grid: HTMLElement,
  model: UniverWorkbookModel,
  entries: readonly RibbonButton[],
  run: (entry: RibbonButton) => void,
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
  const close = (): void => void (menu.hidden = true);
  const items = entries.map((entry) =>
    element('button', {
      class: 'context-menu-item',
      id: entry.id,
      title: entry.tip,
      attributes: { type: 'button', role: 'menuitem' },
      on: {
        click: () => {
          close();
          run(entry);
        },
      },
      children: [
        element('img', { attributes: { src: entry.icons.get(16) ?? '', alt: '', width: '16', height: '16' } }),
        element('span', { text: entry.label }),
      ],
    }),
  );
  menu.append(...items);

  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (items.length === 0) return;
    // A right click outside the selection selects the cell, as in Excel.
    if (over !== null && !isSelected(model, over)) {
      const { sheet, row, column } = over;
      model.select(sheet, { top: row, left: column, bottom: row, right: column });
    }
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

function isSelected(model: UniverWorkbookModel, { sheet, row, column }: HoveredCell): boolean {
  const { sheet: active, range } = model.selection();
  return active === sheet && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
