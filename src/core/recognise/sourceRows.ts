/** Which sources of income are parts of which others, in a list of them from top to bottom? */
import { FISCAL_FUNDS, OWN_FUNDS } from '../funds';
import { append } from '../group';
import { mostlyAddsUp } from './rowArithmetic';
import type { Draft } from './draft';
import { isHeading } from './headingRows';
import { isOfWhich, ordinalLevel } from './text';

const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['fiscal', FISCAL_FUNDS],
  ['own', OWN_FUNDS],
]);

const levelOf = (draft: Draft): number => ordinalLevel(draft.nameText ?? '');

/**
 * A name is a part of the source above it when its ordinal is a finer one, when it has none and the source has one, or when
 * 财政拨款 and 单位资金 are followed by the funds that make them up.
 */
function isPartOf(draft: Draft, source: Draft): boolean {
  const [level, above] = [levelOf(draft), levelOf(source)];
  if (above > 0 && (level > above || level === 0)) return true;
  if (draft.fund === null || (above === level && level > 0)) return false;
  return GROUPS.get(source.fund ?? '')?.includes(draft.fund) === true;
}

/**
 * Parts of the sources of one run of rows (本年收入, or what stands below its total). A name that says no source is one of its
 * own when it is a part. Gives the sources that are part of none.
 */
export function nestSources(rows: readonly Draft[], amounts: readonly number[]): readonly Draft[] {
  const open: Draft[] = [];
  const top: Draft[] = [];
  const parts = new Map<Draft, Draft[]>();
  for (const [at, draft] of rows.entries()) {
    if (isHeading(rows, at)) draft.line = 'source';
    // whatever stands open below its own level is closed by it: 其中：财政拨款 of 一、 by 二、
    const level = levelOf(draft);
    const same = open.findIndex((source) => level > 0 && levelOf(source) >= level);
    if (same >= 0) open.length = same;
    while (open.length > 0 && !isPartOf(draft, open[open.length - 1] as Draft)) open.pop();
    const above = open[open.length - 1];
    if (draft.line !== 'source' && (above === undefined || !draft.hasAmounts)) continue;
    if (above === undefined) top.push(draft);
    else {
      draft.line = 'source';
      if (open.some((source) => source.fund === draft.fund)) draft.fund = null;
      draft.parent = above;
      append(parts, above, draft);
    }
    open.push(draft);
  }
  for (const [source, block] of parts) {
    // 其中：教育收费 alone is a part that leaves the rest unsaid
    const partial = block.length === 1 || block.some((draft) => isOfWhich(draft.nameText ?? ''));
    const whole = block.length > 1 && block.every((draft) => GROUPS.get(source.fund ?? '')?.includes(draft.fund ?? '') === true);
    if (partial && !whole && !mostlyAddsUp(source, block, amounts)) for (const draft of block) draft.parent = null;
  }
  return top;
}
