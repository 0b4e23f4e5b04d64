/**
 * How is a sheet printed and filtered? `PageLayout` and `AutoFilter`: kept for the add-in to read; the grid neither prints nor filters.
 */
import { bind, type Bindings, type TypeBinding } from '../binding';
import { invalidArgument } from '../errors';
import type { ExcelDocument, RangeTarget, SheetTarget } from './document';

/** What a new sheet of Excel has. */
const DEFAULTS: Readonly<Record<string, unknown>> = { Orientation: 'Portrait', PaperSize: 'A4', Zoom: { scale: 100 } };

export interface PageSetup {
  readonly values: Map<string, unknown>;
  titleRows: RangeTarget | null;
  filter: RangeTarget | null;
}

export function pageSetupBindings(document: ExcelDocument): Bindings {
  const of = ({ sheet }: SheetTarget): PageSetup => {
    const known = document.pageSetups.get(sheet) ?? { values: new Map(Object.entries(DEFAULTS)), titleRows: null, filter: null };
    document.pageSetups.set(sheet, known);
    return known;
  };
  const names = Object.keys(DEFAULTS);
  const layout: TypeBinding<SheetTarget> = {
    get: Object.fromEntries(names.map((name) => [name, (target: SheetTarget) => of(target).values.get(name)])),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (target: SheetTarget, value: unknown) => {
          document.guard(target.sheet, `PageLayout.${name}`);
          of(target).values.set(name, value);
        },
      ]),
    ),
    call: {
      SetPrintTitleRows: (target, [rows]) => {
        of(target).titleRows = document.rangeArgument(rows, target.sheet, 'PageLayout.setPrintTitleRows');
      },
      GetPrintTitleRowsOrNullObject: (target) => of(target).titleRows,
    },
  };
  const filter: TypeBinding<SheetTarget> = {
    get: { Enabled: (target) => of(target).filter !== null, IsDataFiltered: () => false },
    call: {
      Apply: (target, [range, column]) => {
        // Criteria would hide rows, which the grid does not.
        if (column !== undefined && column !== null) throw document.gaps().raise('AutoFilter.apply(criteria)');
        const area = document.rangeArgument(range, target.sheet, 'AutoFilter.apply');
        if (area.sheet !== target.sheet) throw invalidArgument('AutoFilter.apply');
        document.guard(target.sheet, 'AutoFilter.apply');
        of(target).filter = area;
      },
      Remove: (target) => void (of(target).filter = null),
      GetRangeOrNullObject: (target) => of(target).filter,
    },
  };
  return { PageLayout: bind(layout), AutoFilter: bind(filter) };
}
