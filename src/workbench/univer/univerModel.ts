/**
 * The workbook in the grid, as the Office host sees it: `WorkbookModel` over one Univer unit, in the page and in Node alike.
 * Cells, styles, sheets and selection live in Univer; comments, links, validations and custom XML parts live here, because
 * Univer has no place that would give them back unchanged.
 */
import { singleCell, type Range } from '../../core/workbook';
import type {
  CellStyle,
  CellWrite,
  ModelCell,
  ModelComment,
  ModelConditionalFormat,
  ModelEvent,
  ModelHyperlink,
  ModelName,
  ModelReply,
  ModelSelection,
  ModelValidation,
  SheetId,
  SheetInfo,
  WorkbookModel,
} from '../model';
import { rowEvent, type RowChange } from '../rows/change';
import type { RowState } from '../rows/state';
import { readCells, readStyle, usedRange, writeCells, writeStyle } from './cells';
import { Comments } from './comments';
import { ConditionalFormats } from './conditionalFormats';
import { type GridEngine, GridError } from './engine';
import { eventsOf } from './events';
import { Links } from './links';
import { Names } from './names';
import { Recalculation } from './recalculation';
import { formulasOf } from './rowCells';
import { RowFit } from './rowFit';
import { Rows } from './rows';
import * as selection from './selection';
import * as sheets from './sheets';
import { fromGridStyle } from './styles';

export class UniverWorkbookModel implements WorkbookModel {
  private readonly formats: ConditionalFormats;
  private readonly definedNames: Names;
  private readonly threads: Comments;
  private readonly recalculation: Recalculation;
  private readonly rowFit: RowFit;
  private readonly rows: Rows;
  private readonly links = new Links();
  private readonly xmlParts = new Map<string, string>();
  private validationList: ModelValidation[] = [];
  private listeners: ((event: ModelEvent) => void)[] = [];
  private lookListeners: (() => void)[] = [];
  private readonly watching: { dispose(): void };
  private restoring = false;
  private quiet = false;

  /** `dispose` ends the Univer instance when it is this model's own. */
  constructor(
    readonly engine: GridEngine,
    private readonly disposeEngine: () => void = () => undefined,
  ) {
    this.formats = new ConditionalFormats(engine);
    this.definedNames = new Names(engine);
    this.threads = new Comments(() => this.lookChanged());
    this.recalculation = new Recalculation(engine);
    this.rowFit = new RowFit(engine);
    this.rows = new Rows(engine, {
      state: (sheet) => this.rowState(sheet),
      replace: (sheet, state) => this.replaceRowState(sheet, state),
      telling: (change, work) => {
        this.quiet = true;
        try {
          work();
        } finally {
          this.quiet = false;
        }
        this.emit(rowEvent(change));
      },
    });
    this.watching = engine.commands.onCommandExecuted((command, options) => {
      if (this.quiet) return;
      for (const event of eventsOf(engine.unitId, command, options)) {
        if (event.type !== 'sheet-activated' || !this.restoring) this.emit(event);
      }
    });
  }

  dispose(): void {
    this.watching.dispose();
    this.recalculation.dispose();
    this.rows.dispose();
    this.listeners = [];
    this.lookListeners = [];
    this.disposeEngine();
  }

  sheets(): readonly SheetInfo[] {
    return this.engine.workbook.getSheets().map(sheets.sheetInfo);
  }

  addSheet(name: string, position?: number): SheetId {
    return this.keepingActive(() => sheets.addSheet(this.engine, name, position));
  }

  deleteSheet(sheet: SheetId): void {
    this.keepingActive(() => sheets.deleteSheet(this.engine, sheet));
    this.formats.sheetDeleted(sheet);
    this.threads.sheetDeleted(sheet);
    this.definedNames.sheetDeleted(sheet);
    this.validationList = this.validationList.filter((validation) => validation.sheet !== sheet);
    this.links.replace(sheet, []);
  }

  renameSheet(sheet: SheetId, name: string): void {
    const before = this.engine.sheet(sheet).getName();
    sheets.renameSheet(this.engine, sheet, name);
    this.formats.sheetRenamed(before, name);
  }

  moveSheet(sheet: SheetId, position: number): void {
    sheets.moveSheet(this.engine, sheet, position);
  }

  setVisibility(sheet: SheetId, visibility: SheetInfo['visibility']): void {
    sheets.setVisibility(this.engine, sheet, visibility);
  }

