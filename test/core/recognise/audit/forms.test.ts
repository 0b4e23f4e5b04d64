/**
 * Every form and every indicator of the five budgets against the cells that hold them: the columns are written down by hand, the
 * rows are found by the one heading that stands over each list of indicators.
 */
import { formatDecimal } from '../../../../src/core/amount';
import type { Indicator, IndicatorRelation } from '../../../../src/core/forms';
import { recogniseTables } from '../../../../src/core/recognise';
import { addressOf, columnIndex, type Sheet } from '../../../../src/core/workbook';
import { caseWorkbook } from '../../../support/cases';

interface AuditedForms {
  readonly sheet: string;
  readonly forms: number;
  /** The heading over the names of the indicators, in that column. */
  readonly heading: readonly [column: string, text: string];
  /** Columns of level 1, level 2, value, relation, unit, weight; `-` where the form has none. */
  readonly columns: readonly [string, string, string, string, string, string];
  /** Label in a column → the cell beside it, by how many columns: what the head of each form states. */
  readonly project?: readonly [column: string, label: string, value: string];
  readonly code?: readonly [column: string, label: string, value: string];
  readonly amount: readonly [column: string, label: string, value: string, rowsBelow?: number];
  /** Weights are shares of 1. */
  readonly shares?: true;
}

const FORMS: Readonly<Record<string, readonly AuditedForms[]>> = {
  'seed-000.xlsx': [
    {
      sheet: '表十四',
      forms: 1,
      heading: ['B', '指标名称'],
      columns: ['-', '-', 'F', 'E', 'D', 'C'],
      amount: ['D', '部门支出预算数', 'E'],
    },
    ...['表十五', '表十五 (2)', '表十六', '表十六 (2)'].map((sheet): AuditedForms => ({
      sheet,
      forms: 1,
      heading: ['B', '指标名称'],
      columns: ['-', '-', 'F', 'E', 'D', 'C'],
      project: ['A', '专项资金名称', 'B'],
      amount: ['A', '当年预算', 'B'],
    })),
  ],
  'seed-001.xlsx': [
    {
      sheet: '表十一',
      forms: 1,
      heading: ['B', '指标名称'],
      columns: ['-', '-', 'F', 'E', 'D', 'C'],
      amount: ['D', '部门支出预算数', 'E'],
      shares: true,
    },
    {
      sheet: '表十二',
      forms: 37,
      heading: ['D', '三级指标'],
      columns: ['B', 'C', 'E', 'F', 'G', 'H'],
      project: ['A', '项目名称', 'B'],
      amount: ['A', '资金总额（万元)', 'B'],
    },
  ],
  'seed-002.xlsx': [
    {
      sheet: '表7',
      forms: 1,
      heading: ['D', '三级指标'],
      columns: ['B', 'C', 'F', 'E', 'G', 'H'],
      amount: ['B', '资金总额', 'B', 1],
    },
  ],
  'seed-003.xlsx': [
    {
      sheet: '项目绩效',
      forms: 24,
      heading: ['C', '三级指标'],
      columns: ['A', 'B', 'E', '-', '-', '-'],
      project: ['D', '项目名称', 'E'],
      code: ['A', '项目编码', 'B'],
      amount: ['B', '预算数', 'C'],
    },
  ],
  'seed-004.xlsx': [
    {
      sheet: '表十',
      forms: 1,
      heading: ['D', '三级指标'],
      columns: ['B', 'C', 'G', 'F', 'E', 'H'],
      amount: ['E', '部门支出预算总额（万元)', 'F'],
    },
    {
      sheet: '表十一',
      forms: 2,
      heading: ['D', '三级指标'],
      columns: ['B', 'C', 'H', 'G', 'F', 'E'],
      project: ['A', '项目名称', 'B'],
      amount: ['A', '当年预算（万元)', 'B'],
    },
  ],
};

const SIGNS: Readonly<Record<string, IndicatorRelation>> = {
  '≥': '>=',
  '≤': '<=',
  '=': '=',
  '＝': '=',
  '>': '>',
  '<': '<',
  定性: 'qualitative',
};

type Line = readonly [place: string, level1: string, level2: string, value: string, relation: string, unit: string, weight: string];

const textAt = (sheet: Sheet, row: number, column: string): string =>
  column === '-' ? '' : String(sheet.rows[row]?.[columnIndex(column)]?.value ?? '').trim();

/** 「≥95%」, 「610套」: sign, figure and unit in one cell, where the form has no columns for them. */
function inOneCell(text: string): readonly [relation: string, unit: string] {
  const match = /^([≥≤=＝>]?)(\d+(?:\.\d+)?)(\D{0,6})$/.exec(text.replace(/\s/g, ''));
  return match ? [SIGNS[match[1] ?? ''] ?? '', match[3] ?? ''] : ['', ''];
}

