/** Which question this file answers: how does Excel write the address of cells, and how do we read its answer. */
import { addressOf, parseAddress, rangeAddress, type CellRef } from '../core/workbook';

/** `Worksheet.getRanges` takes at most 8,192 characters; half of that leaves room for every host. */
const MOST_CHARACTERS = 4000;

/** `'表三'!$C$7` or `表三!C7` → sheet and cell; `null` for anything that is not one cell of a named sheet. */
export function parsePlace(address: string): CellRef | null {
  const bang = address.lastIndexOf('!');
  if (bang < 0) return null;
  const name = address.slice(0, bang);
  const sheet = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  const cell = parseAddress((address.slice(bang + 1).split(':')[0] ?? '').trim());
  return cell === null ? null : { sheet, ...cell };
}

export function placeKey(cell: CellRef): string {
  return `${cell.sheet}!${addressOf(cell)}`;
}

/** Cells of one sheet → lists of addresses, neighbours in a column joined, each list short enough for one call. */
export function addressLists(cells: readonly { readonly row: number; readonly column: number }[]): readonly string[] {
  const ordered = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of ordered) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.left === column && row <= last.bottom + 1) last.bottom = row;
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  const lists: string[] = [];
  for (const address of ranges.map(rangeAddress)) {
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + address.length < MOST_CHARACTERS) lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
