/**
 * What answers the add-in in Excel's place? One host for one open workbook: it runs batches one after another, logs them,
 * delivers events, keeps settings, and calls the ribbon's functions in the add-in's page. Transports (Node bridge, iframe)
 * only carry its messages.
 */
import type { WorkbookModel } from '../model';
import { runBatch } from './batch';
import { Handle } from './binding';
import { HostError, OFFICE_ERRORS, type ErrorCode } from './errors';
import { EventQueue, nextTurn, WORKBOOK_TARGET } from './events';
import { localAddress } from './excel/address';
import { ExcelDocument } from './excel/document';
import { excelBindings, WORKBOOK } from './excel/workbook';
import type { Gaps } from './gaps';
import { Interpreter } from './interpreter';
import type { OfficeMetadata } from './metadata';
import { FileCopies } from './fileCopies';
import { profileOf, requirementMatrix, type Profile, type ProfileName } from './profiles';
import {
  ACTION_CATEGORY,
  ACTION_MESSAGE,
  DispatchId,
  RequestFlag,
  type BatchRequest,
  type BatchResponse,
  type EventEntry,
} from './protocol';
import { Dialogs } from './dialogs';
import type { ThemeName } from './themes';
import { OfficeShell, SERVICE_TARGETS, serviceBindings, setPaneState } from './services';

export interface HostOptions {
  readonly metadata: OfficeMetadata;
  readonly profile?: ProfileName;
  /** Office's White unless given. */
  readonly theme?: ThemeName;
  readonly fileName?: string;
  readonly userName?: string;
  /** The workbook as a file, as it would be saved now; absent: it cannot be handed out. */
  readonly file?: () => Uint8Array;
  /** BCP 47 tag for Office's own texts and number formats. */
  readonly locale?: string;
}

/** One line of the batch log. */
export interface BatchRecord {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly write: boolean;
  readonly undoable: boolean;
}

/** A batch's outcome: an answer, or the number of an Office error that failed it whole. */
export type BatchOutcome = { readonly body: BatchResponse } | { readonly officeError: number };

export interface DispatchReply {
  /** 0, or an Office error number. */
  readonly status: number;
  readonly payload: unknown;
}

export interface HostMessages {
  /** Events of the rich API and invoked actions. */
  readonly entries: (entries: readonly EventEntry[]) => void;
  readonly selectionChanged: () => void;
  /** Runs a ribbon function in the page; the page answers with `CommandCompleted`. */
  readonly invokeCommand: (id: string, functionName: string, controlId: string) => void;
}

interface PendingCommand {
  readonly functionName: string;
  readonly page: HostMessages;
  readonly settle: (problem: string | null) => void;
}

export class OfficeHost {
  readonly profile: Profile;
  readonly locale: string;
  private playedTheme: ThemeName;
  private readonly themeListeners = new Set<() => void>();
  readonly document: ExcelDocument;
  private readonly copies: FileCopies;
  readonly shell = new OfficeShell();
  readonly dialogs = new Dialogs();
  readonly gaps: Gaps;
  readonly log: BatchRecord[] = [];
  /** Errors that are the host's own faults. */
  readonly faults: unknown[] = [];
  /** May refuse any member (`Comment.delete()` arrives as `Comment.delete`) before it runs; for tests. */
  intercept: ((member: string) => HostError | null) | null = null;
  private readonly events: EventQueue;
  private readonly interpreter: Interpreter;
  private readonly pages = new Set<HostMessages>();
  private readonly commands = new Map<string, PendingCommand>();
  private readonly failures: number[] = [];
  private readonly stopFollowing: () => void;
  private last: Promise<unknown> = Promise.resolve();
  private nextCommand = 1;

  constructor(
    readonly model: WorkbookModel,
    readonly options: HostOptions,
  ) {
    this.profile = profileOf(options.profile ?? '365');
    this.locale = options.locale ?? 'zh-CN';
    this.playedTheme = options.theme ?? 'white';
    this.events = new EventQueue(model, localAddress);
    this.copies = new FileCopies(options.file ?? null);
    const names = { fileName: options.fileName ?? '工作簿1.xlsx', userName: options.userName ?? '用户' };
    this.document = new ExcelDocument(model, this.events, names, () => this.interpreter.gaps);
    this.stopFollowing = model.subscribe((event) => this.document.follow(event));
    this.interpreter = new Interpreter({
      metadata: options.metadata,
      bindings: { ...excelBindings(this.document), ...serviceBindings(this.shell, this.events) },
      sets: this.profile.sets,
      root: new Handle('Workbook', WORKBOOK),
      services: SERVICE_TARGETS,
      onRegister: (handle, register, on) => this.register(handle, register, on),
      intercept: (member) => this.intercept?.(member) ?? null,
    });
    this.gaps = this.interpreter.gaps;
    this.events.subscribe({
      entries: (entries) => this.pages.forEach((page) => page.entries(entries)),
      selectionChanged: () => this.pages.forEach((page) => page.selectionChanged()),
    });
  }

