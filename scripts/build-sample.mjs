/**
 * Makes assets/samples/sample-budget.xlsx from the published workbook in test/cases: the same figures and texts, in the fonts,
 * and row heights of a published budget. `node scripts/build-sample.mjs`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** So that the same input gives the same bytes. */
const WRITTEN = new Date(2024, 1, 20);
const FONTS =
  '<fonts count="2"><font><sz val="11"/><color rgb="FF000000"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><b/><sz val="18"/><color rgb="FF000000"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>';
const ROW_HEIGHTS = { 1: 36, 2: 20, 3: 20 };
const BODY_HEIGHT = 19;

/** The workbook's styles with wrapped text. */
const WRAPPING = new Set(['5', '9', '12', '13']);

/** Of a Chinese character, in widths of a digit; of a line, in points. */
const CHINESE_CHARACTER = 2.15;
const LINE_HEIGHT = 15;

const parts = unzipSync(readFileSync(here('test/cases/seed-000.xlsx')));
const strings = [...strFromU8(parts['xl/sharedStrings.xml']).matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) =>
  item.replace(/<[^>]*>/g, ''),
);
for (const [name, bytes] of Object.entries(parts)) {
  if (name === 'xl/styles.xml') parts[name] = strToU8(strFromU8(bytes).replace(/<fonts[\s\S]*?<\/fonts>/, FONTS));
  if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(dress(strFromU8(bytes)));
}
const files = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, [bytes, { mtime: WRITTEN }]]));
writeFileSync(here('assets/samples/sample-budget.xlsx'), zipSync(files, { level: 9 }));

/** Rows as high as a published table has them: every line of a wrapped or merged text can be seen. */
function dress(sheet) {
  const widths = [...sheet.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].flatMap(([, min, max, width]) =>
    Array.from({ length: Number(max) - Number(min) + 1 }, () => Number(width)),
  );
  const merges = new Map(
    [...sheet.matchAll(/<mergeCell ref="([A-Z])(\d+):([A-Z])(\d+)"/g)].map(([, from, top, to, bottom]) => [from + top, { to, bottom }]),
  );
  return sheet.replace(/<row r="(\d+)"([^>]*)>([\s\S]*?)<\/row>/g, (whole, row, rest, cells) =>
    /\bht="/.test(rest) ? whole : `<row r="${row}" ht="${heightOf(row, cells, merges, widths)}" customHeight="1"${rest}>${cells}</row>`,
  );
}

/** In points. Excel does not fit a row to merged text: whoever lays out a table sets the height by hand, and so do we. */
function heightOf(row, cells, merges, widths) {
  if (ROW_HEIGHTS[row]) return ROW_HEIGHTS[row];
  let lines = 1;
  for (const [, letter, style, index] of cells.matchAll(/<c r="([A-Z])\d+" s="(\d+)" t="s"><v>(\d+)<\/v>/g)) {
    const { to = letter, bottom = row } = merges.get(letter + row) ?? {};
    if (!WRAPPING.has(style) || bottom !== row) continue;
    const room = widths.slice(column(letter), column(to) + 1).reduce((sum, width) => sum + width, 0) / CHINESE_CHARACTER;
    const needed = strings[Number(index)].split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / room)), 0);
    lines = Math.max(lines, needed);
  }
  return lines > 1 ? Math.min(409, lines * LINE_HEIGHT + 6) : BODY_HEIGHT;
}

function column(letter) {
  return letter.charCodeAt(0) - 65;
}
