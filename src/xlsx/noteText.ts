/**
 * Which parts of a note's text are the user's, and which are ours? Ours stands below a user's note, or a user's answer below ours, after a line of its
 * own; a note that stands for a thread in programs that know no threads repeats all that was said in it.
 */

/** Between a note and what was written below it. */
export const NOTE_SEPARATOR = '\n——————\n';
/** As other programs write line breaks, too. The one behind it may begin the next. */
const SEPARATOR = /(?:\r|_x000D_)?\n—{6}(?=((?:\r|_x000D_)?\n))/g;

/** `[Threaded comment]`, in the language of the program. */
const STAND_IN = /^\[[^\]\n]{1,40}\]\s*\n/;
/** `Comment:`, `Reply:`. */
const ENTRY = /\n[^\n]{1,30}[:：]\s*\n {4}/g;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Part extends Stretch {
  /** Where its own text begins, behind what parts it from the one before. */
  readonly start: number;
}

function partsAt(separators: readonly Omit<Part, 'to'>[], end: number): readonly Part[] {
  return separators.map((each, index) => ({ ...each, to: separators[index + 1]?.from ?? end }));
}

/** The note itself and what was written below it. */
function blocksOf(text: string): readonly [Part, ...Part[]] {
  const found = [...text.matchAll(SEPARATOR)].map(({ 0: line, 1: end = '', index }) => ({
    from: index,
    start: index + line.length + end.length,
  }));
  return [{ from: 0, start: 0, to: found[0]?.from ?? text.length }, ...partsAt(found, text.length)];
}

/** What was said in the thread that a note stands for; any other note is one piece. */
function entriesOf(text: string, block: Part): readonly Part[] {
  const own = text.slice(0, block.to);
  if (!STAND_IN.test(own)) return [block];
  const found = [...own.matchAll(ENTRY)].map(({ 0: heading, index }) => ({ from: index, start: index + heading.length }));
  return found.length === 0 ? [block] : partsAt(found, block.to);
}

/** What stays of a note's text, in its order, when ours is taken off; nothing of a note that is ours as a whole. */
export function usersText(text: string, isOurs: (part: string, isBelow: boolean) => boolean): readonly Stretch[] {
  const staysOf = (parts: readonly Part[], isBelow: boolean): readonly Part[] =>
    parts.filter(({ start, to }) => !isOurs(text.slice(start, to), isBelow));
  const [block, ...below] = blocksOf(text);
  const entries = entriesOf(text, block);
  const said = staysOf(entries, false);
  // An answer stays with what it answers.
  const top = said.length === 0 ? [] : entries.filter((entry, index) => index === 0 || said.includes(entry));
  const [first, ...others] = [...top, ...staysOf(below, true)];
  if (first === undefined) return [];
  return [{ from: first === entries[0] ? 0 : first.start, to: first.to }, ...others.map(({ from, to }) => ({ from, to }))];
}

/** The note itself, without what was written below it. */
export function noteItself(text: string): string {
  return text.slice(0, blocksOf(text)[0].to);
}
