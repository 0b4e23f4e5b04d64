/** Sets of cells with their weights → causes with confidences: what is certain, what is a tie, what belongs together? */
import { formatDecimal, type Decimal } from '../amount';
import { cellLabel } from '../finding-parts';
import { NO_CLAIM, UNIT_POWER, type Cause, type CauseCell, type Fact, type Slip } from '../model';
import { causeCellOf } from './causeCell';
import { sumOf, withAddend } from './formula';
import { logSum, violatedAfter, type Hypothesis } from './search';
import { standing, type Changes, type Equation, type System, type Variable } from './system';
import type { Scales } from './weigh';
import { mendedWords } from './words';

/** Other cells that explain as much may have so much of the probability beside a claim. */
const MOST_RIVALRY = 0.1;
/** Alternatives less likely than this are noise, and more than so many no help. */
const LEAST = 0.01;
const MOST_ALTERNATIVES = 12;
/** Where only sentences speak against a cell of a table: that they agree, and that so many do, makes it possible or likely. */
const MANY_TEXTS = 3;
const MOST_BY_MANY = 0.9;
const MOST_BY_FEW = 0.6;
/** A sentence may have been read otherwise than it was meant. */
const MOST_OF_TEXT = 0.95;
/** How much of an unexplained change's weight goes to "something else is wrong": with a second equation, and without. */
const ELSE = 0.02;
const ELSE_ALONE = 0.5;

export interface Alternative {
  readonly cells: readonly number[];
  readonly changes: Changes;
  readonly probability: number;
}

/** The causes of one system. `base` are the equations explained, `fixed` cells already changed, `most` caps every confidence. */
export function causesOf(
  scales: Scales,
  base: readonly number[],
  hypotheses: readonly Hypothesis[],
  fixed: Changes,
  most = 1,
): readonly Cause[] {
  const sorted = [...hypotheses].sort((a, b) => b.total - a.total || compareCells(scales.system, a, b));
  const [best] = sorted;
  if (!best) return [];
  const own = ownCells(best, fixed);
  const spare = evidence(scales.system, base, own, best.changes) - own.length;
  const unread = Math.max(...sorted.map(({ changes }) => scales.weighUnread(changes)));
  const whole = logSum([...sorted.map(({ total }) => total), unread + Math.log(spare > 0 ? ELSE : ELSE_ALONE)]);
  return groupsOf(scales.system, own).flatMap((group) => {
    const enough = evidence(scales.system, base, group, best.changes) > group.length || isProved(scales, base, group, best.changes);
    const findings = findingsOf(scales, base, group, best.changes, fixed);
    const alternatives = alternativesTo(group, own, sorted, fixed, whole);
    const rivals = alternatives.slice(1).reduce((sum, { probability }) => sum + probability, 0);
    // Nothing is claimed of cells that no second equation speaks of, nor where only the look of a slip decides between cells.
    const settled = enough && rivals <= MOST_RIVALRY;
    return alternatives.slice(0, MOST_ALTERNATIVES).flatMap(({ cells, changes, probability }): readonly Cause[] => {
      const confidence = Math.min(
        probability,
        most,
        settled && !isUnread(scales, cells, changes) ? mostOf(scales.system, base, cells) : NO_CLAIM,
      );
      const mended = inOrder(scales.system, cells).map((index) => causeCell(scales, index, changes.get(index) as number));
      if (mended.includes(null)) return [];
      return [
        {
          cells: mended.filter((cell) => cell !== null),
          slip: slipOf(scales, cells, changes),
          // Rounded down, so that alternatives never add up to more than 1.
          confidence: Math.floor(Math.min(confidence, 0.99) * 100 + 1e-9) / 100,
          findings,
        },
      ];
    });
  });
}

/** Of what only sentences tell less is certain. */
function mostOf({ equations, variables }: System, base: readonly number[], cells: readonly number[]): number {
  const speaking = base.filter((at) => cells.some((index) => variables[index]?.weights.has(at)));
  if (!speaking.every((at) => equations[at]?.spoken)) return 1;
  if (cells.every((index) => variables[index]?.fact.words)) return MOST_OF_TEXT;
  return speaking.length >= MANY_TEXTS ? MOST_BY_MANY : MOST_BY_FEW;
}

