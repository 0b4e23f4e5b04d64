/**
 * What do the pane's frame and the page around it tell each other? Boot data, which office.js needs at once, lie in an
 * attribute of the frame's element: only a page of the same origin can read it, it belongs to that one frame, and nothing
 * global is left behind. Everything else goes through a MessagePort that the frame hands over in its greeting.
 */

import type { ThemeName } from './themes';

export const BOOT_ATTRIBUTE = 'data-office-boot';
/** The greeting; it carries the port. */
export const HELLO = 'gouji-pane-hello';

export interface PaneBoot {
  /** As desktop Excel gives it: application, platform, version, language and flags, separated by `$`. */
  readonly hostInfo: string;
  readonly requirementMatrix: string;
  readonly version: string;
  readonly locale: string;
  readonly documentUrl: string;
  /** New for every boot: office.js keeps settings in the session storage under it. */
  readonly instanceId: string;
  readonly addInId: string;
  readonly theme: ThemeName;
  /** Values as JSON text. */
  readonly settings: Readonly<Record<string, string>>;
}

/** From the frame. `call` is answered by a reply of that number. */
export type PaneMessage =
  | { readonly kind: 'execute'; readonly call: number; readonly dispatch: number; readonly args: readonly unknown[] }
  | { readonly kind: 'register' | 'unregister'; readonly call: number; readonly event: number; readonly target: string }
  /** A small window's page speaks to the page that opened it. */
  | { readonly kind: 'messageParent'; readonly call: number; readonly message: string }
  | { readonly kind: 'saveSettings'; readonly call: number; readonly settings: Readonly<Record<string, string>> }
  | { readonly kind: 'loadSettings'; readonly call: number };

/** To the frame. `status` 0 is success, else an Office error number. */
export type HostMessage =
  | { readonly kind: 'reply'; readonly call: number; readonly status: number; readonly payload: unknown }
  /** `target`: only for what was registered with it. */
  | { readonly kind: 'event'; readonly event: number; readonly payload: readonly unknown[]; readonly target?: string };
