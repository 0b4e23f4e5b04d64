/** The programme's optimum is the optimum: checked by another solver, and by trying every set of cells. */
import highsLoader from 'highs';
import { largeInput } from '../../bench/diagnose/large';
import { randomOf } from '../../bench/diagnose/random';
import { cheapestSet, programmeOf, type Programme } from '../../../src/core/diagnose/programme';
import { smallestSets, strongViolated } from '../../../src/core/diagnose/search';
import { SurroundingsOf } from '../../../src/core/diagnose/surroundings';
import { componentsOf, systemOf } from '../../../src/core/diagnose/system';
import { Budget, Scales } from '../../../src/core/diagnose/weigh';
import { worldOf } from '../../../src/core/diagnose/world';
import { drain } from '../../../src/core/progress';
import { check } from '../../../src/core/check';
import { equation, resultOf } from '../../support/findings';

/** In the text format of CPLEX, which HiGHS reads. */
function asText({ rows, weights, bound, most }: Programme): string {
  const signed = (value: number, name: string): string => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`;
  const lines: string[] = [];
  rows.forEach(({ low, high, coefficients }, at) => {
    const sum = [...coefficients].map(([index, value]) => signed(value, `e${index}`)).join(' ');
    if (Number.isFinite(low)) lines.push(` low${at}: ${sum} >= ${low}`);
    if (Number.isFinite(high)) lines.push(` high${at}: ${sum} <= ${high}`);
  });
  for (const index of weights.keys()) {
    lines.push(` up${index}: e${index} - ${bound} w${index} <= 0`, ` down${index}: e${index} + ${bound} w${index} >= 0`);
  }
  lines.push(` most: ${[...weights.keys()].map((index) => `+ w${index}`).join(' ')} <= ${most}`);
  const objective = [...weights].map(([index, weight]) => signed(weight, `w${index}`)).join(' ');
  const free = [...weights.keys()].map((index) => ` e${index} free`).join('\n');
  const binaries = [...weights.keys()].map((index) => ` w${index}`).join('\n');
  return `Minimize\n obj: ${objective}\nSubject To\n${lines.join('\n')}\nBounds\n${free}\nBinaries\n${binaries}\nEnd\n`;
}

/** The systems of a workbook of ten groups with that many wrong cells close together. */
function systemsOf(slips: number): readonly Scales[] {
  const input = largeInput(2, slips);
  const world = worldOf(input);
  const violated = input.relations.flatMap(({ judgement }, at) => (judgement.verdict === 'mismatch' ? [at] : []));
  return componentsOf(world, violated).flatMap((component) => {
    const system = systemOf(world, component);
    return system ? [new Scales(world, system, new SurroundingsOf(world), new Budget(1e6))] : [];
  });
}

describe.each([1, 2, 3, 4])('%d wrong cells in two tables', (slips) => {
  test('costs no more than what HiGHS finds', async () => {
    const highs = await highsLoader();
    const systems = systemsOf(slips);
    expect(systems.length).toBeGreaterThan(0);
    for (const scales of systems) {
      const programme = programmeOf(scales, strongViolated(scales.system), new Map());
      expect(programme).not.toBeNull();
      const solution = highs.solve(asText(programme!));
      const found = drain(cheapestSet(programme!));
      if (solution.Status === 'Infeasible') expect(found).toBeNull();
      else expect(found?.objective).toBeCloseTo(solution.ObjectiveValue, 6);
    }
  });

  test('and has as many cells as the smallest set that substitution finds', () => {
    for (const scales of systemsOf(slips)) {
      const base = strongViolated(scales.system);
      const { hypotheses } = drain(smallestSets(scales, base, new Map()));
      const [first] = hypotheses;
      if (!first) continue;
      // With equal weights the cheapest set is the smallest.
      const programme = programmeOf(scales, base, new Map())!;
      const equal = { ...programme, weights: new Map([...programme.weights.keys()].map((index) => [index, 1])) };
      expect(drain(cheapestSet(equal))?.cells).toHaveLength(first.changes.size);
    }
  });
});

test('random programmes: the optimum of another solver', async () => {
  const highs = await highsLoader();
  const random = randomOf(7);
  for (let trial = 0; trial < 40; trial += 1) {
    const cells = 4 + random.below(8);
    const rows = Array.from({ length: 3 + random.below(5) }, () => {
      const coefficients = new Map<number, number>();
      for (let index = 0; index < cells; index += 1) if (random.below(3) === 0) coefficients.set(index, random.below(2) === 0 ? 1 : -1);
      const middle = random.below(3) === 0 ? (random.below(200) - 100) / 100 : 0;
      return { low: middle - 0.01, high: middle + 0.01, coefficients };
    }).filter(({ coefficients }) => coefficients.size > 0);
    const weights = new Map(Array.from({ length: cells }, (_, index) => [index, 0.5 + random.below(6) / 2]));
    const programme: Programme = { rows, weights, bound: 4, most: 3, excluded: [] };
    const solution = highs.solve(asText(programme));
    const found = drain(cheapestSet(programme));
    if (solution.Status === 'Infeasible') expect(found).toBeNull();
    else expect(found?.objective).toBeCloseTo(solution.ObjectiveValue, 6);
  }
});

test('amounts are computed in whole numbers, also where no equation holds one unknown alone', () => {
  // Three cells, each pair of which stands in one equation: only together do they have a solution.
  const relations = [
    equation(
      ['表三!B1', '70.00'],
      [
        ['表三!B2', '10.00'],
        ['表三!B3', '20.00'],
      ],
    ),
    equation(
      ['表三!B4', '90.00'],
      [
        ['表三!B3', '20.00'],
        ['表三!B5', '30.00'],
      ],
    ),
    equation(
      ['表三!B6', '80.00'],
      [
        ['表三!B2', '10.00'],
        ['表三!B5', '30.00'],
      ],
    ),
    ...['B1', 'B4', 'B6'].map((address) => {
      const amount = { B1: '70.00', B4: '90.00', B6: '80.00' }[address] ?? '';
      return equation([`表三!${address}`, amount], [[`表五!${address}`, amount]]);
    }),
  ];
  const rule = { meta: { id: 'literal', title: 'literal', basis: 'literal', severity: 'error' as const }, relations: () => relations };
  const { tables } = resultOf(...relations);
  const [first, ...others] = check({ tables, facts: [], labels: [] }, [rule]).causes;
  expect(others).toEqual([]);
  expect(first?.cells.map(({ suggested }) => suggested)).toEqual(['30.00', '40.00', '50.00']);
});

test('every cell of the narrowest violated row is a step of its own, until the rest can only cost more', () => {
  // Of three cells in the violated row two also stand in rows that hold: each of these alone would break one.
  const programme: Programme = {
    rows: [
      { low: 1, high: 1, coefficients: new Map([0, 1, 2].map((index) => [index, 1])) },
      { low: 0, high: 0, coefficients: new Map([[0, 1]]) },
      { low: 0, high: 0, coefficients: new Map([[1, 1]]) },
    ],
    weights: new Map([0, 1, 2].map((index) => [index, 1])),
    bound: 4,
    most: 3,
    excluded: [],
  };
  const steps = cheapestSet(programme);
  const taken: unknown[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    taken.push(step.value);
    if (step.done) break;
  }
  expect(taken).toEqual([0, 0, 0, { cells: [2], objective: 1 }]);
  expect(drain(cheapestSet({ ...programme, rows: programme.rows.slice(1) }))).toEqual({ cells: [], objective: 0 });
});
