/** Findings as literals, for tests of what is shown: `equation(['表三!C6', '6523.40'], [['表三!C7', '1555.94'], …])`. */
import { parseDecimal } from '../../src/core/amount';
import { NO_DIMENSIONS } from '../../src/core/bare-fact';
import { check } from '../../src/core/check';
import { INTERVAL, type Tolerance } from '../../src/core/interval';
import type {
  AmountRelation,
  CheckResult,
  Fact,
  Label,
  LabelRelation,
  Relation,
  Severity,
  Skipped,
  Table,
  Term,
  Unit,
} from '../../src/core/model';
import { parseAddress, type CellRef } from '../../src/core/workbook';

/** Place, amount as printed ('' is nil), unit (万元 unless named), sign. */
export type TermLiteral = readonly [place: string, printed: string, unit?: Unit, sign?: 1 | -1];

export function place(text: string): CellRef {
  const bang = text.lastIndexOf('!');
  const cell = parseAddress(text.slice(bang + 1));
  if (cell === null) throw new Error(`Not a place: ${text}`);
  return { sheet: text.slice(0, bang), ...cell };
}

const TABLES = new Map<string, Table>();

export function tableOn(sheet: string): Table {
  const known = TABLES.get(sheet);
  if (known) return known;
  const table: Table = {
    index: TABLES.size,
    sheet,
    range: { top: 0, left: 0, bottom: 40, right: 5 },
    kind: 'dept-expenditure',
    phase: 'budget',
    title: sheet,
    unit: '万元',
    year: 2024,
    department: null,
    panels: [],
    notes: [],
    evidence: [],
    bodyRows: 40,
    mappedRows: 40,
    unread: [],
  };
  TABLES.set(sheet, table);
  return table;
}

/** `printed`: '' is nil. */
export function factAt(cell: CellRef, printed: string, unit: Unit = '万元'): Fact {
  const value = printed === '' ? null : parseDecimal(printed);
  return {
    ...NO_DIMENSIONS,
    table: tableOn(cell.sheet),
    cell,
    value,
    printed,
    decimals: printed.split('.')[1]?.length ?? 0,
    unit,
    line: 'account',
    row: `${cell.sheet}:${cell.row}`,
    label: `第 ${cell.row + 1} 行`,
    columnLabel: '合计',
  };
}

function term([where, printed, unit, sign = 1]: TermLiteral): Term {
  return { fact: factAt(place(where), printed, unit), sign };
}

export interface RelationOptions {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly op?: AmountRelation['op'];
}

export function equation(
  left: TermLiteral | readonly TermLiteral[],
  right: readonly TermLiteral[],
  options: RelationOptions = {},
): AmountRelation {
  const lefts = (Array.isArray(left[0]) ? left : [left]) as readonly TermLiteral[];
  return {
    type: 'amount',
    rule: options.rule ?? 'functional-rollup',
    op: options.op ?? '=',
    left: lefts.map(term),
    right: right.map(term),
    ...(options.severity ? { severity: options.severity } : {}),
    message: { id: 'present.sentence.equal', data: {} },
  };
}

function label([where, name]: readonly [string, string]): Label {
  const cell = place(where);
  return {
    table: tableOn(cell.sheet),
    account: { scheme: 'functional', code: '2080110' },
    name,
    codeText: '2080110',
    nameCell: cell,
    codeCell: null,
  };
}

export function sameName(left: readonly [string, string], right: readonly [string, string]): LabelRelation {
  return {
    type: 'label',
    rule: 'account-names',
    left: label(left),
    right: label(right),
    severity: 'warning',
    message: { id: 'present.sentence.label', data: {} },
  };
}

/** Judged by the engine itself, so that a literal cannot be a finding that never occurs. */
export function resultOf(...relations: (Relation | Skipped)[]): CheckResult {
  return resultUnder(INTERVAL, ...relations);
}

/** The same with what a user chose to allow. */
export function resultUnder(tolerance: Tolerance, ...relations: (Relation | Skipped)[]): CheckResult {
  const sheets = new Set<string>();
  for (const relation of relations) {
    if ('reason' in relation) continue;
    const cells =
      relation.type === 'label'
        ? [relation.left.nameCell, relation.right.nameCell]
        : relation.type === 'amount'
          ? [...relation.left, ...relation.right].map(({ fact }) => fact.cell)
          : [];
    for (const cell of cells) sheets.add(cell.sheet);
  }
  const rule = { meta: { id: 'literal', title: 'literal', basis: 'literal', severity: 'error' as const }, relations: () => relations };
  return check({ tables: [...sheets].map(tableOn).sort((a, b) => a.index - b.index), facts: [], labels: [] }, [rule], { tolerance });
}
