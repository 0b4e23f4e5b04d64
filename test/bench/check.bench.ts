/** How much processor time does the whole check take, on the sample and on workbooks of up to 200,000 cells, and does it grow with the cells? */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../../src/core';
import type { Cell, Sheet, Workbook } from '../../src/core/workbook';
import { readXlsx } from '../../src/xlsx';

const text = (value: string): Cell => ({ value, text: value });
const amount = (value: number): Cell => ({ value: Math.round(value * 100) / 100, format: '#,##0.00' });

/** One 部门支出总表 and one 一般公共预算支出表 of `units` units, each with its accounts listed down to 项. */
function generated(units: number): Workbook {
  const table = (name: string, title: string): Sheet => {
    const rows: Cell[][] = [
      [text(title)],
      [text('单位：万元')],
      ['单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'].map(text),
    ];
    const body: Cell[][] = [];
    let total = 0;
    for (let unit = 0; unit < units; unit += 1) {
      let sum = 0;
      for (let account = 0; account < 20; account += 1) {
        const basic = (unit * 31 + account * 17) % 997;
        const project = (unit * 13 + account * 7) % 499;
        sum += basic + project;
        body.push([
          text(`单位${unit}`),
          text(`20801${String(account + 1).padStart(2, '0')}`),
          text(`科目${account}`),
          amount(basic + project),
          amount(basic),
          amount(project),
        ]);
      }
      total += sum;
    }
    return { name, rows: [...rows, [text('合计'), text(''), text(''), amount(total)], ...body] };
  };
  return { sheets: [table('表三', '2024年部门支出总表'), table('表五', '2024年一般公共预算支出表')] };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function timed(work: () => void, runs: number): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}

const bytes = new Uint8Array(readFileSync(path.join('test/cases/seed-000.xlsx')));
const sample = readXlsx(bytes);
const reading = timed(() => void readXlsx(bytes), 15);
const checking = timed(() => void checkWorkbook(sample), 15);
console.log(`sample: read ${reading.toFixed(1)} ms, check ${checking.toFixed(1)} ms, check/read ${(checking / reading).toFixed(2)}`);
let before: number | null = null;
for (const units of [208, 416, 833]) {
  const large = generated(units);
  const cells = large.sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((count, row) => count + (row?.length ?? 0), 0), 0);
  const taken = timed(() => void checkWorkbook(large), 3);
  const growth = before === null ? '' : `, ${(taken / before).toFixed(1)} times as long as with half the cells`;
  console.log(`${cells} cells: check ${taken.toFixed(0)} ms${growth}`);
  before = taken;
}
