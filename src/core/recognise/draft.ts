/** What is a row before it has its id: labels read, meaning and parent to be decided. */
import type { Account, Fund, Item, Line, Nature, Row } from '../model';
import { schemeOfCode } from '../accounts';
import { codeAndName, codePart, isCodePart, withoutFill } from './codeParts';
import type { RoledColumn } from './columns';
import type { PanelColumns } from './panels';
import { refOf, type ViewCell, type ViewRow } from './sheetView';
import { textOf } from './text';
import { isTotalLabel, lineOf } from './vocabulary';

export interface Draft {
  readonly view: ViewRow;
  codeText: string | null;
  nameText: string | null;
  codeCell: ViewCell | null;
  nameCell: ViewCell | null;
  /** From a column of project names. */
  readonly projectText: string | null;
  /** From columns of another classification's codes. */
  readonly otherCode: string | null;
  readonly organisationText: string | null;
  readonly organisationCells: readonly ViewCell[];
  /** Name as written, leading blanks kept, for indentation. */
  readonly rawName: string;
  readonly hasAmounts: boolean;
  line: Line;
  account: Account | null;
  fund: Fund | null;
  item: Item | null;
  duplicateTotal: boolean;
  organisation: string | null;
  /** For line `organisation`: a 小计 below the rows that it adds up. */
  closes: boolean;
  project: string | null;
  /** Last year's figures, as the row's label says. */
  year: 'last' | null;
  /** For line `purpose`. */
  nature: Nature | null;
  correctedAccount: Account | null;
  parent: Draft | null;
}

/** 合计, 支出总计 in any of the label columns. */
export function isTotal({ codeText, nameText, organisationText }: Draft): boolean {
  return [codeText, nameText, organisationText].some((text) => text !== null && (isTotalLabel(text) || lineOf(text) === 'grand-total'));
}

type CodeCell = { readonly cell: ViewCell; readonly column: RoledColumn };
type Lead = (codes: readonly CodeCell[]) => string;

/** Reads the labels of a panel's rows, from top to bottom; a row that is empty there gives `null`. */
export function drafter(panel: PanelColumns): (row: ViewRow) => Draft | null {
  const columns = new Map(panel.columns.filter(({ role }) => role !== 'ordinal').map((column) => [column.index, column]));
  const lead = leadReader(panel);
  return (row) => draftOf(row, columns, lead);
}

const NOTHING_ABOVE: Lead = () => '';

/** 208 |  | below it  | 05 | and  |  | 05: the parts of a code that stand in the rows above only, where 类 | 款 | 项 have columns of their own. */
function leadReader({ columns }: PanelColumns): Lead {
  const parts = columns.filter(({ role, header }) => role === 'code' && isCodePart(header[header.length - 1]));
  if (new Set(parts.map(({ header }) => header[header.length - 1])).size < parts.length) return NOTHING_ABOVE;
  let above: readonly string[] = [];
  return (codes) => {
    const own = parts.map((part) => {
      const code = codes.find(({ column }) => column === part);
      return code ? codePart(code.cell, part.header) : '';
    });
    const first = own.findIndex((text) => text !== '');
    // a part that stands for itself is the whole code: 20805 under 款
    if (first < 0 || !(first === 0 ? /^\d{3}$/ : /^\d{2}$/).test(own[first] ?? '')) return '';
    const lead = above.slice(0, first);
    above = [...lead, ...own.slice(first)];
    return lead.join('');
  };
}

/** 类 | 款 | 项 are one code together; of a project's number and an account's code side by side only the account's counts. */
function ownCode(cells: readonly CodeCell[]): readonly CodeCell[] {
  const together = cells.map(({ cell, column }) => codePart(cell, column.header)).join('');
  if (cells.length < 2 || schemeOfCode(together) !== null) return cells;
  const account = cells.find(({ cell }) => schemeOfCode(cell.text) !== null && cells.some((other) => other.cell.text.length > 7));
  return account ? [account] : cells;
}