  get theme(): ThemeName {
    return this.playedTheme;
  }

  /** As a user changes Office's theme while the add-in is open: Excel raises no event, the page reads it when it looks again. */
  setTheme(theme: ThemeName): void {
    this.playedTheme = theme;
    for (const listener of this.themeListeners) listener();
  }

  /** Returns the function that ends it. */
  onTheme(listener: () => void): () => void {
    this.themeListeners.add(listener);
    return () => this.themeListeners.delete(listener);
  }

  /** Lets go of the model; the host must not be used afterwards. */
  dispose(): void {
    this.events.dispose();
    this.stopFollowing();
    this.pages.clear();
  }

  /** Sums over the batch log. */
  get counts(): { readonly syncs: number; readonly actions: number; readonly bytes: number } {
    return this.log.reduce(
      (sum, record) => ({
        syncs: sum.syncs + 1,
        actions: sum.actions + record.actions,
        bytes: sum.bytes + record.requestBytes + record.responseBytes,
      }),
      { syncs: 0, actions: 0, bytes: 0 },
    );
  }

  get requirementMatrix(): string {
    return requirementMatrix(this.profile);
  }

  /** Event handlers that add-ins hold at the moment. */
  get registrations(): number {
    return this.events.registrations;
  }

  /** Objects that add-ins keep across batches at the moment. */
  get keptReferences(): number {
    return this.interpreter.keptReferences;
  }

  /** Connects a page; returns the function that disconnects it. What a page that goes had registered or kept goes with it. */
  connect(page: HostMessages): () => void {
    this.pages.add(page);
    return () => {
      this.pages.delete(page);
      for (const [id, command] of this.commands) {
        if (command.page !== page) continue;
        this.commands.delete(id);
        command.settle(`The add-in's page went away while ${command.functionName} ran.`);
      }
      if (this.pages.size > 0) return;
      this.events.forgetRegistrations();
      this.interpreter.forgetReferences();
    };
  }

  /** Has the add-in hear of these changes of the model as those of another person who has the workbook open. */
  asCoauthor(change: () => void): void {
    this.events.asCoauthor(change);
  }

  /** Makes the next batch fail whole, with an Office error number such as 5102 (too many requests). */
  failNextBatch(officeError: number): void {
    this.failures.push(officeError);
  }

  /** Makes the n-th use (1 at first) of a member fail, e.g. `failMember('CommentCollection.add', 'AccessDenied', 3)`. */
  failMember(member: string, code: ErrorCode, use = 1): void {
    let uses = 0;
    const before = this.intercept;
    this.intercept = (used) => (used === member && ++uses === use ? new HostError(code, member) : (before?.(used) ?? null));
  }

