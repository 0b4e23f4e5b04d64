/** Everything that a workbook in the workbench holds, as text that can be compared: cells, formats, comments, the lot. */
import type { Page } from 'playwright-core';

/** One line a fact; sheets by name. Runs in the page. */
export function workbookState(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    if (!model) throw new Error('The workbench is not open');
    const lines: string[] = [];
    const names = new Map(model.sheets().map((sheet) => [sheet.id, sheet.name]));
    for (const sheet of model.sheets()) {
      const say = (...parts: unknown[]): number => lines.push([sheet.name, ...parts.map((part) => JSON.stringify(part))].join(' '));
      say('sheet', sheet.visibility, sheet.tabColor, model.frozen(sheet.id));
      say('merges', [...model.merges(sheet.id)].map((range) => JSON.stringify(range)).sort());
      say(
        'formats',
        model.conditionalFormats(sheet.id).map(({ id: _, ...format }) => format),
      );
      say('validations', model.validations(sheet.id));
      const used = model.usedRange(sheet.id, false);
      if (!used) continue;
      model.read(sheet.id, used).forEach((row, r) =>
        row.forEach((cell, c) => {
          const at = { row: used.top + r, column: used.left + c };
          say(at, cell, model.readStyle(sheet.id, at.row, at.column), model.hyperlink(sheet.id, at.row, at.column));
        }),
      );
      for (let column = used.left; column <= used.right; column += 1) say('width', column, model.columnWidth(sheet.id, column));
      for (let row = used.top; row <= used.bottom; row += 1)
        say('height', row, model.engine.sheet(sheet.id).getRowHeight(row), model.isRowHidden(sheet.id, row));
    }
    for (const comment of model.comments()) {
      const { id: _, sheet, ...rest } = comment;
      lines.push(`comment ${names.get(sheet) ?? ''} ${JSON.stringify(rest)}`);
    }
    for (const name of model.names()) lines.push(`name ${JSON.stringify(name)}`);
    return lines;
  });
}

/** Cells that the add-in marks: `表三!B14`. */
export function markedCells(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    const marked: string[] = [];
    for (const sheet of model?.sheets() ?? []) {
      for (const format of model?.conditionalFormats(sheet.id) ?? []) {
        for (const range of format.ranges) {
          for (let row = range.top; row <= range.bottom; row += 1) {
            for (let column = range.left; column <= range.right; column += 1)
              marked.push(`${sheet.name}!${String.fromCharCode(65 + column)}${row + 1}`);
          }
        }
      }
    }
    return marked.sort();
  });
}

/** The comments of Gouji, by cell. */
export function commentsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    const names = new Map(model?.sheets().map((sheet) => [sheet.id, sheet.name]));
    return Object.fromEntries(
      (model?.comments() ?? []).map((comment) => [
        `${names.get(comment.sheet) ?? ''}!${String.fromCharCode(65 + comment.column)}${comment.row + 1}`,
        comment.content,
      ]),
    );
  });
}
