/** How are conditional formats made and changed? The kind with a custom formula; others are gaps. */
import { bind, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import { intersect } from './address';
import { readColor } from './colors';
import type { ConditionalFormatState } from './conditionalFormatStore';
import type { AreasTarget, ExcelDocument, RangeTarget } from './document';

interface FormatTarget {
  readonly id: string;
}

interface SideTarget extends FormatTarget {
  readonly side: 'Top' | 'Bottom' | 'Left' | 'Right';
}

export function conditionalFormatBindings(document: ExcelDocument): Bindings {
  const store = document.conditionalFormats;
  const touching = ({ sheet, ranges }: AreasTarget): readonly ConditionalFormatState[] =>
    store.list(sheet).filter((state) => state.ranges.some((a) => ranges.some((b) => intersect(a, b))));
  const get = ({ id }: FormatTarget, member = 'id'): ConditionalFormatState => {
    const state = store.find(id);
    if (!state) throw notFound(`ConditionalFormat.${member}`);
    return state;
  };
  const find = (target: AreasTarget, id: unknown): FormatTarget | null => {
    const state = touching(target).find((candidate) => candidate.id === id);
    return state ? { id: state.id } : null;
  };
  const guard = (sheet: string, location: string): void => document.guard(sheet, location, 'allowFormatCells');
  const change = (target: FormatTarget, what: Partial<Omit<ConditionalFormatState, 'id' | 'sheet'>>, location: string): void => {
    guard(get(target).sheet, location);
    store.change(target.id, what);
  };

  const collection: TypeBinding<AreasTarget> = {
    items: (target) => touching(target).map(({ id }) => ({ id })),
    item: find,
    call: {
      GetCount: (target) => touching(target).length,
      GetItemAt: (target, [index]) => {
        const state = touching(target)[Number(index)];
        return state ? { id: state.id } : null;
      },
      GetItemOrNullObject: (target, [id]) => find(target, id),
      Add: ({ sheet, ranges }, [type]): FormatTarget => {
        guard(sheet, 'ConditionalFormatCollection.add');
        if (type !== 'Custom') throw document.gaps().raise(`ConditionalFormatCollection.add(${String(type)})`);
        return { id: store.add(sheet, ranges).id };
      },
      ClearAll: ({ sheet, ranges }) => {
        guard(sheet, 'ConditionalFormatCollection.clearAll');
        for (const range of ranges) store.clear(sheet, range);
      },
    },
  };

  const single = (target: FormatTarget): RangeTarget | null => {
    const { sheet, ranges } = get(target, 'getRange');
    const [range] = ranges;
    return range && ranges.length === 1 ? { sheet, range } : null;
  };
  const format: TypeBinding<FormatTarget> = {
    get: {
      Id: (target) => get(target).id,
      Type: (target) => (get(target), 'Custom'),
      Priority: (target) => store.list(get(target).sheet).findIndex(({ id }) => id === target.id),
      StopIfTrue: (target) => get(target).stopIfTrue,
    },
    set: {
      StopIfTrue: (target, value) => {
        // Kept for the add-in to read; the grid has one look a cell and nothing to stop.
        get(target).stopIfTrue = value === true;
      },
    },
    navigate: {
      Custom: (target) => ({ id: get(target, 'custom').id }),
      CustomOrNullObject: (target) => ({ id: get(target, 'custom').id }),
      CellValueOrNullObject: () => null,
      ColorScaleOrNullObject: () => null,
      DataBarOrNullObject: () => null,
      IconSetOrNullObject: () => null,
      PresetOrNullObject: () => null,
      TextComparisonOrNullObject: () => null,
      TopBottomOrNullObject: () => null,
    },
    call: {
      Delete: (target) => {
        guard(get(target, 'delete').sheet, 'ConditionalFormat.delete');
        store.remove(target.id);
      },
      GetRange: (target) => {
        const range = single(target);
        if (!range) throw new HostError('InvalidOperation', 'ConditionalFormat.getRange');
        return range;
      },
      GetRangeOrNullObject: single,
      GetRanges: (target): AreasTarget => {
        const { sheet, ranges } = get(target, 'getRanges');
        return { sheet, ranges };
      },
    },
  };
  const rule: TypeBinding<FormatTarget> = {
    get: { Formula: (target) => get(target, 'formula').formula, FormulaLocal: (target) => get(target, 'formula').formula },
    set: {
      Formula: (target, value) => {
        const location = 'ConditionalFormatRule.formula';
        if (typeof value !== 'string' || value === '') throw invalidArgument(location);
        change(target, { formula: value.startsWith('=') ? value : `=${value}` }, location);
      },
    },
  };
  const fill: TypeBinding<FormatTarget> = {
    get: { Color: (target) => get(target, 'fill').fill ?? '' },
    set: {
      Color: (target, value) => change(target, { fill: readColor(value, 'ConditionalRangeFill.color') }, 'ConditionalRangeFill.color'),
    },
    call: { Clear: (target) => change(target, { fill: null }, 'ConditionalRangeFill.clear') },
  };
  const font: TypeBinding<FormatTarget> = {
    get: { Color: (target) => get(target, 'font').fontColor ?? '' },
    set: {
      Color: (target, value) => change(target, { fontColor: readColor(value, 'ConditionalRangeFont.color') }, 'ConditionalRangeFont.color'),
    },
    call: { Clear: (target) => change(target, { fontColor: null }, 'ConditionalRangeFont.clear') },
  };
  const side: TypeBinding<SideTarget> = {
    get: {
      SideIndex: ({ side: at }) => `Edge${at}`,
      Style: (target) => (get(target, 'borders').border === undefined ? 'None' : 'Continuous'),
      Color: (target) => get(target, 'borders').border ?? '#000000',
    },
    set: {
      // The grid knows one line for all four sides; what is set on one is set on all.
      Style: (target, value) => {
        const { border } = get(target, 'borders');
        change(target, { border: value === 'None' ? undefined : (border ?? '#000000') }, 'ConditionalRangeBorder.style');
      },
      Color: (target, value) =>
        change(target, { border: readColor(value, 'ConditionalRangeBorder.color') ?? '#000000' }, 'ConditionalRangeBorder.color'),
    },
  };
  const sideOf =
    (at: SideTarget['side']) =>
    ({ id }: FormatTarget): SideTarget => ({ id, side: at });
  const self = (target: FormatTarget): FormatTarget => target;
  return {
    ConditionalFormatCollection: bind(collection),
    ConditionalFormat: bind(format),
    CustomConditionalFormat: bind<FormatTarget>({ navigate: { Rule: self, Format: self } }),
    ConditionalFormatRule: bind(rule),
    ConditionalRangeFormat: bind<FormatTarget>({ navigate: { Fill: self, Font: self, Borders: self } }),
    ConditionalRangeFill: bind(fill),
    ConditionalRangeFont: bind(font),
    ConditionalRangeBorderCollection: bind<FormatTarget>({
      get: { Count: () => 4 },
      navigate: { Top: sideOf('Top'), Bottom: sideOf('Bottom'), Left: sideOf('Left'), Right: sideOf('Right') },
    }),
    ConditionalRangeBorder: bind(side),
  };
}
