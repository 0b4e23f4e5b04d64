/**
 * How does the pane in its iframe reach the host? Waits for the frame's greeting, takes its port, and carries calls and
 * events between the two. A frame that is loaded again greets again and starts afresh.
 */
import type { OfficeHost } from './host';
import { linkPage } from './pageLink';
import { BOOT_ATTRIBUTE, HELLO, type HostMessage, type PaneBoot, type PaneMessage } from './paneProtocol';

export interface PaneSettings {
  /** Origin that the pane is served from; the page's own unless given. */
  readonly origin?: string;
  readonly addInId?: string;
}

/** What office.js must know before anything is sent. The last number: the pane and the ribbon's functions share one page. */
export function paneBoot(host: OfficeHost, addInId: string): PaneBoot {
  return {
    hostInfo: `Excel$Win32$16.01$${host.locale}$telemetry$$disableLogging$1`,
    requirementMatrix: host.requirementMatrix,
    version: host.profile.version,
    locale: host.locale,
    documentUrl: host.document.options.fileName,
    instanceId: crypto.randomUUID(),
    addInId,
    theme: host.theme,
    settings: host.serializedSettings(),
  };
}

/** Connects the frame to the host; set the frame's address after this. Returns the function that disconnects it. */
export function connectPane(frame: HTMLIFrameElement, host: OfficeHost, settings: PaneSettings = {}): () => void {
  const origin = settings.origin ?? window.location.origin;
  const addInId = settings.addInId ?? '00000000-0000-0000-0000-000000000000';
  let hangUp: (() => void) | null = null;

  const prepare = (): void => frame.setAttribute(BOOT_ATTRIBUTE, JSON.stringify(paneBoot(host, addInId)));
  const greeted = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (event.data !== HELLO || event.origin !== origin || event.source !== frame.contentWindow || !port) return;
    hangUp?.();
    hangUp = serve(port, host, prepare);
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
  const link = linkPage(host, (event, payload) => port.postMessage({ kind: 'event', event, payload }));
  port.onmessage = ({ data }) => {
    const reply = (status: number, payload: unknown = null): void => port.postMessage({ kind: 'reply', call: data.call, status, payload });
    switch (data.kind) {
      case 'execute':
        void host.dispatch(data.dispatch, data.args).then(({ status, payload }) => reply(status, payload));
        return;
      case 'register':
        reply(link.register(data.event));
        return;
      case 'unregister':
        link.unregister(data.event);
        reply(0);
        return;
      case 'saveSettings':
        host.saveSettings(data.settings);
        settingsSaved();
        reply(0);
        return;
      case 'loadSettings':
        reply(0, host.serializedSettings());
    }
  };
  return () => {
    link.disconnect();
    port.close();
  };
}
