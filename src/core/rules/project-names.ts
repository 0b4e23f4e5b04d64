/** When do two writings name one project, or one table? */
import type { Fact, Facts } from '../model';
import { remembered } from '../recognise/text';

/** Blanks, brackets' and dashes' width do not make another project. */
export function projectKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[－—–-]/g, '-');
}

/** What a clerk leaves out or adds when a project is named again elsewhere. */
const FILLERS = /20\d{2}年度?|项目|专项|经费|资金|工作|费|[()（）]/g;

/** The words that are left when year and fillers are gone. */
export const projectGist = remembered((name) => projectKey(name).replace(FILLERS, ''));

/** 0 to 1: how many of the pairs of neighbouring characters two texts share (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

/** Every name is laid against every other: its pairs are made once. */
const pairsOf = remembered((text): readonly string[] => {
  const symbols = [...projectKey(text)];
  return symbols.slice(1).map((symbol, i) => `${symbols[i] ?? ''}${symbol}`);
});

/** Names that share this much may be one project when the amounts agree, too. */
const LIKELY = 0.5;
/** Names that share this much, and no other so much, are one project whatever the amounts say. */
const SURE = 0.8;

export interface ProjectMatch<T> {
  readonly item: T;
  readonly project: Fact;
  readonly agrees: boolean;
}

/**
 * Which project of the list does each item mean? First, from the most alike on, those whose amounts agree; then those that nothing
 * else is called like. Each item and each project once; what stays open is left out.
 */
export function matchProjects<T>(
  items: readonly T[],
  projects: readonly Fact[],
  alike: (item: T, project: string) => number,
  agrees: (item: T, project: Fact) => boolean,
): readonly ProjectMatch<T>[] {
  const pairs = items.flatMap((item) => projects.map((project) => ({ item, project, alike: alike(item, project.project ?? '') })));
  const likely = pairs.filter((pair) => pair.alike >= LIKELY).sort((a, b) => b.alike - a.alike);
  const isOnly = ({ item, project, alike: score }: (typeof likely)[number]): boolean =>
    score >= SURE && likely.every((other) => (other.item === item) === (other.project === project));
  const taken = new Set<T | Fact>();
  const matches: ProjectMatch<T>[] = [];
  for (const agreeing of [true, false]) {
    for (const pair of likely) {
      if (taken.has(pair.item) || taken.has(pair.project)) continue;
      if (agreeing ? !agrees(pair.item, pair.project) : !isOnly(pair)) continue;
      taken.add(pair.item).add(pair.project);
      matches.push({ item: pair.item, project: pair.project, agrees: agreeing });
    }
  }
  return matches;
}

/** The amounts of single projects in the lists of projects. */
export function listedProjects({ facts }: Facts): readonly Fact[] {
  return facts.filter(
    ({ table, line, project, nature, year, part, fund, value }) =>
      table.kind === 'project-list' &&
      line === 'project' &&
      project !== null &&
      nature === 'project' &&
      year === 'current' &&
      part === undefined &&
      (fund === 'all' || fund === 'general') &&
      value !== null,
  );
}
