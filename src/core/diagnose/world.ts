/** Which cells do the relations speak of, in which relations does each stand, and which cells compute others? */
import type { Decimal } from '../amount';
import { isBeside } from '../beside';
import { append } from '../group';
import type { Fact } from '../model';
import { addendsOf, cellKey, factKey, type Addend } from './formula';
import type { DiagnosisInput, Judged } from './input';
import { staleResult } from './recalculate';

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
  /** Formula cells whose value is old, with what the formula gives in the table's unit. */
  readonly stale: ReadonlyMap<CellId, Decimal>;
  /** Totals typed in where the table computes its other totals. */
  readonly overtyped: ReadonlySet<CellId>;
  /** Cells that are not to be changed. Last year's workbook is what it is: only this one's cells can be wrong, and the words beside it. */
  readonly fixed: ReadonlySet<CellId>;
  /** Equations that say of a formula cell just what its formula adds up: they hold whatever the amounts are. */
  readonly selfMade: ReadonlySet<number>;
  /** Cells whose formulas add up this one. */
  readonly dependents: ReadonlyMap<CellId, readonly CellId[]>;
  readonly idOf: (key: string) => CellId | undefined;
  /** For each relation: the share of those of its kind that hold to the last digit. */
  readonly exactness: readonly number[];
}

/** `others`: facts that may stand in no relation, blanks between amounts; they are known all the same. */
export function worldOf({ relations, contentOf }: Pick<DiagnosisInput, 'relations' | 'contentOf'>, others: readonly Fact[] = []): World {
  const facts: Fact[] = [];
  const ids = new Map<string, CellId>();
  const byFact = new Map<Fact, CellId>();
  const relationsOf: number[][] = [];
  const idOfFact = (fact: Fact): CellId => {
    const quick = byFact.get(fact);
    if (quick !== undefined) return quick;
    const key = factKey(fact);
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
  others.forEach(idOfFact);
  const addends = new Map<CellId, ReadonlyMap<CellId, number>>();
  const formulas = new Map<CellId, string>();
  const stale = new Map<CellId, Decimal>();
  const dependents = new Map<CellId, CellId[]>();
  if (contentOf) {
    facts.forEach((fact, id) => {
      const formula = fact.words ? undefined : contentOf(fact.cell)?.formula;
      if (formula === undefined) return;
      formulas.set(id, formula);
      const result = staleResult(fact, formula, contentOf);
      if (result) stale.set(id, result);
      const parts = knownAddends(addendsOf(formula, fact.cell.sheet) ?? [], ids, id);
      addends.set(id, parts);
      for (const part of parts.keys()) append(dependents, part, id);
    });
  }
  return {
    facts,
    relations,
    relationsOf,
    cellsOf,
    addends,
    formulas,
    stale,
    overtyped: overtypedOf(relations, facts, formulas, (fact) => ids.get(factKey(fact))),
    fixed: new Set(facts.flatMap(({ cell, words }, id) => (isBeside(cell) && !words ? [id] : []))),
    selfMade: selfMadeOf(facts, cellsOf, addends),
    dependents,
    idOf: (key) => ids.get(key),
    exactness: exactnessOf(relations),
  };
}

function selfMadeOf(
  facts: readonly Fact[],
  cellsOf: readonly ReadonlyMap<CellId, number>[],
  addends: World['addends'],
): ReadonlySet<number> {
  if (addends.size === 0) return new Set();
  const computes = (cells: ReadonlyMap<CellId, number>, total: CellId, count: number): boolean => {
    const parts = addends.get(total);
    if (!parts || parts.size === 0) return false;
    const others = [...cells.keys()].filter((id) => id !== total && facts[id]?.value);
    const added = [...parts].filter(([id]) => facts[id]?.value);
    return others.length === added.length && added.every(([id, times]) => cells.get(id) === -count * times);
  };
  return new Set(cellsOf.flatMap((cells, at) => ([...cells].some(([id, count]) => computes(cells, id, count)) ? [at] : [])));
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

interface Tally {
  exact: number;
  rounded: number;
}

/** One figure against one other hardly rounds; the more parts, the more. */
function sizeOf({ left, right }: Judged['relation']): 'copy' | 'few' | 'many' {
  const stated = [...left, ...right].filter(({ fact }) => fact.value !== null).length;
  return stated <= 2 ? 'copy' : stated <= 4 ? 'few' : 'many';
}

/** Tables that were added up by formulas agree exactly within and by rounding with others; typed ones the other way round. */
function exactnessOf(relations: readonly Judged[]): readonly number[] {
  const sizes = new Map<string, Tally>();
  const kinds = new Map<string, Tally>();
  const tallyOf = (tallies: Map<string, Tally>, key: string, first: number): Tally => {
    const known = tallies.get(key);
    if (known) return known;
    const made = { exact: first, rounded: first };
    tallies.set(key, made);
    return made;
  };
  const own = relations.map(({ relation, judgement }) => {
    const terms = [...relation.left, ...relation.right];
    const tables = [...new Set(terms.map(({ fact }) => fact.table.index))].sort((a, b) => a - b);
    const size = sizeOf(relation);
    const all = tallyOf(sizes, size, 1);
    const kind = tallyOf(kinds, `${relation.rule} ${size} ${tables.join(' ')}`, 0);
    if (relation.op !== '=') return { kind, all };
    const spoken = terms.some(({ fact }) => fact.words !== undefined);
    for (const count of spoken ? [kind] : [kind, all]) {
      if (judgement.verdict === 'held') count.exact += 1;
      else if (judgement.verdict !== 'mismatch') count.rounded += 1;
    }
    return { kind, all };
  });
  return own.map(({ kind, all }) => {
    const common = all.exact / (all.exact + all.rounded);
    return (kind.exact + BORROWED * common) / (kind.exact + kind.rounded + BORROWED);
  });
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
