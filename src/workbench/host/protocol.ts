/**
 * Which shapes travel between office.js and its host? The rich API's wire format: a batch of actions on objects that are
 * named by paths, and the results. Found out by reading the requests of the real client; names are the client's own.
 */

export enum ObjectPathType {
  GlobalObject = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  NullObject = 7,
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  EnsureUnchanged = 8,
  Update = 9,
  QueryAsJson = 7,
  RecursiveQuery = 6,
}

/** Arguments, and beside them, in the same shape, the ids of the object paths that stand for objects (0: a literal). */
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: ObjectPathType;
  /** Member name as the host knows it (PascalCase), or the reference id. */
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: ActionType;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface BatchRequest {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string | null;
  readonly ActionIndex: number;
}

export interface BatchResponse {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

/** Bits of the flags that come with a batch. */
export enum RequestFlag {
  Write = 1,
  Concurrent = 4,
  Undoable = 16,
  DelayForCellEdit = 64,
}

/** Dispatch ids of Office's common API, as `window.external.Execute` gets them. */
export enum DispatchId {
  GetSelectedData = 64,
  LoadSettings = 75,
  SaveSettings = 76,
  GetDocumentCopy = 77,
  GetDocumentCopyChunk = 80,
  ReleaseDocumentCopy = 81,
  ExecuteRichApi = 93,
  CommandCompleted = 94,
  MessageParent = 144,
}

/** Event ids of Office's common API. */
export enum OfficeEventId {
  SettingsChanged = 1,
  SelectionChanged = 2,
  DialogMessage = 10,
  RichApiMessage = 33,
  CommandInvoked = 39,
}

/** Office's number for what the host does not support. */
export const NOT_SUPPORTED = 5000;

/** One entry of a rich API message: category, type, target id, JSON of the arguments, id, whether it came from a co-author. */
export type EventEntry = readonly [number, number, string, string, string, boolean];
export const EVENT_CATEGORY = 65536;
/** Category and type of a message that invokes an action of `Office.actions.associate`. */
export const ACTION_CATEGORY = 2;
export const ACTION_MESSAGE = 1000;
