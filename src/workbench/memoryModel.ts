/**
 * The workbook as plain data, for fast tests and for pages without a grid. It does not calculate: a formula keeps the value
 * that came with it.
 */
import type { Range, Workbook } from '../core/workbook';
import { intersect, subtract } from './host/excel/address';
import { changeRows } from './memoryRows';
import { mark, MemorySheet } from './memorySheet';
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
} from './model';
import { rowEvent, type RowChange } from './rows/change';

/** An error whose name is the condition: `DuplicateSheetName`, `InvalidSheetName`, `NoSuchSheet`, `LastSheet`. */
class ModelError extends Error {
  constructor(name: string, detail: string) {
    super(`${name}: ${detail}`);
    this.name = name;
  }
}

export class MemoryWorkbookModel implements WorkbookModel {
  private list: MemorySheet[] = [];
  private activeId: SheetId = '';
  private threads: readonly ModelComment[] = [];
  private formats: readonly ModelConditionalFormat[] = [];
  private named: readonly ModelName[] = [];
  private readonly parts = new Map<string, string>();
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private next = 1;

  /** A new workbook has one empty sheet, as Excel's. */
  constructor() {
    this.activeId = this.append('Sheet1').id;
  }

  static from(workbook: Workbook): MemoryWorkbookModel {
    const model = new MemoryWorkbookModel();
    model.loadSnapshot(workbook);
    return model;
  }

  /** Replaces everything by the snapshot, without events. A snapshot without sheets leaves one empty sheet. */
  loadSnapshot(workbook: Workbook): void {
    this.list = [];
    this.threads = [];
    this.formats = [];
    this.named = [];
    this.parts.clear();
    for (const source of workbook.sheets) {
      const sheet = this.append(source.name);
      sheet.visibility = source.hidden ? 'hidden' : 'visible';
      sheet.merges = source.merges ?? [];
      sheet.load(source.rows);
    }
    if (this.list.length === 0) this.append('Sheet1');
    this.activeId = (this.list.find((sheet) => sheet.visibility === 'visible') ?? this.list[0])?.id ?? '';
  }

  sheets(): readonly SheetInfo[] {
    return this.list.map((sheet) => sheet.info());
  }

  addSheet(name: string, position?: number): SheetId {
    this.checkName(name, null);
    const sheet = this.append(name, position);
    this.emit({ type: 'sheet-added', sheet: sheet.id });
    return sheet.id;
  }

  deleteSheet(id: SheetId): void {
    const sheet = this.sheet(id);
    if (this.list.length === 1) throw new ModelError('LastSheet', sheet.name);
    const index = this.list.indexOf(sheet);
    this.list.splice(index, 1);
    this.threads = this.threads.filter((comment) => comment.sheet !== id);
    this.formats = this.formats.filter((format) => format.sheet !== id);
    this.named = this.named.filter((name) => name.sheet !== id);
    this.emit({ type: 'sheet-deleted', sheet: id });
    if (this.activeId === id) {
      const visible = [...this.list.slice(index), ...this.list.slice(0, index).reverse()].find((other) => other.visibility === 'visible');
      this.activate((visible ?? this.list[0] ?? sheet).id);
    }
  }

  renameSheet(id: SheetId, name: string): void {
    this.checkName(name, id);
    this.sheet(id).name = name;
    this.emit({ type: 'sheet-renamed', sheet: id });
  }

  moveSheet(id: SheetId, position: number): void {
    const sheet = this.sheet(id);
    this.list.splice(this.list.indexOf(sheet), 1);
    this.list.splice(position, 0, sheet);
  }

  setVisibility(id: SheetId, visibility: SheetInfo['visibility']): void {
    this.sheet(id).visibility = visibility;
    const other = this.list.find((sheet) => sheet.visibility === 'visible');
    if (id === this.activeId && visibility !== 'visible' && other) this.activate(other.id);
  }

  setTabColor(id: SheetId, color: string | null): void {
    this.sheet(id).tabColor = color;
  }

  usedRange(id: SheetId, valuesOnly: boolean): Range | null {
    return this.sheet(id).usedRange(valuesOnly);
  }

