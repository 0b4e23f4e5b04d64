/**
 * How long does reading 200,000 cells take, beside @e965/xlsx on the same file?
 * Run: npx esbuild test/bench/xlsx-read.bench.ts --bundle --platform=node --packages=external --outfile=<file>.cjs && node <file>.cjs
 */
import { utils, read, write } from '@e965/xlsx';
import { annotateXlsx, readXlsx } from '../../src/xlsx';

const ROWS = 10_000;
const COLUMNS = 20;

function generated(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) =>
      column === 0 ? `科目${row}` : column === 1 ? `支出 ${row % 97}` : Math.round((row * 37 + column * 101) % 99991) / 100,
    ),
  );
  const sheet = utils.aoa_to_sheet(rows);
  for (let row = 1; row <= ROWS; row += 10) sheet[`T${row}`] = { t: 'n', v: row, f: `SUM(C${row}:S${row})` };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '大表');
  return Uint8Array.from(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function timed(work: () => void): number {
  return median(
    Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

const bytes = generated();
const ours = timed(() => void readXlsx(bytes));
const theirs = timed(() => void read(bytes, { type: 'array', cellFormula: true, cellNF: true }));
const annotations = Array.from({ length: 500 }, (_, i) => ({
  cell: { sheet: '大表', row: i * 20, column: 5 },
  mark: 'error' as const,
  comment: `【勾稽】${i}`,
}));
const annotating = timed(() => void annotateXlsx(bytes, annotations, {}));
console.log(
  `${ROWS * COLUMNS} cells, ${(bytes.length / 1e6).toFixed(1)} MB: readXlsx ${ours.toFixed(0)} ms, @e965/xlsx ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`,
);
console.log(`annotate 500 cells: ${annotating.toFixed(0)} ms; memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
