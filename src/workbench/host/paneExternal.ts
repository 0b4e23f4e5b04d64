/**
 * What does desktop Excel put at `window.external` of an add-in's page? The object that office.js calls for everything:
 * host information and settings at once, execution and events through callbacks. Shapes as office.js reads them.
 */
import { DispatchId, OfficeEventId } from './protocol';
import type { HostMessage, PaneBoot, PaneMessage } from './paneProtocol';
import { THEMES, type ThemeName } from './themes';

/** Arrays of the host arrive as COM safe arrays: office.js unpacks them by `toArray()`. */
interface SafeArray {
  readonly toArray: () => readonly unknown[];
}

type ReplyCallback = (reply: SafeArray, status: number) => void;
type EventHandler = (event: number, payload: SafeArray) => void;

/** The part of a MessagePort that is used. */
export interface PanePort {
  onmessage: ((event: MessageEvent<HostMessage>) => void) | null;
  postMessage(message: PaneMessage): void;
}

type Unnumbered<M> = M extends { readonly call: number } ? Omit<M, 'call'> : never;

const safeArray = (values: readonly unknown[]): SafeArray => ({ toArray: () => values });
const nested = (value: unknown): unknown => (Array.isArray(value) ? safeArray(value.map(nested)) : value);

/** An event's payload, also readable by index, as office.js does with some. */
function eventPayload(event: number, payload: readonly unknown[]): SafeArray {
  const entries = event === OfficeEventId.RichApiMessage ? payload.map(nested) : payload;
  return Object.assign(safeArray(entries), Object.fromEntries(entries.map((value, i) => [String(i), value])));
}

/** `themeNow`: office.js asks for the theme whenever the add-in reads it. */
export function createExternal(boot: PaneBoot, port: PanePort, themeNow: () => ThemeName): Readonly<Record<string, unknown>> {
  const handlers = new Map<string, EventHandler>();
  const waiting = new Map<number, (status: number, payload: unknown) => void>();
  let settings = boot.settings;
  let nextCall = 1;

  const ask = (message: Unnumbered<PaneMessage>, answer: (status: number, payload: unknown) => void): void => {
    const call = nextCall++;
    waiting.set(call, answer);
    port.postMessage({ ...message, call } as PaneMessage);
  };
  port.onmessage = ({ data }) => {
    if (data.kind === 'reply') {
      const answer = waiting.get(data.call);
      waiting.delete(data.call);
      answer?.(data.status, data.payload);
      return;
    }
    for (const [key, handler] of handlers) {
      const wanted = data.target === undefined ? key.startsWith(`${data.event}|`) : key === `${data.event}|${data.target}`;
      if (wanted) handler(data.event, eventPayload(data.event, data.payload));
    }
  };

  const settingsObject = {
    Read(keys: string[], values: string[]) {
      for (const [key, value] of Object.entries(settings)) {
        keys.push(key);
        values.push(value);
      }
    },
    WriteAsync(keys: readonly string[], values: readonly string[], done: (status: number) => void) {
      settings = Object.fromEntries(keys.map((key, i) => [key, values[i] ?? '']));
      ask({ kind: 'saveSettings', settings }, (status) => done(status));
    },
    RefreshAsync(done: () => void) {
      ask({ kind: 'loadSettings' }, (_status, payload) => {
        settings = payload as Readonly<Record<string, string>>;
        done();
      });
    },
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => boot.addInId,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => boot.locale,
    GetAppDataLocale: () => boot.locale,
    GetDocUrl: () => boot.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => boot.instanceId,
    GetInstanceId: () => boot.instanceId,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => boot.requirementMatrix,
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => boot.version,
    GetDialogRequirementMatrix: () => undefined,
    GetFeaturesForSolution: () => '{}',
    // A task pane of a shared runtime.
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[themeNow()]),
    GetSettings: () => settingsObject,
  };
  return {
    GetHostInfo: () => boot.hostInfo,
    GetContext: () => context,
    // Without logging office.js asks for no telemetry script.
    GetLoggingAllowed: () => false,
    Execute(dispatch: number, args: readonly unknown[], callback: ReplyCallback) {
      // A rich API request comes wrapped once more.
      const inner = dispatch === DispatchId.ExecuteRichApi ? (args[0] as readonly unknown[]) : args;
      ask({ kind: 'execute', dispatch, args: inner }, (status, payload) => {
        const answer = status === 0 && dispatch !== DispatchId.ExecuteRichApi ? nested(payload) : payload;
        callback(safeArray([status, answer]), status);
      });
    },
    RegisterEvent(event: number, target: string, handler: EventHandler, callback: (status: number) => void) {
      handlers.set(`${event}|${target}`, handler);
      ask({ kind: 'register', event, target: String(target) }, (status) => {
        if (status !== 0) handlers.delete(`${event}|${target}`);
        callback(status);
      });
    },
    UnregisterEvent(event: number, target: string, callback: (status: number) => void) {
      handlers.delete(`${event}|${target}`);
      ask({ kind: 'unregister', event, target: String(target) }, (status) => callback(status));
    },
    MessageParent2(json: string) {
      const { messageToParent } = JSON.parse(json) as { readonly messageToParent?: unknown };
      ask({ kind: 'messageParent', message: String(messageToParent) }, () => undefined);
    },
  };
}
