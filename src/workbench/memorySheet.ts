/** What does one sheet hold? Cells, styles, sizes, merges, links: plain maps, no calculation. */
import { SSF } from '@e965/xlsx';
import { singleCell, type Cell, type CellValue, type Range } from '../core/workbook';
import { DEFAULT_COLUMN_WIDTH } from './defaults';
import { isPlain, overlay } from './memoryStyle';
import type { CellStyle, CellWrite, ModelCell, ModelHyperlink, ModelValidation, SheetId, SheetInfo } from './model';
import type { PlacedFormula, PlacedLink } from './rows/state';

interface StoredCell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  /** Displayed text that came with the file; dropped when the cell changes. */
  readonly text?: string;
}

const COLUMNS = 16384;
/** Above this, a style is kept as an area and not for each cell (whole rows and columns). */
const MANY_CELLS = 200_000;

const keyOf = (row: number, column: number): number => row * COLUMNS + column;
const inside = (range: Range, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

function display(cell: StoredCell): string {
  if (cell.text !== undefined) return cell.text;
  const { value, numberFormat } = cell;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return String(SSF.format(numberFormat, value));
}

const holds = (cell: StoredCell): boolean => (cell.value !== null && cell.value !== '') || cell.formula !== null;
const isEmpty = (cell: StoredCell): boolean => cell.value === null && cell.formula === null && cell.numberFormat === 'General';

interface Used {
  /** Of values and formulas. */
  values: Range | null;
  /** Of these and of formats. */
  all: Range | null;
}

function extended(range: Range | null, key: number): Range {
  const row = Math.floor(key / COLUMNS);
  const column = key % COLUMNS;
  if (!range) return singleCell(row, column);
  if (inside(range, row, column)) return range;
  return {
    top: Math.min(range.top, row),
    left: Math.min(range.left, column),
    bottom: Math.max(range.bottom, row),
    right: Math.max(range.right, column),
  };
}

function include(used: Used, key: number, cell: StoredCell): void {
  if (holds(cell)) used.values = extended(used.values, key);
  if (holds(cell) || cell.numberFormat !== 'General') used.all = extended(used.all, key);
}

export class MemorySheet {
  visibility: SheetInfo['visibility'] = 'visible';
  tabColor: string | null = null;
  merges: readonly Range[] = [];
  frozen = { rows: 0, columns: 0 };
  gridlines = true;
  selection: Range = { top: 0, left: 0, bottom: 0, right: 0 };
  validations: readonly ModelValidation[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  private readonly cells = new Map<number, StoredCell>();
  private readonly styles = new Map<number, CellStyle>();
  private readonly links = new Map<number, ModelHyperlink>();
  /** The used ranges while they are known. */
  private used: Used | null = null;
  /** Styles of large areas, oldest first; a cell with a style of its own has them in it. */
  private areas: readonly { readonly range: Range; readonly style: CellStyle }[] = [];

  constructor(
    readonly id: SheetId,
    public name: string,
  ) {}

  info(): SheetInfo {
    return { id: this.id, name: this.name, visibility: this.visibility, tabColor: this.tabColor };
  }

  load(rows: readonly (readonly (Cell | undefined)[] | undefined)[]): void {
    rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (!cell) return;
        const { value, formula = null, format = 'General', text } = cell;
        const stored = { value, formula, numberFormat: format, ...(text === undefined ? {} : { text }) };
        if (!isEmpty(stored)) this.cells.set(keyOf(r, c), stored);
      }),
    );
  }

  /** Puts every cell where `target` says; what belongs to cells that are gone goes with them. Formulas and links are set afterwards. */
  moveCells(target: (row: number, column: number) => number | null): void {
    for (const kept of [this.cells, this.styles] as Map<number, unknown>[]) {
      const entries = [...kept];
      kept.clear();
      for (const [key, value] of entries) {
        const row = target(Math.floor(key / COLUMNS), key % COLUMNS);
        if (row !== null) kept.set(keyOf(row, key % COLUMNS), value);
      }
    }
    this.used = null;
  }

  /** Puts heights and hidden rows where `target` says. */
  moveRows(target: (row: number) => number | null): void {
    const heights = [...this.rowHeights];
    this.rowHeights.clear();
    for (const [row, height] of heights) {
      const moved = target(row);
      if (moved !== null) this.rowHeights.set(moved, height);
    }
    const hidden = [...this.hiddenRows];
    this.hiddenRows.clear();
    for (const row of hidden) {
      const moved = target(row);
      if (moved !== null) this.hiddenRows.add(moved);
    }
  }

  /** The row looks as `model` does: formats of its cells and its height. */
  formatRowAs(row: number, model: number): void {
    const height = this.rowHeights.get(model);
    if (height !== undefined) this.rowHeights.set(row, height);
    for (const [key, style] of [...this.styles]) {
      if (Math.floor(key / COLUMNS) === model) this.styles.set(keyOf(row, key % COLUMNS), style);
    }
    for (const [key, { numberFormat }] of [...this.cells]) {
      if (Math.floor(key / COLUMNS) === model) this.write({ row, column: key % COLUMNS, numberFormat });
    }
    this.used = null;
  }

  formulas(): readonly PlacedFormula[] {
    return [...this.cells].flatMap(([key, { formula }]) =>
      formula === null ? [] : [{ sheet: this.id, row: Math.floor(key / COLUMNS), column: key % COLUMNS, formula }],
    );
  }

  /** Another formula with the same result. */
  setFormula(row: number, column: number, formula: string): void {
    const cell = this.cells.get(keyOf(row, column));
    if (cell) this.cells.set(keyOf(row, column), { ...cell, formula });
  }

  placedLinks(): readonly PlacedLink[] {
    return [...this.links].map(([key, link]) => ({ row: Math.floor(key / COLUMNS), column: key % COLUMNS, link }));
  }

  setLinks(links: readonly PlacedLink[]): void {
    this.links.clear();
    for (const { row, column, link } of links) this.setHyperlink(row, column, link);
  }

  usedRange(valuesOnly: boolean): Range | null {
    this.used ??= this.measure();
    return valuesOnly ? this.used.values : this.used.all;
  }

  private measure(): Used {
    const used: Used = { values: null, all: null };
    for (const [key, cell] of this.cells) include(used, key, cell);
    for (const key of this.styles.keys()) used.all = extended(used.all, key);
    return used;
  }

  read(range: Range): readonly (readonly ModelCell[])[] {
    const rows: ModelCell[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const cells: ModelCell[] = [];
      for (let column = range.left; column <= range.right; column++) cells.push(this.cell(row, column));
      rows.push(cells);
    }
    return rows;
  }

  private cell(row: number, column: number): ModelCell {
    const cell = this.cells.get(keyOf(row, column));
    if (!cell) return { value: null, formula: null, numberFormat: 'General', text: '' };
    const { value, formula, numberFormat } = cell;
    return {
      value,
      formula,
      numberFormat,
      // Formatting is the slow part and seldom asked for.
      get text() {
        return display(cell);
      },
    };
  }

  /** A formula without a value shows 0 until somebody computes it; nobody does here. */
  write(write: CellWrite): void {
    const key = keyOf(write.row, write.column);
    const before = this.cells.get(key);
    const numberFormat = write.numberFormat ?? before?.numberFormat ?? 'General';
    const formula = write.formula !== undefined ? write.formula : write.value !== undefined ? null : (before?.formula ?? null);
    const kept = before?.value ?? null;
    const value = write.value !== undefined ? write.value : write.formula ? (kept === null ? 0 : kept) : kept;
    const cell = { value, formula, numberFormat };
    // Where something goes, the used range is measured anew; where something comes, it only grows.
    if (before && !holds(cell)) this.used = null;
    if (isEmpty(cell)) this.cells.delete(key);
    else {
      this.cells.set(key, cell);
      if (this.used) include(this.used, key, cell);
    }
  }

  clearContent(row: number, column: number): void {
    this.write({ row, column, value: null, formula: null });
  }

  readStyle(row: number, column: number): CellStyle {
    return this.styles.get(keyOf(row, column)) ?? this.areaStyle(row, column);
  }

  private areaStyle(row: number, column: number): CellStyle {
    return this.areas.filter(({ range }) => inside(range, row, column)).reduce<CellStyle>((all, { style }) => overlay(all, style), {});
  }

  writeStyle(range: Range, style: CellStyle): void {
    if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > MANY_CELLS) {
      this.areas = [...this.areas, { range, style }];
      for (const key of [...this.styles.keys()]) {
        const row = Math.floor(key / COLUMNS);
        if (inside(range, row, key % COLUMNS)) this.setStyle(row, key % COLUMNS, style);
      }
      return;
    }
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) this.setStyle(row, column, style);
    }
  }

  private setStyle(row: number, column: number, style: CellStyle): void {
    const merged = overlay(this.readStyle(row, column), style);
    const key = keyOf(row, column);
    if (isPlain(merged) && isPlain(this.areaStyle(row, column))) {
      if (this.styles.delete(key)) this.used = null;
    } else {
      this.styles.set(key, merged);
      if (this.used) this.used.all = extended(this.used.all, key);
    }
  }

  columnWidth(column: number): number {
    return this.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH;
  }

  hyperlink(row: number, column: number): ModelHyperlink | null {
    return this.links.get(keyOf(row, column)) ?? null;
  }

  setHyperlink(row: number, column: number, link: ModelHyperlink | null): void {
    if (link) this.links.set(keyOf(row, column), link);
    else this.links.delete(keyOf(row, column));
  }
}

/** Puts the numbers from `from` to `to` into the set, or takes them out. */
export function mark(set: Set<number>, from: number, to: number, on: boolean): void {
  if (on) for (let each = from; each <= to; each += 1) set.add(each);
  else for (const each of [...set]) if (each >= from && each <= to) set.delete(each);
}
