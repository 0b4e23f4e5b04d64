/**
 * How does `Office.context.ui.displayDialogAsync` get its window? office.js asks for it as an event whose target is the call's arguments in
 * JSON; what the window's page says, and that it was closed, come back as that event. The page around the grid draws the window.
 */
import { NOT_SUPPORTED } from './protocol';

export interface DialogWindow {
  /** Absolute. */
  readonly address: string;
  /** In per cent of the screen. */
  readonly width: number;
  readonly height: number;
  /** To be called with what the window's page says (`messageParent`) and the origin that it was loaded from. */
  readonly said: (message: string, origin: string) => void;
  /** To be called when a person closed the window. */
  readonly closed: () => void;
}

export interface DialogScreen {
  /** Draws the window. Returns 0, or Office's number for why it does not. */
  show(dialog: DialogWindow): number;
  hide(): void;
}

/** Office's numbers (documented for `displayDialogAsync`). */
export enum DialogError {
  /** The address is not an address. */
  BadAddress = 12002,
  /** The address is not in a domain of the add-in. */
  ForeignAddress = 12004,
  AlreadyOpen = 12007,
}

/** First element of a message event: what it tells. */
const MESSAGE = 0;
const CLOSED = 12006;

type Tell = (payload: readonly unknown[]) => void;

/** At most one window at a time, as in Office. */
export class Dialogs {
  /** Set by the page that can draw windows. */
  screen: DialogScreen | null = null;
  private open: string | null = null;
  private readonly failures: number[] = [];

  /** Makes the next window fail with Office's number, e.g. 12009: the person did not allow it. */
  failNext(officeError: number): void {
    this.failures.push(officeError);
  }

  /** Returns 0, or Office's number for why there is no window. */
  request(target: string, tell: Tell): number {
    const failure = this.failures.shift();
    if (failure !== undefined) return failure;
    if (this.open !== null) return DialogError.AlreadyOpen;
    const asked = argumentsOf(target);
    if (asked === null) return DialogError.BadAddress;
    const status =
      this.screen?.show({
        ...asked,
        said: (message, origin) => {
          if (this.open === target) tell([MESSAGE, message, origin]);
        },
        closed: () => {
          if (this.open !== target) return;
          this.close(target);
          tell([CLOSED]);
        },
      }) ?? NOT_SUPPORTED;
    if (status === 0) this.open = target;
    return status;
  }

  /** Takes the window of this request away. */
  close(target: string): void {
    if (this.open !== target) return;
    this.open = null;
    this.screen?.hide();
  }
}

/** `null` for what is no call of displayDialogAsync. */
function argumentsOf(target: string): Pick<DialogWindow, 'address' | 'width' | 'height'> | null {
  try {
    const { url, width, height } = JSON.parse(target) as { readonly url?: unknown; readonly width?: unknown; readonly height?: unknown };
    if (typeof url !== 'string' || typeof width !== 'number' || typeof height !== 'number') return null;
    return { address: new URL(url).href, width, height };
  } catch {
    return null;
  }
}
