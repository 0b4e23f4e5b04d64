/**
 * What does the host know of the open workbook? The model of the cells, and what Excel keeps that the model does not:
 * protection, settings, custom properties, the ranges of events. Bindings share this object.
 */
import type { Range } from '../../../core/workbook';
import type { ModelEvent, SheetId, SheetInfo, WorkbookModel } from '../../model';
import { Handle } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import type { EventQueue } from '../events';
import type { Gaps } from '../gaps';
import { localAddress, onSheet, parseRange, rowsOf, sheetPrefix } from './address';
import type { SheetSetup } from '../../changes';
import { movedSetup, type PageSetup } from './pageSetup';
import { ConditionalFormats } from './conditionalFormatStore';

/** Target of the API's `Range`. */
export interface RangeTarget {
  readonly sheet: SheetId;
  readonly range: Range;
}

/** Target of the API's `RangeAreas`: rectangles of one sheet. */
export interface AreasTarget {
  readonly sheet: SheetId;
  readonly ranges: readonly Range[];
}

/** Target of the API's `Worksheet` and of what belongs to one sheet. */
export interface SheetTarget {
  readonly sheet: SheetId;
}

/** What a protected sheet allows beyond reading; option names as in `WorksheetProtectionOptions`. */
export type ProtectionOption = 'allowFormatCells' | 'allowInsertHyperlinks' | 'allowEditObjects';

export interface SheetProtection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password: string | null;
}

export interface DocumentOptions {
  /** As the title bar shows it. */
  readonly fileName: string;
  /** The name that comments carry. */
  readonly userName: string;
}

export class ExcelDocument {
  readonly protection = new Map<SheetId, SheetProtection>();
  workbookProtection: { readonly password: string | null } | null = null;
  readonly settings = new Map<string, unknown>();
  readonly sheetProperties = new Map<SheetId, Map<string, string>>();
  readonly pageSetups = new Map<SheetId, PageSetup>();
  readonly resolvedComments = new Set<string>();
  readonly nameComments = new Map<string, string>();
  readonly conditionalFormats: ConditionalFormats;
  calculationMode = 'Automatic';
  /** May only be looked at: every batch that writes is denied. */
  readOnly = false;

  constructor(
    readonly model: WorkbookModel,
    readonly events: EventQueue,
    readonly options: DocumentOptions,
    readonly gaps: () => Gaps,
  ) {
    this.conditionalFormats = new ConditionalFormats(model);
  }

  /** Rows came or went: what is kept by address here moves along. */
  follow(event: ModelEvent): void {
    if (event.type !== 'changed' || event.change === undefined) return;
    const { sheet, range, change } = event;
    const setup = this.pageSetups.get(sheet);
    if (!setup) return;
    const move = { kind: change === 'RowInserted' ? 'insert' : 'delete', at: range.top, count: rowsOf(range) } as const;
    const show = (row: number): void => this.model.setRowsHidden(sheet, row, row, false);
    this.pageSetups.set(sheet, movedSetup(setup, move, show));
  }

  /** What was set up for a sheet beside its cells: its filter, the row and the text below on every printed page, gridlines. */
  setupOf(sheet: SheetId): SheetSetup {
    const { filter = null, titleRows = null, values } = this.pageSetups.get(sheet) ?? {};
    const footer = values?.get('CenterFooter');
    return {
      ...(filter === null ? {} : { filter: filter.area.range }),
      ...(titleRows === null ? {} : { titleRow: titleRows.range.top }),
      ...(typeof footer === 'string' && footer !== '' ? { footer } : {}),
      showGridLines: this.model.showsGridlines(sheet),
    };
  }

  sheet(id: SheetId, location = 'Worksheet'): SheetInfo {
    const sheet = this.model.sheets().find((candidate) => candidate.id === id);
    if (!sheet) throw notFound(location);
    return sheet;
  }

  /** By id or by name; Excel takes both, names without regard to case. */
  findSheet(key: unknown): SheetTarget | null {
    const wanted = String(key);
    const sheets = this.model.sheets();
    const found = sheets.find((sheet) => sheet.id === wanted) ?? sheets.find((sheet) => sheet.name.toLowerCase() === wanted.toLowerCase());
    return found ? { sheet: found.id } : null;
  }

  /** `表三!C7:D9`. */
  address(target: RangeTarget): string {
    return sheetPrefix(this.sheet(target.sheet, 'Range').name) + localAddress(target.range);
  }

  /** An address or a name; `sheet` is where an address without a sheet lies. */
  resolveRange(text: string, sheet: SheetId | null): RangeTarget | null {
    const parsed = parseRange(text.trim());
    if (parsed) {
      const owner = parsed.sheet === null ? sheet : (this.findSheet(parsed.sheet)?.sheet ?? null);
      return owner === null ? null : { sheet: owner, range: parsed.range };
    }
    const names = this.model.names().filter((name) => name.name.toLowerCase() === text.toLowerCase());
    const name = names.find((candidate) => candidate.sheet === sheet) ?? names.find((candidate) => candidate.sheet === null);
    return name && parseRange(name.formula.slice(1)) ? this.resolveRange(name.formula.slice(1), name.sheet ?? sheet) : null;
  }

  /** A range given as an object or as an address. */
  rangeArgument(value: unknown, sheet: SheetId | null, location: string): RangeTarget {
    if (value instanceof Handle && value.type === 'Range' && value.target !== null) return value.target as RangeTarget;
    const found = typeof value === 'string' ? this.resolveRange(value, sheet) : null;
    if (!found) throw invalidArgument(location);
    onSheet(found.range, location);
    return found;
  }

  /** Throws `AccessDenied` when the sheet is protected against the change; without `option` only unlocked cells could take it. */
  guard(sheet: SheetId, location: string, option?: ProtectionOption): void {
    this.sheet(sheet, location);
    const protection = this.protection.get(sheet);
    if (protection && !(option && protection.options[option] === true)) throw new HostError('AccessDenied', location);
  }

  /** What was kept about a sheet goes with it. */
  forgetSheet(sheet: SheetId): void {
    this.protection.delete(sheet);
    this.sheetProperties.delete(sheet);
    this.pageSetups.delete(sheet);
  }
}