/**
 * One equation is enough where something else speaks too: the cell's own formula; or, for words of a sentence, a figure of a table
 * that could not be changed instead.
 */
function isProved(scales: Scales, base: readonly number[], cells: readonly number[], changes: Changes): boolean {
  const { system, world } = scales;
  const [index] = cells;
  if (index === undefined || cells.length > 1) return false;
  const variable = system.variables[index] as Variable;
  const value = changes.get(index) as number;
  if (variable.formula) return scales.isStale(variable, value) || scales.omitted(variable, value) !== null;
  if (!variable.fact.words) return false;
  return base.some((at) => {
    const cellsOf = world.cellsOf[(system.equations[at] as Equation).relation];
    return variable.weights.has(at) && [...(cellsOf?.keys() ?? [])].some((id) => world.facts[id]?.words === undefined);
  });
}

/** As they stand in the tables, whatever was found first. */
function inOrder({ variables }: System, cells: readonly number[]): readonly number[] {
  const cellOf = (index: number) => (variables[index] as Variable).fact;
  return [...cells].sort((a, b) => {
    const [x, y] = [cellOf(a), cellOf(b)];
    return x.table.index - y.table.index || x.cell.row - y.cell.row || x.cell.column - y.cell.column;
  });
}

function ownCells({ changes }: Hypothesis, fixed: Changes): readonly number[] {
  return [...changes.keys()].filter((index) => !fixed.has(index)).sort((a, b) => a - b);
}

/** What a sentence says holds only with the change: a vote for it. */
function isMendedSentence(system: System, at: number, changes: Changes): boolean {
  const { spoken, weak, violated } = system.equations[at] as Equation;
  return spoken && weak && violated && !standing(system, at, changes).violated;
}

/** How many different equations speak of the cells: those violated that they enter, and sentences. */
function evidence(system: System, base: readonly number[], cells: readonly number[], changes: Changes): number {
  const kinds = new Set<number>();
  for (const index of cells)
    for (const at of system.variables[index]?.weights.keys() ?? [])
      if (isMendedSentence(system, at, changes)) kinds.add(system.kinds[at] as number);
  for (const at of base) {
    const enters = cells.some((index) => system.variables[index]?.weights.has(at));
    if (enters && system.equations[at]?.op === '=') kinds.add(system.kinds[at] as number);
  }
  return kinds.size;
}

/** The equations that any of the cells enters, in their order. */
function entered({ variables }: System, cells: readonly number[]): readonly number[] {
  const equations = new Set(cells.flatMap((index) => [...(variables[index]?.weights.keys() ?? [])]));
  return [...equations].sort((a, b) => a - b);
}

/** Cells that no equation joins are causes of their own; one that holds joins them too, for it would break if only one changed. */
function groupsOf(system: System, cells: readonly number[]): readonly (readonly number[])[] {
  let groups: number[][] = cells.map((index) => [index]);
  if (groups.length < 2) return groups;
  entered(system, cells).forEach((at) => {
    if (system.equations[at]?.weak) return;
    const joined = groups.filter((group) => group.some((index) => system.variables[index]?.weights.has(at)));
    // Every sentence is put right by itself.
    if (joined.flat().every((index) => system.variables[index]?.fact.words)) return;
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat().sort((a, b) => a - b)];
  });
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** What could stand in the group's place, everything else being as in the best set. */
function alternativesTo(
  group: readonly number[],
  best: readonly number[],
  hypotheses: readonly Hypothesis[],
  fixed: Changes,
  whole: number,
): readonly Alternative[] {
  const rest = best.filter((index) => !group.includes(index));
  const found = new Map<string, Alternative>();
  const put = (cells: readonly number[], { changes, weight }: Hypothesis): void => {
    const key = cells.join(' ');
    const known = found.get(key);
    // Of the cell and of its value: where rounding leaves two values, neither is certain.
    const probability = Math.exp(weight - whole);
    found.set(key, known ? { ...known, probability: known.probability + probability } : { cells, changes, probability });
  };
  for (const hypothesis of hypotheses) {
    const cells = ownCells(hypothesis, fixed);
    if (group.every((index) => cells.includes(index))) put(group, hypothesis);
    else if (rest.every((index) => cells.includes(index)))
      put(
        cells.filter((index) => !rest.includes(index)),
        hypothesis,
      );
  }
  return [...found.values()]
    .filter(({ probability }, at) => probability >= LEAST || at === 0)
    .sort((a, b) => b.probability - a.probability || (a.cells[0] ?? 0) - (b.cells[0] ?? 0));
}

