/** A budget of 20,000 cells and more, as a snapshot and as a file, with as many slips as asked for. */
import * as XLSX from '@e965/xlsx';
import type { Cell, Sheet, Workbook } from '../../src/core';

const UNITS = 83;
const ACCOUNTS = 20;
const ROWS = UNITS * ACCOUNTS;
const AMOUNT_FORMAT = '#,##0.00';

/** Amounts and names in the two tables. */
export const LARGE_CELLS = ROWS * 12;

const text = (value: string): Cell => ({ value, text: value });
const amount = (value: number): Cell => ({ value, format: AMOUNT_FORMAT });

/** 人力资源和社会保障管理事务 has twelve 项 of its own, 行政事业单位养老支出 the other eight. */
function accountOf(number: number): string {
  return number < 12 ? `20801${String(number + 1).padStart(2, '0')}` : `20805${String(number - 11).padStart(2, '0')}`;
}

/** 部门支出总表 and 一般公共预算支出表 of many units; `slips` of their 基本支出 have a digit too many. */
export function largeBudget(slips: number): Workbook {
  const wrong = new Set(Array.from({ length: slips }, (_, index) => Math.floor(((index + 0.5) * 2 * ROWS) / slips)));
  const table = (name: string, title: string, first: number): Sheet => {
    const figures = Array.from({ length: ROWS }, (_, row) => [((row * 31) % 997) + 1, (row * 13) % 499] as const);
    const [basics, projects] = figures.reduce(([a, b], [basic, project]) => [a + basic, b + project] as const, [0, 0] as const);
    const head = [[title], ['单位：万元'], ['单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出']];
    const body = figures.map(([basic, project], row) => [
      text(`单位${Math.floor(row / ACCOUNTS)}`),
      text(accountOf(row % ACCOUNTS)),
      text(`科目${row % ACCOUNTS}`),
      amount(basic + project),
      amount(wrong.has(first + row) ? basic * 10 + 3 : basic),
      amount(project),
    ]);
    return {
      name,
      rows: [
        ...head.map((row) => row.map(text)),
        [text('合计'), text(''), text(''), ...[basics + projects, basics, projects].map(amount)],
        ...body,
      ],
    };
  };
  return { sheets: [table('表三', '2024年部门支出总表', 0), table('表五', '2024年一般公共预算支出表', ROWS)] };
}

/** As .xlsx. */
export function asFile({ sheets }: Workbook): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((cells) =>
        (cells ?? []).map((cell) =>
          typeof cell?.value === 'number' ? { v: cell.value, t: 'n', z: AMOUNT_FORMAT } : (cell?.value ?? null),
        ),
      ),
    );
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
