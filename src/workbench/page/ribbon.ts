/** How the ribbon is drawn: the workbench's own 开始 tab, and the tabs of the add-in's manifest. */
import type { MessageId } from '../../i18n';
import { element, icon, ICONS } from './dom';
import type { RibbonAction, RibbonButton, RibbonManifest } from './manifest';

export interface RibbonHandlers {
  readonly text: (id: MessageId) => string;
  readonly open: () => void;
  readonly save: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly run: (action: RibbonAction, controlId: string) => void;
}

export interface Ribbon {
  readonly root: HTMLElement;
  /** Follows what the add-in said of its buttons. */
  setControl(id: string, state: { readonly enabled: boolean; readonly visible: boolean }): void;
  setBusy(id: string, busy: boolean): void;
  show(tab: string): void;
}

const HOME = 'home';

export function createRibbon(manifest: RibbonManifest, handlers: RibbonHandlers): Ribbon {
  const tabs = element('div', { class: 'ribbon-tabs', attributes: { role: 'tablist' } });
  const surface = element('div', { class: 'ribbon-surface' });
  const heads = new Map<string, HTMLElement>();
  const panels = new Map<string, HTMLElement>();
  const buttons = new Map<string, HTMLButtonElement>();

  const show = (id: string): void => {
    for (const [tab, head] of heads) head.setAttribute('aria-selected', String(tab === id));
    for (const [tab, panel] of panels) panel.hidden = tab !== id;
  };
  const addTab = (id: string, label: string, groups: readonly HTMLElement[]): void => {
    const head = element('button', {
      class: 'ribbon-tab',
      text: label,
      attributes: { role: 'tab', type: 'button' },
      on: { click: () => show(id) },
    });
    const panel = element('div', { class: 'ribbon-panel', attributes: { role: 'tabpanel', 'aria-label': label }, children: groups });
    heads.set(id, head);
    panels.set(id, panel);
    tabs.append(head);
    surface.append(panel);
  };

  addTab(HOME, handlers.text('workbench.home'), homeGroups(handlers));
  for (const tab of manifest.tabs) {
    const groups = tab.groups.map((group) =>
      ribbonGroup(
        group.label,
        group.buttons.map((button) => {
          const drawn = manifestButton(button, () => handlers.run(button.action, button.id));
          buttons.set(button.id, drawn);
          return drawn;
        }),
      ),
    );
    addTab(tab.id, tab.label, groups);
  }
  show(manifest.tabs[0]?.id ?? HOME);

  const root = element('nav', { class: 'ribbon', children: [tabs, surface] });
  // Clicks leave the focus in the grid, so that one can go on typing.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  return {
    root,
    setControl(id, { enabled, visible }) {
      const button = buttons.get(id);
      if (!button) return;
      button.disabled = !enabled;
      button.hidden = !visible;
    },
    setBusy(id, busy) {
      buttons.get(id)?.classList.toggle('busy', busy);
    },
    show,
  };
}

function homeGroups(handlers: RibbonHandlers): readonly HTMLElement[] {
  const large = (id: MessageId, tip: MessageId, drawing: string, run: () => void): HTMLButtonElement =>
    element('button', {
      class: 'ribbon-button',
      title: handlers.text(tip),
      attributes: { type: 'button' },
      on: { click: run },
      children: [icon(drawing), element('span', { class: 'ribbon-label', text: handlers.text(id) })],
    });
  return [
    ribbonGroup(handlers.text('workbench.fileGroup'), [
      large('workbench.open', 'workbench.openTip', ICONS.open, handlers.open),
      large('workbench.save', 'workbench.saveTip', ICONS.save, handlers.save),
    ]),
    ribbonGroup(handlers.text('workbench.editGroup'), [
      large('workbench.undo', 'workbench.undoTip', ICONS.undo, handlers.undo),
      large('workbench.redo', 'workbench.redoTip', ICONS.redo, handlers.redo),
    ]),
  ];
}

function ribbonGroup(label: string, buttons: readonly HTMLElement[]): HTMLElement {
  return element('div', {
    class: 'ribbon-group',
    attributes: { role: 'group', 'aria-label': label },
    children: [
      element('div', { class: 'ribbon-buttons', children: buttons }),
      element('div', { class: 'ribbon-group-label', text: label }),
    ],
  });
}

function manifestButton(button: RibbonButton, run: () => void): HTMLButtonElement {
  const small = button.icons.get(32) ?? button.icons.get(16) ?? '';
  const sharp = button.icons.get(80);
  const drawn = element('button', {
    class: 'ribbon-button',
    id: button.id,
    title: `${button.label}\n${button.tip}`,
    attributes: { type: 'button' },
    on: { click: run },
    children: [
      element('img', {
        class: 'icon',
        attributes: { src: small, alt: '', width: '32', height: '32', ...(sharp ? { srcset: `${small} 1x, ${sharp} 2.5x` } : {}) },
      }),
      element('span', { class: 'ribbon-label', text: button.label }),
    ],
  });
  drawn.disabled = !button.enabled;
  return drawn;
}
