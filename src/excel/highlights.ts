/**
 * Which question this file answers: how are cells coloured without touching them.
 * By conditional formats of our own whose formula names us and, where it can, the relation itself: once the figures agree the mark is gone,
 * even without the add-in. A cell's own fill, format and validation stay as they are; taking the formats and names away restores everything.
 */
import type { Mark } from '../core/spreadsheet';
import type { MarkName, MarkRule } from '../present/markPlan';
import { isOurName, MARK_BORDERS, MARK_FILLS, markOfFormula } from '../present/marks';
import { addressLists } from './places';
import type { SheetInfo } from './sheets';

export interface OwnHighlight {
  readonly sheet: SheetInfo;
  readonly format: Excel.ConditionalFormat;
}

/** Two questions, so that the caller can put other questions into the same round trips. */
export interface HighlightQuestion {
  /** After the first sync. */
  details(): void;
  /** After the second. */
  own(): readonly OwnHighlight[];
}

export function askHighlights(context: Excel.RequestContext, sheets: readonly SheetInfo[]): HighlightQuestion {
  const collections = sheets.map((sheet) => {
    const formats = context.workbook.worksheets.getItem(sheet.id).getRange().conditionalFormats;
    formats.load('items/id,items/type');
    return { sheet, formats };
  });
  let custom: OwnHighlight[] = [];
  return {
    details() {
      custom = collections.flatMap(({ sheet, formats }) =>
        formats.items.filter((format) => format.type === 'Custom').map((format) => ({ sheet, format })),
      );
      for (const { format } of custom) format.custom.rule.load('formula');
    },
    own: () => custom.filter(({ format }) => markOfFormula(format.custom.rule.formula) !== null),
  };
}

/** Queues the deletion of our conditional formats on sheets that can be written. */
export function removeHighlights(own: readonly OwnHighlight[]): void {
  for (const { sheet, format } of own) if (!sheet.protected) format.delete();
}

/** Queues the plan's conditional formats of one sheet: one for each look and condition, over all its cells. */
export function addHighlights(context: Excel.RequestContext, sheet: SheetInfo, rules: readonly MarkRule[]): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  // Excel puts each new one on top: the strongest mark comes last.
  for (const { mark, highlight, formula, cells } of [...rules].reverse()) {
    for (const addresses of addressLists(cells)) {
      const { custom } = worksheet.getRanges(addresses).conditionalFormats.add('Custom');
      custom.rule.formula = formula;
      if (highlight === 'border') frame(custom.format.borders, mark);
      else {
        custom.format.fill.color = MARK_FILLS[mark].fill;
        custom.format.font.color = MARK_FILLS[mark].fontColor;
      }
    }
  }
}

function frame(borders: Excel.ConditionalRangeBorderCollection, mark: Mark): void {
  for (const border of [borders.top, borders.bottom, borders.left, borders.right]) {
    border.style = 'Continuous';
    border.color = MARK_BORDERS[mark];
  }
}

/**
 * Queues the hidden names by which the conditional formats see their relations, in place of those of the check before. `kept` are formulas
 * of formats that cannot be taken away (their sheet is protected): their names stay.
 */
export function replaceNames(
  context: Excel.RequestContext,
  earlier: Excel.NamedItemCollection,
  names: readonly MarkName[],
  kept: readonly string[],
): void {
  const needed = (name: string): boolean => kept.some((formula) => formula.split(/\W+/).includes(name));
  const stay = new Set(earlier.items.flatMap(({ name }) => (isOurName(name) && needed(name) ? [name] : [])));
  for (const item of earlier.items) if (isOurName(item.name) && !stay.has(item.name)) item.delete();
  for (const { name, formula } of names) if (!stay.has(name)) context.workbook.names.add(name, formula).visible = false;
}
