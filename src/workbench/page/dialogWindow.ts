/** How does a small window of the add-in look (`Office.context.ui.displayDialogAsync`)? A page of its own in a frame, with a cross to close it. */
import { connectDialog } from '../host/frameHost';
import { DialogError, type DialogScreen, type DialogWindow } from '../host/dialogs';
import type { OfficeHost } from '../host/host';
import { closeButton, element } from './dom';

export interface DialogWords {
  /** The add-in's name, as Office shows it above its windows. */
  readonly title: string;
  readonly close: string;
}

/** Loads the window's page and answers it; returns the function that disconnects it. */
type Connect = (frame: HTMLIFrameElement, host: OfficeHost, address: string, said: (message: string) => void) => () => void;

const asDesktop: Connect = (frame, host, address, said) => {
  const disconnect = connectDialog(frame, host, said);
  frame.src = address;
  return disconnect;
};

/** `connect`: how the page reaches the host; as in desktop Excel unless given. */
export function dialogScreen(root: HTMLElement, host: OfficeHost, words: DialogWords, connect: Connect = asDesktop): DialogScreen {
  let gone: (() => void) | null = null;
  const hide = (): void => {
    gone?.();
    gone = null;
  };
  return {
    show(dialog) {
      const { origin } = new URL(dialog.address);
      // Office asks for https besides; this page's own origin is as safe as that.
      if (origin !== window.location.origin) return DialogError.ForeignAddress;
      hide();
      gone = draw(root, words, dialog, (frame) =>
        connect(frame, host, dialog.address, (message) => dialog.said(message, window.location.origin)),
      );
      return 0;
    },
    hide,
  };
}

/** Returns the function that takes it away. */
function draw(
  root: HTMLElement,
  { title, close }: DialogWords,
  dialog: DialogWindow,
  connected: (frame: HTMLIFrameElement) => () => void,
): () => void {
  const frame = element('iframe', { class: 'dialog-frame', title });
  const box = element('section', {
    class: 'dialog',
    attributes: { role: 'dialog', 'aria-label': title },
    children: [
      element('header', {
        class: 'dialog-header',
        children: [element('span', { text: title }), closeButton('dialog-close', close, () => dialog.closed())],
      }),
      frame,
    ],
  });
  const part = (percent: number, whole: number): string => `${Math.round((whole * percent) / 100)}px`;
  box.style.width = part(dialog.width, window.screen.availWidth);
  box.style.height = part(dialog.height, window.screen.availHeight);
  const focused = document.activeElement;
  const disconnect = connected(frame);
  root.append(box);
  return () => {
    disconnect();
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
  };
}
