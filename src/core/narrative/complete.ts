/**
 * Are the parts that a sentence lists all there is of the whole? 其中 may name only some. They are when together they are a division
 * that the field knows (基本 + 项目), or when the tables say that their figures make up the whole's.
 */
import { holds } from '../interval';
import type { Fact, Facts, Item, Nature } from '../model';
import { plus } from '../rules/select';
import type { TableSet } from '../rules/table-sets';
import { tieOf } from '../rules/ties';
import { agreeing, meaningIn } from './claims';
import type { Statement } from './statements';

const DIVISIONS: readonly (readonly (Nature | Item)[])[] = [
  ['basic', 'project'],
  ['staff', 'operating'],
  ['goods', 'works', 'services'],
  ['abroad', 'vehicle', 'reception'],
  ['abroad', 'vehicle-purchase', 'vehicle-running', 'reception'],
  ['vehicle-purchase', 'vehicle-running'],
];

/** What a part is called in a division; a part that names another fund than the whole is none. */
function nameOf(part: Statement, whole: Statement): Nature | Item | null {
  const { subject } = part;
  if (!subject || subject.name !== undefined || subject.path) return null;
  // A part is uncertain where its whole is; by itself it must not be.
  if (subject.soft && !whole.subject?.soft) return null;
  if (subject.fund !== whole.subject?.fund && subject.fund !== undefined) return null;
  return subject.item ?? subject.nature ?? null;
}

function isDivision(whole: Statement, parts: readonly Statement[]): boolean {
  const names = parts.map((part) => nameOf(part, whole));
  if (names.includes(null) || new Set(names).size !== names.length) return false;
  const natures = names.includes('staff') ? whole.subject?.nature === 'basic' : true;
  const vehicles = names.length === 2 && names.includes('vehicle-running') ? whole.subject?.item === 'vehicle' : true;
  return (
    natures && vehicles && DIVISIONS.some((division) => division.length === names.length && division.every((name) => names.includes(name)))
  );
}

function readings(facts: Facts, set: TableSet, statement: Statement): readonly (readonly Fact[])[] {
  return statement.subject ? meaningIn(facts, set, statement, statement.subject, 'current').readings : [];
}

/** True when nothing of the whole is left out, as far as can be known. */
export function isComplete(facts: Facts, set: TableSet, whole: Statement, parts: readonly Statement[]): boolean {
  if (parts.length < 2) return false;
  if (isDivision(whole, parts)) return true;
  const right: Fact[] = [];
  for (const part of parts) {
    const [reading] = readings(facts, set, part);
    if (reading) right.push(...reading);
    else if (part.figure.value.units !== 0n) return false;
  }
  if (right.every(({ value }) => value === null)) return false;
  return agreeing(whole.figure, readings(facts, set, whole)).some((left) => holds(tieOf('', plus(left), plus(right))));
}
