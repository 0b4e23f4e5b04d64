/**
 * The workbook in the grid, as the Office host sees it: `WorkbookModel` over one Univer unit, in the page and in Node alike.
 * Cells, styles, sheets and selection live in Univer; comments, links, validations and custom XML parts live here, because
 * Univer has no place that would give them back unchanged.
 */
import { IUndoRedoService } from '@univerjs/core';
import { getPrimaryForRange, SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import type { Range } from '../../core/workbook';
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
import { readCells, readStyle, usedRange, writeCells, writeStyle } from './cells';
import { Comments } from './comments';
import { ConditionalFormats } from './conditionalFormats';
import { type GridEngine, GridError } from './engine';
import { eventsOf } from './events';
import { Names } from './names';
import { Recalculation } from './recalculation';
import { RowFit } from './rowFit';
import * as sheets from './sheets';
import { fromGridStyle } from './styles';

export class UniverWorkbookModel implements WorkbookModel {
  private readonly formats: ConditionalFormats;
  private readonly definedNames: Names;
  private readonly threads: Comments;
  private readonly recalculation: Recalculation;
  private readonly rowFit: RowFit;
  private readonly links = new Map<string, ModelHyperlink>();
  private readonly xmlParts = new Map<string, string>();
  private validationList: ModelValidation[] = [];
  private listeners: ((event: ModelEvent) => void)[] = [];
  private lookListeners: (() => void)[] = [];
  private readonly watching: { dispose(): void };
  private restoring = false;

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
    this.watching = engine.commands.onCommandExecuted((command, options) => {
      for (const event of eventsOf(engine.unitId, command, options)) {
        if (event.type !== 'sheet-activated' || !this.restoring) this.emit(event);
      }
    });
  }

  dispose(): void {
    this.watching.dispose();
    this.recalculation.dispose();
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
    for (const key of [...this.links.keys()]) if (key.endsWith(`:${sheet}`)) this.links.delete(key);
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
    for (const { row, column } of cells) this.rowFit.touch(sheet, { top: row, left: column, bottom: row, right: column });
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
    return this.links.get(cellKey(sheet, row, column)) ?? null;
  }

  setHyperlink(sheet: SheetId, row: number, column: number, link: ModelHyperlink | null): void {
    this.engine.sheet(sheet);
    const key = cellKey(sheet, row, column);
    if (link === null) {
      this.links.delete(key);
      return;
    }
    this.links.set(key, link);
    if (link.textToDisplay === undefined) return;
    const shown = this.read(sheet, { top: row, left: column, bottom: row, right: column })[0]?.[0];
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
    const sheet = this.active();
    const service = this.engine.injector.get(SheetsSelectionsService);
    const range = service.getWorkbookSelections(this.engine.unitId).getCurrentLastSelection()?.range;
    return { sheet, range: range ? sheets.fromGridRange(range) : { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  select(sheet: SheetId, range: Range): void {
    this.activate(sheet);
    const worksheet = this.engine.sheet(sheet);
    const single = range.top === range.bottom && range.left === range.right;
    // A merged cell is selected whole.
    const grid = (single ? worksheet.getMergedCell(range.top, range.left) : null) ?? sheets.toGridRange(range);
    const primary = getPrimaryForRange(grid, worksheet);
    this.engine.run(SetSelectionsOperation.id, { subUnitId: sheet, selections: [{ range: grid, primary, style: null }], reveal: true });
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

  /** Forgets the person's undo steps, as a program does after a change that cannot be undone. */
  clearUndo(): void {
    this.engine.injector.get(IUndoRedoService).clearUndoRedo(this.engine.unitId);
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

function cellKey(sheet: SheetId, row: number, column: number): string {
  return `${row}:${column}:${sheet}`;
}
