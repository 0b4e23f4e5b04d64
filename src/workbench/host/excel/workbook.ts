/** What does the workbook itself offer? `Workbook`, `Application`, settings, protection, validation: and all bindings together. */
import { singleCell } from '../../../core/workbook';
import type { ModelValidation } from '../../model';
import { bind, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import { contains, intersect } from './address';
import { commentBindings, type CommentScope } from './comments';
import { conditionalFormatBindings } from './conditionalFormats';
import { customXmlBindings } from './customXml';
import type { AreasTarget, ExcelDocument, RangeTarget, SheetTarget } from './document';
import { nameBindings, type NameScope } from './names';
import { pageSetupBindings } from './pageSetup';
import { rangeBinding } from './range';
import { rangeAreasBindings } from './rangeAreas';
import { rangeBorder, rangeBorders } from './rangeBorders';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './rangeFormat';
import { worksheetBindings } from './worksheets';

/** Stands for the one workbook. */
export const WORKBOOK = Symbol('workbook');

/** Target of the collections that hang on the workbook and need no more than the document. */
const ALL = Symbol('all');

export function excelBindings(document: ExcelDocument): Bindings {
  return {
    Workbook: bind(workbook(document)),
    Application: bind(application(document)),
    Runtime: bind(runtime(document)),
    Range: bind(rangeBinding(document)),
    RangeFormat: bind(rangeFormat(document)),
    RangeFill: bind(rangeFill(document)),
    FormatProtection: bind(formatProtection()),
    RangeFont: bind(rangeFont(document)),
    RangeBorderCollection: bind(rangeBorders()),
    RangeBorder: bind(rangeBorder(document)),
    DataValidation: bind(dataValidation(document)),
    ...rangeAreasBindings(document),
    ...worksheetBindings(document),
    ...commentBindings(document),
    ...conditionalFormatBindings(document),
    ...nameBindings(document),
    ...pageSetupBindings(document),
    ...customXmlBindings(document),
    ...settingBindings(document),
    ...protectionBindings(document),
  };
}

function workbook(document: ExcelDocument): TypeBinding<unknown> {
  const selected = (): RangeTarget => {
    const { sheet, range } = document.model.selection();
    return { sheet, range };
  };
  const eventRange = (_self: unknown, [id]: readonly unknown[]): RangeTarget | null => document.events.rangeOf(String(id));
  return {
    get: { Name: () => document.options.fileName, ReadOnly: () => document.readOnly },
    navigate: {
      Application: () => ALL,
      Worksheets: () => ALL,
      Comments: (): CommentScope => ({ sheet: null }),
      Names: (): NameScope => ({ sheet: null }),
      CustomXmlParts: () => ALL,
      Settings: () => ALL,
      Protection: () => ALL,
      _Runtime: () => ALL,
    },
    call: {
      GetSelectedRange: selected,
      GetSelectedRanges: (): AreasTarget => ({ sheet: selected().sheet, ranges: [selected().range] }),
      GetActiveCell: (): RangeTarget => {
        const { sheet, range } = selected();
        return { sheet, range: singleCell(range.top, range.left) };
      },
      _GetRangeForEventByReferenceId: eventRange,
      _GetRangeOrNullObjectForEventByReferenceId: eventRange,
    },
  };
}

function application(document: ExcelDocument): TypeBinding<unknown> {
  return {
    get: {
      CalculationMode: () => document.calculationMode,
      CalculationState: () => 'Done',
      DecimalSeparator: () => '.',
      ThousandsSeparator: () => ',',
      UseSystemSeparators: () => true,
    },
    set: {
      CalculationMode: (_self, value) => {
        const known = ['Automatic', 'AutomaticExceptTables', 'Manual'].find((mode) => mode.toLowerCase() === String(value).toLowerCase());
        if (!known) throw invalidArgument('Application.calculationMode');
        document.calculationMode = known;
      },
    },
    call: {
      // The model recalculates by itself, and the page repaints after the batch: there is nothing to hold back.
      Calculate: () => undefined,
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}

function runtime(document: ExcelDocument): TypeBinding<unknown> {
  return {
    get: { EnableEvents: () => document.events.enabled },
    set: {
      EnableEvents: (_self, value) => {
        document.events.enabled = value === true;
      },
    },
  };
}

function settingBindings(document: ExcelDocument): Bindings {
  const { settings } = document;
  const find = (key: unknown): { readonly key: string } | null => (settings.has(String(key)) ? { key: String(key) } : null);
  const collection: TypeBinding<unknown> = {
    items: () => [...settings.keys()].map((key) => ({ key })),
    item: (_all, key) => find(key),
    call: {
      GetCount: () => settings.size,
      GetItemOrNullObject: (_all, [key]) => find(key),
      Add: (_all, [key, value]) => {
        if (typeof key !== 'string' || key === '') throw invalidArgument('SettingCollection.add');
        settings.set(key, value);
        return { key };
      },
    },
  };
  const setting: TypeBinding<{ readonly key: string }> = {
    get: {
      Key: ({ key }) => key,
      _Id: ({ key }) => key,
      Value: ({ key }) => {
        if (!settings.has(key)) throw notFound('Setting.value');
        return settings.get(key);
      },
    },
    set: { Value: ({ key }, value) => void settings.set(key, value) },
    call: { Delete: ({ key }) => void settings.delete(key) },
  };
  return { SettingCollection: bind(collection), Setting: bind(setting) };
}

function protectionBindings(document: ExcelDocument): Bindings {
  const password = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const release = (kept: { readonly password: string | null }, given: unknown, location: string): void => {
    if (kept.password !== null && kept.password !== given) throw new HostError('AccessDenied', location);
  };
  const sheet: TypeBinding<SheetTarget> = {
    get: {
      Protected: (target) => document.protection.has(document.sheet(target.sheet).id),
      Options: (target) => document.protection.get(target.sheet)?.options ?? null,
    },
    call: {
      Protect: (target, [options, given]) => {
        const location = 'WorksheetProtection.protect';
        if (document.protection.has(document.sheet(target.sheet, location).id)) throw new HostError('InvalidOperation', location);
        const kept = typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>) : {};
        document.protection.set(target.sheet, { options: kept, password: password(given) });
      },
      Unprotect: (target, [given]) => {
        const kept = document.protection.get(target.sheet);
        if (!kept) return;
        release(kept, given, 'WorksheetProtection.unprotect');
        document.protection.delete(target.sheet);
      },
    },
  };
  const whole: TypeBinding<unknown> = {
    get: { Protected: () => document.workbookProtection !== null },
    call: {
      Protect: (_self, [given]) => {
        document.workbookProtection = { password: password(given) };
      },
      Unprotect: (_self, [given]) => {
        if (!document.workbookProtection) return;
        release(document.workbookProtection, given, 'WorkbookProtection.unprotect');
        document.workbookProtection = null;
      },
    },
  };
  return { WorksheetProtection: bind(sheet), WorkbookProtection: bind(whole) };
}

const RULE_TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

function dataValidation(document: ExcelDocument): TypeBinding<RangeTarget> {
  const { model } = document;
  const touching = ({ sheet, range }: RangeTarget): readonly ModelValidation[] =>
    model.validations(sheet).filter((validation) => intersect(validation.range, range));
  const whole = (target: RangeTarget): ModelValidation | null =>
    touching(target).find((validation) => contains(validation.range, target.range)) ?? null;
  const typeOf = (rule: Readonly<Record<string, unknown>>): string =>
    Object.entries(RULE_TYPES).find(([key]) => rule[key] !== undefined && rule[key] !== null)?.[1] ?? 'None';
  return {
    get: {
      Rule: (target) => whole(target)?.rule ?? {},
      Type: (target) => {
        const validation = whole(target);
        if (validation) return typeOf(validation.rule);
        return touching(target).length > 0 ? 'Inconsistent' : 'None';
      },
    },
    set: {
      Rule: ({ sheet, range }, value) => {
        const location = 'DataValidation.rule';
        document.guard(sheet, location);
        if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument(location);
        const rule = value as Readonly<Record<string, unknown>>;
        if (typeOf(rule) === 'None') throw invalidArgument(location);
        model.addValidation({ sheet, range, rule });
      },
    },
    call: {
      Clear: ({ sheet, range }) => {
        document.guard(sheet, 'DataValidation.clear');
        if (!model.clearValidations) throw document.gaps().raise('DataValidation.clear()');
        model.clearValidations(sheet, range);
      },
    },
  };
}
