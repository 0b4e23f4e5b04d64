/**
 * How long does recognition take (tables, then facts), beside parsing the same file, and does it grow linearly with the cells?
 * Wanted: 20 sheets with 5,000 cells within 50 ms after loading. Run: npm run bench:recognise
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { factsOf } from '../../src/core/facts';
import { recogniseTables } from '../../src/core/recognise';
import type { Cell, Sheet, Workbook } from '../../src/core/workbook';
import { readXlsx } from '../../src/xlsx';

const text = (value: string): Cell => ({ value, text: value });
const amount = (value: number): Cell => ({ value: Math.round(value * 100) / 100, format: '#,##0.00' });

const WANTED_MS = 50;
const TITLES = ['部门支出总表', '一般公共预算支出表', '一般公共预算基本支出表', '项目支出明细表'];

/** One table of `rows` body rows and six columns; accounts under units, some blanks. */
function tableOf(name: string, title: string, rows: number): Sheet {
  const economic = title.includes('基本支出表');
  const body = Array.from({ length: rows }, (_, row) => {
    const account = row % 20;
    const code = economic ? `302${String(account + 1).padStart(2, '0')}` : `20801${String(account + 1).padStart(2, '0')}`;
    const basic = (row * 31) % 997;
    const project = (row * 13) % 499;
    return [
      text(`单位${Math.floor(row / 20)}`),
      text(code),
      text(`科目${account}`),
      amount(basic + project),
      amount(basic),
      ...(row % 3 ? [amount(project)] : []),
    ];
  });
  const head = ['单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'].map(text);
  return { name, rows: [[text(`2024年${title}`)], [text('单位：万元')], head, [text('合计'), text(''), text(''), amount(1)], ...body] };
}

function generated(sheets: number, rows: number): Workbook {
  return { sheets: Array.from({ length: sheets }, (_, i) => tableOf(`表${i}`, TITLES[i % TITLES.length] as string, rows)) };
}

function cellsIn(workbook: Workbook): number {
  return workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((count, row) => count + (row?.length ?? 0), 0), 0);
}

/** The same workbook as a file. */
function fileOf(workbook: Workbook): Uint8Array {
  const book = utils.book_new();
  for (const sheet of workbook.sheets) {
    const rows = sheet.rows.map((row) => [...(row ?? [])].map((cell) => cell?.value ?? null));
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheet.name);
  }
  return Uint8Array.from(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
}

/** The fastest of some runs after a warm-up, in milliseconds: what else the machine does only ever adds. */
/** Sheets that were never read: what is known of a sheet that did not change is not read again. */
const anew = ({ sheets }: Workbook): Workbook => ({ sheets: sheets.map((sheet) => ({ ...sheet })) });

function timed(work: () => void, runs = 9): number {
  for (let i = 0; i < 3; i += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const seeds = ['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-003.xlsx', 'seed-004.xlsx'];
for (const seed of seeds) {
  const bytes = new Uint8Array(readFileSync(path.join('test/cases', seed)));
  const workbook = readXlsx(bytes);
  const parsing = timed(() => void readXlsx(bytes));
  const recognising = timed(() => void recogniseTables(anew(workbook)));
  console.log(
    `${seed}: ${cellsIn(workbook)} cells, recognise ${recognising.toFixed(1)} ms, recognise/parse ${(recognising / parsing).toFixed(2)}`,
  );
}
for (const [sheets, rows] of [
  [20, 45],
  [20, 850],
  [2, 8500],
  [2, 17000],
  [2, 34000],
] as const) {
  const workbook = generated(sheets, rows);
  const cells = cellsIn(workbook);
  const recognising = timed(() => void recogniseTables(anew(workbook)), 5);
  const tables = recogniseTables(workbook);
  const stating = timed(() => void factsOf(workbook, tables), 5);
  const rate = (recognising / cells) * 1e6;
  const bytes = fileOf(workbook);
  const parsing = timed(() => void readXlsx(bytes), 3);
  const ratio = (recognising / parsing).toFixed(2);
  console.log(
    `${sheets} sheets, ${cells} cells: recognise ${recognising.toFixed(1)} ms (${rate.toFixed(0)} ns a cell), recognise/parse ${ratio}, facts ${stating.toFixed(1)} ms`,
  );
  if (cells < 6000) console.log(`  wanted within ${WANTED_MS} ms: ${recognising <= WANTED_MS ? 'kept' : 'missed'}`);
}