  /** One batch of the rich API, after those that came before it. Never answers in a microtask. */
  batch(body: string | BatchRequest, flags = 0): Promise<BatchOutcome> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const run = this.last.then(() => new Promise<void>((resolve) => nextTurn(resolve))).then(() => this.runBatch(text, flags));
    this.last = run.catch(() => undefined);
    return run;
  }

  private async runBatch(text: string, flags: number): Promise<BatchOutcome> {
    const failure = this.failures.shift();
    if (failure !== undefined) return { officeError: failure };
    if (this.document.readOnly && (flags & RequestFlag.Write) !== 0) return { officeError: ACCESS_DENIED };
    const requestBytes = utf8Length(text);
    const limit = this.profile.payloadLimit;
    if (limit !== null && requestBytes > limit) return { officeError: 5103 };
    const started = performance.now();
    const request = JSON.parse(text) as BatchRequest;
    this.events.hold();
    try {
      const response = await runBatch(this.interpreter, request, {
        beforeRead: () => this.settle(),
        onFault: (error) => this.faults.push(error),
      });
      if ((flags & RequestFlag.Write) !== 0) await this.settle();
      const responseBytes = utf8Length(JSON.stringify(response));
      this.log.push({
        actions: request.Actions.length,
        requestBytes,
        responseBytes,
        milliseconds: performance.now() - started,
        error: response.Error?.Code ?? null,
        write: (flags & RequestFlag.Write) !== 0,
        undoable: (flags & RequestFlag.Undoable) !== 0,
      });
      if (limit !== null && responseBytes > limit) return { officeError: 5104 };
      return { body: response };
    } finally {
      this.events.release();
    }
  }

  private async settle(): Promise<void> {
    this.document.conditionalFormats.commit();
    await this.model.settle();
  }

  /** The common API's dispatch, as `window.external.Execute` calls it. */
  async dispatch(id: number, args: readonly unknown[]): Promise<DispatchReply> {
    switch (id) {
      case DispatchId.ExecuteRichApi: {
        const outcome = await this.batch(String(args[4]), Number(args[6] ?? 0));
        if ('officeError' in outcome) return { status: outcome.officeError, payload: null };
        return { status: 0, payload: [200, [], JSON.stringify(outcome.body)] };
      }
      case DispatchId.CommandCompleted: {
        const key = String(args[0]);
        const command = this.commands.get(key);
        this.commands.delete(key);
        command?.settle(args[1] === 0 ? null : `The add-in could not run ${command.functionName} (Office error ${String(args[1])}).`);
        return { status: 0, payload: null };
      }
      case DispatchId.LoadSettings:
        return { status: 0, payload: Object.entries(this.serializedSettings()) };
      case DispatchId.GetDocumentCopy:
      case DispatchId.GetDocumentCopyChunk:
      case DispatchId.ReleaseDocumentCopy: {
        const reply = this.copies.dispatch(id, args);
        if (reply !== null) return reply;
        return { status: 5001, payload: this.gaps.raise(`Office dispatch ${id}`).message };
      }
      default:
        return { status: 5001, payload: this.gaps.raise(`Office dispatch ${id}`).message };
    }
  }

  /** Settings as office.js keeps them: each value as JSON text. */
  serializedSettings(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.document.settings].map(([key, value]) => [key, JSON.stringify(value)]));
  }

  /** Takes the whole set of settings that a page saved. */
  saveSettings(serialized: Readonly<Record<string, string>>): void {
    this.document.settings.clear();
    for (const [key, value] of Object.entries(serialized)) this.document.settings.set(key, JSON.parse(value));
  }

  /**
   * Presses a ribbon button whose action is ExecuteFunction: runs the function in the add-in's page. Resolves when it calls
   * `event.completed()`; rejects when no page is connected, when the page has no such function, or when it goes away.
   */
  invokeFunction(functionName: string, controlId: string): Promise<void> {
    const [page] = this.pages;
    if (!page) return Promise.reject(new Error(`No add-in page is connected that could run ${functionName}.`));
    const id = `command-${this.nextCommand++}`;
    return new Promise((resolve, reject) => {
      const settle = (problem: string | null): void => (problem === null ? resolve() : reject(new Error(problem)));
      this.commands.set(id, { functionName, page, settle });
      page.invokeCommand(id, functionName, controlId);
    });
  }

  /** Functions that were invoked and have not completed yet. */
  get runningFunctions(): readonly string[] {
    return [...this.commands.values()].map((command) => command.functionName);
  }

  /** Shows or hides the pane, as a person does; the add-in hears of it by `Office.addin.onVisibilityModeChanged`. */
  setPaneVisible(visible: boolean): void {
    setPaneState(this.shell, this.events, visible ? 'Visible' : 'Hidden');
  }

  /** Invokes an action of `Office.actions.associate`, as a keyboard shortcut does. */
  invokeAction(actionId: string): void {
    this.pages.forEach((page) => page.entries([[ACTION_CATEGORY, ACTION_MESSAGE, '', JSON.stringify([actionId]), '0', false]]));
  }

  private register(handle: Handle, register: string, on: boolean): void {
    const events = Object.values(this.options.metadata.types[handle.type]?.events ?? {});
    const event = events.find((candidate) => candidate.register === register);
    const known = event?.type !== undefined && event.type >= 10 && event.type <= 15;
    if (!known || event.type === undefined) throw this.gaps.raise(`${handle.type}.${register}()`);
    const target = handle.target as { readonly sheet?: string };
    this.events.register(event.type, event.target === 'object' ? (target.sheet ?? '') : WORKBOOK_TARGET, on);
  }
}

const ACCESS_DENIED = 7000;

/** Text of an Office error number, for transports that carry codes. */
export const officeErrorCode = (officeError: number): ErrorCode => OFFICE_ERRORS[officeError] ?? 'GeneralException';

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}
