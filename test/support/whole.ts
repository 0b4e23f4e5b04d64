/** What a whole workbook of any province must show: every table known, every amount read and tied, nothing claimed, slips told. */
import { factsOf } from '../../src/core/facts';
import type { Fact } from '../../src/core/model';
import { recogniseTables } from '../../src/core/recognise';
import { RULES } from '../../src/core/rules';
import type { Workbook } from '../../src/core/workbook';
import { drawnBook, type Pictures } from './drawn';
import { isFound, placeOf, read, type Reading } from './sensitivity';

/** Places of the amounts that stand in an equation of a rule which may say more than a hint. */
function tied(workbook: Workbook): ReadonlySet<string> {
  const facts = factsOf(workbook, recogniseTables(workbook));
  const places = new Set<string>();
  for (const rule of RULES) {
    for (const made of rule.relations(facts)) {
      if (!('type' in made) || made.type !== 'amount' || (made.severity ?? rule.meta.severity) === 'info') continue;
      for (const { fact } of [...made.left, ...made.right]) places.add(placeOf(fact.cell));
    }
  }
  return places;
}

/** The amount in the middle of each table. */
function samples(facts: readonly Fact[]): readonly Fact[] {
  const tables = new Map<Fact['table'], Fact[]>();
  for (const fact of facts) tables.set(fact.table, [...(tables.get(fact.table) ?? []), fact]);
  return [...tables.values()].flatMap((own) => own[Math.floor(own.length / 2)] ?? []);
}

/** At least this share of the amounts must stand in an equation. */
const LEAST_TIED = 0.9;

/** Read as `inventory` says (`sheet: kind rows/mapped`), with merges known and unknown; nothing is said of the sound workbook. */
export function expectWhole(pictures: Pictures, inventory: readonly string[]): Reading {
  const workbook = drawnBook(pictures);
  const known = read(workbook);
  const unknown = read(drawnBook(pictures, { merges: false }));
  const told = ({ tables, unread, claimed }: Reading): unknown => ({
    inventory: tables.map((table) => `${table.sheet}: ${table.kind} ${table.bodyRows}/${table.mappedRows}`),
    unread,
    claimed,
  });
  expect(told(known)).toEqual({ inventory, unread: [], claimed: [] });
  expect(told(unknown)).toEqual(told(known));
  const stated = known.facts.filter((fact) => fact.value !== null);
  const places = tied(workbook);
  const loose = stated.filter((fact) => !places.has(placeOf(fact.cell))).map((fact) => placeOf(fact.cell));
  const silent = samples(stated.filter((fact) => places.has(placeOf(fact.cell)))).filter((fact) => !isFound(workbook, fact.cell));
  expect({
    loose: loose.length > stated.length * (1 - LEAST_TIED) ? loose : [],
    silent: silent.map((fact) => placeOf(fact.cell)),
  }).toEqual({ loose: [], silent: [] });
  return known;
}
