/**
 * How does Excel on the web talk to an add-in's frame? By JSON messages between windows, both on https: the frame's address
 * carries what office.js needs to begin, everything else is asked for. The workbench itself uses `frameHost`; this transport
 * lets the same tests meet the web's client file, its sandbox and its limits.
 */
import type { OfficeHost } from './host';
import { linkPage } from './pageLink';
import { DispatchId, NOT_SUPPORTED, OfficeEventId } from './protocol';

/** Fields as office.js writes and reads them. */
interface WebMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType?: number;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

interface ExecuteData extends Readonly<Record<string, unknown>> {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
}

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER = 1;
const UNREGISTER = 2;
/** `_responseType` of an event. */
const FORWARDED = 1;
const NO_SUCH_METHOD = -2;

const EVENT_NAMES: Readonly<Record<string, OfficeEventId>> = {
  richApiMessage: OfficeEventId.RichApiMessage,
  appCommandInvoked: OfficeEventId.CommandInvoked,
  documentSelectionChanged: OfficeEventId.SelectionChanged,
  settingsChanged: OfficeEventId.SettingsChanged,
  dialogMessageReceived: OfficeEventId.DialogMessage,
};

/** Loads the add-in's page, given by its https address, into the frame and serves it. Returns the function that disconnects it. */
export function connectWebPane(frame: HTMLIFrameElement, host: OfficeHost, address: string): () => void {
  const page = openPage(frame, host, address, 'pane');
  const link = linkPage(host, (event, payload) => {
    const name = Object.entries(EVENT_NAMES).find(([, id]) => id === event)?.[0];
    page.send({ _actionName: name, _responseType: FORWARDED, _correlationId: 0, _data: eventData(event, payload) });
  });
  page.serve((message, reply) => {
    const { targetId } = (message._data ?? {}) as { readonly targetId?: unknown };
    const target = typeof targetId === 'string' ? targetId : '';
    const id = EVENT_NAMES[message._actionName] ?? 0;
    if (message._actionType === REGISTER) reply({ Error: link.register(id, target) });
    else if (message._actionType === UNREGISTER) {
      link.unregister(id, target);
      reply({ Error: 0 });
    } else if (message._actionName === 'executeMethod') void execute(host, message._data as ExecuteData).then((answer) => reply(answer));
    else refuse(host, message, reply);
  });
  return () => {
    page.close();
    link.disconnect();
  };
}

/**
 * Loads the page of a small window likewise (`displayInIframe`: Excel on the web draws it within its own page). It can speak to the page that
 * opened it and do nothing else.
 */
export function connectWebDialog(frame: HTMLIFrameElement, host: OfficeHost, address: string, said: (message: string) => void): () => void {
  const page = openPage(frame, host, address, 'dialog');
  page.serve((message, reply) => {
    // office.js asks for events there as in the pane; none of them ever happens to a window.
    if (message._actionType === REGISTER || message._actionType === UNREGISTER) {
      reply({ Error: NOT_SUPPORTED });
      return;
    }
    const data = message._data as ExecuteData | undefined;
    if (message._actionName !== 'executeMethod' || data?.DdaMethod.DispatchId !== DispatchId.MessageParent) {
      refuse(host, message, reply);
      return;
    }
    said(String(data['messageToParent']));
    reply({ Version: 1, Error: 0 });
  });
  return page.close;
}

type Reply = (data: unknown, errorCode?: number) => void;

interface WebPage {
  readonly send: (message: Readonly<Record<string, unknown>>) => void;
  /** Answers every request of the page from now on but the one for its context, and its notices. */
  readonly serve: (answer: (message: WebMessage, reply: Reply) => void) => void;
  readonly close: () => void;
}

/** Loads a page with what office.js needs to begin in its address, and carries messages between it and whoever serves it. */
function openPage(frame: HTMLIFrameElement, host: OfficeHost, address: string, kind: 'pane' | 'dialog'): WebPage {
  const page = new URL(address, window.location.href);
  const conversation = crypto.randomUUID();
  const own = window.location.origin + window.location.pathname;
  const send: WebPage['send'] = (message) =>
    frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: RESPONSE,
        _conversationId: conversation,
        _origin: window.location.origin,
        _errorCode: 0,
        _responseType: 0,
        _serializerVersion: 1,
        ...message,
      }),
      page.origin,
    );
  let answer: (message: WebMessage, reply: Reply) => void = () => undefined;
  const received = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== page.origin || typeof event.data !== 'string') return;
    const message = parse(event.data);
    if (!message || message._messageType !== REQUEST) return;
    const reply: Reply = (data, errorCode = 0) =>
      send({ _actionName: message._actionName, _correlationId: message._correlationId, _data: data, _errorCode: errorCode });
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') reply(appContext(host, conversation));
    else if (message._actionName === 'ContextActivationManager_notifyHost') reply(null);
    else answer(message, reply);
  };
  window.addEventListener('message', received);
  const hostInfo = `Excel$Web$16.00$${host.locale}$telemetry$${kind === 'dialog' ? 'isDialog' : ''}$disableLogging$1`;
  page.searchParams.set('_host_Info', hostInfo);
  // Behind what the page was opened with.
  page.hash = `${page.hash}&_xdm_Info=${conversation}|${kind}|${encodeURIComponent(own)}&_serializer_version=1`;
  frame.src = page.href;
  return {
    send,
    serve(answering) {
      answer = answering;
    },
    close: () => window.removeEventListener('message', received),
  };
}

/** As office.js reads it. */
function eventData(event: OfficeEventId, payload: readonly unknown[]): unknown {
  if (event === OfficeEventId.RichApiMessage) return { ArrayData: payload };
  if (event === OfficeEventId.CommandInvoked) return payload;
  if (event !== OfficeEventId.DialogMessage) return {};
  const [messageType, messageContent, messageOrigin] = payload;
  return { messageType, messageContent, messageOrigin };
}

function refuse(host: OfficeHost, { _actionName }: WebMessage, reply: Reply): void {
  host.gaps.raise(`web method ${_actionName}`);
  reply(null, NO_SUCH_METHOD);
}

function parse(text: string): WebMessage | null {
  try {
    return JSON.parse(text) as WebMessage;
  } catch {
    return null;
  }
}

async function execute(host: OfficeHost, data: ExecuteData): Promise<unknown> {
  const id = data.DdaMethod.DispatchId;
  if (id === DispatchId.SaveSettings) {
    host.saveSettings(Object.fromEntries(data.DdaSettingsMethod?.Properties ?? []));
    return { Version: 1, Error: 0 };
  }
  // Other methods number their arguments.
  const numbered = Object.keys(data).filter((key) => /^\d+$/.test(key));
  const args = id === DispatchId.ExecuteRichApi ? (data.ArrayData ?? []) : numbered.map((key) => data[key]);
  const { status, payload } = await host.dispatch(id, args);
  return { Version: 1, Error: status, Data: payload };
}

/** What office.js wants to know of its host before it is ready. */
function appContext(host: OfficeHost, instance: string): Readonly<Record<string, unknown>> {
  return {
    _id: instance,
    _appName: 16,
    _appVersion: '16.00',
    _appMinorVersion: 0,
    _appUILocale: host.locale,
    _dataLocale: host.locale,
    _docUrl: host.document.options.fileName,
    _clientMode: 0,
    _settings: Object.entries(host.serializedSettings()),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: instance,
    _appInstanceId: instance,
    _requirementMatrix: host.requirementMatrix,
    _hostFullVersion: host.profile.version,
    _appDomains: [],
    _initialDisplayMode: 2,
  };
}
