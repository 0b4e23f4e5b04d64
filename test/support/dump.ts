/** Everything that a workbook holds, as plain data, to compare a workbook with itself before and after. */
import type { ModelComment, WorkbookModel } from '../../src/workbench/model';

type Stripped = Omit<ModelComment, 'id' | 'replies'> & { readonly replies: readonly string[] };

/** Cell by cell: content, number format, style, link; merges, widths, frozen panes; comments, conditional formats, validation, names. */
export function dump(model: WorkbookModel): Readonly<Record<string, unknown>> {
  const stripped = (comment: ModelComment): Stripped => {
    const { sheet, row, column, content, author, replies } = comment;
    return { sheet, row, column, content, author, replies: replies.map((reply) => `${reply.author}: ${reply.content}`) };
  };
  return {
    sheets: model.sheets().map((sheet) => {
      const used = model.usedRange(sheet.id, false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
      const cells = model.read(sheet.id, used).map((row, r) =>
        row.map((cell, c) => ({
          ...cell,
          style: model.readStyle(sheet.id, used.top + r, used.left + c),
          link: model.hyperlink(sheet.id, used.top + r, used.left + c),
        })),
      );
      return {
        ...sheet,
        used,
        cells,
        widths: Array.from({ length: used.right + 1 }, (_, column) => model.columnWidth(sheet.id, column)),
        hidden: Array.from({ length: used.right + 1 }, (_, column) => model.isColumnHidden(sheet.id, column)),
        hiddenRows: Array.from({ length: used.bottom + 1 }, (_, row) => model.isRowHidden(sheet.id, row)),
        merges: model.merges(sheet.id),
        frozen: model.frozen(sheet.id),
        formats: model.conditionalFormats(sheet.id),
        validations: model.validations(sheet.id),
      };
    }),
    comments: model.comments().map(stripped),
    names: model.names(),
    customXml: [...model.customXml()],
    active: model.active(),
  };
}
