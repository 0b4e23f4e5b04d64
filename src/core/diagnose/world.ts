/** Which cells do the relations speak of, in which relations does each stand, and which cells compute others? */
import type { Fact } from '../model';
import { addendsOf, cellKey, type Addend } from './formula';
import type { DiagnosisInput, Judged } from './input';

/** A cell's number within one diagnosis. */
export type CellId = number;

export interface World {
  readonly facts: readonly Fact[];
  readonly relations: readonly Judged[];
  /** The relations that a cell stands in. */
  readonly relationsOf: readonly (readonly number[])[];
  /** The cells of a relation with what they count there; a cell on both sides may cancel out. */
  readonly cellsOf: readonly ReadonlyMap<CellId, number>[];
  /** Formula cells: what they add up; only cells that relations speak of. */
  readonly addends: ReadonlyMap<CellId, ReadonlyMap<CellId, number>>;
  readonly formulas: ReadonlyMap<CellId, string>;
  /** Totals typed in where the table computes its other totals. */
  readonly overtyped: ReadonlySet<CellId>;
  /** Cells whose formulas add up this one. */
  readonly dependents: ReadonlyMap<CellId, readonly CellId[]>;
  readonly idOf: (key: string) => CellId | undefined;
  /** For each relation: the share of those of its kind (rule and tables) that hold to the last digit. */
  readonly exactness: readonly number[];
}

export function worldOf({ relations, formulaOf }: Pick<DiagnosisInput, 'relations' | 'formulaOf'>): World {
  const facts: Fact[] = [];
  const ids = new Map<string, CellId>();
  const byFact = new Map<Fact, CellId>();
  const relationsOf: number[][] = [];
  const idOfFact = (fact: Fact): CellId => {
    const quick = byFact.get(fact);
    if (quick !== undefined) return quick;
    const key = cellKey(fact.cell);
    const known = ids.get(key);
    const id = known ?? facts.length;
    if (known === undefined) {
      ids.set(key, id);
      facts.push(fact);
      relationsOf.push([]);
    }
    byFact.set(fact, id);
    return id;
  };
  const cellsOf = relations.map(({ relation }, index) => {
    const cells = new Map<CellId, number>();
    const count = (terms: typeof relation.left, side: number): void => {
      for (const { fact, sign } of terms) {
        const id = idOfFact(fact);
        cells.set(id, (cells.get(id) ?? 0) + sign * side);
      }
    };
    count(relation.left, 1);
    count(relation.right, -1);
    for (const id of cells.keys()) relationsOf[id]?.push(index);
    return cells;
  });
  const addends = new Map<CellId, ReadonlyMap<CellId, number>>();
  const formulas = new Map<CellId, string>();
  const dependents = new Map<CellId, CellId[]>();
  if (formulaOf) {
    facts.forEach((fact, id) => {
      const formula = formulaOf(fact.cell);
      if (formula === undefined) return;
      formulas.set(id, formula);
      const parts = knownAddends(addendsOf(formula, fact.cell.sheet) ?? [], ids, id);
      addends.set(id, parts);
      for (const part of parts.keys()) dependents.set(part, [...(dependents.get(part) ?? []), id]);
    });
  }
  return {
    facts,
    relations,
    relationsOf,
    cellsOf,
    addends,
    formulas,
    overtyped: overtypedOf(relations, facts, formulas, (fact) => ids.get(cellKey(fact.cell))),
    dependents,
    idOf: (key) => ids.get(key),
    exactness: exactnessOf(relations),
  };
}

/** Per rule and table: when most of the totals are formulas, those that are not stand out. */
function overtypedOf(
  relations: readonly Judged[],
  facts: readonly Fact[],
  formulas: ReadonlyMap<CellId, string>,
  idOf: (fact: Fact) => CellId | undefined,
): ReadonlySet<CellId> {
  if (formulas.size === 0) return new Set();
  const totals = new Map<string, Set<CellId>>();
  for (const { relation } of relations) {
    const [total] = relation.left;
    if (!total || relation.op !== '=' || relation.left.length > 1 || relation.right.length < 2) continue;
    if (!relation.right.every(({ fact }) => fact.table === total.fact.table)) continue;
    const id = idOf(total.fact);
    const key = `${relation.rule} ${total.fact.table.index}`;
    const known = totals.get(key) ?? new Set<CellId>();
    totals.set(key, known);
    if (id !== undefined && facts[id]?.value) known.add(id);
  }
  const typed = [...totals.values()].flatMap((ids) => {
    const rest = [...ids].filter((id) => !formulas.has(id));
    return rest.length < ids.size - rest.length ? rest : [];
  });
  return new Set(typed);
}

/** How many equations' worth the whole workbook counts where a kind of equation is rare. */
const BORROWED = 4;

/** Tables that were added up by formulas agree exactly within and by rounding with others; typed ones the other way round. */
function exactnessOf(relations: readonly Judged[]): readonly number[] {
  interface Tally {
    exact: number;
    rounded: number;
  }
  const all: Tally = { exact: 1, rounded: 1 };
  const kinds = new Map<string, Tally>();
  const own = relations.map(({ relation, judgement }) => {
    const tables = new Set([...relation.left, ...relation.right].map(({ fact }) => fact.table.index));
    const key = `${relation.rule} ${[...tables].sort((a, b) => a - b).join(' ')}`;
    const tally = kinds.get(key) ?? { exact: 0, rounded: 0 };
    kinds.set(key, tally);
    if (relation.op !== '=') return tally;
    for (const count of [tally, all]) {
      if (judgement.verdict === 'held') count.exact += 1;
      else if (judgement.verdict !== 'mismatch') count.rounded += 1;
    }
    return tally;
  });
  const common = all.exact / (all.exact + all.rounded);
  return own.map(({ exact, rounded }) => (exact + BORROWED * common) / (exact + rounded + BORROWED));
}

function knownAddends(addends: readonly Addend[], ids: ReadonlyMap<string, CellId>, own: CellId): ReadonlyMap<CellId, number> {
  const known = new Map<CellId, number>();
  for (const { cell, times } of addends) {
    const id = ids.get(cellKey(cell));
    if (id !== undefined && id !== own) known.set(id, times);
  }
  return known;
}

/** The cell itself once, and every computed cell as often as the cell enters it. Formulas in a circle are cut off. */
export function effectsOf(world: World, id: CellId): ReadonlyMap<CellId, number> {
  const effects = new Map<CellId, number>([[id, 1]]);
  if (!world.dependents.has(id)) return effects;
  const walk = (cell: CellId, times: number, depth: number): void => {
    if (depth > 12 || effects.size > 2000) return;
    for (const dependent of world.dependents.get(cell) ?? []) {
      if (dependent === id) continue;
      const share = times * (world.addends.get(dependent)?.get(cell) ?? 0);
      effects.set(dependent, (effects.get(dependent) ?? 0) + share);
      walk(dependent, share, depth + 1);
    }
  };
  walk(id, 1, 0);
  return effects;
}

/** The cells and, through formulas, everything that they are computed from. */
export function withPrecedents(world: World, cells: Iterable<CellId>): ReadonlySet<CellId> {
  const all = new Set<CellId>();
  const visit = (id: CellId): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const part of world.addends.get(id)?.keys() ?? []) visit(part);
  };
  for (const id of cells) visit(id);
  return all;
}
