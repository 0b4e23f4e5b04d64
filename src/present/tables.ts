/** Which question this file answers: what was recognised in a workbook, as a list of its tables for a person or a script. */
import type { Skipped, Table } from '../core/model';
import { nothingToCheck } from '../core/nothing';
import { addressOf, rangeAddress } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { inventoryOf, type InventoryReport } from './json';
import { kindName, messageText, placeName, skippedText } from './messages';
import { align, indent, paint, type TextOptions } from './text';
import { oneLine } from './width';

export interface Inventory {
  readonly tables: readonly Table[];
  readonly skipped: readonly Skipped[];
}

export interface TablesOptions extends TextOptions {
  /** Say of each table why it was read so. */
  readonly evidence: boolean;
}

/** Titles longer than this are cut. */
const MOST_TITLE = 60;

/** The inventory of one workbook for a script: the `tables` of a check's report, and what of its settings was not used. */
export function tablesReport({ tables, skipped }: Inventory, file: string, locale: Locale): InventoryReport {
  return inventoryOf(tables, withNothing(tables, skipped), file, locale);
}

/** The inventory for a person: one line a table, evidence below it when asked for. Ends with a line break. */
export function tablesText({ tables, skipped }: Inventory, file: string, options: TablesOptions): string {
  const { locale } = options;
  const lines = [paint(oneLine(file), 'strong', options)];
  if (tables.length > 0) {
    const [header = '', ...rows] = align(
      [COLUMNS.map((column) => translate(locale, `cli.tables.${column}`)), ...tables.map(rowOf(locale))],
      NUMBERS,
    );
    lines.push(`  ${paint(header, 'faint', options)}`);
    rows.forEach((row, index) => {
      lines.push(`  ${row}`);
      const table = tables[index];
      if (options.evidence && table) lines.push(...indent(evidenceLines(table, locale), 6).map((line) => paint(line, 'faint', options)));
    });
  }
  for (const entry of withNothing(tables, skipped)) lines.push(`  ${oneLine(skippedText(locale, entry))}`);
  return `${lines.join('\n')}\n`;
}

const COLUMNS = ['sheet', 'range', 'kind', 'phase', 'unit', 'year', 'panels', 'rows', 'mapped', 'unread', 'department', 'title'] as const;
const NUMBERS: ReadonlySet<number> = new Set((['panels', 'rows', 'mapped', 'unread'] as const).map((column) => COLUMNS.indexOf(column)));

function rowOf(locale: Locale) {
  return (table: Table): readonly string[] => {
    const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
      sheet: oneLine(table.sheet),
      range: rangeAddress(table.range),
      kind: kindName(locale, table.kind) + (table.corrected ? translate(locale, 'cli.tables.corrected') : ''),
      phase: translate(locale, `phase.${table.phase}`),
      unit: table.unit ?? '',
      year: table.year === null ? '' : String(table.year),
      panels: String(table.panels.length),
      rows: String(table.bodyRows),
      mapped: String(table.mappedRows),
      unread: String(table.unread.length),
      department: oneLine(table.department ?? ''),
      title: cut(oneLine(table.title)),
    };
    return COLUMNS.map((column) => cells[column]);
  };
}

function cut(title: string): string {
  return title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE)}…` : title;
}

function evidenceLines(table: Table, locale: Locale): readonly string[] {
  return table.evidence.map(({ because, cells }) => {
    const places = cells.map((cell) => (cell.sheet === table.sheet ? addressOf(cell) : oneLine(placeName(cell)))).join(' ');
    return oneLine(messageText(locale, because)) + (places === '' ? '' : `  ${places}`);
  });
}

/** A workbook without a budget table says why, here as in a check. */
function withNothing(tables: readonly Table[], skipped: readonly Skipped[]): readonly Skipped[] {
  const reason = nothingToCheck(tables);
  return reason ? [{ rule: 'workbook', reason }, ...skipped] : skipped;
}
