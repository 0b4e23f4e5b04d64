/**
 * Which of the host's events does a page get? Those it registered for; a ribbon function pressed before the page could run it
 * waits until it can. A window of its own is asked for like an event. Both transports to pages use this.
 */
import type { OfficeHost } from './host';
import { NOT_SUPPORTED, OfficeEventId } from './protocol';

export interface PageLink {
  /** Returns 0, or an Office error number for an event that the host does not have. */
  readonly register: (event: number, target?: string) => number;
  readonly unregister: (event: number, target?: string) => void;
  readonly disconnect: () => void;
}

/** `post` gets the target with what was registered for one alone. */
export function linkPage(host: OfficeHost, post: (event: number, payload: readonly unknown[], target?: string) => void): PageLink {
  const registered = new Set<number>();
  const windows = new Set<string>();
  let early: (readonly unknown[])[] = [];
  const send = (event: number, payload: readonly unknown[]): void => {
    if (registered.has(event)) post(event, payload);
  };
  const disconnect = host.connect({
    entries: (entries) => send(OfficeEventId.RichApiMessage, entries),
    selectionChanged: () => send(OfficeEventId.SelectionChanged, []),
    invokeCommand: (id, functionName, controlId) => {
      const payload = [id, functionName, JSON.stringify({ source: { id: controlId } })];
      if (registered.has(OfficeEventId.CommandInvoked)) send(OfficeEventId.CommandInvoked, payload);
      else early.push(payload);
    },
  });
  return {
    register(event, target = '') {
      if (event === OfficeEventId.DialogMessage) {
        windows.add(target);
        return host.dialogs.request(target, (payload) => post(event, payload, target));
      }
      if (OfficeEventId[event] === undefined) {
        host.gaps.raise(`Office event ${event}`);
        return NOT_SUPPORTED;
      }
      registered.add(event);
      if (event === OfficeEventId.CommandInvoked) {
        const waiting = early;
        early = [];
        for (const payload of waiting) send(event, payload);
      }
      return 0;
    },
    unregister(event, target = '') {
      if (event === OfficeEventId.DialogMessage) host.dialogs.close(target);
      else registered.delete(event);
    },
    disconnect() {
      for (const target of windows) host.dialogs.close(target);
      disconnect();
    },
  };
}
