/**
 * How does Excel on the web talk to an add-in's frame? By JSON messages between windows, both on https: the frame's address
 * carries what office.js needs to begin, everything else is asked for. The workbench itself uses `frameHost`; this transport
 * lets the same tests meet the web's client file, its sandbox and its limits.
 */
import type { OfficeHost } from './host';
import { linkPage } from './pageLink';
import { DispatchId, OfficeEventId } from './protocol';

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
const INVOKE = 0;
const REGISTER = 1;
/** `_responseType` of an event. */
const FORWARDED = 1;
const NO_SUCH_METHOD = -2;

const EVENT_NAMES: Readonly<Record<string, OfficeEventId>> = {
  richApiMessage: OfficeEventId.RichApiMessage,
  appCommandInvoked: OfficeEventId.CommandInvoked,
  documentSelectionChanged: OfficeEventId.SelectionChanged,
  settingsChanged: OfficeEventId.SettingsChanged,
};

/** Loads the add-in's page, given by its https address, into the frame and serves it. Returns the function that disconnects it. */
export function connectWebPane(frame: HTMLIFrameElement, host: OfficeHost, address: string): () => void {
  const pane = new URL(address, window.location.href);
  const conversation = crypto.randomUUID();
  const own = window.location.origin + window.location.pathname;

  const send = (message: Readonly<Record<string, unknown>>): void =>
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
      pane.origin,
    );
  const link = linkPage(host, (event, payload) => {
    const name = Object.entries(EVENT_NAMES).find(([, id]) => id === event)?.[0];
    const data = event === OfficeEventId.RichApiMessage ? { ArrayData: payload } : event === OfficeEventId.CommandInvoked ? payload : {};
    send({ _actionName: name, _responseType: FORWARDED, _correlationId: 0, _data: data });
  });

  const received = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== pane.origin || typeof event.data !== 'string') return;
    const message = parse(event.data);
    if (!message || message._messageType !== REQUEST) return;
    const reply = (data: unknown, errorCode = 0): void =>
      send({ _actionName: message._actionName, _correlationId: message._correlationId, _data: data, _errorCode: errorCode });
    if (message._actionType === INVOKE || message._actionType === undefined) {
      void invoke(host, message, conversation).then((answer) =>
        reply(answer === undefined ? null : answer, answer === undefined ? NO_SUCH_METHOD : 0),
      );
      return;
    }
    const id = EVENT_NAMES[message._actionName] ?? 0;
    if (message._actionType === REGISTER) reply({ Error: link.register(id) });
    else {
      link.unregister(id);
      reply({ Error: 0 });
    }
  };
  window.addEventListener('message', received);

  const hostInfo = `Excel$Web$16.00$${host.locale}$telemetry$$disableLogging$1`;
  pane.searchParams.set('_host_Info', hostInfo);
  pane.hash = `&_xdm_Info=${conversation}|pane|${encodeURIComponent(own)}&_serializer_version=1`;
  frame.src = pane.href;
  return () => {
    window.removeEventListener('message', received);
    link.disconnect();
  };
}

function parse(text: string): WebMessage | null {
  try {
    return JSON.parse(text) as WebMessage;
  } catch {
    return null;
  }
}

/** The answer to an invoked method; undefined when there is no such method. */
async function invoke(host: OfficeHost, message: WebMessage, conversation: string): Promise<unknown> {
  switch (message._actionName) {
    case 'ContextActivationManager_getAppContextAsync':
      return appContext(host, conversation);
    case 'ContextActivationManager_notifyHost':
      return null;
    case 'executeMethod':
      return execute(host, message._data as ExecuteData);
    default:
      host.gaps.raise(`web method ${message._actionName}`);
      return undefined;
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