function draftOf(row: ViewRow, columns: ReadonlyMap<number, RoledColumn>, leadOf: Lead): Draft | null {
  const found: CodeCell[] = [];
  const otherCode: string[] = [];
  const organisationCells: ViewCell[] = [];
  let projectCell: ViewCell | null = null;
  let named: ViewCell | null = null;
  let organisationName: ViewCell | null = null;
  let hasAmounts = false;
  let filled = false;
  for (const cell of row.cells) {
    const column = columns.get(cell.column);
    // a dash among the labels says that there is none
    if (!column || (column.role !== 'amount' && cell.figure.type === 'nil' && cell.figure.dash)) continue;
    filled = true;
    const isText = cell.figure.type === 'text';
    switch (column.role) {
      case 'code':
        if (!isCodePart(cell.text)) found.push({ cell, column });
        break;
      case 'other-code':
        otherCode.push(codePart(cell, column.header));
        break;
      case 'organisation':
        organisationCells.push(cell);
        if (isText) organisationName ??= cell;
        break;
      case 'project':
        if (isText) {
          projectCell ??= cell;
          named ??= cell;
        }
        break;
      case 'name':
        if (isText) named ??= cell;
        break;
      case 'amount':
        hasAmounts ||= cell.figure.type === 'amount';
        break;
      default:
    }
  }
  if (!filled) return null;
  const lead = leadOf(found);
  const codeCells = ownCode(found);
  const nameCell = named ?? organisationName;
  const labelled = codeCells.length > 0 ? codeCells[0]?.cell : nameCell;
  const joint = labelled && labelled.figure.type === 'text' && codeCells.length < 2 ? codeAndName(labelled.text) : null;
  return {
    view: row,
    codeText: joint
      ? joint.code
      : codeCells.length > 0
        ? withoutFill(lead + codeCells.map(({ cell, column }) => codePart(cell, column.header)).join(''))
        : null,
    nameText: joint && (nameCell === labelled || !nameCell) ? joint.name : (nameCell?.text ?? null),
    otherCode: otherCode.join('') || null,
    projectText: projectCell?.text ?? null,
    codeCell: codeCells[0]?.cell ?? (joint ? nameCell : null),
    nameCell: nameCell ?? (joint ? (labelled ?? null) : null),
    organisationText: organisationCells.map((cell) => cell.text).join(' ') || null,
    organisationCells,
    rawName: textOf(nameCell?.cell.value),
    hasAmounts,
    line: 'unknown',
    account: null,
    fund: null,
    item: null,
    duplicateTotal: false,
    organisation: null,
    closes: false,
    project: null,
    year: null,
    nature: null,
    correctedAccount: null,
    parent: null,
  };
}

/** Ids by position in the panel, so that blank rows and moved tables change nothing; unique in the table. */
export function idsOf(panels: readonly (readonly Draft[])[]): ReadonlyMap<Draft, string> {
  return new Map(panels.flatMap((drafts, panel) => drafts.map((draft, i): [Draft, string] => [draft, `p${panel}:r${i}`])));
}

/** The rows of one panel. */
export function rowsOf(drafts: readonly Draft[], ids: ReadonlyMap<Draft, string>, sheet: string): readonly Row[] {
  return drafts.map((draft) => ({
    index: draft.view.index,
    id: ids.get(draft) as string,
    parent: draft.parent ? (ids.get(draft.parent) ?? null) : null,
    line: draft.line,
    account: draft.account,
    fund: draft.fund,
    item: draft.item,
    ...(draft.duplicateTotal ? { duplicateTotal: true } : {}),
    codeText: draft.codeText,
    nameText: draft.nameText,
    codeCell: draft.codeCell ? refOf(sheet, draft.codeCell) : null,
    nameCell: draft.nameCell ? refOf(sheet, draft.nameCell) : null,
    organisation: draft.organisation,
    project: draft.project,
    ...(draft.view.origin ? { continued: draft.view.origin } : {}),
    ...(draft.otherCode ? { otherCode: draft.otherCode } : {}),
    ...(draft.year ? { year: draft.year } : {}),
    ...(draft.nature ? { nature: draft.nature } : {}),
    ...(draft.correctedAccount ? { correctedAccount: draft.correctedAccount } : {}),
  }));
}
