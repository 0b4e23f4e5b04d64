/** Which units are parts of which others: by their codes, and where there are none by their sums? */
import { mostlyAddsUp } from './rowArithmetic';
import type { Draft } from './draft';

/** Digits of a code, leading blanks and separators gone: 「 20132」, 「208.05.01」. */
export function digitsOf(text: string | null): string | null {
  if (text === null) return null;
  const digits = text.replace(/[.\-_]/g, '');
  return /^\d+$/.test(digits) ? digits : null;
}

/** 101 某局 above 101001 某局本级: a unit whose code begins with another's is a part of it; without codes the sums tell. */
export function nestUnits(drafts: readonly Draft[], amounts: readonly number[]): void {
  const units = drafts.filter((draft) => draft.line === 'organisation');
  const codes = new Map<string, Draft>();
  for (const unit of units) {
    const code =
      digitsOf(unit.codeText) ??
      unit.organisationCells.map((cell) => digitsOf(cell.text)).find((text) => text !== null) ??
      /^(\d{3,})[-—_]/.exec(unit.organisation ?? '')?.[1];
    if (!code) continue;
    for (let length = code.length - 1; length >= 3; length -= 1) {
      const above = codes.get(code.slice(0, length));
      if (!above) continue;
      unit.parent = above;
      break;
    }
    codes.set(code, unit);
  }
  const [first, ...rest] = units;
  if (!first || codes.size > 0 || rest.length < 2 || !mostlyAddsUp(first, rest, amounts)) return;
  for (const unit of rest) unit.parent = first;
}
