/** Published tables, read as if nothing were known of them: what their figures alone tell is true. */
import { readTables } from '../../../src/core';
import { judge } from '../../../src/core/interval';
import type { Fact } from '../../../src/core/model';
import { gridsOf, type Grid } from '../../../src/core/unknown/grid';
import { totalsOf, type Total } from '../../../src/core/unknown/totals';
import { caseWorkbook } from '../../support/cases';

function gridsIn(name: string): readonly Grid[] {
  const workbook = caseWorkbook(name);
  return readTables(workbook).tables.flatMap((table) => gridsOf(workbook, [{ ...table, kind: 'other', panels: [] }]));
}

function verdictOf({ total, parts }: Total): string {
  const right = parts.map((fact) => ({ fact, sign: 1 as const }));
  return judge({ type: 'amount', rule: '', op: '=', left: [{ fact: total, sign: 1 }], right, message: { id: '', data: {} } }).verdict;
}

const broken = (grid: Grid): readonly Total[] => (totalsOf(grid) ?? []).filter((total) => verdictOf(total) === 'mismatch');

test.each([
  ['seed-000.xlsx', 29],
  ['seed-001.xlsx', 22],
  ['seed-002.xlsx', 18],
  ['seed-003.xlsx', 15],
  ['seed-004.xlsx', 6],
])('%s: sums are learnt, and none of them is said to break', (name, sums) => {
  const grids = gridsIn(name);
  expect(grids.flatMap((grid) => totalsOf(grid) ?? []).length).toBeGreaterThanOrEqual(sums);
  expect(grids.flatMap(broken)).toEqual([]);
});

test('a slip in any figure of a budget is found where the sums show it, and never laid to other figures', () => {
  let found = 0;
  for (const grid of gridsIn('seed-000.xlsx')) {
    if ((totalsOf(grid) ?? []).length === 0) continue;
    grid.rows.forEach((row, at) =>
      row.forEach((fact, place) => {
        if (!fact?.value) return;
        const slipped: Fact = { ...fact, value: { units: fact.value.units + 900n, scale: fact.value.scale } };
        const rows = grid.rows.map((other, r) => (r === at ? other.map((old, c) => (c === place ? slipped : old)) : other));
        const told = broken({ ...grid, rows });
        expect(told.filter(({ total, parts }) => total !== slipped && !parts.includes(slipped))).toEqual([]);
        if (told.length > 0) found += 1;
      }),
    );
  }
  expect(found).toBeGreaterThan(50);
});
