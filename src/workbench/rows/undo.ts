/**
 * How is a change of rows taken back? By its inverse, and where that cannot restore what was lost (references to rows that went, what stood on
 * them) by what was there before. What somebody changed in the meantime stays as it is.
 */
import type { RowState } from './state';

/**
 * `now`: after the inverse was carried out; `expected`: what the inverse makes of the state that the change left; `before`: the state before
 * the change.
 */
export function healed(now: RowState, expected: RowState, before: RowState): RowState {
  const whole = <K extends 'merges' | 'validations' | 'frozenRows'>(part: K): RowState[K] =>
    same(now[part], expected[part]) ? before[part] : now[part];
  return {
    formulas: each(now.formulas, expected.formulas, before.formulas, ({ sheet, row, column }) => `${sheet} ${row} ${column}`),
    formats: each(now.formats, expected.formats, before.formats, ({ id }) => id),
    comments: each(now.comments, expected.comments, before.comments, ({ id }) => id),
    names: each(now.names, expected.names, before.names, ({ sheet, name }) => `${sheet ?? ''} ${name.toLowerCase()}`),
    links: each(now.links, expected.links, before.links, ({ row, column }) => `${row} ${column}`),
    merges: whole('merges'),
    validations: whole('validations'),
    frozenRows: whole('frozenRows'),
  };
}

/** Item by item; what went with its row comes back where it stood in the list. */
function each<T>(now: readonly T[], expected: readonly T[], before: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const wanted = new Map(expected.map((item) => [keyOf(item), item]));
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const present = new Set(now.map(keyOf));
  const kept = now.map((item) => {
    const key = keyOf(item);
    const restored = old.get(key);
    return restored !== undefined && same(item, wanted.get(key)) ? restored : item;
  });
  before.forEach((item, index) => {
    const key = keyOf(item);
    if (!present.has(key) && !wanted.has(key)) kept.splice(Math.min(index, kept.length), 0, item);
  });
  return kept;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
