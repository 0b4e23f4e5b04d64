/** Which question this file answers: what is one amount with its meaning, and what else may rules look at. */
import type { Catalogue } from '../accounts/catalogue';
import type { Decimal } from '../amount';
import type { ContentsEntry } from '../contents';
import type { Grid } from '../unknown/grid';
import type { FormTextRole, PerformanceForm } from '../forms';
import type { OldResult } from '../formulas';
import type { CellRef } from '../workbook';
import type { TextFigure } from './relations';
import type { Account, Flow, Fund, Item, Line, Nature, Side, Table, Unit } from './tables';

/** One amount with its meaning. Rules look at these dimensions only, never at rows and columns of the sheet. */
export interface Fact {
  readonly table: Table;
  readonly cell: CellRef;
  /** In the table's own unit; `null` is nil (blank, 0, 0.00, -, —). */
  readonly value: Decimal | null;
  /** As printed, `62.10`; empty for a blank cell. */
  readonly printed: string;
  /** What the cell's number format shows, in the table's own unit, where that is not the stored value. */
  readonly shown?: Decimal;
  /** Precision of the column: digits after the point. */
  readonly decimals: number;
  readonly unit: Unit;
  readonly side: Side;
  readonly line: Line;
  readonly account: Account | null;
  readonly fund: Fund;
  /** For lines `source` and `carry-in-source`. */
  readonly source: Fund | null;
  readonly nature: Nature;
  readonly year: 'current' | 'last';
  readonly item: Item | null;
  readonly organisation: string | null;
  readonly project: string | null;
  /** The table-wide id of the row (unique in the workbook) and of its parent row. */
  readonly row: string;
  readonly parent: string | null;
  readonly duplicateTotal: boolean;
  /** What a person would call the row: `208 社会保障和就业支出`, `合计`. */
  readonly label: string;
  /** What a person would call the column: `基本支出`. */
  readonly columnLabel: string;
  /** As in the column's measure. */
  readonly stage?: 'budget' | 'adjusted';
  readonly part?: readonly string[];
  readonly within?: { readonly nature: Nature; readonly fund: Fund };
  readonly beside?: true;
  readonly flow?: Flow;
  /** The amount stands in running text, in these words; only within a diagnosis. */
  readonly words?: TextFigure;
}

/** 数量 or 单价 of one row: no money of the budget, but 数量 × 单价 is. */
export interface Quantity {
  readonly table: Table;
  readonly cell: CellRef;
  readonly of: 'quantity' | 'price';
  /** `null` is nil. */
  readonly value: Decimal | null;
  readonly printed: string;
  readonly decimals: number;
  /** The row's id, as in its facts. */
  readonly row: string;
  readonly label: string;
  readonly columnLabel: string;
}

/** A code or name as written in a table; for label relations. */
export interface Label {
  readonly table: Table;
  readonly account: Account;
  readonly name: string;
  /** Of a heading without a code: what the rows below it state. */
  readonly codeText: string;
  readonly nameCell: CellRef;
  /** `null` where the row has no code of its own, or code and name are one cell. */
  readonly codeCell: CellRef | null;
  /** The code as written is wrong (see `Row.correctedAccount`); `account` is the corrected one. */
  readonly corrected?: true;
  /** The row states the code a second time, in another column. */
  readonly again?: { readonly text: string; readonly cell: CellRef };
}

/** One cell of running text (预算说明). */
export interface Paragraph {
  /** The table of kind `narrative` that it belongs to. */
  readonly table: Table;
  readonly cell: CellRef;
  /** As it stands in the cell, line breaks included. */
  readonly text: string;
}

/** Sentences that stand in a table: a paragraph of a performance form, or a note under the table. */
export interface Passage extends Paragraph {
  readonly role: FormTextRole | 'note';
  /** The form that it is a paragraph of. */
  readonly form?: PerformanceForm;
}

/** Everything that rules may look at. */
export interface Facts {
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly labels: readonly Label[];
  /** By which names of accounts are known; absent: by the built-in ones. */
  readonly catalogue?: Catalogue;
  /** Figures of the tables that are no money. */
  readonly quantities?: readonly Quantity[];
  /** 增减额: by how much amounts of their rows differ. They are among no `facts`, and say nothing but their place. */
  readonly changes?: readonly Fact[];
  /** The running text, in the order of the sheets and rows. */
  readonly paragraphs?: readonly Paragraph[];
  /** The sentences inside the tables. */
  readonly passages?: readonly Passage[];
  /** What last year's workbook states, where one is given. */
  readonly lastYear?: Facts;
  /** What the tables of documents given beside the workbook state. */
  readonly copies?: Facts;
  /** The figures of the tables that no rule understands. */
  readonly grids?: readonly Grid[];
  /** Figures whose formulas no longer give what is kept with them. */
  readonly oldResults?: readonly OldResult[];
  /** The tables that the workbook's own 目录 lists. */
  readonly contents?: readonly ContentsEntry[];
}
