/**
 * The workbook behind the workbench's grid, as the Office host sees it. One interface, two makers: `MemoryWorkbookModel`
 * (plain data, for fast tests) and `UniverWorkbookModel` (the grid; it runs headless in Node too). Rows and columns are
 * 0-based; rectangles include both ends. Everything here is synchronous; what recalculates later is awaited by `settle()`.
 */
import type { CellValue, Range } from '../core/workbook';
import type { CellStyle } from '../xlsx/style';
import type { RowChange } from './rows/change';

export type SheetId = string;

export interface SheetInfo {
  readonly id: SheetId;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor: string | null;
}

export interface ModelCell {
  readonly value: CellValue;
  /** With its leading `=`. */
  readonly formula: string | null;
  /** Number format code; `General` when none. */
  readonly numberFormat: string;
  /** As displayed. */
  readonly text: string;
}

/** Only what is named of a `CellStyle` changes when it is written; `null` clears. Colours are `#RRGGBB`. */
export type { BorderStyle, CellStyle, FontStyle } from '../xlsx/style';

export interface CellWrite {
  readonly row: number;
  readonly column: number;
  /** A string beginning with `=` in `formula` is a formula; `value` is never parsed as one. */
  readonly value?: CellValue;
  readonly formula?: string | null;
  readonly numberFormat?: string;
}

export interface ModelReply {
  readonly id: string;
  readonly content: string;
  readonly author: string;
}

/** A threaded comment; at most one thread a cell. In a saved file it becomes a note. */
export interface ModelComment {
  readonly id: string;
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
  readonly content: string;
  readonly author: string;
  readonly replies: readonly ModelReply[];
}

/** A conditional format of the custom-formula kind, the only kind that Gouji writes. */
export interface ModelConditionalFormat {
  readonly id: string;
  readonly sheet: SheetId;
  readonly ranges: readonly Range[];
  /** With its leading `=`, relative to the first range's top left cell. */
  readonly formula: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  /** Colour of a thin line round each cell; absent for none. */
  readonly border?: string;
}

export interface ModelHyperlink {
  /** `'表三'!C7`, for a place in this workbook. */
  readonly documentReference?: string;
  readonly address?: string;
  readonly textToDisplay?: string;
  readonly screenTip?: string;
}

/** Kept and shown as far as the grid can; compared by tests. */
export interface ModelValidation {
  readonly sheet: SheetId;
  readonly range: Range;
  readonly rule: Readonly<Record<string, unknown>>;
}

export interface ModelName {
  readonly name: string;
  /** With its leading `=`. */
  readonly formula: string;
  readonly visible: boolean;
  /** `null` for the workbook's scope. */
  readonly sheet: SheetId | null;
}

export interface ModelSelection {
  readonly sheet: SheetId;
  readonly range: Range;
}

export type ModelEvent =
  /** `origin` tells a person's edit in the grid from a write through the API; recalculated results do not fire. */
  | {
      readonly type: 'changed';
      readonly sheet: SheetId;
      readonly range: Range;
      readonly origin: 'user' | 'api';
      readonly change?: 'RowInserted' | 'RowDeleted';
    }
  | { readonly type: 'selection'; readonly sheet: SheetId; readonly range: Range }
  | { readonly type: 'sheet-activated' | 'sheet-added' | 'sheet-deleted' | 'sheet-renamed'; readonly sheet: SheetId };

export interface WorkbookModel {
  sheets(): readonly SheetInfo[];
  /** Appends (or puts at `position`) an empty sheet without switching to it. Throws `DuplicateSheetName` or `InvalidSheetName`. */
  addSheet(name: string, position?: number): SheetId;
  deleteSheet(sheet: SheetId): void;
  renameSheet(sheet: SheetId, name: string): void;
  moveSheet(sheet: SheetId, position: number): void;
  setVisibility(sheet: SheetId, visibility: SheetInfo['visibility']): void;
  setTabColor(sheet: SheetId, color: string | null): void;

  /** The smallest rectangle that holds every value (and, unless `valuesOnly`, every format); `null` for an empty sheet. */
  usedRange(sheet: SheetId, valuesOnly: boolean): Range | null;
  /** `result[r][c]`, whole rectangle. */
  read(sheet: SheetId, range: Range): readonly (readonly ModelCell[])[];
  write(sheet: SheetId, cells: readonly CellWrite[], origin: 'user' | 'api'): void;
  readStyle(sheet: SheetId, row: number, column: number): CellStyle;
  writeStyle(sheet: SheetId, range: Range, style: CellStyle): void;
  columnWidth(sheet: SheetId, column: number): number;
  setColumnWidth(sheet: SheetId, fromColumn: number, toColumn: number, pixels: number): void;
  /** Hidden columns keep their width. */
  setColumnsHidden(sheet: SheetId, fromColumn: number, toColumn: number, hidden: boolean): void;
  isColumnHidden(sheet: SheetId, column: number): boolean;
  /** Hidden rows keep their height. */
  setRowsHidden(sheet: SheetId, fromRow: number, toRow: number, hidden: boolean): void;
  isRowHidden(sheet: SheetId, row: number): boolean;
  setRowHeight(sheet: SheetId, fromRow: number, toRow: number, pixels: number): void;
  merges(sheet: SheetId): readonly Range[];
  merge(sheet: SheetId, range: Range): void;
  unmerge(sheet: SheetId, range: Range): void;
  freeze(sheet: SheetId, rows: number, columns: number): void;
  frozen(sheet: SheetId): { readonly rows: number; readonly columns: number };
  setGridlines(sheet: SheetId, shown: boolean): void;
  showsGridlines(sheet: SheetId): boolean;

  /**
   * Lets rows in (with the formats and the height of the row above), takes rows out, or sorts cells, as a person does. Everything that stands on
   * rows or speaks of them follows, in all sheets: references whose last row is gone read `#REF!`, ranges without rows go. A sort moves cells with
   * their looks, comments and links, formulas as if copied; merges, validation, conditional formats, heights and references from elsewhere stay.
   */
  changeRows(change: RowChange): void;

  comments(): readonly ModelComment[];
  addComment(sheet: SheetId, row: number, column: number, content: string, author: string): ModelComment;
  addReply(comment: string, content: string, author: string): ModelReply;
  setCommentContent(id: string, content: string): void;
  /** Deletes a comment with its replies, or one reply. */
  deleteComment(id: string): void;

  conditionalFormats(sheet: SheetId): readonly ModelConditionalFormat[];
  addConditionalFormat(format: Omit<ModelConditionalFormat, 'id'>): string;
  deleteConditionalFormat(id: string): void;

  hyperlink(sheet: SheetId, row: number, column: number): ModelHyperlink | null;
  setHyperlink(sheet: SheetId, row: number, column: number, link: ModelHyperlink | null): void;

  validations(sheet: SheetId): readonly ModelValidation[];
  addValidation(validation: ModelValidation): void;
  /** Takes the range out of every validation; a model that cannot leaves this out. */
  clearValidations?(sheet: SheetId, range: Range): void;

  names(): readonly ModelName[];
  addName(name: ModelName): void;
  deleteName(name: string, sheet: SheetId | null): void;

  /** Custom XML parts of the file, by id. */
  customXml(): ReadonlyMap<string, string>;
  setCustomXml(id: string, xml: string | null): void;

  active(): SheetId;
  activate(sheet: SheetId): void;
  selection(): ModelSelection;
  select(sheet: SheetId, range: Range): void;

  subscribe(listener: (event: ModelEvent) => void): () => void;
  /** Resolves when every pending recalculation has landed in the cells. */
  settle(): Promise<void>;
}