function findingsOf(
  scales: Scales,
  base: readonly number[],
  group: readonly number[],
  changes: Changes,
  fixed: Changes,
): readonly string[] {
  const { system, world } = scales;
  const all = new Map([...fixed, ...changes]);
  const left = new Set(violatedAfter(system, base, all));
  const sentences = entered(system, group).filter((at) => isMendedSentence(system, at, all));
  const ids = [...base, ...sentences]
    .filter((at) => !left.has(at) && group.some((index) => system.variables[index]?.weights.has(at)))
    .map((at) => world.relations[(system.equations[at] as Equation).relation]?.finding?.id);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** An amount in the system's unit, in the fact's. */
function inUnit({ scale }: System, { unit }: Fact, value: number): Decimal {
  return { units: BigInt(value), scale: UNIT_POWER[unit] + scale };
}

/** Amounts in the system's unit → a decimal string in the table's. */
export function printedAmount(system: System, { fact }: Variable, value: number): string {
  return formatDecimal(inUnit(system, fact, value), fact.decimals);
}

/** `null` where the words of a sentence cannot be told anew. */
function causeCell(scales: Scales, index: number, value: number): CauseCell | null {
  const { system } = scales;
  const variable = system.variables[index] as Variable;
  const { fact } = variable;
  if (fact.words) {
    const { text, start, length } = fact.words;
    const suggested = mendedWords(fact.words, inUnit(system, fact, value));
    return suggested === null ? null : { cell: fact.cell, value: text, suggested, unit: null, label: cellLabel(fact), start, length };
  }
  return { ...causeCellOf(fact, value === 0 ? '' : printedAmount(system, variable, value)), ...formulaFor(scales, variable, value) };
}

/** What the cell's formula should be, where that can be told. */
function formulaFor(scales: Scales, variable: Variable, value: number): Pick<CauseCell, 'formula' | 'omitted' | 'computed'> {
  const { cell } = variable.fact;
  const formula = scales.world.formulas.get(variable.id);
  if (formula === undefined) {
    const parts = scales.world.overtyped.has(variable.id) ? scales.partsAddingUpTo(variable, value) : null;
    return parts ? { formula: sumOf(parts, cell.sheet), computed: 'typed-over' } : {};
  }
  if (scales.isStale(variable, value)) return { formula, computed: 'not-recalculated' };
  const omitted = scales.omitted(variable, value);
  if (!omitted) return {};
  return {
    formula: omitted.reduce((mended, part) => withAddend(mended, part.cell, cell.sheet), formula),
    omitted: omitted.map((part) => part.cell),
  };
}

/** Several cells wrong together, each without any slip to explain it: more likely something else happened, to more cells. */
function isUnread(scales: Scales, cells: readonly number[], changes: Changes): boolean {
  return cells.length > 1 && cells.filter((index) => scales.slipOf(index, changes.get(index) as number) === 'unknown').length > 1;
}

function slipOf(scales: Scales, cells: readonly number[], changes: Changes): Slip {
  const own = new Map(cells.map((index) => [index, changes.get(index) as number]));
  if (cells.length > 1 && scales.moved(own).size === cells.length) {
    const columns = new Set(cells.map((index) => scales.system.variables[index]?.fact.cell.column));
    return columns.size === 1 ? 'row-shift' : 'neighbour-cell';
  }
  const slips = new Set(cells.map((index) => scales.slipOf(index, changes.get(index) as number, cells.length > 1 ? cells : [])));
  const [only] = slips;
  return slips.size === 1 && only ? only : 'unknown';
}

function compareCells(system: System, a: Hypothesis, b: Hypothesis): number {
  const first = (hypothesis: Hypothesis): number => system.variables[Math.min(...hypothesis.changes.keys())]?.id ?? 0;
  return first(a) - first(b);
}
