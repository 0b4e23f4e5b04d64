/** Which keys does the add-in ask Excel for? Read from the file that the manifest names (shortcuts.json). */

export interface Shortcut {
  readonly action: string;
  /** `Ctrl+Alt+K`. */
  readonly key: string;
}

/** Entries that are no shortcuts are passed over. */
export function parseShortcuts(json: string): readonly Shortcut[] {
  const { shortcuts } = JSON.parse(json) as { readonly shortcuts?: unknown };
  if (!Array.isArray(shortcuts)) return [];
  return shortcuts.flatMap((entry: { readonly action?: unknown; readonly key?: { readonly default?: unknown } }): Shortcut[] => {
    const { action, key } = entry;
    return typeof action === 'string' && typeof key?.default === 'string' ? [{ action, key: key.default }] : [];
  });
}

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** The action whose keys these are; `null` for none. With Alt held a keyboard may type another character: the key's place counts then. */
export function actionOf(shortcuts: readonly Shortcut[], event: Keys): string | null {
  const found = shortcuts.find(({ key }) => {
    const parts = key.toLowerCase().split('+');
    const last = parts.at(-1) ?? '';
    const pressed = event.key.toLowerCase() === last || event.code.toLowerCase() === `key${last}`;
    const held = (name: string): boolean => parts.slice(0, -1).includes(name);
    return pressed && event.ctrlKey === held('ctrl') && event.altKey === held('alt') && event.shiftKey === held('shift');
  });
  return found?.action ?? null;
}
