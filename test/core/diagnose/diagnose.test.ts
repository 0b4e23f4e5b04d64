/** Little systems of equations, and which cell is named with which value. */
import { checkWorkbook } from '../../../src/core';
import { check } from '../../../src/core/check';
import type { Cause, CheckResult, Relation } from '../../../src/core/model';
import { addressOf } from '../../../src/core/workbook';
import { equation, resultOf, sameName, type TermLiteral } from '../../support/findings';
import { sheet, type GridCell } from '../../support/grid';

const told = ({ cells, slip, confidence }: Cause): string =>
  `${cells.map(({ cell, suggested }) => `${cell.sheet}!${addressOf(cell)}=${suggested}`).join(' & ')} ${slip} ${confidence >= 0.9 ? 'likely' : confidence >= 0.5 ? 'possible' : 'candidate'}`;

const causesOf = (result: CheckResult): readonly string[] => result.causes.map(told);

/** 表八: 合计 | 基本 | 项目; a total row over three rows. */
function table(rows: readonly (readonly [string, string, string])[], on = '表八'): readonly Relation[] {
  const at = (row: number, column: number): TermLiteral => [`${on}!${'BCD'[column]}${row + 2}`, rows[row]?.[column] ?? ''];
  const sums = rows.map((_, row) => equation(at(row, 0), [at(row, 1), at(row, 2)], { rule: 'row-sums' }));
  const rollUps = [0, 1, 2].map((column) =>
    equation(
      at(0, column),
      rows.slice(1).map((_, row) => at(row + 1, column)),
      { rule: 'functional-rollup' },
    ),
  );
  return [...sums, ...rollUps];
}

const RIGHT = [
  ['181.25', '100.25', '81.00'],
  ['75.20', '45.20', '30.00'],
  ['65.85', '35.85', '30.00'],
  ['40.20', '19.20', '21.00'],
] as const;

const withFigure = (row: number, column: number, figure: string) =>
  RIGHT.map(
    (figures, r) => figures.map((old, c) => (r === row && c === column ? figure : old)) as unknown as readonly [string, string, string],
  );

test('a table that ties out has no causes', () => {
  expect(causesOf(resultOf(...table(RIGHT)))).toEqual([]);
});

test.each<readonly [string, number, number, string, string]>([
  ['the decimal point of a total moved', 1, 0, '752.00', '表八!B3=75.20 decimal-shift likely'],
  ['digits of a part swapped', 2, 1, '38.55', '表八!C4=35.85 transposed-digits likely'],
  ['a sign', 3, 2, '-21.00', '表八!D5=21.00 sign likely'],
  ['a part left out of the total of all', 0, 0, '116.05', '表八!B2=181.25 unknown likely'],
  ['the figure of the cell beside', 1, 1, '30.00', '表八!C3=45.20 neighbour-cell likely'],
  ['the decimals cut', 0, 1, '100.00', '表八!C2=100.25 truncated likely'],
  ['a figure that no slip explains', 2, 0, '17.11', '表八!B4=65.85 unknown likely'],
])('%s: the one cell in no equation that holds', (_, row, column, figure, cause) => {
  expect(causesOf(resultOf(...table(withFigure(row, column, figure))))[0]).toBe(cause);
});

test('every finding that vanishes is named, in the order of the findings', () => {
  const result = resultOf(...table(withFigure(1, 0, '752.00')));
  expect(result.causes[0]?.findings).toEqual(result.findings.map(({ id }) => id));
  expect(result.findings).toHaveLength(2);
});

test('one equation alone is never a claim: the cells are candidates, the likeliest slip first', () => {
  const { causes } = resultOf(
    equation(
      ['表三!B2', '160.00'],
      [
        ['表三!B3', '90.00'],
        ['表三!B4', '61.00'],
      ],
    ),
  );
  expect(causes.length).toBeGreaterThan(1);
  expect(causes.every(({ confidence }) => confidence < 0.5)).toBe(true);
  expect(causes.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1);
  expect(new Set(causes.map(({ findings }) => findings.join())).size).toBe(1);
});

