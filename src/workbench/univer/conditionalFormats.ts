/**
 * The workbook's conditional formats. The list here is the truth; the grid holds a copy of each rule. Univer's own upkeep is not Excel's (it leaves
 * references to other sheets alone, and is off by a row where rows come in at a range's start), so the copies are renewed from the list.
 */
import { BorderStyleTypes, type IStyleBase } from '@univerjs/core';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import { renameInFormula } from '../../xlsx/renamePatch';
import type { ModelConditionalFormat, SheetId } from '../model';
import { type GridEngine, GridError } from './engine';
import { toGridRange } from './sheets';

export class ConditionalFormats {
  private readonly formats = new Map<string, ModelConditionalFormat>();
  private made = 0;

  constructor(private readonly engine: GridEngine) {}

  of(sheet: SheetId): readonly ModelConditionalFormat[] {
    this.engine.sheet(sheet);
    return [...this.formats.values()].filter((format) => format.sheet === sheet);
  }

  add(format: Omit<ModelConditionalFormat, 'id'>): string {
    this.engine.sheet(format.sheet);
    if (format.ranges.length === 0) throw new GridError('InvalidArgument', 'A conditional format needs a range');
    this.made += 1;
    const kept: ModelConditionalFormat = { ...format, id: `format-${this.made}` };
    this.formats.set(kept.id, kept);
    this.show(kept);
    return kept.id;
  }

  delete(id: string): void {
    const format = this.formats.get(id);
    if (!format) throw new GridError('ItemNotFound', `No conditional format with id ${id}`);
    this.formats.delete(id);
    this.hide(format);
  }

  sheetDeleted(sheet: SheetId): void {
    for (const format of [...this.formats.values()]) if (format.sheet === sheet) this.formats.delete(format.id);
  }

  sheetRenamed(from: string, to: string): void {
    this.replaceAll(this.all().map((format) => ({ ...format, formula: renameInFormula(format.formula, from, to) })));
  }

  all(): readonly ModelConditionalFormat[] {
    return [...this.formats.values()];
  }

  /** Makes these the workbook's formats, in this order. */
  replaceAll(formats: readonly ModelConditionalFormat[]): void {
    const before = new Map(this.formats);
    this.formats.clear();
    for (const format of formats) this.formats.set(format.id, format);
    for (const sheet of new Set([...before.values(), ...formats].map((format) => format.sheet))) {
      const [old, now] = [[...before.values()], formats].map((list) => list.filter((format) => format.sheet === sheet));
      if (JSON.stringify(old) === JSON.stringify(now)) continue;
      // The later one lies above: the order is the order of adding.
      for (const format of old ?? []) this.hide(format);
      for (const format of now ?? []) this.show(format);
    }
  }

  private show(format: ModelConditionalFormat): void {
    const style: IStyleBase = {
      ...(format.fill === null ? {} : { bg: { rgb: format.fill } }),
      ...(format.fontColor === null ? {} : { cl: { rgb: format.fontColor } }),
      ...(format.border === undefined ? {} : { bd: frame(format.border) }),
    };
    const rule: IConditionFormattingRule = {
      cfId: format.id,
      ranges: format.ranges.map(toGridRange),
      stopIfTrue: false,
      rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: format.formula, style },
    };
    this.engine.run(AddConditionalRuleMutation.id, { subUnitId: format.sheet, rule });
  }

  private hide(format: ModelConditionalFormat): void {
    this.engine.run(DeleteConditionalRuleMutation.id, { subUnitId: format.sheet, cfId: format.id });
  }
}

function frame(color: string): NonNullable<IStyleBase['bd']> {
  const line = { s: BorderStyleTypes.MEDIUM, cl: { rgb: color } };
  return { t: line, b: line, l: line, r: line };
}
