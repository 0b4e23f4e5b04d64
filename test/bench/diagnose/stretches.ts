/** Slips of many cells at once: part of a column moved by one row, a column or a table in another unit, two figures exchanged. */
import { checkWorkbook } from '../../../src/core';
import { UNIT_POWER, type Cause, type Fact, type Unit } from '../../../src/core/model';
import { cellAt, type CellRef } from '../../../src/core/workbook';
import { newCauses, tell } from './causes';
import { randomOf, seedOf, type Random } from './random';
import { keyOf, withCells, type Subject } from './subjects';
import { accepted } from './trials';

export interface StretchOutcome {
  readonly subject: string;
  readonly slip: string;
  readonly place: string;
  /** The first cause that names any of the cells that were changed names them all, with their right values. */
  readonly whole: boolean;
  /** A wrong cause at 0.5 or more. */
  readonly wrongClaim: boolean;
  readonly said: string;
}

type Right = ReadonlyMap<string, string>;

interface Made {
  readonly place: string;
  readonly cells: ReadonlyMap<string, { readonly cell: CellRef; readonly value: number | string | null }>;
  /** What each cell should hold again. */
  readonly right: Right;
}

const printed = (fact: Fact): string => fact.printed.replace(/,/g, '');
const numberOf = (fact: Fact): number | null => (fact.value === null ? null : Number(printed(fact)));

/** Amounts by column, from the top down; blanks among them too. */
function columnsOf(subject: Subject): readonly (readonly Fact[])[] {
  const related = new Set(subject.amounts.filter(({ equations }) => equations.length > 1).map(({ fact }) => keyOf(fact.cell)));
  const columns = new Map<string, Fact[]>();
  for (const fact of subject.facts) {
    if (subject.formulas.has(keyOf(fact.cell))) continue;
    const key = `${fact.table.index} ${fact.cell.sheet} ${fact.cell.column}`;
    columns.set(key, [...(columns.get(key) ?? []), fact]);
  }
  return [...columns.values()]
    .map((facts) => facts.sort((a, b) => a.cell.row - b.cell.row))
    .filter((facts) => facts.filter(({ cell }) => related.has(keyOf(cell))).length >= 6);
}

function changesOf(place: string, pairs: readonly (readonly [Fact, number | null])[]): Made | null {
  const changed = pairs.filter(([fact, value]) => (numberOf(fact) ?? 0) !== (value ?? 0));
  if (changed.length < 2) return null;
  return {
    place,
    cells: new Map(changed.map(([fact, value]) => [keyOf(fact.cell), { cell: fact.cell, value }])),
    right: new Map(changed.map(([fact]) => [keyOf(fact.cell), fact.value === null ? '' : printed(fact)])),
  };
}

/** Part of a column in which every cell shows what should stand `step` rows below; nothing comes in at its end. */
function movedBy(step: 1 | -1, columns: readonly (readonly Fact[])[], random: Random): Made | null {
  const facts = random.pick(columns);
  const from = random.below(facts.length - 5);
  const part = facts.slice(from, from + 5 + random.below(facts.length - from - 4));
  const shown = (at: number): number | null => {
    const other = part[at + step];
    return other ? numberOf(other) : null;
  };
  return changesOf(
    `${keyOf(part[0]!.cell)}…${part.length}`,
    part.map((fact, at) => [fact, shown(at)]),
  );
}

const STRETCHES: Readonly<Record<string, (subject: Subject, columns: readonly (readonly Fact[])[], random: Random) => Made | null>> = {
  'moved down one row': (_, columns, random) => movedBy(-1, columns, random),
  'moved up one row': (_, columns, random) => movedBy(1, columns, random),
  'column in another unit': (_, columns, random) => {
    const facts = random.pick(columns);
    // Of a table with one column of amounts the column's unit is the table's.
    if (columns.filter(([fact]) => fact?.table === facts[0]?.table).length < 2) return null;
    const times = UNIT_POWER[facts[0]!.unit] === 4 ? 10_000 : 1 / 10_000;
    const scaled = (fact: Fact): number | null => (fact.value === null ? null : Number((Number(printed(fact)) * times).toFixed(8)));
    return changesOf(
      `${keyOf(facts[0]!.cell)}…`,
      facts.map((fact) => [fact, scaled(fact)]),
    );
  },
  'table in another unit': (subject, columns, random) => {
    const { table } = random.pick(columns)[0]!;
    const cell = table.evidence.find(({ what }) => what === 'unit')?.cells[0];
    const sheet = subject.workbook.sheets.find(({ name }) => name === cell?.sheet);
    const text = cell && sheet ? cellAt(sheet, cell.row, cell.column)?.value : null;
    if (!cell || typeof text !== 'string' || !table.unit) return null;
    const other: Unit = table.unit === '万元' ? '元' : '万元';
    const at = text.lastIndexOf(table.unit);
    const value = text.slice(0, at) + other + text.slice(at + table.unit.length);
    return { place: keyOf(cell), cells: new Map([[keyOf(cell), { cell, value }]]), right: new Map([[keyOf(cell), text]]) };
  },
  'two figures of a column exchanged': (_, columns, random) => {
    const facts = random.pick(columns).filter(({ value }) => value !== null);
    const [one, other] = random.sample(facts, 2);
    return one && other
      ? changesOf(`${keyOf(one.cell)} ${keyOf(other.cell)}`, [
          [one, numberOf(other)],
          [other, numberOf(one)],
        ])
      : null;
  },
};

export const STRETCH_SLIPS: readonly string[] = Object.keys(STRETCHES);

const same = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

function isRight(cause: Cause, right: Right): boolean {
  return cause.cells.every(({ cell, suggested }) => {
    const value = right.get(keyOf(cell));
    return value !== undefined && same(value, suggested);
  });
}

/** The workbook's own errors may stand before it or beside its cells. */
function isWhole(causes: readonly Cause[], changed: ReadonlySet<string>, right: Right): boolean {
  const cellsOf = (cause: Cause | undefined) => (cause?.cells ?? []).filter(({ cell }) => changed.has(keyOf(cell)));
  const first = causes.find((cause) => cellsOf(cause).length > 0);
  return first !== undefined && cellsOf(first).length === changed.size && isRight(first, right);
}

export function stretchTrials(subject: Subject, slip: string, trials: number): readonly StretchOutcome[] {
  const random = randomOf(seedOf(`${subject.name} ${slip}`));
  const columns = columnsOf(subject);
  const own = accepted(subject);
  const outcomes: StretchOutcome[] = [];
  const done = new Set<string>();
  for (let attempt = 0; columns.length > 0 && attempt < trials * 10 && outcomes.length < trials; attempt += 1) {
    const made = STRETCHES[slip]?.(subject, columns, random);
    if (!made || done.has(made.place)) continue;
    done.add(made.place);
    const causes = newCauses(subject, checkWorkbook(withCells(subject, made.cells)));
    const changed = new Set(made.right.keys());
    const right = new Map([...own.map(([key, value]) => [key, value === 0 ? '' : String(value)] as const), ...made.right]);
    outcomes.push({
      subject: subject.name,
      slip,
      place: made.place,
      whole: isWhole(causes, changed, right),
      wrongClaim: causes.some((cause) => cause.confidence >= 0.5 && !isRight(cause, right)),
      said: tell(causes),
    });
  }
  return outcomes;
}
