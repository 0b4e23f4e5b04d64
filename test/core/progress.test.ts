/** A check comes in steps small enough that a page stays alive between them; measured in what a step does, not by the clock. */
import { checkWorkbook, checkWorkbookSteps, drain, type CheckProgress, type Sheet, type Workbook } from '../../src/core';
import { caseWorkbook } from '../support/cases';
import { sheet } from '../support/grid';

const SEED = caseWorkbook('seed-000.xlsx');

/** The published budget and twenty ledgers: 200,000 cells beside it. */
const LARGE: Workbook = {
  sheets: [
    ...SEED.sheets,
    ...Array.from({ length: 20 }, (_, number): Sheet => {
      const rows = Array.from({ length: 500 }, (_, r) => Array.from({ length: 20 }, (_, c) => number + r * 20 + c));
      return sheet(`台账${number + 1}`, rows);
    }),
  ],
};

function stepsOf(workbook: Workbook): readonly CheckProgress[] {
  const steps = checkWorkbookSteps(workbook);
  const told: CheckProgress[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return told;
    told.push(value);
  }
}

test('all steps together are the check', () => {
  expect(drain(checkWorkbookSteps(SEED))).toEqual(checkWorkbook(SEED));
});

test('sheets, rules, diagnosis follow one another and are counted', () => {
  const told = stepsOf(SEED);
  expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['recognise', 'check', 'diagnose']);
  const checking = told.filter(({ phase }) => phase === 'check').map(({ done }) => done);
  expect(checking).toEqual([...checking].sort((a, b) => a - b));
  for (const { done, total } of told) expect(done >= 0 && done < total).toBe(true);
});

test('the findings are there before the causes are searched', () => {
  const found = stepsOf(SEED).flatMap((step) => (step.found ? [step.found] : []));
  const { causes, ...rest } = checkWorkbook(SEED);
  expect(causes.length).toBeGreaterThan(0);
  expect(found).toEqual([{ ...rest, causes: [] }]);
});

test('200,000 cells: no step reads more than one sheet, or applies more than one rule', () => {
  let read = 0;
  let mostInAStep = 0;
  const counted: Workbook = {
    sheets: LARGE.sheets.map((one) => {
      let seen = false;
      const first = (): Sheet['rows'] => {
        if (!seen) read += 1;
        seen = true;
        return one.rows;
      };
      return Object.defineProperty({ ...one }, 'rows', { get: first });
    }),
  };
  const steps = checkWorkbookSteps(counted);
  const applied: number[] = [];
  let recognising = true;
  for (;;) {
    const before = read;
    const { done, value } = steps.next();
    if (recognising) mostInAStep = Math.max(mostInAStep, read - before);
    if (done === true) break;
    recognising = value.phase === 'recognise';
    if (value.phase === 'check') applied.push(value.done);
  }
  expect(read).toBe(LARGE.sheets.length);
  expect(mostInAStep).toBe(1);
  for (const [at, done] of applied.entries()) expect(done - (applied[at - 1] ?? 0)).toBeLessThanOrEqual(1);
}, 60_000);
