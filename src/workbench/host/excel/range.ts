/** What can a range do? The `Range` type: its data, its neighbours, merging, clearing, selecting. */
import { singleCell, type Range } from '../../../core/workbook';
import { mergeBindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument } from '../errors';
import {
  boundingRange,
  cellsOf,
  columnsOf,
  intersect,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  onSheet,
  rowsOf,
} from './address';
import { cellProperties } from './cellProperties';
import { checkSize, clearContents, formulas, readGrid, values, valueType, writeEntries, writeNumberFormats } from './cells';
import type { AreasTarget, ExcelDocument, RangeTarget } from './document';
import { clearHyperlinks, readHyperlink, writeHyperlink } from './hyperlinks';
import { applyStyle, PLAIN } from './styles';

/** Excel counts no further than a 32-bit integer. */
const cellCount = (range: Range): number => (cellsOf(range) > 2147483647 ? -1 : cellsOf(range));

function data(document: ExcelDocument): TypeBinding<RangeTarget> {
  return {
    get: {
      Values: (target) => readGrid(document, target, values),
      Formulas: (target) => readGrid(document, target, formulas),
      FormulasLocal: (target) => readGrid(document, target, formulas),
      NumberFormat: (target) => readGrid(document, target, (cell) => cell.numberFormat),
      NumberFormatLocal: (target) => readGrid(document, target, (cell) => cell.numberFormat),
      Text: (target) => readGrid(document, target, (cell) => cell.text),
      ValueTypes: (target) => readGrid(document, target, (cell) => valueType(cell.value)),
      Address: (target) => document.address(target),
      AddressLocal: (target) => document.address(target),
      RowIndex: ({ range }) => range.top,
      ColumnIndex: ({ range }) => range.left,
      RowCount: ({ range }) => rowsOf(range),
      ColumnCount: ({ range }) => columnsOf(range),
      CellCount: ({ range }) => cellCount(range),
      IsEntireColumn: ({ range }) => isEntireColumn(range),
      IsEntireRow: ({ range }) => isEntireRow(range),
      Hyperlink: (target) => readHyperlink(document, target),
      ColumnHidden: ({ sheet, range }) => hiddenColumns(document, sheet, range),
      RowHidden: ({ sheet, range }) => hiddenRows(document, sheet, range),
    },
    set: {
      ColumnHidden: ({ sheet, range }, value) => {
        document.guard(sheet, 'Range.columnHidden');
        document.model.setColumnsHidden(sheet, range.left, range.right, value === true);
      },
      RowHidden: ({ sheet, range }, value) => {
        document.guard(sheet, 'Range.rowHidden');
        document.model.setRowsHidden(sheet, range.top, range.bottom, value === true);
      },
      Values: (target, value) => writeEntries(document, target, value, 'Range.values'),
      Formulas: (target, value) => writeEntries(document, target, value, 'Range.formulas'),
      FormulasLocal: (target, value) => writeEntries(document, target, value, 'Range.formulasLocal'),
      NumberFormat: (target, value) => writeNumberFormats(document, target, value),
      Hyperlink: (target, value) => writeHyperlink(document, target, value),
    },
    navigate: {
      Worksheet: ({ sheet }) => ({ sheet: document.sheet(sheet, 'Range.worksheet').id }),
      Format: ({ sheet, range }): AreasTarget => ({ sheet, ranges: [range] }),
      ConditionalFormats: ({ sheet, range }): AreasTarget => ({ sheet, ranges: [range] }),
      DataValidation: (target) => target,
    },
  };
}

const whole = (value: unknown, location: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument(location);
  return value;
};

