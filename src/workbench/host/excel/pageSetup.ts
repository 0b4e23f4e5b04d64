/**
 * How is a sheet printed and filtered? `PageLayout` is kept for the add-in to read, the grid does not print; `AutoFilter` hides rows by the texts that
 * a column may show, the way of filtering that a person's ticks make.
 */
import { movedRange, movedRow, type RowMove } from '../../../xlsx/rowMoves';
import { bind, type Bindings, type TypeBinding } from '../binding';
import { invalidArgument } from '../errors';
import { localAddress } from './address';
import type { ExcelDocument, RangeTarget, SheetTarget } from './document';

/** What a new sheet of Excel has. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  Zoom: { scale: 100 },
  // In points, as a new workbook of Excel has them.
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
};
/** Parts of a header and a footer, the same on all pages. */
const BANDS = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];

export interface PageSetup {
  readonly values: Map<string, unknown>;
  titleRows: RangeTarget | null;
  filter: Filter | null;
}

/** The set-up after rows of its sheet came or went. A filter whose first row is gone is none any more; `show` hears of the rows it hid. */
export function movedSetup(setup: PageSetup, move: RowMove, show: (row: number) => void): PageSetup {
  const moved = (target: RangeTarget | null): RangeTarget | null => {
    const range = target && movedRange(target.range, move);
    return target && range && { ...target, range };
  };
  const { filter } = setup;
  const hidden = filter?.hidden.flatMap((row) => movedRow(row, move) ?? []) ?? [];
  const area = filter && movedRow(filter.area.range.top, move) !== null ? moved(filter.area) : null;
  if (area === null) hidden.forEach(show);
  return { ...setup, titleRows: moved(setup.titleRows), filter: filter && area && { ...filter, area, hidden } };
}

/** Its first row holds the columns' names. */
interface Filter {
  readonly area: RangeTarget;
  /** Texts that stay in sight, by column counted from the area's left. */
  readonly criteria: Map<number, ReadonlySet<string>>;
  /** Rows that it hides; those that were hidden before are not among them. */
  hidden: readonly number[];
}

export function pageSetupBindings(document: ExcelDocument): Bindings {
  const of = ({ sheet }: SheetTarget): PageSetup => {
    const known = document.pageSetups.get(sheet) ?? { values: new Map(Object.entries(DEFAULTS)), titleRows: null, filter: null };
    document.pageSetups.set(sheet, known);
    return known;
  };
  const kept = (type: string, names: readonly string[]): Pick<TypeBinding<SheetTarget>, 'get' | 'set'> => ({
    get: Object.fromEntries(names.map((name) => [name, (target: SheetTarget) => of(target).values.get(name) ?? ''])),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (target: SheetTarget, value: unknown) => {
          document.guard(target.sheet, `${type}.${name}`);
          of(target).values.set(name, value);
        },
      ]),
    ),
  });
  const layout: TypeBinding<SheetTarget> = {
    ...kept('PageLayout', Object.keys(DEFAULTS)),
    navigate: { HeadersFooters: (self) => self },
    call: {
      SetPrintTitleRows: (target, [rows]) => {
        of(target).titleRows = document.rangeArgument(rows, target.sheet, 'PageLayout.setPrintTitleRows');
      },
      GetPrintTitleRowsOrNullObject: (target) => of(target).titleRows,
    },
  };
  const { model } = document;
  const show = (sheet: string, { hidden }: Filter): void => {
    for (const row of hidden) model.setRowsHidden(sheet, row, row, false);
  };
  const filterAnew = (sheet: string, own: Filter): void => {
    show(sheet, own);
    const { range } = own.area;
    const texts = model.read(sheet, range).map((row) => row.map(({ text }) => text));
    const passes = (row: readonly string[]): boolean => [...own.criteria].every(([column, values]) => values.has(row[column] ?? ''));
    own.hidden = texts.flatMap((row, index) => {
      const at = range.top + index;
      return index === 0 || passes(row) || model.isRowHidden(sheet, at) ? [] : [at];
    });
    for (const row of own.hidden) model.setRowsHidden(sheet, row, row, true);
  };
  const filter: TypeBinding<SheetTarget> = {
    get: {
      Enabled: (target) => of(target).filter !== null,
      IsDataFiltered: (target) => (of(target).filter?.criteria.size ?? 0) > 0,
    },
    call: {
      Apply: (target, [range, column, criteria]) => {
        const location = 'AutoFilter.apply';
        const area = document.rangeArgument(range, target.sheet, location);
        if (area.sheet !== target.sheet) throw invalidArgument(location);
        document.guard(target.sheet, location);
        const setup = of(target);
        const known = setup.filter;
        const same = known !== null && localAddress(known.area.range) === localAddress(area.range);
        if (known !== null && !same) show(target.sheet, known);
        setup.filter = same ? known : { area, criteria: new Map(), hidden: [] };
        if (column === undefined || column === null) return;
        const { filterOn, values } = (criteria ?? {}) as { readonly filterOn?: unknown; readonly values?: unknown };
        if (filterOn !== 'Values' || !Array.isArray(values)) throw document.gaps().raise(`AutoFilter.apply(${String(filterOn)})`);
        setup.filter.criteria.set(Number(column), new Set(values.map(String)));
        filterAnew(target.sheet, setup.filter);
      },
      ClearCriteria: (target) => {
        const own = of(target).filter;
        if (own === null) return;
        own.criteria.clear();
        filterAnew(target.sheet, own);
      },
      Remove: (target) => {
        const setup = of(target);
        if (setup.filter !== null) show(target.sheet, setup.filter);
        setup.filter = null;
      },
      GetRangeOrNullObject: (target) => of(target).filter?.area ?? null,
    },
  };
  const headers: TypeBinding<SheetTarget> = { navigate: { DefaultForAllPages: (self) => self } };
  return {
    PageLayout: bind(layout),
    HeaderFooterGroup: bind(headers),
    HeaderFooter: bind(kept('HeaderFooter', BANDS)),
    AutoFilter: bind(filter),
  };
}