test('two cells that stand in the same equations are a tie', () => {
  const { causes } = resultOf(
    equation(['表三!B2', '100.00'], [['表五!B2', '91.37']]),
    equation(['表三!B2', '100.00'], [['表六!B2', '91.37']]),
    equation(['表五!B2', '91.37'], [['表七!B2', '91.37']]),
  );
  expect(causes.map(told)).toEqual(['表三!B2=91.37 stale-copy likely']);
  const tie = resultOf(equation(['表三!B2', '83.00'], [['表五!B2', '38.00']]));
  expect(causesOf(tie)).toEqual(['表三!B2=38.00 transposed-digits candidate', '表五!B2=83.00 transposed-digits candidate']);
});

test('an equation that holds protects its cells', () => {
  const held = equation(['表五!B2', '38.00'], [['表六!B2', '38.00']]);
  const [first] = resultOf(equation(['表三!B2', '83.00'], [['表五!B2', '38.00']]), held).causes;
  expect(told(first!)).toBe('表三!B2=38.00 transposed-digits candidate');
});

test('rounding and hints never start a diagnosis', () => {
  const rounding = equation(
    ['表三!B2', '100.01'],
    [
      ['表三!B3', '50.00'],
      ['表三!B4', '50.00'],
    ],
  );
  const hint = equation(['表三!B9', '10.00'], [['表五!B9', '12.00']], { severity: 'info' });
  const result = resultOf(rounding, hint);
  expect(result.findings.map((finding) => finding.class)).toEqual(['rounding', 'mismatch']);
  expect(result.causes).toEqual([]);
});

test('a figure moved to the cell below is one cause of two cells', () => {
  const rows = RIGHT.map((row) => [...row]) as unknown as [string, string, string][];
  rows[1] = ['75.20', '45.20', ''];
  rows[2] = ['65.85', '35.85', '30.00'];
  rows[3] = ['40.20', '19.20', '51.00'];
  // The row sums of both rows break, the column still adds up: either the two amounts are wrong or the two totals.
  const both = resultOf(...table(rows));
  expect(both.causes.every(({ cells, findings, confidence }) => cells.length === 2 && findings.length === 2 && confidence < 0.5)).toBe(
    true,
  );
  expect(causesOf(both).map((cause) => cause.split(' ').slice(0, 3).join(' '))).toContain('表八!D3=30 & 表八!D5=21.00');
  const swapped = RIGHT.map((row) => [...row]) as unknown as [string, string, string][];
  [swapped[2]![2], swapped[3]![2]] = ['21.00', '30.00'];
  expect(causesOf(resultOf(...table(swapped)))[0]).toMatch(/^表八!D4=30.00 & 表八!D5=21.00 row-shift candidate/);
});

test('two slips apart are two causes', () => {
  const rows = withFigure(1, 0, '752.00').map((row) => [...row]) as unknown as [string, string, string][];
  const other = table(withFigure(2, 1, '38.55'), '表九');
  expect(causesOf(resultOf(...table(rows), ...other)).slice(0, 2)).toEqual([
    '表八!B3=75.20 decimal-shift likely',
    '表九!C4=35.85 transposed-digits likely',
  ]);
});

test('two slips in one table: both cells, together where an equation joins them', () => {
  const rows = withFigure(1, 1, '54.20').map((row) => [...row]) as unknown as [string, string, string][];
  rows[3]![1] = '192.00';
  const [first] = resultOf(...table(rows)).causes;
  expect(told(first!)).toMatch(/^表八!C3=45.20 & 表八!C5=19.20 .* likely/);
});

test('the interval of an equation in 元 leaves the digits in 万元 to the others', () => {
  const [first] = resultOf(
    equation(['表三!B2', '57.20', '万元'], [['表九!B2', '752000.00', '元']]),
    equation(
      ['表三!B2', '57.20', '万元'],
      [
        ['表三!C2', '45.20', '万元'],
        ['表三!D2', '30.00', '万元'],
      ],
    ),
  ).causes;
  expect(told(first!)).toBe('表三!B2=75.20 transposed-digits likely');
});

