/** How do findings name their cells, and by which id are they known again? */
import { formatDecimal } from './amount';
import type { Fact, FindingCell } from './model';
import { documentName, paragraphNumber } from './beside';
import { addressOf } from './workbook';

const MOST_PLACES = 3;

/** The mark of a paragraph of a document in the places of a finding's message: `说明.docx ¶12`; whoever shows it puts it in words. */
export const PARAGRAPH_MARK = '¶';

/** `表三 C6`; several cells of one sheet as `表三 C7、C19、C24`, long lists cut with ….  */
export function place(cells: readonly FindingCell[], side: FindingCell['side']): string {
  const bySheet = new Map<string, string[]>();
  for (const { cell } of cells.filter((entry) => entry.side === side)) {
    const list = bySheet.get(cell.sheet) ?? [];
    const paragraph = paragraphNumber(cell);
    list.push(paragraph === null ? addressOf(cell) : `${PARAGRAPH_MARK}${paragraph}`);
    bySheet.set(cell.sheet, list);
  }
  return [...bySheet]
    .map(
      ([sheet, addresses]) =>
        `${documentName(sheet) ?? sheet} ${addresses.slice(0, MOST_PLACES).join('、')}${addresses.length > MOST_PLACES ? '…' : ''}`,
    )
    .join('，');
}

/** What a person would call the cell: by its row, and by its column where that has a name. */
export function cellLabel({ label, columnLabel }: { readonly label: string; readonly columnLabel: string }): string {
  return columnLabel === '' ? label : `${label} · ${columnLabel}`;
}

/** A table's cell on one side of a finding. */
export function factCell(fact: Fact, side: FindingCell['side'], sign: 1 | -1): FindingCell {
  const { cell, value, printed, decimals, unit } = fact;
  return {
    cell,
    value: value === null ? printed : formatDecimal(value, decimals),
    nil: value === null,
    side,
    sign,
    unit,
    label: cellLabel(fact),
  };
}

/** Fingerprint of the rule and its cells, and of the place of the words in a paragraph. */
export function hash(rule: string, cells: readonly FindingCell[]): string {
  const words = ({ start }: FindingCell): string => (start === undefined ? '' : `@${start}`);
  const text = [
    rule,
    ...cells.map((entry) => `${entry.cell.sheet}!${addressOf(entry.cell)}${words(entry)}${entry.side}${entry.sign}`),
  ].join('\n');
  return fingerprint(text);
}

/** 64-bit FNV-1a of a text, as 16 hexadecimal digits. */
export function fingerprint(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of utf8(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}

function* utf8(text: string): Iterable<number> {
  for (const symbol of text) {
    const point = symbol.codePointAt(0) ?? 0;
    if (point < 0x80) yield point;
    else {
      const extra = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      yield (extra === 1 ? 0xc0 : extra === 2 ? 0xe0 : 0xf0) | (point >> (6 * extra));
      for (let shiftBy = 6 * (extra - 1); shiftBy >= 0; shiftBy -= 6) yield 0x80 | ((point >> shiftBy) & 0x3f);
    }
  }
}