function expectedLines(sheet: Sheet, table: AuditedForms): readonly Line[] {
  const [level1, level2, value, relation, unit, weight] = table.columns;
  const [nameColumn, heading] = table.heading;
  const lines: Line[] = [];
  let inside = false;
  let above: [string, string] = ['', ''];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const name = textAt(sheet, row, nameColumn);
    if (name === heading) {
      inside = true;
      above = ['', ''];
    } else if (inside && name === '') inside = false;
    else if (inside) {
      const own = textAt(sheet, row, level1);
      above = [own || above[0], textAt(sheet, row, level2) || (own && own !== above[0] ? '' : above[1])];
      const told = relation === '-' ? inOneCell(textAt(sheet, row, value)) : null;
      const points = Number(textAt(sheet, row, weight) || 0) * (table.shares ? 100 : 1);
      lines.push([
        addressOf({ row, column: columnIndex(nameColumn) }),
        ...above,
        textAt(sheet, row, value),
        told ? told[0] : (SIGNS[textAt(sheet, row, relation)] ?? ''),
        told ? told[1] : textAt(sheet, row, unit),
        points === 0 ? '' : String(Number(points.toFixed(6))),
      ]);
    }
  }
  return lines;
}

const lineOf = (indicator: Indicator): Line => [
  addressOf(indicator.name.cell),
  indicator.levels[0] ?? '',
  indicator.levels[1] ?? '',
  indicator.value?.text ?? '',
  indicator.relation ?? '',
  indicator.unit ?? '',
  indicator.weight ? formatDecimal(indicator.weight) : '',
];

/** What stands beside each of the labels, from the top down. */
function beside(sheet: Sheet, [column, label, value, below = 0]: AuditedForms['amount']): readonly string[] {
  const plain = (text: string): string => text.replace(/\s/g, '');
  return sheet.rows.flatMap((_, row) => (plain(textAt(sheet, row, column)) === plain(label) ? [textAt(sheet, row + below, value)] : []));
}

const CODE = /^([0-9A-Z]{12,})-(.*)$/s;

describe.each(Object.entries(FORMS))('%s', (name, audited) => {
  const workbook = caseWorkbook(name);
  const tables = recogniseTables(workbook);

  test.each(audited.map((table) => [table.sheet, table] as const))('%s', (sheetName, table) => {
    const sheet = workbook.sheets.find((one) => one.name === sheetName)!;
    const forms = tables.filter((one) => one.sheet === sheetName).flatMap((one) => one.forms ?? []);
    expect(forms).toHaveLength(table.forms);
    expect(forms.flatMap((form) => form.indicators).map(lineOf)).toEqual(expectedLines(sheet, table));
    expect(forms.every((form) => form.indicators.length > 0)).toBe(true);

    const total = forms.map((form) => form.amounts.find((amount) => amount.role === 'total'));
    expect(total.map((amount) => amount?.value && Number(formatDecimal(amount.value)))).toEqual(
      beside(sheet, table.amount).map((text) => Number(text.replace(/,/g, ''))),
    );
    expect(new Set(total.map((amount) => amount?.unit))).toEqual(new Set(['万元']));
    if (!table.project) return;
    const written = beside(sheet, table.project);
    expect(forms.map((form) => form.project?.text)).toEqual(written.map((text) => CODE.exec(text)?.[2]?.trim() ?? text));
    const codes = table.code ? beside(sheet, table.code) : written.map((text) => CODE.exec(text)?.[1] ?? null);
    expect(forms.map((form) => form.code?.text ?? null)).toEqual(codes);
  });
});

test('seed-002 表6: a flat table, each project in the row of its first indicator', () => {
  const workbook = caseWorkbook('seed-002.xlsx');
  const sheet = workbook.sheets.find((one) => one.name === '表6')!;
  const forms = recogniseTables(workbook)
    .filter((one) => one.sheet === '表6')
    .flatMap((one) => one.forms ?? []);
  const projects: [string, number][] = [];
  const lines: Line[] = [];
  let above: [string, string] = ['', ''];
  for (let row = 4; row < sheet.rows.length; row += 1) {
    const project = textAt(sheet, row, 'B');
    if (project) {
      projects.push([project, Number(textAt(sheet, row, 'C').replace(/,/g, ''))]);
      above = ['', ''];
    }
    if (textAt(sheet, row, 'G') === '') continue;
    const own = textAt(sheet, row, 'E');
    above = [own || above[0], textAt(sheet, row, 'F') || (own && own !== above[0] ? '' : above[1])];
    const [value, relation, unit, weight] = ['I', 'H', 'J', 'K'].map((column) => textAt(sheet, row, column)) as [
      string,
      string,
      string,
      string,
    ];
    lines.push([addressOf({ row, column: 6 }), ...above, value, SIGNS[relation] ?? '', unit, weight]);
  }
  const own = forms.filter((form) => !form.sum);
  expect(own.map((form) => [form.project?.text, Number(formatDecimal(form.amounts[0]!.value!))])).toEqual(projects);
  expect(own.flatMap((form) => form.indicators).map(lineOf)).toEqual(lines);
});
