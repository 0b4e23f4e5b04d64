/**
 * Which of the host's events does a page get? Those it registered for; a ribbon function pressed before the page could run it
 * waits until it can. Both transports to pages use this.
 */
import type { OfficeHost } from './host';
import { OfficeEventId } from './protocol';

/** Office's number for an operation that the host does not support. */
const NOT_SUPPORTED = 5000;

export interface PageLink {
  /** Returns 0, or an Office error number for an event that the host does not have. */
  readonly register: (event: number) => number;
  readonly unregister: (event: number) => void;
  readonly disconnect: () => void;
}

export function linkPage(host: OfficeHost, post: (event: number, payload: readonly unknown[]) => void): PageLink {
  const registered = new Set<number>();
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
    register(event) {
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
    unregister: (event) => void registered.delete(event),
    disconnect,
  };
}