describe('formulas', () => {
  const rows = [
    ['151.25', '81.05', '70.20'],
    ['75.20', '45.20', '30.00'],
    ['65.85', '35.85', '30.00'],
    ['40.20', '', '40.20'],
  ] as const;

  /** As `resultOf`, with formulas by place. */
  function computed(relations: readonly Relation[], formulas: Readonly<Record<string, string>>): CheckResult {
    const rule = { meta: { id: 'literal', title: 'literal', basis: 'literal', severity: 'error' as const }, relations: () => relations };
    const tables = resultOf(...relations).tables;
    const figures = new Map(
      relations.flatMap((made) =>
        made.type === 'amount' ? [...made.left, ...made.right].map(({ fact }) => [addressOf(fact.cell), fact.printed] as const) : [],
      ),
    );
    return check({ tables, facts: [], labels: [] }, [rule], {
      contentOf: (cell) => {
        const formula = formulas[`${cell.sheet}!${addressOf(cell)}`];
        const printed = figures.get(addressOf(cell)) ?? '';
        return { value: printed === '' ? null : Number(printed), ...(formula === undefined ? {} : { formula }) };
      },
    });
  }

  test('a sum that leaves a row out: which, and the formula that takes it in', () => {
    const figures = rows.map((row) => [...row]) as unknown as [string, string, string][];
    figures[0] = ['141.05', '81.05', '100.20'];
    const { causes } = computed(table(figures), { '表八!B2': '=SUM(B3:B4)', '表八!C2': '=SUM(C3:C5)', '表八!D2': '=SUM(D3:D5)' });
    expect(causes.map(told)[0]).toBe('表八!B2=181.25 missing-row likely');
    expect(causes[0]?.cells[0]).toMatchObject({ value: '141.05', formula: '=SUM(B3:B5)', omitted: [{ sheet: '表八', row: 4, column: 1 }] });
  });

  test('a sum that was not recalculated: its own formula gives the right figure', () => {
    const figures = rows.map((row) => [...row]) as unknown as [string, string, string][];
    figures[0] = ['141.05', '81.05', '100.20'];
    const { causes } = computed(table(figures), { '表八!B2': '=SUM(B3:B5)' });
    expect(causes.map(told)[0]).toBe('表八!B2=181.25 stale-copy likely');
    expect(causes[0]?.cells[0]).toMatchObject({ computed: 'not-recalculated', formula: '=SUM(B3:B5)' });
  });

  test('where the formula itself speaks one equation is enough', () => {
    const sum = equation(
      ['表八!B2', '141.05'],
      [
        ['表八!B3', '75.20'],
        ['表八!B4', '65.85'],
        ['表八!B5', '40.20'],
      ],
    );
    expect(computed([sum], { '表八!B2': '=SUM(B3:B4)' }).causes.map(told)[0]).toBe('表八!B2=181.25 missing-row likely');
    expect(computed([sum], { '表八!B2': '=B3+B4+B5' }).causes.map(told)[0]).toBe('表八!B2=181.25 stale-copy likely');
    expect(computed([sum], {}).causes[0]?.confidence).toBeLessThan(0.5);
  });

  test('a total typed over its formula, its siblings still formulas: the formula again', () => {
    const figures = rows.map((row) => [...row]) as unknown as [string, string, string][];
    figures[0] = ['118.25', '81.05', '100.20'];
    const { causes } = computed(table(figures), { '表八!C2': '=SUM(C3:C5)', '表八!D2': '=SUM(D3:D5)' });
    expect(causes.map(told)[0]).toBe('表八!B2=181.25 transposed-digits likely');
    expect(causes[0]?.cells[0]).toMatchObject({ computed: 'typed-over', formula: '=SUM(B3:B5)' });
  });

  test('a wrong part goes through the totals computed from it', () => {
    // C3 should be 45.20; C2 = SUM(C3:C5) went along, so only the row sums and the other table speak.
    const figures = rows.map((row) => [...row]) as unknown as [string, string, string][];
    figures[0] = ['181.25', '90.05', '100.20'];
    figures[1] = ['75.20', '54.20', '30.00'];
    const elsewhere = equation(['表八!C2', '90.05'], [['表九!C2', '81.05']]);
    const { causes } = computed([...table(figures), elsewhere], {
      '表八!B2': '=SUM(B3:B5)',
      '表八!C2': '=SUM(C3:C5)',
      '表八!D2': '=SUM(D3:D5)',
    });
    expect(causes.map(told)[0]).toBe('表八!C3=45.20 transposed-digits likely');
    expect(causes[0]?.findings).toHaveLength(3);
  });
});

