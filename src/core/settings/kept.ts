/** How is what this version does not understand carried along? Reading sets it aside, writing puts it back. */
import type { XmlElement } from '../xmlTree';
import { SETTINGS_NAMESPACE, type Kept } from './model';

export function without(attributes: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

export function keptOf(attributes: Kept['attributes'], children: Kept['children']): { readonly kept?: Kept } {
  if (Object.keys(attributes).length + children.length === 0) return {};
  return { kept: { attributes, children: children.map((child) => (typeof child === 'string' ? child : rooted(child))) } };
}

/** An element that inherited another default namespace declares it itself, wherever it is written. */
function rooted(element: XmlElement): XmlElement {
  const { attributes, namespace, name } = element;
  if (name.includes(':') || namespace === SETTINGS_NAMESPACE || attributes['xmlns'] !== undefined) return element;
  return { ...element, attributes: { ...attributes, xmlns: namespace } };
}

/** An element of ours; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (XmlElement | string)[] = [],
  kept?: Kept,
): XmlElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    name,
    local: name,
    namespace: SETTINGS_NAMESPACE,
    attributes: { ...kept?.attributes, ...Object.fromEntries(given) },
    children: [...children, ...(kept?.children ?? [])],
  };
}

export function memberOf<T extends string>(values: readonly T[], text: string | undefined): T | null {
  return values.find((value) => value === text) ?? null;
}