  setTabColor(sheet: SheetId, color: string | null): void {
    sheets.setTabColor(this.engine, sheet, color);
  }

  usedRange(sheet: SheetId, valuesOnly: boolean): Range | null {
    return usedRange(this.engine.sheet(sheet), valuesOnly);
  }

  read(sheet: SheetId, range: Range): readonly (readonly ModelCell[])[] {
    return readCells(this.engine, sheet, range);
  }

  write(sheet: SheetId, cells: readonly CellWrite[], origin: 'user' | 'api'): void {
    writeCells(this.engine, sheet, cells, origin);
    for (const { row, column } of cells) this.rowFit.touch(sheet, singleCell(row, column));
  }

  readStyle(sheet: SheetId, row: number, column: number): CellStyle {
    return readStyle(this.engine, sheet, row, column);
  }

  /** The cell's own look, without what row, column and sheet lend it. */
  ownStyle(sheet: SheetId, row: number, column: number): CellStyle {
    return fromGridStyle(this.engine.workbook.getStyles().getStyleByCell(this.engine.sheet(sheet).getCellRaw(row, column)) || null);
  }

  writeStyle(sheet: SheetId, range: Range, style: CellStyle): void {
    writeStyle(this.engine, sheet, range, style);
    if (style.font?.size !== undefined || style.wrap !== undefined) this.rowFit.touch(sheet, range);
  }

  columnWidth(sheet: SheetId, column: number): number {
    return this.engine.sheet(sheet).getColumnWidth(column);
  }

  setColumnWidth(sheet: SheetId, fromColumn: number, toColumn: number, pixels: number): void {
    sheets.setColumnWidth(this.engine, sheet, fromColumn, toColumn, pixels);
  }

  setColumnsHidden(sheet: SheetId, fromColumn: number, toColumn: number, hidden: boolean): void {
    sheets.setColumnsHidden(this.engine, sheet, fromColumn, toColumn, hidden);
  }

  isColumnHidden(sheet: SheetId, column: number): boolean {
    return !this.engine.sheet(sheet).getColVisible(column);
  }

  setRowsHidden(sheet: SheetId, fromRow: number, toRow: number, hidden: boolean): void {
    sheets.setRowsHidden(this.engine, sheet, fromRow, toRow, hidden);
  }

  isRowHidden(sheet: SheetId, row: number): boolean {
    return !this.engine.sheet(sheet).getRowRawVisible(row);
  }

  setRowHeight(sheet: SheetId, fromRow: number, toRow: number, pixels: number): void {
    sheets.setRowHeight(this.engine, sheet, fromRow, toRow, pixels);
  }

  merges(sheet: SheetId): readonly Range[] {
    return this.engine.sheet(sheet).getMergeData().map(sheets.fromGridRange);
  }

  merge(sheet: SheetId, range: Range): void {
    sheets.merge(this.engine, sheet, range);
  }

  unmerge(sheet: SheetId, range: Range): void {
    sheets.unmerge(this.engine, sheet, range);
  }

  freeze(sheet: SheetId, rows: number, columns: number): void {
    sheets.freeze(this.engine, sheet, rows, columns);
  }

