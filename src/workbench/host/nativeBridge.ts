/**
 * How does office.js in Node reach the host? Through `_richApiNativeBridge`, a global that the client library reads when it
 * is evaluated: batches and events travel as JSON texts, no page and no Office start-up are needed.
 */
import { officeErrorCode, type OfficeHost } from './host';
import { EVENT_CATEGORY, OfficeEventId, type BatchRequest, type EventEntry } from './protocol';

export interface NativeBridge {
  /** Set by the client library. */
  onMessageFromHost: ((text: string) => void) | null;
  readonly sendMessageToHost: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: BatchRequest };
}

const RESPONSE = 2;
const EVENT = 3;

export function nativeBridge(host: OfficeHost): NativeBridge {
  const send = (message: unknown): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  const sendEntries = (entries: readonly EventEntry[]): void => send({ type: EVENT, controlId: '', message: { entries } });
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const request = JSON.parse(text) as BridgeRequest;
      void host.batch(request.message.body, request.flags).then((outcome) => {
        const message =
          'officeError' in outcome
            ? {
                statusCode: 500,
                headers: {},
                body: { error: { code: officeErrorCode(outcome.officeError), message: String(outcome.officeError) } },
              }
            : { statusCode: 200, headers: {}, body: JSON.stringify(outcome.body) };
        send({ id: request.id, type: RESPONSE, message });
      });
    },
  };
  host.connect({
    entries: sendEntries,
    selectionChanged: () => sendEntries([[EVENT_CATEGORY, OfficeEventId.SelectionChanged, '', '{}', '0', false]]),
    invokeCommand: () => {
      throw new Error('The Node bridge has no page that could run a ribbon function.');
    },
  });
  return bridge;
}
