/** Which question this file answers: where does this computer keep what the user wants for all his workbooks: settings, and the pane's appearance? */
import { exportSettings, importSettings, type Preferences } from '../core/settings';
import type { DefaultsStore } from '../commands/preferences';
import type { Scheme } from './colours';

const SETTINGS_KEY = 'gouji.settings';
const SCHEME_KEY = 'gouji.scheme';

/** Just what is needed of localStorage, so that tests can hand in their own. */
export interface KeyStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A browser may refuse to keep anything; then everything is as the product has it. `prefix` keeps add-ins of one origin apart. */
export class UserDefaults implements DefaultsStore {
  constructor(
    private readonly store: KeyStore | null,
    private readonly prefix = '',
  ) {}

  read(): Preferences {
    const text = this.get(SETTINGS_KEY);
    if (text === null) return {};
    const read = importSettings(text);
    return 'preferences' in read ? read.preferences : {};
  }

  write(preferences: Preferences): boolean {
    return this.set(SETTINGS_KEY, Object.keys(preferences).length === 0 ? null : exportSettings(preferences));
  }

  /** `null`: as Office has it. */
  readScheme(): Scheme | null {
    const scheme = this.get(SCHEME_KEY);
    return scheme === 'light' || scheme === 'dark' ? scheme : null;
  }

  writeScheme(scheme: Scheme | null): boolean {
    return this.set(SCHEME_KEY, scheme);
  }

  private get(key: string): string | null {
    try {
      return this.store?.getItem(this.prefix + key) ?? null;
    } catch {
      return null;
    }
  }

  private set(key: string, value: string | null): boolean {
    if (this.store === null) return false;
    try {
      if (value === null) this.store.removeItem(this.prefix + key);
      else this.store.setItem(this.prefix + key, value);
      return true;
    } catch {
      return false;
    }
  }
}

/** localStorage; `null` where the browser forbids even to name it. */
export function browserStore(): KeyStore | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