describe('formulas and sentences', () => {
  const rows = (wrong: string, sum: string): GridCell[][] => [
    ['2024年部门支出总表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', { value: Number(sum) + 41, formula: '=D4+E4' }, { value: Number(sum), formula: '=SUM(D5:D7)' }, 41],
    ['208', '社会保障和就业支出', { value: Number(wrong) + 20, formula: '=D5+E5' }, Number(wrong), 20],
    ['210', '卫生健康支出', { value: 43.12, formula: '=D6+E6' }, 32.12, 11],
    ['221', '住房保障支出', { value: 36.75, formula: '=D7+E7' }, 26.75, 10],
  ];
  const causesOf = (wrong: string, sum: string) =>
    checkWorkbook({
      sheets: [
        sheet('表三', rows(wrong, sum)),
        {
          ...sheet('预算说明', [['预算说明'], ['2024年部门支出预算245.66万元，其中：基本支出204.66万元，项目支出41.00万元。']]),
          text: true,
        },
      ],
    }).causes;

  test('only the sentence disagrees with a sum of formulas: the words are not claimed, a typed part may be wrong', () => {
    const causes = causesOf('154.79', '213.66');
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });

  test('all of it agrees: nothing is said', () => {
    expect(causesOf('145.79', '204.66')).toEqual([]);
  });
});

describe('several wrong cells under one long sum', () => {
  const COLUMNS = ['B', 'C', 'D'] as const;
  const amounts = Array.from({ length: 30 }, (_, row) => [310 + 7 * row, 200 + 3 * row, 110 + 4 * row] as const);
  const total = COLUMNS.map((_, column) => amounts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const printed = (value: number): string => value.toFixed(2);

  /** 表三 with wrong figures by place; 表五 states every figure again; the columns add up to row 2. */
  function relations(wrong: Readonly<Record<string, number>>): readonly Relation[] {
    const at = (column: number, row: number): TermLiteral => {
      const place = `表三!${COLUMNS[column] ?? ''}${row + 3}`;
      return [place, printed(wrong[place] ?? amounts[row]?.[column] ?? 0)];
    };
    const rows = amounts.flatMap((figures, row) => [
      equation(at(0, row), [at(1, row), at(2, row)], { rule: 'row-sums' }),
      ...COLUMNS.map((name, column) =>
        equation(at(column, row), [[`表五!${name}${row + 3}`, printed(figures[column] ?? 0)]], { rule: 'copies' }),
      ),
    ]);
    const sums = COLUMNS.map((name, column) =>
      equation(
        [`表三!${name}2`, printed(total[column] ?? 0)],
        amounts.map((_, row) => at(column, row)),
      ),
    );
    return [...rows, ...sums];
  }

  test('each is named by what only its own row and its copy say', () => {
    const wrong = { '表三!C4': 2030, '表三!C9': 128, '表三!C15': 2.36, '表三!C20': 215, '表三!C27': -272, '表三!C31': 824 };
    const { causes } = resultOf(...relations(wrong));
    const claimed = causes.filter(({ confidence }) => confidence >= 0.5);
    const suggested = claimed.map(({ cells: [cell] }) => `表三!${addressOf(cell!.cell)}=${cell!.suggested}`);
    expect(suggested.sort()).toEqual(
      ['表三!C4=203.00', '表三!C9=218.00', '表三!C15=236.00', '表三!C20=251.00', '表三!C27=272.00', '表三!C31=284.00'].sort(),
    );
  });
});

describe('names and codes', () => {
  test('of two writings, each once, neither is claimed', () => {
    const result = resultOf(sameName(['表三!B9', '劳动关系和维护权'], ['表五!B9', '劳动关系的维权']));
    expect(result.causes.every(({ slip, confidence }) => slip === 'wording' && confidence < 0.5)).toBe(true);
  });
});