  read(id: SheetId, range: Range): readonly (readonly ModelCell[])[] {
    return this.sheet(id).read(range);
  }

  write(id: SheetId, cells: readonly CellWrite[], origin: 'user' | 'api'): void {
    const sheet = this.sheet(id);
    for (const cell of cells) sheet.write(cell);
    const changed = cells.filter((cell) => cell.value !== undefined || cell.formula !== undefined);
    if (changed.length === 0) return;
    const range = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
    for (const { row, column } of changed) {
      range.top = Math.min(range.top, row);
      range.left = Math.min(range.left, column);
      range.bottom = Math.max(range.bottom, row);
      range.right = Math.max(range.right, column);
    }
    this.emit({ type: 'changed', sheet: id, range, origin });
  }

  readStyle(id: SheetId, row: number, column: number): CellStyle {
    return this.sheet(id).readStyle(row, column);
  }

  writeStyle(id: SheetId, range: Range, style: CellStyle): void {
    this.sheet(id).writeStyle(range, style);
  }

  columnWidth(id: SheetId, column: number): number {
    return this.sheet(id).columnWidth(column);
  }

  setColumnWidth(id: SheetId, fromColumn: number, toColumn: number, pixels: number): void {
    const { columnWidths } = this.sheet(id);
    for (let column = fromColumn; column <= toColumn; column++) columnWidths.set(column, pixels);
  }

  setColumnsHidden(id: SheetId, fromColumn: number, toColumn: number, hidden: boolean): void {
    mark(this.sheet(id).hiddenColumns, fromColumn, toColumn, hidden);
  }

  isColumnHidden(id: SheetId, column: number): boolean {
    return this.sheet(id).hiddenColumns.has(column);
  }

  setRowsHidden(id: SheetId, fromRow: number, toRow: number, hidden: boolean): void {
    mark(this.sheet(id).hiddenRows, fromRow, toRow, hidden);
  }

  isRowHidden(id: SheetId, row: number): boolean {
    return this.sheet(id).hiddenRows.has(row);
  }

  setRowHeight(id: SheetId, fromRow: number, toRow: number, pixels: number): void {
    const { rowHeights } = this.sheet(id);
    for (let row = fromRow; row <= toRow; row++) rowHeights.set(row, pixels);
  }

  merges(id: SheetId): readonly Range[] {
    return this.sheet(id).merges;
  }

