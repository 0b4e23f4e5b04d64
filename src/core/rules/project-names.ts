/** When do two writings name one project, or one table? */

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
export function projectGist(name: string): string {
  return projectKey(name).replace(FILLERS, '');
}

/** 0 to 1: how many of the pairs of neighbouring characters two texts share (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  const left = pairsOf(projectKey(a));
  const right = pairsOf(projectKey(b));
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

function pairsOf(text: string): readonly string[] {
  const symbols = [...text];
  return symbols.slice(1).map((symbol, i) => `${symbols[i] ?? ''}${symbol}`);
}
