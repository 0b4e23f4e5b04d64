/** What does the add-in's manifest.xml put on the ribbon? Tabs, groups and buttons with their texts in one language. */
import type { Locale } from '../../i18n';

export type RibbonAction = { readonly type: 'function'; readonly name: string } | { readonly type: 'pane'; readonly title: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Addresses relative to the page, by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: RibbonAction;
  /** Before the add-in says otherwise. */
  readonly enabled: boolean;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonManifest {
  readonly displayName: string;
  readonly tabs: readonly RibbonTab[];
  /** What is added to the menu of a cell. */
  readonly cellMenu: readonly RibbonButton[];
}

/** Throws an `Error` that names what is missing: a manifest that Excel would not take either. */
export function parseManifest(xml: string, locale: Locale): RibbonManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.querySelector('parsererror')) throw new Error('manifest.xml is not well-formed XML');
  const root = document.documentElement;
  const resources = resourceTexts(root, locale);
  const text = (element: Element | undefined): string => {
    const id = element?.getAttribute('resid') ?? '';
    const found = resources.get(id);
    if (found === undefined) throw new Error(`manifest.xml names the resource "${id}" but does not define it`);
    return found;
  };
  return {
    displayName: localised(child(root, 'DisplayName'), locale),
    tabs: all(root, 'CustomTab').map((tab) => ({
      id: tab.getAttribute('id') ?? '',
      label: text(child(tab, 'Label')),
      groups: children(tab, 'Group').map((group) => ({
        id: group.getAttribute('id') ?? '',
        label: text(child(group, 'Label')),
        buttons: children(group, 'Control').map((control) => button(control, text)),
      })),
    })),
    cellMenu: all(root, 'OfficeMenu')
      .filter((menu) => menu.getAttribute('id') === 'ContextMenuCell')
      .flatMap((menu) => children(menu, 'Control').map((control) => button(control, text))),
  };
}

function button(control: Element, text: (element: Element | undefined) => string): RibbonButton {
  const action = child(control, 'Action');
  const kind = action?.getAttribute('xsi:type');
  const icons = all(control, 'Image').map((image) => [Number(image.getAttribute('size')), ownAddress(text(image))] as const);
  return {
    id: control.getAttribute('id') ?? '',
    label: text(child(control, 'Label')),
    tip: text(child(child(control, 'Supertip'), 'Description')),
    icons: new Map(icons),
    enabled: child(control, 'Enabled')?.textContent?.trim() !== 'false',
    action:
      kind === 'ExecuteFunction'
        ? { type: 'function', name: child(action, 'FunctionName')?.textContent?.trim() ?? '' }
        : { type: 'pane', title: text(child(action, 'Title')) },
  };
}

/** The manifest names its files where Excel will find them; the workbench has the same files beside its own page. */
function ownAddress(address: string): string {
  return new URL(address).pathname.replace(/^\//, '');
}

function resourceTexts(root: Element, locale: Locale): ReadonlyMap<string, string> {
  const entries = ['Image', 'Url', 'String'].flatMap((name) => all(root, name));
  return new Map(entries.flatMap((entry) => (entry.id ? [[entry.id, localised(entry, locale)] as const] : [])));
}

function localised(element: Element | undefined, locale: Locale): string {
  const override = element
    ? children(element, 'Override').find((candidate) => candidate.getAttribute('Locale')?.toLowerCase().startsWith(locale.toLowerCase()))
    : undefined;
  return override?.getAttribute('Value') ?? element?.getAttribute('DefaultValue') ?? '';
}

function children(element: Element, name: string): readonly Element[] {
  return [...element.children].filter((candidate) => candidate.localName === name);
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element ? children(element, name)[0] : undefined;
}

function all(element: Element, name: string): readonly Element[] {
  return [...element.getElementsByTagNameNS('*', name)];
}
