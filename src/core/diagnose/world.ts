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
  /** Cells whose formulas add up this one. */
  readonly dependents: ReadonlyMap<CellId, readonly CellId[]>;
  readonly idOf: (key: string) => CellId | undefined;
  /** Share of the equations with an allowance that hold to the last digit. */
  readonly exactness: number;
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
  let exact = 0;
  let rounded = 0;
  const cellsOf = relations.map(({ relation, judgement }, index) => {
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
    if (relation.op === '=' && judgement.verdict === 'held') exact += 1;
    else if (judgement.verdict === 'rounding' || judgement.verdict === 'doubtful') rounded += 1;
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
    dependents,
    idOf: (key) => ids.get(key),
    exactness: (exact + 1) / (exact + rounded + 2),
  };
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
