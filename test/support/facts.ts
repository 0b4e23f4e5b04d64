/** Facts as literals, for tests of rules: a row of a test is a row of a table. */
import { parseDecimal } from '../../src/core/amount';
import type { Account, Fact, Facts, Fund, Item, Label, Line, Nature, Phase, Side, Table, TableKind, Unit } from '../../src/core/model';

export interface FactLiteral {
  readonly line?: Line;
  readonly code?: string;
  readonly side?: Side;
  readonly source?: Fund;
  readonly item?: Item;
  readonly parent?: string;
  readonly row?: string;
  readonly label?: string;
  readonly duplicateTotal?: boolean;
  /** Column → printed amount; '' is nil. Column keys: a nature, a fund or an item; `last:` before it for 上年, `budget:` for 预算数. */
  readonly amounts: Readonly<Record<string, string>>;
}

export interface TableLiteral {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly unit?: Unit;
  readonly decimals?: number;
  readonly fund?: Fund;
  readonly nature?: Nature;
  readonly department?: string;
  readonly phase?: Phase;
  readonly rows: readonly FactLiteral[];
}

const NATURES: readonly string[] = ['all', 'basic', 'project', 'staff', 'operating'] satisfies Nature[];
const ITEMS: readonly string[] = [
  'three-public-total',
  'abroad',
  'vehicle',
  'vehicle-purchase',
  'vehicle-running',
  'reception',
  'goods',
  'works',
  'services',
  'agency-operating',
] satisfies Item[];

function accountOf(code: string | undefined): Account | null {
  if (code === undefined) return null;
  const scheme = code.startsWith('5') ? 'economic-gov' : code.startsWith('3') ? 'economic-dept' : 'functional';
  return { scheme, code };
}

/** Tables as literals → what the rules see. Row n of a table stands in sheet row n, its k-th amount in column B + k. */
export function factsOfLiterals(literals: readonly TableLiteral[]): Facts {
  const tables: Table[] = [];
  const facts: Fact[] = [];
  const labels: Label[] = [];
  literals.forEach((literal, index) => {
    const table: Table = {
      index,
      sheet: literal.sheet,
      range: { top: 0, left: 0, bottom: literal.rows.length, right: 5 },
      kind: literal.kind,
      phase: literal.phase ?? 'budget',
      title: literal.sheet,
      unit: literal.unit ?? '万元',
      year: 2024,
      department: literal.department ?? null,
      panels: [],
      notes: [],
      evidence: [],
      bodyRows: literal.rows.length,
      mappedRows: literal.rows.length,
      unread: [],
    };
    tables.push(table);
    literal.rows.forEach((row, at) => {
      const account = accountOf(row.code);
      const label = row.label ?? row.code ?? row.line ?? '';
      Object.entries(row.amounts).forEach(([columnKey, printed], column) => {
        const [, of, key = ''] = /^(?:(last|budget):)?(.*)$/.exec(columnKey) ?? [];
        const value = printed === '' ? null : parseDecimal(printed);
        facts.push({
          table,
          cell: { sheet: literal.sheet, row: at, column: column + 1 },
          value: value && value.units === 0n ? null : value,
          printed,
          decimals: literal.decimals ?? 2,
          unit: table.unit ?? '万元',
          side: row.side ?? 'expenditure',
          line: row.line ?? 'account',
          account,
          fund: NATURES.includes(key) || ITEMS.includes(key) ? (literal.fund ?? 'all') : (key as Fund),
          source: row.source ?? null,
          nature: NATURES.includes(key) ? (key as Nature) : (literal.nature ?? 'all'),
          year: of === 'last' ? 'last' : 'current',
          ...(of === 'budget' ? { stage: 'budget' as const } : {}),
          item: row.item ?? (ITEMS.includes(key) ? (key as Item) : null),
          organisation: null,
          project: null,
          row: `${index}:${row.row ?? row.code ?? at}`,
          parent: row.parent === undefined ? null : `${index}:${row.parent}`,
          duplicateTotal: row.duplicateTotal ?? false,
          label,
          columnLabel: columnKey,
        });
      });
      if (account && row.label !== undefined) {
        const cell = { sheet: literal.sheet, row: at, column: 0 };
        labels.push({ table, account, name: row.label, codeText: account.code, nameCell: cell, codeCell: cell });
      }
    });
  });
  return { tables, facts, labels };
}
