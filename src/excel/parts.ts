/** Which question this file answers: how is a long list written in round trips that are small enough? Excel on the web takes 5 MB at once. */

/** What is counted are the contents; this leaves room for what the library writes around them. */
const MOST_BYTES = 3 * 1024 * 1024;

/** Chinese takes three bytes a character. */
export const BYTES_PER_CHARACTER = 3;

/** The list in its order, cut where a part would get too large; an item that is too large alone is a part of its own. */
export function inParts<T>(items: readonly T[], bytesOf: (item: T) => number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const more = bytesOf(item);
    const last = parts[parts.length - 1];
    if (last === undefined || bytes + more > MOST_BYTES) {
      parts.push([item]);
      bytes = more;
    } else {
      last.push(item);
      bytes += more;
    }
  }
  return parts;
}

/** Queues the parts, with a round trip between two of them, after which `written` is told of the part; the last one waits for the caller's own. */
export async function queueParts<T>(
  context: Excel.RequestContext,
  parts: readonly (readonly T[])[],
  queue: (part: readonly T[]) => void,
  written: (part: readonly T[]) => void = () => undefined,
): Promise<void> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  queue(part);
  if (rest.length === 0) return;
  await context.sync();
  written(part);
  return queueParts(context, rest, queue, written);
}
