/**
 * Which question this file answers: how are cells coloured without touching them.
 * By conditional formats of our own whose formula names us: one for each mark and sheet. A cell's own fill, format and
 * validation stay as they are, and taking the conditional formats away restores everything exactly.
 */
import type { CellAnnotation } from '../core/spreadsheet';
import { MARK_FILLS, markFormula, markOfFormula, MARKS } from '../present/marks';
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

/** Queues one conditional format for each mark that the sheet's annotations use. */
export function addHighlights(context: Excel.RequestContext, sheet: SheetInfo, annotations: readonly CellAnnotation[]): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  for (const mark of MARKS) {
    const cells = annotations.filter((annotation) => annotation.mark === mark).map((annotation) => annotation.cell);
    for (const addresses of addressLists(cells)) {
      const { custom } = worksheet.getRanges(addresses).conditionalFormats.add('Custom');
      custom.rule.formula = markFormula(mark);
      custom.format.fill.color = MARK_FILLS[mark].fill;
      custom.format.font.color = MARK_FILLS[mark].fontColor;
    }
  }
}
