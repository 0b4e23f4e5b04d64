/** Which question this file answers: where does the keyboard go on when what had the focus is gone? */

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** To the heading of what is shown: it says where one is, and the next Tab goes into it. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/**
 * Keeps the keyboard in a list that is made anew while it works: findings are shown before their causes are known, and then stand elsewhere. The button
 * that had the focus gets it back when the rows change and it is there again, else one of the same cell; until then the heading has it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement>, rows: unknown): void {
  const wanted = useRef<ButtonName | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      if (frame.current?.contains(target) === true) wanted.current = nameOf(target);
      else if (!target.matches('main h1')) wanted.current = null;
    };
    // For nothing leaves who clicks beside everything or goes to the sheet, and in Chromium what is taken out of the page: that is known a moment later.
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) return;
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected) wanted.current = null;
      });
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', leave);
    };
  }, [frame]);
  // Before the page is drawn: nobody sees the focus gone.
  useLayoutEffect(() => {
    const name = wanted.current;
    const { activeElement } = document;
    if (name === null || !(activeElement === document.body || activeElement?.matches('main h1') === true)) return;
    const buttons = [...(frame.current?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
    const named = buttons.map((button) => ({ button, own: nameOf(button) }));
    const same =
      named.find(({ own }) => own.text === name.text && own.within === name.within) ??
      named.find(({ own }) => own.label !== null && own.label === name.label);
    if (same) same.button.focus({ preventScroll: true });
    else focusHeading();
  }, [frame, rows]);
}

/** By which a button is known again. */
interface ButtonName {
  /** Names its cell; plain words stand on the buttons of every finding. */
  readonly label: string | null;
  readonly text: string;
  /** Its finding, or what heads its row. */
  readonly within: string;
}

function nameOf(element: HTMLElement): ButtonName {
  const label = element.getAttribute('aria-label');
  const finding = element.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
  const heading = element.closest('[role="listitem"]')?.querySelector('h3')?.textContent;
  return { label, text: label ?? element.textContent ?? '', within: finding ?? heading ?? '' };
}

/** To the first button of the next row of the list of findings, else of the one before, else to the heading. */
export function focusAfter(within: Element): void {
  const row = within.closest('[role="listitem"]');
  const buttons = [...(row?.closest('[data-list]')?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
  const others = buttons.filter((button) => row !== null && !row.contains(button));
  const isAfter = (button: Element): boolean => ((row?.compareDocumentPosition(button) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = others.find(isAfter) ?? others.at(-1);
  if (next) next.focus({ preventScroll: true });
  else focusHeading();
}
