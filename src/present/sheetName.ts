/** Which question this file answers: what is a sheet of ours called where a user's own sheet has its name already? */

/** Of a sheet's name, in characters. */
const LONGEST = 31;

/** `差异清单`, else `差异清单 (2)`, … Excel does not tell names by their case. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = wanted.slice(0, LONGEST - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
