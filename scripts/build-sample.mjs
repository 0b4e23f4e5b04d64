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

const parts = unzipSync(readFileSync(here('test/cases/seed-000.xlsx')));
for (const [name, bytes] of Object.entries(parts)) {
  if (name === 'xl/styles.xml') parts[name] = strToU8(strFromU8(bytes).replace(/<fonts[\s\S]*?<\/fonts>/, FONTS));
  if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(dress(strFromU8(bytes)));
}
const files = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, [bytes, { mtime: WRITTEN }]]));
writeFileSync(here('assets/samples/sample-budget.xlsx'), zipSync(files, { level: 9 }));

/** Taller rows; those with wrapping cells (headers, performance tables) keep the height that fits their text. */
function dress(sheet) {
  return sheet.replace(/<row r="(\d+)"([^>]*)>([\s\S]*?)<\/row>/g, (whole, row, rest, cells) => {
    const wraps = [...cells.matchAll(/ s="(\d+)"/g)].some(([, style]) => WRAPPING.has(style));
    if (wraps || /\bht="/.test(rest)) return whole;
    return `<row r="${row}" ht="${ROW_HEIGHTS[row] ?? BODY_HEIGHT}" customHeight="1"${rest}>${cells}</row>`;
  });
}
