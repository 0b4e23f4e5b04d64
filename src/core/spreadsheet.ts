/**
 * What Gouji needs of a spreadsheet program: one small interface, so that the pane and the ribbon serve Excel, the
 * workbench and, one day, another program alike. Types only.
 */
import type { CellRef, CellValue, Range, Workbook } from './workbook';

/**
 * How a cell is marked. `culprit` is the cell that is likely wrong, strongly; `related` merely takes part in what does not agree, lightly;
 * `error` and `warning` stand on both sides where nothing says which is wrong.
 */
export type Mark = 'culprit' | 'error' | 'warning' | 'label' | 'related' | 'rounding';

/** How a mark looks: the cell's ground and text, or a line round it. */
export type Highlight = 'fill' | 'border';

/** One mark in one cell; a cell has at most one annotation. */
export interface CellAnnotation {
  readonly cell: CellRef;
  readonly mark: Mark;
  /** Absent: `fill`. `null`: the cell only gets its comment. */
  readonly highlight?: Highlight | null;
  /**
   * Formulas (with `=`, absolute references) each of which is TRUE as long as one of the cell's findings stands: once none is, the mark
   * goes by itself. Absent when that cannot be said by formulas: then the mark stays until the next check.
   */
  readonly conditions?: readonly string[];
  /** Comment text, lines separated by \n; `null` highlights without a comment. */
  readonly comment: string | null;
}

/** A cell of a sheet that Gouji writes. Text is always text, never a formula, whatever it begins with. */
export type PlannedCell =
  | { readonly type: 'text'; readonly text: string; readonly style?: PlannedStyle }
  /** An exact decimal string, shown with the digits it has. */
  | { readonly type: 'number'; readonly value: string; readonly format: string; readonly style?: PlannedStyle }
  /** A formula of Gouji's own making (with `=`) and the value it should show until the program recalculates. */
  | { readonly type: 'formula'; readonly formula: string; readonly value: string; readonly format: string; readonly style?: PlannedStyle }
  /** A link to another cell of the workbook. */
  | { readonly type: 'link'; readonly text: string; readonly target: CellRef; readonly style?: PlannedStyle };

/**
 * `group` heads a block of rows; `figure` is a text that is a figure; `reply` is a cell for the user to write in; the names of marks look as
 * those marks do; `code` is for the program to find rows again.
 */
export type PlannedStyle = 'title' | 'header' | 'group' | 'note' | 'info' | 'reply' | 'code' | 'figure' | Mark;

/** The sheets that Gouji writes: 差异清单 and 勾稽关系底稿. Each is there at most once. */
export const GENERATED_SHEETS = ['discrepancies', 'working-paper'] as const;
export type GeneratedSheet = (typeof GENERATED_SHEETS)[number];

/** A sheet that Gouji generates, independent of the program that will hold it. Printed on A4, landscape, as wide as the page. */
export interface SheetPlan {
  readonly sheet: GeneratedSheet;
  readonly name: string;
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly merges: readonly Range[];
  /** The last of them holds the columns' names: it is repeated on every printed page. */
  readonly frozenRows: number;
  /** With arrows to filter by; its first row holds the columns' names. */
  readonly filter?: Range;
  readonly hiddenColumns?: readonly number[];
  /** In the middle below every printed page; `&P` is its number, `&N` how many there are. */
  readonly footer?: string;
}

/** Plans the sheet, given what the one written before holds by now (texts as displayed, with what users wrote); `null` when there is none. */
export type SheetMaker = (earlier: readonly (readonly string[])[] | null) => SheetPlan;

/** What could not be done and why, in message ids; never silent. */
export interface EdgeNotice {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Told how far long work is; may throw `Cancelled` to end it there. Work that has written nothing yet then rejects with that; what was
 * written in part is taken back first, and `Unfinished` says what is there now.
 */
export type Progress = (done: number, total: number) => void;

export interface AnnotateOutcome {
  readonly highlighted: number;
  readonly commented: number;
  readonly notices: readonly EdgeNotice[];
}

export interface WrittenSheet {
  readonly name: string;
  readonly notices: readonly EdgeNotice[];
}

export interface SheetChange {
  readonly sheet: string;
  readonly address: string;
  /** Rows, columns or cells were inserted or deleted: places have moved. */
  readonly moved?: true;
  /** By somebody else who has the workbook open. */
  readonly remote?: true;
}

/** What one cell holds, as the program stores it: enough to put it back as it was. A number stored as text is a string. */
export interface CellContent {
  readonly value: CellValue;
  /** With its leading `=`; absent for a constant. `value` is then its result. */
  readonly formula?: string;
}

export interface Spreadsheet {
  /** The whole workbook, in few round trips; sheets that Gouji generated carry `generated: true`. */
  read(progress?: Progress): Promise<Workbook>;
  /**
   * The workbook as it was read, with these changes read anew, and every formula's result, in one round trip; `null` when that cannot be done
   * (places have moved, a sheet is gone): then it has to be read whole.
   */
  refresh(workbook: Workbook, changes: readonly SheetChange[]): Promise<Workbook | null>;
  /**
   * Replaces every earlier annotation by these; the cells' own content, format, comments and validation stay. `progress` counts marks and
   * comments together. Where it fails or is cancelled in the middle no annotation is left, neither an earlier one nor a new one: half of
   * them would read as if the other half were in order.
   */
  annotate(annotations: readonly CellAnnotation[], progress?: Progress): Promise<AnnotateOutcome>;
  /**
   * Writes the sheet in the place of the one Gouji wrote before; a user's own sheet of that name is left alone. `progress` counts rows. A new
   * sheet that is cancelled goes again; one that is written over can be cancelled only before that, so that what users wrote on it stays.
   */
  writeSheet(sheet: GeneratedSheet, make: SheetMaker, progress?: Progress): Promise<WrittenSheet>;
  /**
   * Takes away every annotation and generated sheet; what the user wrote stays, a generated sheet with replies in it too, unless `everything`
   * is asked for, which takes the settings as well: nothing of Gouji is left then.
   */
  clear(options?: {
    readonly everything?: boolean;
  }): Promise<{ readonly annotations: number; readonly sheets: number; readonly notices: readonly EdgeNotice[] }>;
  /** The workbook's settings as they are kept (see settings); `null` when it has none. */
  readSettings(): Promise<string | null>;
  /**
   * Puts what `change` makes of the workbook's settings (see settings.ts; `null` for none) in their place. They are read anew for it, so
   * that nothing that came in between is lost.
   */
  changeSettings(change: (xml: string | null) => string | null): Promise<void>;
  /**
   * Puts what `change` makes of the cells' present content in their place, in all of them or in none; formats, comments and validation stay.
   * `null` leaves everything as it is. Rejects when a cell is protected or gone. Returns what was there, or `null` when nothing was written.
   */
  writeCells(
    cells: readonly CellRef[],
    change: (present: readonly CellContent[]) => readonly CellContent[] | null,
  ): Promise<readonly CellContent[] | null>;
  /** The open workbook as a file, as it would be saved now; `name` is '' when it was never saved. Rejects where the program cannot hand it out. */
  file(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  select(cell: CellRef): Promise<void>;
  /** The cell that the user has selected (the first of a range). */
  activeCell(): Promise<CellRef>;
  /** Calls back on every change outside generated sheets that is not our own; returns the stop function. */
  watch(listener: (change: SheetChange) => void): Promise<() => Promise<void>>;
}
