/** What can several rectangles of one sheet do together? The `RangeAreas` type and its collection of ranges. */
import { bind, type Bindings, type TypeBinding } from '../binding';
import { cellsOf, intersect, isEntireColumn, isEntireRow, MAX_COLUMNS, MAX_ROWS } from './address';
import type { AreasTarget, ExcelDocument, RangeTarget } from './document';
import { clearRange } from './range';

export function rangeAreasBindings(document: ExcelDocument): Bindings {
  const parts = ({ sheet, ranges }: AreasTarget): readonly RangeTarget[] => ranges.map((range) => ({ sheet, range }));
  const overlap = (target: AreasTarget, another: unknown): AreasTarget | null => {
    const other = document.rangeArgument(another, target.sheet, 'RangeAreas.getIntersection');
    const ranges = target.ranges.flatMap((range) => intersect(range, other.range) ?? []);
    return other.sheet === target.sheet && ranges.length > 0 ? { sheet: target.sheet, ranges } : null;
  };
  const used = (target: AreasTarget, valuesOnly: unknown): AreasTarget | null => {
    const range = document.model.usedRange(document.sheet(target.sheet, 'RangeAreas').id, valuesOnly === true);
    const ranges = range ? target.ranges.flatMap((area) => intersect(area, range) ?? []) : [];
    return ranges.length > 0 ? { sheet: target.sheet, ranges } : null;
  };
  const areas: TypeBinding<AreasTarget> = {
    get: {
      Address: (target) =>
        parts(target)
          .map((part) => document.address(part))
          .join(','),
      AddressLocal: (target) =>
        parts(target)
          .map((part) => document.address(part))
          .join(','),
      AreaCount: ({ ranges }) => ranges.length,
      CellCount: ({ ranges }) => {
        const count = ranges.reduce((sum, range) => sum + cellsOf(range), 0);
        return count > 2147483647 ? -1 : count;
      },
      IsEntireColumn: ({ ranges }) => ranges.every(isEntireColumn),
      IsEntireRow: ({ ranges }) => ranges.every(isEntireRow),
    },
    navigate: {
      Areas: (target) => target,
      ConditionalFormats: (target) => target,
      Format: (target) => target,
      Worksheet: ({ sheet }) => ({ sheet }),
    },
    call: {
      Clear: (target, [applyTo]) => {
        for (const part of parts(target)) clearRange(document, part, applyTo);
      },
      Calculate: () => undefined,
      GetEntireRow: ({ sheet, ranges }): AreasTarget => ({
        sheet,
        ranges: ranges.map((range) => ({ ...range, left: 0, right: MAX_COLUMNS - 1 })),
      }),
      GetEntireColumn: ({ sheet, ranges }): AreasTarget => ({
        sheet,
        ranges: ranges.map((range) => ({ ...range, top: 0, bottom: MAX_ROWS - 1 })),
      }),
      GetIntersection: (target, [another]) => overlap(target, another),
      GetIntersectionOrNullObject: (target, [another]) => overlap(target, another),
      GetUsedRangeAreas: (target, [valuesOnly]) => used(target, valuesOnly),
      GetUsedRangeAreasOrNullObject: (target, [valuesOnly]) => used(target, valuesOnly),
    },
  };
  const collection: TypeBinding<AreasTarget> = {
    items: parts,
    call: {
      GetCount: ({ ranges }) => ranges.length,
      GetItemAt: (target, [index]) => parts(target)[Number(index)] ?? null,
    },
  };
  return { RangeAreas: bind(areas), RangeCollection: bind(collection) };
}
