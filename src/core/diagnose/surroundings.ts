/** Which other figures could have got into a cell: those beside it, above and below it, its total, its siblings, its parts, other years? */
import { append } from '../group';
import type { Fact, Term } from '../model';
import { cellKey, factKey } from './formula';
import { LONG_SUM } from './system';
import type { CellId, World } from './world';

export interface Surroundings {
  /** Left, right, above, below; figures that are not nil. */
  readonly neighbours: readonly Fact[];
  /** The total that the cell is added into and what is added with it. */
  readonly family: readonly Fact[];
  /** What a total is the sum of, down and across; figures that are not nil. */
  readonly parts: readonly (readonly Fact[])[];
  /** Last year's figure of the same row. */
  readonly stale: readonly Fact[];
  /** Cells that other tables state the same figure in, one against one. */
  readonly copies: readonly Fact[];
}

export class SurroundingsOf {
  private readonly known = new Map<CellId, Surroundings>();
  private rows: Map<string, Fact[]> | null = null;
  constructor(private readonly world: World) {}

  of(id: CellId): Surroundings {
    const known = this.known.get(id);
    if (known) return known;
    const made = this.look(id);
    this.known.set(id, made);
    return made;
  }

  private look(id: CellId): Surroundings {
    const { facts, idOf, relations, relationsOf } = this.world;
    const fact = facts[id] as Fact;
    const { sheet, row, column } = fact.cell;
    const places = [
      { sheet, row, column: column - 1 },
      { sheet, row, column: column + 1 },
      { sheet, row: row - 1, column },
      { sheet, row: row + 1, column },
    ];
    const neighbours = (fact.words ? [] : places)
      .map((place) => idOf(cellKey(place)))
      .flatMap((other) => (other === undefined ? [] : [facts[other] as Fact]))
      .filter((other) => other.value !== null && other.table === fact.table);
    const family = new Set<Fact>();
    const parts: Fact[][] = [];
    const copies = new Set<Fact>();
    const own = factKey(fact);
    const mine = (other: Fact): boolean => factKey(other) === own;
    for (const at of relationsOf[id] ?? []) {
      const relation = relations[at]?.relation;
      if (!relation || relation.op !== '=' || relation.left.length !== 1) continue;
      const left = (relation.left[0] as Term).fact;
      const isTotal = mine(left);
      // Beyond so many siblings a repeated figure is chance; only the total of a long sum looks through the parts.
      if (!isTotal && relation.right.length > LONG_SUM) continue;
      const right = relation.right.map((term) => term.fact);
      if (right.length === 1) {
        const other = [left, ...right].find((one) => !mine(one));
        // A sentence votes as an equation; what it says was copied from the tables, not the other way round.
        if (other && other.table !== fact.table && !other.words) copies.add(other);
      }
      if (left.table !== fact.table || !right.every((other) => other.table === fact.table)) continue;
      if (!isTotal) {
        for (const other of [left, ...right]) if (other.value !== null && !mine(other)) family.add(other);
      } else if (right.length > 1) parts.push(right.filter((part) => part.value !== null));
    }
    const lastYear = (other: Fact): boolean => other.year === 'last' && other.nature === fact.nature;
    const stale = fact.year === 'current' ? (this.byRow().get(fact.row) ?? []).filter(lastYear) : [];
    return { neighbours, family: [...family], parts, stale, copies: [...copies] };
  }

  private byRow(): Map<string, Fact[]> {
    if (this.rows) return this.rows;
    this.rows = new Map();
    for (const fact of this.world.facts) {
      if (fact.value === null) continue;
      append(this.rows, fact.row, fact);
    }
    return this.rows;
  }
}
