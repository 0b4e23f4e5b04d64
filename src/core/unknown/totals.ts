/** Which sums hold in a table that no rule understands, and where does one of them break? The equations over its facts, with their evidence. */
import { shift } from '../amount';
import type { Fact } from '../model';
import { addressOf, columnName } from '../workbook';
import type { Grid } from './grid';
import { labelledSums, type LabelledPlace } from './labelled';
import { findSums, type Figures, type Stated, type Sum } from './sums';

export interface Total {
  readonly total: Fact;
  readonly parts: readonly Fact[];
  /** Whether rows are added up, or columns, as the figures tell; or rows as their labels do (小计 and 合计; a total of numbered items). */
  readonly of: 'rows' | 'columns' | 'subtotals' | 'numbered';
  /** Where the same holds: letters of columns, numbers of rows, or cells. */
  readonly held: readonly string[];
}

/** Amounts beyond, or with more digits than, these are computed in other ways than by adding up. */
const MOST_DECIMALS = 8;

/** More figures are not looked through: the search grows with the square of the rows. */
const MOST_FIGURES = 12_000;

/** Every place of every sum that was found, the broken ones too; `null` for a table that is too large. */
export function totalsOf(grid: Grid): readonly Total[] | null {
  if (grid.rows.length * (grid.rows[0]?.length ?? 0) > MOST_FIGURES) return null;
  const scale = grid.rows.flat().reduce((most, fact) => Math.max(most, fact?.decimals ?? 0), 0);
  if (scale > MOST_DECIMALS) return [];
  const all = grid.rows.map((row) => row.map((fact) => statedOf(fact, scale)));
  if (all.some((row) => row.some((figure) => figure !== null && !Number.isSafeInteger(figure.value)))) return [];
  const learnt = learntTotals(stated(grid), scale);
  return [...learnt, ...labelledTotals(grid, all, new Set(learnt.filter(({ of }) => of === 'rows').map(({ total }) => total)))];
}

/** Rows of zeros and blanks are part of no sum that is learnt from figures. */
function stated(grid: Grid): Grid {
  const kept = grid.rows.flatMap((row, at) => (row.some((fact) => fact?.value) ? [at] : []));
  return { ...grid, rows: kept.map((at) => grid.rows[at] ?? []), rowLabels: kept.map((at) => grid.rowLabels[at] ?? '') };
}

function learntTotals(grid: Grid, scale: number): readonly Total[] {
  const rows = grid.rows.map((row) => row.map((fact) => statedOf(fact, scale)));
  const columns = (grid.rows[0] ?? []).map((_fact, at) => rows.map((row) => row[at] ?? null));
  const down = findSums(rows);
  const across = findSums(columns);
  return [
    ...down.flatMap((sum) => placesOf(sum, down, across, rows, grid.columnLabels).map((place) => totalAt(grid, sum, 'rows', place))),
    ...across.flatMap((sum) => placesOf(sum, across, down, columns, grid.rowLabels).map((place) => totalAt(grid, sum, 'columns', place))),
  ];
}

/** What the labels promise, but for totals of which the figures told it already. */
function labelledTotals(grid: Grid, rows: readonly Figures[], known: ReadonlySet<Fact>): readonly Total[] {
  const columns = grid.columnLabels.flatMap((label, at) => (at >= grid.beside || NOT_ADDED.test(label) ? [] : [at]));
  const { held, broken, numbered } = labelledSums(grid.rowLabels, rows, columns);
  const factAt = (row: number, column: number): Fact => grid.rows[row]?.[column] as Fact;
  const cells = held.map(({ sum, column }) => factAt(sum.total, column));
  const made = (of: Total['of'], { sum, column }: LabelledPlace): Total => {
    const total = factAt(sum.total, column);
    const same = of === 'subtotals' ? cells.filter((fact) => fact !== total).map(({ cell }) => addressOf(cell)) : [];
    return { total, parts: sum.parts.map((row) => factAt(row, column)), of, held: same };
  };
  const totals = [...[...held, ...broken].map((place) => made('subtotals', place)), ...numbered.map((place) => made('numbered', place))];
  return totals.filter(({ total }) => !known.has(total));
}

/** Twice the value, so that half a digit is a whole number too. */
function statedOf(fact: Fact | null, scale: number): Stated | null {
  if (fact === null) return null;
  if (fact.value === null) return { value: 0, half: 0 };
  return { value: Number(shift(fact.value, scale).units) * 2, half: 10 ** (scale - fact.decimals) };
}

function placesOf(
  sum: Sum,
  same: readonly Sum[],
  other: readonly Sum[],
  lines: readonly Figures[],
  labels: readonly string[],
): readonly number[] {
  const { broken, held } = sum;
  return broken !== null && addsUp(sum, broken, same, other, lines, labels[broken] ?? '') ? [...held, broken] : held;
}

/** Rates, prices, averages and the like do not add up, however well the figures beside them do. */
const NOT_ADDED = /率|比|占|%|％|单价|均|标准|指数|增幅|增长|排名|得分|分值|权重|天数|次数|面积|人数|数量/;

/** A total that is off by more than this is hardly meant to be the sum of its parts. */
const FARTHEST_OFF = 0.2;

/** Is the broken place one whose figures are added up at all? Another sum says so, or the total is near the sum and above every part. */
function addsUp(
  { total, parts }: Sum,
  place: number,
  same: readonly Sum[],
  other: readonly Sum[],
  lines: readonly Figures[],
  label: string,
): boolean {
  if (NOT_ADDED.test(label)) return false;
  if (same.some((sum) => sum.total !== total && sum.held.includes(place))) return true;
  if (other.some((sum) => sum.total === place || sum.parts.includes(place))) return true;
  const stated = Math.abs(lines[total]?.[place]?.value ?? 0);
  const values = parts.map((line) => lines[line]?.[place]?.value ?? 0);
  const added = Math.abs(values.reduce((sum, value) => sum + value, 0));
  return stated > Math.max(...values.map(Math.abs)) && Math.abs(stated - added) <= FARTHEST_OFF * added;
}

function totalAt({ rows }: Grid, { total, parts, held }: Sum, of: Total['of'], place: number): Total {
  const factAt = (line: number, at: number): Fact => (of === 'rows' ? rows[line]?.[at] : rows[at]?.[line]) as Fact;
  return {
    total: factAt(total, place),
    parts: parts.map((line) => factAt(line, place)),
    of,
    held: held.filter((at) => at !== place).map((at) => nameOf(factAt(total, at), of)),
  };
}

function nameOf({ cell }: Fact, of: Total['of']): string {
  return of === 'rows' ? columnName(cell.column) : String(cell.row + 1);
}
