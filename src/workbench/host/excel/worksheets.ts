/** Which sheets are there, and what can each do? `WorksheetCollection`, `Worksheet`, its frozen panes and custom properties. */
import { singleCell } from '../../../core/workbook';
import type { SheetInfo } from '../../model';
import { bind, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import { MAX_COLUMNS, onSheet, splitAddresses, WHOLE_SHEET } from './address';
import { readColor } from './colors';
import type { AreasTarget, ExcelDocument, RangeTarget, SheetTarget } from './document';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** What Excel takes as a sheet's name. */
export function checkSheetName(document: ExcelDocument, name: unknown, own: string | null, location: string): string {
  if (typeof name !== 'string' || name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument(location);
  }
  const other = document.findSheet(name);
  if (other && other.sheet !== own && document.sheet(other.sheet).name.toLowerCase() === name.toLowerCase()) {
    throw new HostError('ItemAlreadyExists', location);
  }
  return name;
}

export function worksheetBindings(document: ExcelDocument): Bindings {
  const { model } = document;
  const target = (sheet: SheetInfo | undefined): SheetTarget | null => (sheet ? { sheet: sheet.id } : null);
  const listed = (visibleOnly: unknown): readonly SheetInfo[] =>
    model.sheets().filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible');
  const guardStructure = (location: string): void => {
    if (document.workbookProtection) throw new HostError('AccessDenied', location);
  };

  const collection: TypeBinding<null> = {
    items: () => model.sheets().map((sheet) => ({ sheet: sheet.id })),
    item: (_all, key) => document.findSheet(key),
    call: {
      GetItemOrNullObject: (_all, [key]) => document.findSheet(key),
      GetActiveWorksheet: (): SheetTarget => ({ sheet: model.active() }),
      GetCount: (_all, [visibleOnly]) => listed(visibleOnly).length,
      GetFirst: (_all, [visibleOnly]) => target(listed(visibleOnly)[0]),
      GetLast: (_all, [visibleOnly]) => target(listed(visibleOnly).at(-1)),
      Add: (_all, [name]): SheetTarget => {
        guardStructure('WorksheetCollection.add');
        let chosen = name;
        for (let n = model.sheets().length + 1; chosen === null || chosen === undefined; n++) {
          if (!document.findSheet(`Sheet${n}`)) chosen = `Sheet${n}`;
        }
        return { sheet: model.addSheet(checkSheetName(document, chosen, null, 'WorksheetCollection.add')) };
      },
    },
  };

  const beside = ({ sheet }: SheetTarget, step: 1 | -1, visibleOnly: unknown): SheetTarget | null => {
    const sheets = model.sheets();
    for (let i = sheets.findIndex(({ id }) => id === sheet) + step; i >= 0 && i < sheets.length; i += step) {
      if (visibleOnly !== true || sheets[i]?.visibility === 'visible') return target(sheets[i]);
    }
    return null;
  };
  const used = ({ sheet }: SheetTarget, valuesOnly: unknown): RangeTarget | null => {
    const range = model.usedRange(document.sheet(sheet).id, valuesOnly === true);
    return range && { sheet, range };
  };
  const lastVisible = (sheet: string): boolean => model.sheets().every(({ id, visibility }) => id === sheet || visibility !== 'visible');

  const worksheet: TypeBinding<SheetTarget> = {
    get: {
      Id: ({ sheet }) => document.sheet(sheet, 'Worksheet.id').id,
      Name: ({ sheet }) => document.sheet(sheet, 'Worksheet.name').name,
      Position: ({ sheet }) => model.sheets().findIndex(({ id }) => id === sheet),
      Visibility: ({ sheet }) => VISIBILITY[document.sheet(sheet, 'Worksheet.visibility').visibility],
      TabColor: ({ sheet }) => document.sheet(sheet, 'Worksheet.tabColor').tabColor ?? '',
      ShowGridlines: ({ sheet }) => model.showsGridlines(document.sheet(sheet).id),
    },
    set: {
      Name: ({ sheet }, value) => {
        guardStructure('Worksheet.name');
        model.renameSheet(document.sheet(sheet).id, checkSheetName(document, value, sheet, 'Worksheet.name'));
      },
      Position: ({ sheet }, value) => {
        guardStructure('Worksheet.position');
        if (typeof value !== 'number' || value < 0 || value >= model.sheets().length) throw invalidArgument('Worksheet.position');
        model.moveSheet(document.sheet(sheet).id, value);
      },
      Visibility: ({ sheet }, value) => {
        guardStructure('Worksheet.visibility');
        const entries = Object.entries(VISIBILITY) as [SheetInfo['visibility'], string][];
        const wanted = entries.find(([, name]) => name.toLowerCase() === String(value).toLowerCase())?.[0];
        if (!wanted) throw invalidArgument('Worksheet.visibility');
        if (wanted !== 'visible' && lastVisible(sheet)) throw new HostError('InvalidOperation', 'Worksheet.visibility');
        model.setVisibility(document.sheet(sheet).id, wanted);
      },
      TabColor: ({ sheet }, value) => {
        document.guard(sheet, 'Worksheet.tabColor');
        model.setTabColor(sheet, value === '' ? null : readColor(value, 'Worksheet.tabColor'));
      },
      ShowGridlines: ({ sheet }, value) => model.setGridlines(document.sheet(sheet).id, value === true),
    },
    navigate: {
      Comments: ({ sheet }) => ({ sheet }),
      Names: ({ sheet }) => ({ sheet }),
      FreezePanes: (self) => self,
      PageLayout: (self) => self,
      AutoFilter: (self) => self,
      Protection: (self) => self,
      CustomProperties: (self) => self,
    },
    call: {
      GetRange: ({ sheet }, [address]) => {
        document.sheet(sheet, 'Worksheet.getRange');
        if (address === null || address === undefined || address === '') return { sheet, range: WHOLE_SHEET };
        return document.rangeArgument(address, sheet, 'Worksheet.getRange');
      },
      GetRanges: ({ sheet }, [address]): AreasTarget => {
        const texts = address === null || address === undefined ? [] : splitAddresses(String(address));
        const parts = texts.map((text) => document.rangeArgument(text, sheet, 'Worksheet.getRanges'));
        if (parts.some((part) => part.sheet !== sheet)) throw invalidArgument('Worksheet.getRanges');
        return { sheet, ranges: parts.length > 0 ? parts.map((part) => part.range) : [WHOLE_SHEET] };
      },
      GetRangeByIndexes: ({ sheet }, [row, column, rows, columns]): RangeTarget => {
        const [top, left, height, width] = [row, column, rows, columns].map(Number) as [number, number, number, number];
        const range = { top, left, bottom: top + height - 1, right: left + width - 1 };
        return { sheet: document.sheet(sheet).id, range: onSheet(range, 'Worksheet.getRangeByIndexes') };
      },
      GetCell: ({ sheet }, [row, column]): RangeTarget => ({
        sheet: document.sheet(sheet).id,
        range: onSheet(singleCell(Number(row), Number(column)), 'Worksheet.getCell'),
      }),
      GetUsedRange: (self, [valuesOnly]) => used(self, valuesOnly) ?? { sheet: self.sheet, range: singleCell(0, 0) },
      GetUsedRangeOrNullObject: (self, [valuesOnly]) => used(self, valuesOnly),
      GetNext: (self, [visibleOnly]) => beside(self, 1, visibleOnly),
      GetNextOrNullObject: (self, [visibleOnly]) => beside(self, 1, visibleOnly),
      GetPrevious: (self, [visibleOnly]) => beside(self, -1, visibleOnly),
      GetPreviousOrNullObject: (self, [visibleOnly]) => beside(self, -1, visibleOnly),
      _GetSheetById: (_self, [id]) => document.findSheet(id),
      Activate: ({ sheet }) => {
        if (document.sheet(sheet, 'Worksheet.activate').visibility !== 'visible') {
          throw new HostError('InvalidOperation', 'Worksheet.activate');
        }
        if (model.active() !== sheet) model.activate(sheet);
      },
      Calculate: () => undefined,
      Delete: ({ sheet }) => {
        guardStructure('Worksheet.delete');
        const info = document.sheet(sheet, 'Worksheet.delete');
        // Excel deletes neither its last visible sheet nor a very hidden one.
        if (lastVisible(sheet) || info.visibility === 'veryHidden') throw new HostError('InvalidOperation', 'Worksheet.delete');
        model.deleteSheet(sheet);
        document.forgetSheet(sheet);
      },
    },
  };

  const freezePanes: TypeBinding<SheetTarget> = {
    call: {
      FreezeRows: ({ sheet }, [count]) => model.freeze(sheet, Number(count ?? 1), 0),
      FreezeColumns: ({ sheet }, [count]) => model.freeze(sheet, 0, Number(count ?? 1)),
      FreezeAt: ({ sheet }, [range]) => {
        const at = document.rangeArgument(range, sheet, 'WorksheetFreezePanes.freezeAt').range;
        model.freeze(sheet, at.bottom + 1, at.right + 1);
      },
      Unfreeze: ({ sheet }) => model.freeze(sheet, 0, 0),
      GetLocation: (self) => frozen(self),
      GetLocationOrNullObject: (self) => frozen(self),
    },
  };
  const frozen = ({ sheet }: SheetTarget): RangeTarget | null => {
    const { rows, columns } = model.frozen(sheet);
    if (rows === 0 && columns === 0) return null;
    const bottom = rows === 0 ? WHOLE_SHEET.bottom : rows - 1;
    return { sheet, range: { top: 0, left: 0, bottom, right: columns === 0 ? MAX_COLUMNS - 1 : columns - 1 } };
  };

  return {
    WorksheetCollection: bind(collection),
    Worksheet: bind(worksheet),
    WorksheetFreezePanes: bind(freezePanes),
    ...customProperties(document),
  };
}

interface PropertyTarget extends SheetTarget {
  readonly key: string;
}

function customProperties(document: ExcelDocument): Bindings {
  const of = (sheet: string): Map<string, string> => {
    const map = document.sheetProperties.get(sheet) ?? new Map<string, string>();
    document.sheetProperties.set(sheet, map);
    return map;
  };
  /** Keys are told apart without regard to case. */
  const find = ({ sheet }: SheetTarget, key: unknown): PropertyTarget | null => {
    const found = [...of(sheet).keys()].find((own) => own.toLowerCase() === String(key).toLowerCase());
    return found === undefined ? null : { sheet, key: found };
  };
  const collection: TypeBinding<SheetTarget> = {
    items: ({ sheet }) => [...of(sheet).keys()].map((key) => ({ sheet, key })),
    item: find,
    call: {
      GetCount: ({ sheet }) => of(sheet).size,
      GetItemOrNullObject: (self, [key]) => find(self, key),
      Add: (self, [key, value]): PropertyTarget => {
        if (typeof key !== 'string' || key === '' || key.length > 255 || typeof value !== 'string') {
          throw invalidArgument('WorksheetCustomPropertyCollection.add');
        }
        const property = find(self, key) ?? { sheet: self.sheet, key };
        of(self.sheet).set(property.key, value);
        return property;
      },
    },
  };
  const property: TypeBinding<PropertyTarget> = {
    get: {
      Key: ({ key }) => key,
      _Id: ({ key }) => key,
      Value: ({ sheet, key }) => {
        const value = of(sheet).get(key);
        if (value === undefined) throw notFound('WorksheetCustomProperty.value');
        return value;
      },
    },
    set: { Value: ({ sheet, key }, value) => void of(sheet).set(key, String(value)) },
    call: { Delete: ({ sheet, key }) => void of(sheet).delete(key) },
  };
  return { WorksheetCustomPropertyCollection: bind(collection), WorksheetCustomProperty: bind(property) };
}
