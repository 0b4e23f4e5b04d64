/** Which units are parts of which others: by their codes, and where there are none by their sums? */
import { digitsOf } from './codeParts';
import { mostlyAddsUp } from './rowArithmetic';
import type { Draft } from './draft';

/** A unit's own code: in the code column, in a column of units, or before its name. */
function codeOf(unit: Draft): string | null {
  return (
    digitsOf(unit.codeText) ??
    unit.organisationCells.map((cell) => digitsOf(cell.text)).find((text) => text !== null) ??
    /^(\d{3,})[-—_]/.exec(unit.organisation ?? '')?.[1] ??
    null
  );
}

/**
 * 101 某局 above 101001 某局本级: a unit whose code begins with another's is a part of it. A department without a code at the head of
 * the list holds the others when it is their sum; of a single one that it repeats, when the table's total counts it once.
 */
export function nestUnits(drafts: readonly Draft[], amounts: readonly number[]): void {
  const units = drafts.filter((draft) => draft.line === 'organisation');
  const codes = new Map<string, Draft>();
  const top: Draft[] = [];
  for (const unit of units) {
    const code = codeOf(unit);
    const above = code === null ? null : unitAbove(code, codes);
    if (above) unit.parent = above;
    else top.push(unit);
    if (code !== null) codes.set(code, unit);
  }
  const [first, ...rest] = top;
  if (!first || rest.length === 0 || codeOf(first) !== null || !mostlyAddsUp(first, rest, amounts)) return;
  const grand = drafts.find((draft) => draft.line === 'grand-total');
  if (rest.length > 1 || (grand && mostlyAddsUp(grand, [first], amounts))) for (const unit of rest) unit.parent = first;
}

function unitAbove(code: string, codes: ReadonlyMap<string, Draft>): Draft | null {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const above = codes.get(code.slice(0, length));
    if (above) return above;
  }
  return null;
}
