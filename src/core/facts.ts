/** Which facts do the tables state: every amount cell of a mapped row and a mapped column, with its meaning? */
import { BUILT_IN_CATALOGUE, schemeOfCode, type Catalogue } from './accounts';
import { ZERO, formatDecimal } from './amount';
import { NO_DIMENSIONS } from './bare-fact';
import { fundOfTitle } from './funds';
import { readFigure, shownValue, type Figure } from './recognise/figure';
import { compact, textOf } from './recognise/text';
import type { Column, Fact, Facts, Fund, Label, Nature, Panel, Quantity, Row, Table, TableKind, Unit } from './model';
import { cellAt, type Cell, type CellRef, type Sheet, type Workbook } from './workbook';

/** Whose money a table counts where no column or row says otherwise. */
const FUND_OF_KIND: Partial<Readonly<Record<TableKind, Fund>>> = {
  'fiscal-summary': 'fiscal',
  'fiscal-expenditure': 'fiscal',
  'general-expenditure': 'general',
  'general-basic': 'general',
  'general-basic-gov': 'general',
  'general-project': 'general',
  'general-project-gov': 'general',
  'three-public': 'general',
  'gov-fund': 'gov-fund',
  'state-capital': 'state-capital',
};

const NATURE_OF_KIND: Partial<Readonly<Record<TableKind, Nature>>> = {
  'general-basic': 'basic',
  'general-basic-gov': 'basic',
  'general-project': 'project',
  'general-project-gov': 'project',
  'project-list': 'project',
};

function baseFund(table: Table): Fund {
  const fund = FUND_OF_KIND[table.kind];
  if (fund) {
    // A “三公” table with a column for each fund counts them together in the others.
    const byFund = table.kind === 'three-public' && table.panels.some((p) => p.columns.some((c) => c.measure?.fund !== undefined));
    return byFund ? 'fiscal' : fund;
  }
  return table.kind === 'project-list' || table.kind === 'other' ? fundOfTitle(table) : 'all';
}

/** 基本支出 or 项目支出 in the title; a title with both (基本支出和项目支出) means all. */
function natureOfTitle({ title }: Table): Nature {
  const [basic, project] = [/基本支出/.test(title), /项目支出/.test(title)];
  return basic === project ? 'all' : basic ? 'basic' : 'project';
}

function baseNature(table: Table): Nature {
  if (table.kind === 'fiscal-expenditure' || table.kind === 'other') return natureOfTitle(table);
  return NATURE_OF_KIND[table.kind] ?? 'all';
}

function labelOf(row: Row): string {
  const parts = [row.account && row.codeText ? row.account.code : row.codeText, row.nameText ?? row.organisation].filter(
    (part) => part !== null,
  );
  return parts.length > 0 ? parts.join(' ') : row.line === 'grand-total' || row.line === 'item' ? '合计' : '';
}

interface Context {
  readonly table: Table;
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly unit: Unit;
  readonly fund: Fund;
  readonly nature: Nature;
}

function cellOf({ table }: Context, row: Row, column: Column): CellRef {
  const { sheet = table.sheet, shift = 0 } = row.continued ?? {};
  return { sheet, row: row.index, column: column.index - shift };
}

function storedAt({ sheets }: Context, cell: CellRef): Cell | undefined {
  const sheet = sheets.get(cell.sheet);
  return sheet && cellAt(sheet, cell.row, cell.column);
}

/** As printed, with the digits of its column. */
function printedOf(figure: Figure, decimals: number): string {
  if (figure.type === 'amount') return formatDecimal(figure.value, decimals);
  if (figure.type !== 'nil') return '';
  return figure.dash ? '-' : formatDecimal(ZERO, decimals);
}

/** One cell as a fact; `null` when it holds text that is no amount. */
function factOf(context: Context, panel: Panel, row: Row, column: Column): Fact | null {
  const { table } = context;
  const cell = cellOf(context, row, column);
  const stored = storedAt(context, cell);
  const figure = readFigure(stored);
  if (figure.type === 'text') return null;
  const decimals = column.decimals ?? 0;
  const shown = figure.type === 'amount' ? shownValue(stored) : null;
  const { stage, part, within, beside, flow } = column.measure ?? {};
  const value = figure.type === 'amount' ? figure.value : null;
  const printed = printedOf(figure, decimals);
  return {
    table,
    cell,
    value,
    printed,
    ...(shown ? { shown } : {}),
    decimals,
    unit: context.unit,
    side: panel.side ?? 'expenditure',
    line: row.line,
    account: row.account,
    fund: column.measure?.fund ?? context.fund,
    source: row.line === 'source' || row.line === 'carry-in-source' ? row.fund : null,
    nature: row.nature ?? column.measure?.nature ?? context.nature,
    year: row.year ?? column.measure?.year ?? 'current',
    item: row.item ?? column.measure?.item ?? null,
    organisation: row.organisation,
    project: row.project,
    row: `t${table.index}:${row.id}`,
    parent: row.parent === null ? null : `t${table.index}:${row.parent}`,
    duplicateTotal: row.duplicateTotal === true,
    label: labelOf(row),
    columnLabel: part?.[part.length - 1] ?? column.header[column.header.length - 1] ?? '',
    ...(stage ? { stage } : {}),
    ...(part ? { part } : {}),
    ...(within ? { within: { nature: within.nature ?? context.nature, fund: within.fund ?? context.fund } } : {}),
    ...(beside ? { beside } : {}),
    ...(flow ? { flow } : {}),
  };
}