  frozen(sheet: SheetId): { readonly rows: number; readonly columns: number } {
    const freeze = this.engine.sheet(sheet).getFreeze();
    return { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) };
  }

  setGridlines(sheet: SheetId, shown: boolean): void {
    sheets.setGridlines(this.engine, sheet, shown);
  }

  showsGridlines(sheet: SheetId): boolean {
    return sheets.showsGridlines(this.engine, sheet);
  }

  /** With a step of undo. */
  changeRows(change: RowChange): void {
    this.rows.change(change);
  }

  /** What was done to rows since the workbook was opened, in order; what was taken back is not among it. */
  changedRows(): readonly RowChange[] {
    return this.rows.done;
  }

  private rowState(sheet: SheetId): RowState {
    return {
      formulas: formulasOf(this.engine),
      formats: this.formats.all(),
      comments: this.threads.all(),
      names: this.definedNames.all(),
      merges: this.merges(sheet),
      validations: this.validations(sheet),
      links: this.links.of(sheet),
      frozenRows: this.frozen(sheet).rows,
    };
  }

  private replaceRowState(sheet: SheetId, state: RowState): void {
    sheets.replaceMerges(this.engine, sheet, state.merges);
    const frozen = this.frozen(sheet);
    if (frozen.rows !== state.frozenRows) this.freeze(sheet, state.frozenRows, frozen.columns);
    this.definedNames.replaceAll(state.names);
    this.formats.replaceAll(state.formats);
    this.validationList = [...this.validationList.filter((validation) => validation.sheet !== sheet), ...state.validations];
    this.links.replace(sheet, state.links);
    this.threads.replaceAll(state.comments);
  }

  comments(): readonly ModelComment[] {
    return this.threads.all();
  }

  commentAt(sheet: SheetId, row: number, column: number): ModelComment | null {
    return this.threads.at(sheet, row, column);
  }

  addComment(sheet: SheetId, row: number, column: number, content: string, author: string): ModelComment {
    this.engine.sheet(sheet);
    return this.threads.add(sheet, row, column, content, author);
  }

  addReply(comment: string, content: string, author: string): ModelReply {
    return this.threads.addReply(comment, content, author);
  }

  setCommentContent(id: string, content: string): void {
    this.threads.setContent(id, content);
  }

  deleteComment(id: string): void {
    this.threads.delete(id);
  }

  conditionalFormats(sheet: SheetId): readonly ModelConditionalFormat[] {
    return this.formats.of(sheet);
  }

  addConditionalFormat(format: Omit<ModelConditionalFormat, 'id'>): string {
    return this.formats.add(format);
  }

  deleteConditionalFormat(id: string): void {
    this.formats.delete(id);
  }

  hyperlink(sheet: SheetId, row: number, column: number): ModelHyperlink | null {
    return this.links.at(sheet, row, column);
  }

  setHyperlink(sheet: SheetId, row: number, column: number, link: ModelHyperlink | null): void {
    this.engine.sheet(sheet);
    this.links.set(sheet, row, column, link);
    if (link?.textToDisplay === undefined) return;
    const shown = this.read(sheet, singleCell(row, column))[0]?.[0];
    if (shown?.value !== link.textToDisplay || shown.formula !== null)
      this.write(sheet, [{ row, column, value: link.textToDisplay }], 'api');
  }

  validations(sheet: SheetId): readonly ModelValidation[] {
    return this.validationList.filter((validation) => validation.sheet === sheet);
  }

  addValidation(validation: ModelValidation): void {
    this.engine.sheet(validation.sheet);
    this.validationList.push(validation);
  }

  names(): readonly ModelName[] {
    return this.definedNames.all();
  }

  addName(name: ModelName): void {
    this.definedNames.add(name);
  }

  deleteName(name: string, sheet: SheetId | null): void {
    this.definedNames.delete(name, sheet);
  }

  customXml(): ReadonlyMap<string, string> {
    return this.xmlParts;
  }

  setCustomXml(id: string, xml: string | null): void {
    if (xml === null) this.xmlParts.delete(id);
    else this.xmlParts.set(id, xml);
    this.lookChanged();
  }

  active(): SheetId {
    return sheets.activeSheet(this.engine);
  }

  activate(sheet: SheetId): void {
    if (sheets.sheetInfo(this.engine.sheet(sheet)).visibility !== 'visible') {
      throw new GridError('InvalidOperation', 'A hidden sheet cannot be shown in front');
    }
    sheets.activate(this.engine, sheet);
  }

  selection(): ModelSelection {
    return selection.selected(this.engine);
  }

  /** The cell of the selection that a typed key goes to. */
  activeCell(): { readonly row: number; readonly column: number } {
    return selection.activeCell(this.engine);
  }

  select(sheet: SheetId, range: Range): void {
    this.activate(sheet);
    selection.select(this.engine, sheet, range);
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((kept) => kept !== listener);
    };
  }

  /** Calls back when comments, or parts of the file that no cell shows, come, change or go: the page redraws its marks, and has something to save. */
  onCommentsChanged(listener: () => void): () => void {
    this.lookListeners.push(listener);
    return () => {
      this.lookListeners = this.lookListeners.filter((kept) => kept !== listener);
    };
  }

  async settle(): Promise<void> {
    await this.recalculation.settle();
    this.rowFit.flush();
  }

  private emit(event: ModelEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Univer brings sheets to the front on its own; only a switch that is left at the end is told. */
  private keepingActive<T>(change: () => T): T {
    const before = this.active();
    this.restoring = true;
    try {
      return change();
    } finally {
      this.restoring = false;
      if (this.active() !== before) this.emit({ type: 'sheet-activated', sheet: this.active() });
    }
  }

  private lookChanged(): void {
    for (const listener of this.lookListeners) listener();
  }
}
