/**
 * Which question this file answers: which hidden names and conditional formats make up the marks of a check, in Excel and in a file alike.
 * A condition becomes a hidden name, so that the program follows it when rows are inserted or sheets renamed, and so that a conditional
 * format may look at other sheets in every version of Excel; the formats name those names.
 */
import type { CellAnnotation, Highlight, Mark } from '../core/spreadsheet';
import type { CellRef } from '../core/workbook';
import { markFormula, MARKS, NAME_PREFIX } from './marks';

export interface MarkName {
  readonly name: string;
  /** With its leading `=`. */
  readonly formula: string;
}

/** One conditional format of one sheet. */
export interface MarkRule {
  readonly sheet: string;
  readonly mark: Mark;
  readonly highlight: Highlight;
  /** With its leading `=`. */
  readonly formula: string;
  readonly cells: readonly CellRef[];
}

/** Beyond this a workbook gets slow; what is left over is marked until the next check. */
const MOST_RULES = 400;
/** Excel takes 255 arguments; more findings in one cell than these are marked until the next check. */
const MOST_CONDITIONS = 30;

export function planMarks(annotations: readonly CellAnnotation[]): {
  readonly names: readonly MarkName[];
  readonly rules: readonly MarkRule[];
} {
  const names = new Map<string, string>();
  const rules = new Map<string, { readonly rule: Omit<MarkRule, 'cells'>; readonly cells: CellRef[] }>();
  for (const { cell, mark, highlight = 'fill', conditions = [] } of strongestFirst(annotations)) {
    if (highlight === null) continue;
    const isLive = conditions.length > 0 && conditions.length <= MOST_CONDITIONS;
    const place = (formula: string): string => JSON.stringify([cell.sheet, highlight, formula]);
    const live = isLive
      ? markFormula(
          mark,
          conditions.map((condition) => nameOf(condition, names)),
        )
      : null;
    const known = live !== null && (rules.has(place(live)) || rules.size < MOST_RULES);
    const formula = known && live !== null ? live : markFormula(mark);
    const entry = rules.get(place(formula)) ?? { rule: { sheet: cell.sheet, mark, highlight, formula }, cells: [] };
    entry.cells.push(cell);
    rules.set(place(formula), entry);
  }
  const used = [...rules.values()].map(({ rule }) => rule.formula).join(' ');
  return {
    names: [...names].map(([formula, name]) => ({ name, formula })).filter(({ name }) => new RegExp(`\\b${name}\\b`).test(used)),
    rules: [...rules.values()].map(({ rule, cells }) => ({ ...rule, cells })),
  };
}

function strongestFirst(annotations: readonly CellAnnotation[]): readonly CellAnnotation[] {
  return [...annotations].sort((a, b) => MARKS.indexOf(a.mark) - MARKS.indexOf(b.mark));
}

/** Made of the condition itself, so that a mark that could not be taken away never follows another relation. */
function nameOf(condition: string, names: Map<string, string>): string {
  const known = names.get(condition);
  if (known !== undefined) return known;
  const taken = new Set(names.values());
  let name = `${NAME_PREFIX}${fingerprint(condition)}`;
  while (taken.has(name)) name += '_';
  names.set(condition, name);
  return name;
}

/** FNV-1a over UTF-16 units. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
