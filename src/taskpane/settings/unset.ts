/** Which question this file answers: how does a drop-down of the settings say that nothing is laid down here? */
import type { Say } from '../text';

/** The choices of a preference, before them the one to lay nothing down here (`''`), which names what counts then. */
export function withDefault<K extends string>(
  say: Say,
  keys: readonly K[],
  nameOf: (key: K) => string,
  byDefault: K,
): readonly (readonly [string, string])[] {
  return [['', say('pane.settings.unset', { value: nameOf(byDefault) })], ...keys.map((key) => [key, nameOf(key)] as const)];
}
