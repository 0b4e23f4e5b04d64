/** Which parts has the page, and where are they? Title bar, ribbon, message bar, grid, task pane, status bar. */
import { type Locale, type MessageId, translate } from '../../i18n';
import { closeButton, element } from './dom';

export type MessageKind = 'error' | 'warning' | 'info';

export interface Layout {
  readonly grid: HTMLElement;
  readonly pane: HTMLIFrameElement;
  readonly text: (id: MessageId, data?: Readonly<Record<string, string>>) => string;
  setRibbon(ribbon: HTMLElement): void;
  setFileName(name: string, changed: boolean): void;
  setPane(open: boolean): void;
  paneOpen(): boolean;
  /** Shows a sentence under the ribbon until it is closed or another takes its place. */
  say(kind: MessageKind, sentence: string): void;
  clearMessage(): void;
  setGaps(names: readonly string[]): void;
  setStatus(sentence: string): void;
}

export interface LayoutHandlers {
  readonly switchLanguage: () => void;
  /** The pane's own close button. */
  readonly closePane: () => void;
}

export function createLayout(root: HTMLElement, locale: Locale, handlers: LayoutHandlers): Layout {
  const text: Layout['text'] = (id, data) => translate(locale, id, data);
  const fileName = element('span', { class: 'file-name' });
  const ribbonPlace = element('div', { class: 'ribbon-place' });
  const message = element('div', { class: 'message', attributes: { role: 'status', 'aria-live': 'polite' } });
  const messageText = element('span', { class: 'message-text' });
  message.append(
    messageText,
    closeButton('message-close', text('workbench.dismiss'), () => (message.hidden = true)),
  );
  message.hidden = true;
  const grid = element('div', { class: 'grid' });
  const frame = element('iframe', { class: 'pane-frame', title: text('workbench.pane') });
  const pane = element('aside', {
    class: 'pane',
    attributes: { 'aria-label': text('workbench.pane') },
    children: [
      element('header', {
        class: 'pane-header',
        children: [
          element('h2', { text: text('workbench.pane') }),
          closeButton('pane-close', text('workbench.closePane'), handlers.closePane),
        ],
      }),
      frame,
    ],
  });
  const gaps = element('span', { class: 'gaps' });
  gaps.hidden = true;
  const status = element('span', { class: 'status-text' });

  root.replaceChildren(
    element('header', {
      class: 'title-bar',
      children: [
        element('img', { class: 'logo', attributes: { src: 'assets/icons/gouji-32.png', alt: '', width: '18', height: '18' } }),
        element('span', { class: 'product', text: text('workbench.product') }),
        fileName,
        element('button', {
          class: 'language',
          text: text('workbench.otherLanguage'),
          title: text('workbench.otherLanguageTip'),
          attributes: { type: 'button', lang: locale === 'en' ? 'zh-CN' : 'en' },
          on: { click: handlers.switchLanguage },
        }),
      ],
    }),
    ribbonPlace,
    message,
    element('main', { class: 'work', children: [grid, pane] }),
    element('footer', {
      class: 'status-bar',
      children: [status, gaps, element('span', { class: 'privacy', text: text('workbench.privacy'), title: text('workbench.privacyTip') })],
    }),
    element('div', { class: 'drop-hint', children: [element('p', { text: text('workbench.dropHere') })] }),
  );
  document.title = text('workbench.title');

  return {
    grid,
    pane: frame,
    text,
    setRibbon: (ribbon) => ribbonPlace.replaceChildren(ribbon),
    setFileName(name, changed) {
      fileName.textContent = changed ? `${name} ${text('workbench.unsaved')}` : name;
      document.title = `${name} - ${text('workbench.title')}`;
    },
    // Out of the layout, yet alive: the ribbon's functions run in the pane's page whether it is seen or not.
    setPane: (open) => pane.classList.toggle('closed', !open),
    paneOpen: () => !pane.classList.contains('closed'),
    say(kind, sentence) {
      message.className = `message ${kind}`;
      message.setAttribute('role', kind === 'error' ? 'alert' : 'status');
      messageText.textContent = sentence;
      message.hidden = false;
    },
    clearMessage() {
      message.hidden = true;
    },
    setGaps(names) {
      gaps.hidden = names.length === 0;
      gaps.textContent = text('workbench.gaps', { count: String(names.length), names: names.join(', ') });
    },
    setStatus: (sentence) => (status.textContent = sentence),
  };
}
