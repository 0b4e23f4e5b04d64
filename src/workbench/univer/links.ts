/** Which cells are links, and where to? Kept here, because Univer's own links are parts of a cell's text. */
import type { ModelHyperlink, SheetId } from '../model';
import type { PlacedLink } from '../rows/state';

export class Links {
  private readonly byCell = new Map<string, PlacedLink & { readonly sheet: SheetId }>();

  at(sheet: SheetId, row: number, column: number): ModelHyperlink | null {
    return this.byCell.get(keyOf(sheet, row, column))?.link ?? null;
  }

  set(sheet: SheetId, row: number, column: number, link: ModelHyperlink | null): void {
    const key = keyOf(sheet, row, column);
    if (link === null) this.byCell.delete(key);
    else this.byCell.set(key, { sheet, row, column, link });
  }

  of(sheet: SheetId): readonly PlacedLink[] {
    return [...this.byCell.values()].flatMap((own) => (own.sheet === sheet ? [{ row: own.row, column: own.column, link: own.link }] : []));
  }

  /** Makes these the sheet's links. */
  replace(sheet: SheetId, links: readonly PlacedLink[]): void {
    for (const { row, column } of this.of(sheet)) this.set(sheet, row, column, null);
    for (const { row, column, link } of links) this.set(sheet, row, column, link);
  }
}

function keyOf(sheet: SheetId, row: number, column: number): string {
  return `${row}:${column}:${sheet}`;
}