function neighbours(document: ExcelDocument): TypeBinding<RangeTarget> {
  const at = (target: RangeTarget, range: Range, member: string): RangeTarget => ({
    sheet: document.sheet(target.sheet, `Range.${member}`).id,
    range: onSheet(range, `Range.${member}`),
  });
  const other = (target: RangeTarget, value: unknown, member: string): RangeTarget => {
    const found = document.rangeArgument(value, target.sheet, `Range.${member}`);
    if (found.sheet !== target.sheet) throw invalidArgument(`Range.${member}`);
    return found;
  };
  const overlap = (target: RangeTarget, value: unknown, member: string): RangeTarget | null => {
    const found = document.rangeArgument(value, target.sheet, `Range.${member}`);
    const range = found.sheet === target.sheet ? intersect(target.range, found.range) : null;
    return range && { sheet: target.sheet, range };
  };
  const used = (target: RangeTarget, valuesOnly: unknown): RangeTarget | null => {
    const range = document.model.usedRange(document.sheet(target.sheet, 'Range').id, valuesOnly === true);
    const part = range && intersect(target.range, range);
    return part && { sheet: target.sheet, range: part };
  };
  /** Positive: that many after (or below); negative: before. */
  const beside = (target: RangeTarget, count: unknown, axis: 'rows' | 'columns', sign: 1 | -1, member: string): RangeTarget => {
    const n = (count === null || count === undefined ? 1 : whole(count, `Range.${member}`)) * sign;
    const { range } = target;
    if (n === 0) throw invalidArgument(`Range.${member}`);
    if (axis === 'rows') {
      return at(
        target,
        n > 0 ? { ...range, top: range.bottom + 1, bottom: range.bottom + n } : { ...range, top: range.top + n, bottom: range.top - 1 },
        member,
      );
    }
    return at(
      target,
      n > 0 ? { ...range, left: range.right + 1, right: range.right + n } : { ...range, left: range.left + n, right: range.left - 1 },
      member,
    );
  };
  const cell = (target: RangeTarget, row: number, column: number, member: string): RangeTarget => {
    const [top, left] = [target.range.top + row, target.range.left + column];
    return at(target, { top, left, bottom: top, right: left }, member);
  };
  const row = (target: RangeTarget, index: number, member: string): RangeTarget =>
    at(target, { ...target.range, top: target.range.top + index, bottom: target.range.top + index }, member);
  const column = (target: RangeTarget, index: number, member: string): RangeTarget =>
    at(target, { ...target.range, left: target.range.left + index, right: target.range.left + index }, member);
  return {
    call: {
      GetCell: (target, [r, c]) => cell(target, whole(r, 'Range.getCell'), whole(c, 'Range.getCell'), 'getCell'),
      GetRow: (target, [index]) => row(target, whole(index, 'Range.getRow'), 'getRow'),
      GetColumn: (target, [index]) => column(target, whole(index, 'Range.getColumn'), 'getColumn'),
      GetLastRow: (target) => row(target, rowsOf(target.range) - 1, 'getLastRow'),
      GetLastColumn: (target) => column(target, columnsOf(target.range) - 1, 'getLastColumn'),
      GetLastCell: (target) => cell(target, rowsOf(target.range) - 1, columnsOf(target.range) - 1, 'getLastCell'),
      GetRowsAbove: (target, [count]) => beside(target, count, 'rows', -1, 'getRowsAbove'),
      GetRowsBelow: (target, [count]) => beside(target, count, 'rows', 1, 'getRowsBelow'),
      GetColumnsBefore: (target, [count]) => beside(target, count, 'columns', -1, 'getColumnsBefore'),
      GetColumnsAfter: (target, [count]) => beside(target, count, 'columns', 1, 'getColumnsAfter'),
      GetOffsetRange: (target, [r, c]) => {
        const [rows, columns] = [whole(r, 'Range.getOffsetRange'), whole(c, 'Range.getOffsetRange')];
        const { top, left, bottom, right } = target.range;
        return at(target, { top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns }, 'getOffsetRange');
      },
      GetResizedRange: (target, [r, c]) => {
        const [rows, columns] = [whole(r, 'Range.getResizedRange'), whole(c, 'Range.getResizedRange')];
        return at(target, { ...target.range, bottom: target.range.bottom + rows, right: target.range.right + columns }, 'getResizedRange');
      },
      GetAbsoluteResizedRange: (target, [r, c]) => {
        const [rows, columns] = [whole(r, 'Range.getAbsoluteResizedRange'), whole(c, 'Range.getAbsoluteResizedRange')];
        const { top, left } = target.range;
        return at(target, { top, left, bottom: top + rows - 1, right: left + columns - 1 }, 'getAbsoluteResizedRange');
      },
      GetBoundingRect: (target, [another]) =>
        at(target, boundingRange(target.range, other(target, another, 'getBoundingRect').range), 'getBoundingRect'),
      GetIntersection: (target, [another]) => overlap(target, another, 'getIntersection'),
      GetIntersectionOrNullObject: (target, [another]) => overlap(target, another, 'getIntersectionOrNullObject'),
      GetEntireRow: (target) => at(target, { ...target.range, left: 0, right: MAX_COLUMNS - 1 }, 'getEntireRow'),
      GetEntireColumn: (target) => at(target, { ...target.range, top: 0, bottom: MAX_ROWS - 1 }, 'getEntireColumn'),
      GetUsedRange: (target, [valuesOnly]) => used(target, valuesOnly),
      GetUsedRangeOrNullObject: (target, [valuesOnly]) => used(target, valuesOnly),
      GetMergedAreasOrNullObject: (target): AreasTarget | null => {
        const ranges = document.model.merges(target.sheet).filter((merge) => intersect(merge, target.range));
        return ranges.length > 0 ? { sheet: target.sheet, ranges } : null;
      },
      _ValidateArraySize: (target, [rows, columns]) => checkSize(target.range, rows, columns, 'Range.values'),
    },
  };
}

