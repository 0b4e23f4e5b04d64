/** Which amount unit does a text name? */
import { UNITS, type Unit } from './model';

/** The units as alternatives of a pattern, the larger ones first: 万元 ends in 元. */
export const UNIT_WORDS = [...UNITS].reverse().join('|');

const IN_BRACKETS = new RegExp(`\\((?:单位[::])?(${UNIT_WORDS})\\)`);

/** The unit in the brackets of a compacted heading: 「预算数(万元)」, 「金额(单位:元)」. */
export function unitInBrackets(text: string): Unit | null {
  const [, unit] = IN_BRACKETS.exec(text) ?? [];
  return UNITS.find((known) => known === unit) ?? null;
}
