/**
 * What else of a workbook follows when rows of a sheet move, beside the cells themselves? Formulas, merges, validation, conditional formats,
 * comments, links, names, frozen rows: pure data before and after, the same for every model.
 */
import type { Range } from '../../core/workbook';
import { shiftFormula } from '../../xlsx/formula';
import {
  frozenAfter,
  movedFormula,
  movedRange,
  movedRanges,
  movedRow,
  sortedFormula,
  sortTarget,
  type RowMove,
  type RowSort,
} from '../../xlsx/rowMoves';
import type { ModelComment, ModelConditionalFormat, ModelHyperlink, ModelName, ModelValidation, SheetId } from '../model';
import type { RowChange } from './change';

interface Placed {
  readonly row: number;
  readonly column: number;
}

export interface PlacedFormula extends Placed {
  readonly sheet: SheetId;
  readonly formula: string;
}

export interface PlacedLink extends Placed {
  readonly link: ModelHyperlink;
}

/** Formulas, formats, comments and names of the whole workbook; merges, validation, links and frozen rows of the sheet whose rows move. */
export interface RowState {
  readonly formulas: readonly PlacedFormula[];
  readonly formats: readonly ModelConditionalFormat[];
  readonly comments: readonly ModelComment[];
  readonly names: readonly ModelName[];
  readonly merges: readonly Range[];
  readonly validations: readonly ModelValidation[];
  readonly links: readonly PlacedLink[];
  readonly frozenRows: number;
}

/** `nameOf` tells a sheet's name by its id. */
export function stateAfter(state: RowState, change: RowChange, nameOf: (sheet: SheetId) => string): RowState {
  return change.kind === 'sort' ? afterSort(state, change) : afterMove(state, change, nameOf);
}

/** A sort takes cells with their comments and links along; merges, formats, validation and names stay where they are. */
function afterSort(state: RowState, sort: RowSort & { readonly sheet: SheetId }): RowState {
  const { sheet } = sort;
  const to = sortTarget(sort);
  const target = ({ row, column }: Placed): number => to(row, column);
  return {
    ...state,
    formulas: state.formulas.map((cell) => {
      const row = cell.sheet === sheet ? target(cell) : cell.row;
      return { ...cell, row, formula: sortedFormula(cell.formula, row - cell.row) };
    }),
    comments: state.comments.map((comment) => (comment.sheet === sheet ? { ...comment, row: target(comment) } : comment)),
    links: state.links.map((link) => ({ ...link, row: target(link) })),
  };
}

function afterMove(state: RowState, move: RowMove & { readonly sheet: SheetId }, nameOf: (sheet: SheetId) => string): RowState {
  const { sheet } = move;
  const moved = nameOf(sheet);
  const follow = (formula: string, on: SheetId | null): string => movedFormula(formula, move, moved, on === null ? null : nameOf(on));
  const placed = <T extends Placed>(item: T): T[] => {
    const row = movedRow(item.row, move);
    return row === null ? [] : [{ ...item, row }];
  };
  return {
    formulas: state.formulas
      .map((cell) => ({ ...cell, formula: follow(cell.formula, cell.sheet) }))
      .flatMap((cell) => (cell.sheet === sheet ? placed(cell) : [cell])),
    formats: state.formats.flatMap((format) =>
      format.sheet === sheet ? movedFormat(format, move, follow) : [{ ...format, formula: follow(format.formula, format.sheet) }],
    ),
    comments: state.comments.flatMap((comment) => (comment.sheet === sheet ? placed(comment) : [comment])),
    names: state.names.map((name) => ({ ...name, formula: follow(name.formula, name.sheet) })),
    merges: state.merges.flatMap((merge) => movedRange(merge, move) ?? []).filter((merge) => !isOneCell(merge)),
    validations: state.validations.flatMap((own) => {
      const left = movedRanges([own.range], move);
      const formula = (text: string): string => follow(shiftFormula(text, left?.rows ?? 0, left?.columns ?? 0), sheet);
      return (left?.ranges ?? []).map((range) => ({ ...own, range, rule: followed(own.rule, formula) }));
    }),
    links: state.links.flatMap(placed),
    frozenRows: frozenAfter(state.frozenRows, move),
  };
}

const isOneCell = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

/** Its formula is written for the first cell: when that goes, for the first that is left. */
function movedFormat(
  format: ModelConditionalFormat,
  move: RowMove,
  follow: (formula: string, on: SheetId) => string,
): ModelConditionalFormat[] {
  const left = movedRanges(format.ranges, move);
  if (left === null) return [];
  const formula = shiftFormula(format.formula, left.rows, left.columns);
  return [{ ...format, ranges: left.ranges, formula: follow(formula, format.sheet) }];
}

/** A validation's formulas are `formula1` and `formula2`, as a file has them, and what begins with `=`. */
function followed(rule: Readonly<Record<string, unknown>>, follow: (formula: string) => string): Readonly<Record<string, unknown>> {
  const value = (key: string, item: unknown): unknown => {
    if (typeof item === 'string') return item.startsWith('=') || /^formula[12]$/.test(key) ? follow(item) : item;
    return typeof item === 'object' && item !== null && !Array.isArray(item) ? followed(item as Record<string, unknown>, follow) : item;
  };
  return Object.fromEntries(Object.entries(rule).map(([key, item]) => [key, value(key, item)]));
}
