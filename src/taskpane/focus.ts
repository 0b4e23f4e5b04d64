/** Which question this file answers: where does the keyboard go on when what had the focus is gone? */

/** To the heading of what is shown: it says where one is, and the next Tab goes into it. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
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