/** What `clear` takes away, by its argument. */
export function clearRange(document: ExcelDocument, target: RangeTarget, applyTo: unknown): void {
  const location = 'Range.clear';
  const what = String(applyTo ?? 'All').toLowerCase();
  if (!['all', 'contents', 'formats', 'hyperlinks', 'removehyperlinks'].includes(what)) throw invalidArgument(location);
  document.guard(target.sheet, location, what === 'formats' ? 'allowFormatCells' : undefined);
  if (what === 'all' || what === 'contents') clearContents(document, target);
  if (what !== 'contents' && what !== 'formats') clearHyperlinks(document, target, what === 'removehyperlinks');
  if (what === 'all' || what === 'formats') {
    const used = document.model.usedRange(target.sheet, false);
    // A whole sheet has billions of cells; only those in use have a format to lose.
    const part = used && intersect(target.range, used);
    if (part) {
      applyStyle(document, { sheet: target.sheet, ranges: [part] }, PLAIN, location);
      writeNumberFormats(document, { sheet: target.sheet, range: part }, 'General');
    }
    document.conditionalFormats.clear(target.sheet, target.range);
  }
  if (what === 'all') {
    for (const comment of document.model.comments()) {
      const inside = comment.sheet === target.sheet && intersect(target.range, singleCell(comment.row, comment.column));
      if (inside) document.model.deleteComment(comment.id);
    }
  }
}

function actions(document: ExcelDocument): TypeBinding<RangeTarget> {
  return {
    call: {
      Clear: (target, [applyTo]) => clearRange(document, target, applyTo),
      Calculate: () => undefined,
      Merge: ({ sheet, range }, [across]) => {
        document.guard(sheet, 'Range.merge');
        if (across !== true) {
          if (cellsOf(range) > 1) document.model.merge(sheet, range);
          return;
        }
        for (let row = range.top; row <= range.bottom; row++) document.model.merge(sheet, { ...range, top: row, bottom: row });
      },
      Unmerge: ({ sheet, range }) => {
        document.guard(sheet, 'Range.unmerge');
        for (const merge of document.model.merges(sheet)) if (intersect(merge, range)) document.model.unmerge(sheet, merge);
      },
      Select: ({ sheet, range }) => {
        if (document.sheet(sheet, 'Range.select').visibility !== 'visible') throw new HostError('InvalidOperation', 'Range.select');
        if (document.model.active() !== sheet) document.model.activate(sheet);
        document.model.select(sheet, range);
      },
    },
  };
}

export function rangeBinding(document: ExcelDocument): TypeBinding<RangeTarget> {
  return mergeBindings(data(document), neighbours(document), actions(document), cellProperties(document));
}

/** One answer for all columns; `null` when they differ. Only columns that hold something are asked. */
function hiddenColumns({ model }: ExcelDocument, sheet: string, { left, right }: Range): boolean | null {
  return shared(left, Math.min(right, model.usedRange(sheet, false)?.right ?? left), (column) => model.isColumnHidden(sheet, column));
}

/** The same for rows. */
function hiddenRows({ model }: ExcelDocument, sheet: string, { top, bottom }: Range): boolean | null {
  return shared(top, Math.min(bottom, model.usedRange(sheet, false)?.bottom ?? top), (row) => model.isRowHidden(sheet, row));
}

function shared(from: number, to: number, isHidden: (index: number) => boolean): boolean | null {
  const states = new Set(Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => isHidden(from + i)));
  return states.size === 1 ? states.has(true) : null;
}
