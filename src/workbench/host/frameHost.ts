/**
 * How does a page in an iframe, the pane or a small window, reach the host? Waits for the frame's greeting, takes its port, and carries calls and
 * events between the two. A frame that is loaded again greets again and starts afresh.
 */
import type { OfficeHost } from './host';
import { linkPage } from './pageLink';
import { BOOT_ATTRIBUTE, HELLO, type HostMessage, type PaneBoot, type PaneMessage } from './paneProtocol';
import { NOT_SUPPORTED } from './protocol';

/** Only one add-in is ever open here. */
const ADD_IN = '00000000-0000-0000-0000-000000000000';

/** What office.js must know before anything is sent. The last number: the pane and the ribbon's functions share one page. */
function bootOf(host: OfficeHost, page: 'pane' | 'dialog'): string {
  const boot: PaneBoot = {
    hostInfo: `Excel$Win32$16.01$${host.locale}$telemetry$${page === 'dialog' ? 'isDialog' : ''}$disableLogging$1`,
    requirementMatrix: host.requirementMatrix,
    version: host.profile.version,
    locale: host.locale,
    documentUrl: host.document.options.fileName,
    instanceId: crypto.randomUUID(),
    addInId: ADD_IN,
    theme: host.theme,
    settings: host.serializedSettings(),
  };
  return JSON.stringify(boot);
}

/** Connects the frame to the host; set the frame's address after this. Returns the function that disconnects it. */
export function connectPane(frame: HTMLIFrameElement, host: OfficeHost): () => void {
  const prepare = (): void => frame.setAttribute(BOOT_ATTRIBUTE, bootOf(host, 'pane'));
  const stopTelling = host.onTheme(prepare);
  const hangUp = answerGreetings(frame, prepare, (port) => serve(port, host, prepare));
  return () => {
    stopTelling();
    hangUp();
  };
}

/**
 * Connects the frame of a small window likewise. Its page can speak to the page that opened it and do nothing else, as in Office, where the
 * workbook cannot be reached from there.
 */
export function connectDialog(frame: HTMLIFrameElement, host: OfficeHost, said: (message: string) => void): () => void {
  const prepare = (): void => frame.setAttribute(BOOT_ATTRIBUTE, bootOf(host, 'dialog'));
  return answerGreetings(frame, prepare, (port) => {
    port.onmessage = ({ data }) => {
      if (data.kind === 'messageParent') said(data.message);
      else host.gaps.raise(`${data.kind} in a window`);
      port.postMessage({ kind: 'reply', call: data.call, status: data.kind === 'messageParent' ? 0 : NOT_SUPPORTED, payload: null });
    };
    return () => port.close();
  });
}

/** Lays out what the frame's page needs to begin, and serves every page that greets from there, one after the other. */
function answerGreetings(frame: HTMLIFrameElement, prepare: () => void, serve: (port: HostPort) => () => void): () => void {
  let hangUp: (() => void) | null = null;
  const greeted = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (event.data !== HELLO || event.origin !== window.location.origin || event.source !== frame.contentWindow || !port) return;
    hangUp?.();
    hangUp = serve(port);
    prepare(); // for the next load
  };
  prepare();
  window.addEventListener('message', greeted);
  return () => {
    window.removeEventListener('message', greeted);
    hangUp?.();
    frame.removeAttribute(BOOT_ATTRIBUTE);
  };
}

/** The part of a MessagePort that is used. */
export interface HostPort {
  onmessage: ((event: MessageEvent<PaneMessage>) => void) | null;
  postMessage(message: HostMessage): void;
  close(): void;
}

/** Serves one loaded page until it goes. */
export function serve(port: HostPort, host: OfficeHost, settingsSaved: () => void): () => void {
  const link = linkPage(host, (event, payload, target) =>
    port.postMessage({ kind: 'event', event, payload, ...(target === undefined ? {} : { target }) }),
  );
  port.onmessage = ({ data }) => {
    const reply = (status: number, payload: unknown = null): void => port.postMessage({ kind: 'reply', call: data.call, status, payload });
    switch (data.kind) {
      case 'execute':
        void host.dispatch(data.dispatch, data.args).then(({ status, payload }) => reply(status, payload));
        return;
      case 'register':
        reply(link.register(data.event, data.target));
        return;
      case 'unregister':
        link.unregister(data.event, data.target);
        reply(0);
        return;
      case 'saveSettings':
        host.saveSettings(data.settings);
        settingsSaved();
        reply(0);
        return;
      case 'loadSettings':
        reply(0, host.serializedSettings());
        return;
      case 'messageParent':
        host.gaps.raise('messageParent in a pane');
        reply(NOT_SUPPORTED);
    }
  };
  return () => {
    link.disconnect();
    port.close();
  };
}