  /** Takes in the merges it touches; only the top left cell keeps its content. */
  merge(id: SheetId, range: Range): void {
    const sheet = this.sheet(id);
    sheet.merges = [...sheet.merges.filter((merge) => !intersect(merge, range)), range];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        if (row !== range.top || column !== range.left) sheet.clearContent(row, column);
      }
    }
  }

  unmerge(id: SheetId, range: Range): void {
    const sheet = this.sheet(id);
    sheet.merges = sheet.merges.filter((merge) => !intersect(merge, range));
  }

  freeze(id: SheetId, rows: number, columns: number): void {
    this.sheet(id).frozen = { rows, columns };
  }

  frozen(id: SheetId): { readonly rows: number; readonly columns: number } {
    return this.sheet(id).frozen;
  }

  setGridlines(id: SheetId, shown: boolean): void {
    this.sheet(id).gridlines = shown;
  }

  showsGridlines(id: SheetId): boolean {
    return this.sheet(id).gridlines;
  }

  comments(): readonly ModelComment[] {
    return this.threads;
  }

  addComment(sheet: SheetId, row: number, column: number, content: string, author: string): ModelComment {
    this.sheet(sheet);
    const taken = this.threads.some((other) => other.sheet === sheet && other.row === row && other.column === column);
    if (taken) throw new ModelError('CommentExists', `${row},${column}`);
    const comment = { id: this.newId('comment'), sheet, row, column, content, author, replies: [] };
    this.threads = [...this.threads, comment];
    return comment;
  }

  addReply(comment: string, content: string, author: string): ModelReply {
    const reply = { id: this.newId('reply'), content, author };
    this.threads = this.threads.map((own) => (own.id === comment ? { ...own, replies: [...own.replies, reply] } : own));
    return reply;
  }

  setCommentContent(id: string, content: string): void {
    const changed = <T extends { readonly id: string }>(item: T): T => (item.id === id ? { ...item, content } : item);
    this.threads = this.threads.map((own) => ({ ...changed(own), replies: own.replies.map(changed) }));
  }

  deleteComment(id: string): void {
    this.threads = this.threads
      .filter((own) => own.id !== id)
      .map((own) => ({ ...own, replies: own.replies.filter((reply) => reply.id !== id) }));
  }

  conditionalFormats(sheet: SheetId): readonly ModelConditionalFormat[] {
    return this.formats.filter((format) => format.sheet === sheet);
  }

  addConditionalFormat(format: Omit<ModelConditionalFormat, 'id'>): string {
    this.sheet(format.sheet);
    const id = this.newId('format');
    this.formats = [...this.formats, { ...format, id }];
    return id;
  }

  deleteConditionalFormat(id: string): void {
    this.formats = this.formats.filter((format) => format.id !== id);
  }

  changeRows(change: RowChange): void {
    const own = { formats: this.formats, comments: this.threads, names: this.named };
    ({ formats: this.formats, comments: this.threads, names: this.named } = changeRows(this.list, this.sheet(change.sheet), own, change));
    this.emit(rowEvent(change));
  }

  hyperlink(sheet: SheetId, row: number, column: number): ModelHyperlink | null {
    return this.sheet(sheet).hyperlink(row, column);
  }

  setHyperlink(sheet: SheetId, row: number, column: number, link: ModelHyperlink | null): void {
    this.sheet(sheet).setHyperlink(row, column, link);
  }

  validations(sheet: SheetId): readonly ModelValidation[] {
    return this.sheet(sheet).validations;
  }

  addValidation(validation: ModelValidation): void {
    this.clearValidations(validation.sheet, validation.range);
    const sheet = this.sheet(validation.sheet);
    sheet.validations = [...sheet.validations, validation];
  }

  clearValidations(id: SheetId, range: Range): void {
    const sheet = this.sheet(id);
    sheet.validations = sheet.validations.flatMap((own) => subtract(own.range, range).map((rest) => ({ ...own, range: rest })));
  }

  names(): readonly ModelName[] {
    return this.named;
  }

  addName(name: ModelName): void {
    this.named = [...this.named, name];
  }

  deleteName(name: string, sheet: SheetId | null): void {
    this.named = this.named.filter((own) => own.sheet !== sheet || own.name.toLowerCase() !== name.toLowerCase());
  }

  customXml(): ReadonlyMap<string, string> {
    return this.parts;
  }

  setCustomXml(id: string, xml: string | null): void {
    if (xml === null) this.parts.delete(id);
    else this.parts.set(id, xml);
  }

  active(): SheetId {
    return this.activeId;
  }

  activate(id: SheetId): void {
    this.sheet(id);
    if (this.activeId === id) return;
    this.activeId = id;
    this.emit({ type: 'sheet-activated', sheet: id });
  }

  /** Each sheet has its own selection; the active sheet's counts. */
  selection(): ModelSelection {
    return { sheet: this.activeId, range: this.sheet(this.activeId).selection };
  }

  select(id: SheetId, range: Range): void {
    this.activate(id);
    this.sheet(id).selection = range;
    this.emit({ type: 'selection', sheet: id, range });
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  private sheet(id: SheetId): MemorySheet {
    const sheet = this.list.find((own) => own.id === id);
    if (!sheet) throw new ModelError('NoSuchSheet', id);
    return sheet;
  }

  private append(name: string, position = this.list.length): MemorySheet {
    const sheet = new MemorySheet(`{${String(this.next++).padStart(8, '0')}-0001-0000-0000-000000000000}`, name);
    this.list.splice(position, 0, sheet);
    return sheet;
  }

  private checkName(name: string, own: SheetId | null): void {
    if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) throw new ModelError('InvalidSheetName', name);
    if (this.list.some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new ModelError('DuplicateSheetName', name);
    }
  }

  private newId(kind: string): string {
    return `{${kind}-${this.next++}}`;
  }

  private emit(event: ModelEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}
