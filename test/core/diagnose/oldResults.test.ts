/** A formula that keeps an old value is said so, also where no relation is violated. */
import { addressOf, checkWorkbook, type Cell } from '../../../src/core';
import { sheet, type GridCell } from '../../support/grid';

const formula = (value: number | null, text: string): Cell => ({ value, formula: text });

/** 合计 is the formula; `rest` are the two accounts. */
const told = (total: GridCell, rest: readonly [number, number] = [20, 10]) => {
  const rows: GridCell[][] = [
    ['2024年部门支出总表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', total, 25, 5],
    ['208', '社会保障和就业支出', rest[0], 15, 5],
    ['221', '住房保障支出', rest[1], 10, ''],
  ];
  const { findings, causes, skipped } = checkWorkbook({ sheets: [sheet('表三', rows)] });
  return {
    findings: findings
      .filter(({ class: kind }) => kind === 'mismatch')
      .map(({ rule, severity, left, right }) => `${rule} ${severity} ${left} ${right}`),
    causes: causes.map(
      ({ cells, slip, findings: own }) =>
        `${cells.map(({ cell, suggested, computed }) => `${addressOf(cell)}=${suggested} ${computed ?? ''}`).join()} ${slip} ${own.length}`,
    ),
    skipped: skipped.filter(({ rule }) => rule === 'formula-result').map(({ reason }) => reason),
  };
};

test('the kept value is what the formula gives: nothing is said', () => {
  expect(told(formula(30, '=C5+C6'))).toMatchObject({ findings: [], causes: [], skipped: [] });
});

test('the formula adds up other cells than the relations do: only its own result is old', () => {
  const { findings, causes } = told(formula(30, '=C5'));
  expect(findings).toEqual(['formula-result info 30 20']);
  expect(causes).toEqual(['C4=20 not-recalculated stale-copy 1']);
});

test('where sums are violated too one cause explains all', () => {
  const { findings, causes } = told(formula(24, '=C5+C6'));
  expect(findings).toContain('formula-result info 24 30');
  expect(causes).toEqual([`C4=30 not-recalculated stale-copy ${findings.length}`]);
});

test.each([null, 0])('a program that writes formulas without calculating keeps %s: not checked, and said so', (kept) => {
  const { findings, skipped } = told(formula(kept, '=C5+C6'));
  expect(findings.filter((finding) => finding.startsWith('formula-result'))).toEqual([]);
  expect(skipped).toEqual([{ id: 'skip.not-calculated', data: { sheet: '表三', count: '1' } }]);
});
