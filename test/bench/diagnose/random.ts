/** Numbers that look random and are the same in every run. */
export interface Random {
  /** 0 ≤ n < below. */
  below(below: number): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** A sample of the list, in its order. */
  sample<T>(list: readonly T[], size: number): readonly T[];
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    sample: <T>(list: readonly T[], size: number): readonly T[] => {
      const chosen = list.map((item, at) => ({ item, at, key: next() })).sort((a, b) => a.key - b.key);
      return chosen
        .slice(0, size)
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    },
  };
}

/** A number from a text, to seed by name. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}
