/** Which question this file answers: where does the keyboard go on when what had the focus is gone? */

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** To the heading of what is shown: it says where one is, and the next Tab goes into it. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/**
 * Keeps the keyboard in a list that is made anew while it works: findings are shown before their causes are known, and then stand elsewhere. The button
 * that had the focus gets it back as soon as it is there again; until then the heading has it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement>, rows: unknown): void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      if (frame.current?.contains(target) === true) wanted.current = nameOf(target);
      else if (!target.matches('main h1')) wanted.current = null;
    };
    // Leaving for nothing, by a click beside everything; what is taken out of the page leaves without a word.
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget === null) wanted.current = null;
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
    const same = buttons.find((button) => nameOf(button) === name);
    if (same) same.focus({ preventScroll: true });
    else focusHeading();
  }, [frame, rows]);
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent ?? '';
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
