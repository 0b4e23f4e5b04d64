/** The formulas of 差异清单 and 底稿, calculated by the grid, give what the check found: on real workbooks, all relations. */
import { checkWorkbook, type CheckResult } from '../../src/core';
import type { SheetPlan } from '../../src/core/spreadsheet';
import type { Workbook } from '../../src/core/workbook';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { workingPaper } from '../../src/present/workingPaper';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { fillModel, gridWorkbook } from '../../src/workbench/univer/open';
import type { UniverWorkbookModel } from '../../src/workbench/univer/univerModel';
import { readPresentation, readXlsx } from '../../src/xlsx';
import { caseBytes } from '../support/cases';

const FILES = ['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-003.xlsx', 'seed-004.xlsx'];
const PLANS: readonly ((result: CheckResult, workbook: Workbook) => SheetPlan)[] = [
  (result, workbook) => discrepancySheet(result, 'zh-CN', { workbook }),
  (result, workbook) => workingPaper(result, 'zh-CN', workbook),
];

/** What the grid makes of the formulas of a plan, where it is not what the plan says; empty texts and zeros are one. */
async function others(
  model: UniverWorkbookModel,
  { name, rows }: SheetPlan,
): Promise<{ readonly count: number; readonly wrong: readonly string[] }> {
  const sheet = model.addSheet(name);
  const formulas = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell?.type === 'formula' ? [{ row, column, formula: cell.formula, value: cell.value }] : [])),
  );
  model.write(
    sheet,
    formulas.map(({ row, column, formula }) => ({ row, column, formula })),
    'user',
  );
  await model.settle();
  const read = model.read(sheet, { top: 0, left: 0, bottom: rows.length, right: Math.max(...rows.map(({ length }) => length)) });
  const wrong = formulas.flatMap(({ row, column, formula, value }) => {
    const given = read[row]?.[column]?.value;
    const same = typeof given === 'number' ? given === Number(value) : String(given ?? '') === value;
    return same ? [] : [`${formula} gives ${String(given)}, not ${value}`];
  });
  return { count: formulas.length, wrong };
}

test.each(FILES)(
  '%s',
  async (file) => {
    const workbook = readXlsx(caseBytes(file));
    const result = checkWorkbook(workbook);
    const opened = readPresentation(caseBytes(file));
    const model = createHeadlessModel(gridWorkbook(opened, file, 'zh-CN'));
    try {
      fillModel(model, opened);
      for (const plan of PLANS) {
        const { count, wrong } = await others(model, plan(result, workbook));
        expect(count).toBeGreaterThan(0);
        expect(wrong).toEqual([]);
      }
    } finally {
      model.dispose();
    }
  },
  60_000,
);