function labelsOf(table: Table, sheets: ReadonlyMap<string, Sheet>): readonly Label[] {
  if (table.template) return [];
  return table.panels.flatMap((panel) =>
    panel.rows.flatMap((row): readonly Label[] => {
      const { line, account, nameText, nameCell, codeCell } = row;
      const codeText = row.codeText ?? codeBelow(panel, row);
      if (line !== 'account' || !account || !codeText || !nameText || !nameCell) return [];
      return [
        {
          table,
          account,
          name: nameText,
          codeText,
          nameCell,
          codeCell,
          ...(row.correctedAccount ? { corrected: true as const } : {}),
          ...codeAgain(sheets.get(table.sheet), table, panel, row),
        },
      ];
    }),
  );
}

/** A heading without a code (一般行政管理事务 above its projects): the code that the rows below it state. */
function codeBelow({ rows }: Panel, { id, account }: Row): string | null {
  const below = rows.filter((row) => row.parent === id && row.codeText !== null);
  const alike = below.every((row) => row.account?.scheme === account?.scheme && row.account?.code === account?.code);
  return alike ? (below[0]?.codeText ?? null) : null;
}

/** By-unit tables hold units and accounts in one column; beside 类 and 款 in columns of their own the account stands there once more. */
function codeAgain(sheet: Sheet | undefined, table: Table, panel: Panel, row: Row): Pick<Label, 'again'> {
  const units = panel.columns.find(({ role }) => role === 'organisation');
  if (!sheet || !units || !row.account || !row.codeCell || row.continued || row.codeCell.column === units.index) return {};
  const cell: CellRef = { sheet: table.sheet, row: row.index, column: units.index };
  const text = compact(textOf(cellAt(sheet, cell.row, cell.column)?.value));
  return schemeOfCode(text) === row.account.scheme ? { again: { text, cell } } : {};
}

/** The unit that most tables state; 万元 when none does. */
function commonUnit(tables: readonly Table[]): Unit {
  const counts = new Map<Unit, number>();
  for (const table of tables) if (table.unit) counts.set(table.unit, (counts.get(table.unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '万元';
}

/** 数量 and 单价 of a table's rows. */
function quantitiesOf(context: Context): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const panel of context.table.panels) {
    for (const column of panel.columns) {
      if (column.role !== 'quantity' && column.role !== 'price') continue;
      for (const row of panel.rows) {
        const cell = cellOf(context, row, column);
        const figure = readFigure(storedAt(context, cell));
        if (row.line === 'unknown' || figure.type === 'text') continue;
        const decimals = column.decimals ?? 0;
        found.push({
          table: context.table,
          cell,
          of: column.role,
          value: figure.type === 'amount' ? figure.value : null,
          printed: printedOf(figure, decimals),
          decimals,
          row: `t${context.table.index}:${row.id}`,
          label: labelOf(row),
          columnLabel: column.header[column.header.length - 1] ?? '',
        });
      }
    }
  }
  return found;
}

/** 增减额, 比上年增减｜金额: an amount by which others differ. */
const CHANGE = /增减|增加|减少|差额|变动/;
const RATE = /%|％|率|比例|比重|幅度/;

/** The columns that state by how much this year's amounts differ from last year's, row by row. */
function changesOf(context: Context): readonly Fact[] {
  return context.table.panels.flatMap((panel) =>
    panel.columns.flatMap((column): readonly Fact[] => {
      const heading = column.header.join(' ');
      if (column.role !== 'comparison' || !CHANGE.test(heading) || RATE.test(heading)) return [];
      const cells = panel.rows.flatMap((row) => {
        const cell = cellOf(context, row, column);
        const figure = readFigure(storedAt(context, cell));
        return row.line === 'unknown' || figure.type === 'text' ? [] : [{ row, cell, figure }];
      });
      const decimals = cells.reduce((most, { figure }) => Math.max(most, figure.type === 'amount' ? figure.decimals : 0), 0);
      return cells.map(({ row, cell, figure }): Fact => ({
        ...NO_DIMENSIONS,
        table: context.table,
        cell,
        value: figure.type === 'amount' ? figure.value : null,
        printed: printedOf(figure, decimals),
        decimals,
        unit: context.unit,
        row: `t${context.table.index}:${row.id}`,
        label: labelOf(row),
        columnLabel: column.header[column.header.length - 1] ?? '',
      }));
    }),
  );
}

/** Facts in the order table, panel, row, column. Blank cells are facts with a `null` value; text among amounts is none. */
export function factsOf(workbook: Workbook, tables: readonly Table[], catalogue: Catalogue = BUILT_IN_CATALOGUE): Facts {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const unit = commonUnit(tables);
  const facts: Fact[] = [];
  const quantities: Quantity[] = [];
  const changes: Fact[] = [];
  for (const table of tables) {
    const context: Context = { table, sheets, unit: table.unit ?? unit, fund: baseFund(table), nature: baseNature(table) };
    // a blank form states nothing
    if (table.template) continue;
    quantities.push(...quantitiesOf(context));
    changes.push(...changesOf(context));
    for (const panel of table.panels) {
      const columns = panel.columns.filter((column) => column.role === 'amount' && column.measure);
      for (const row of panel.rows) {
        if (row.line === 'unknown') continue;
        for (const column of columns) {
          const fact = factOf(context, panel, row, column);
          if (fact) facts.push(fact);
        }
      }
    }
  }
  return { tables, facts, labels: tables.flatMap((table) => labelsOf(table, sheets)), quantities, changes, catalogue };
}
