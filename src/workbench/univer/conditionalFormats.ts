/**
 * The conditional formats that were added through the API. The list here is the truth; the grid holds a copy of each rule.
 * Univer leaves the references of a conditional format alone when another sheet is renamed, so the copy is renewed then.
 */
import { BorderStyleTypes, type IStyleBase } from '@univerjs/core';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import { quoteSheetName } from '../../core/workbook';
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
    for (const format of [...this.formats.values()]) {
      const formula = renameInFormula(format.formula, from, to);
      if (formula === format.formula) continue;
      const renewed = { ...format, formula };
      this.hide(format);
      this.formats.set(format.id, renewed);
      this.show(renewed);
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

/** `'表三'!C7` and `表三!C7` → the new name, quoted; text in double quotes stays as it is. */
function renameInFormula(formula: string, from: string, to: string): string {
  const name = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = quoteSheetName(from).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const reference = new RegExp(`("(?:[^"]|"")*")|${quoted}!|(?<![\\p{L}\\p{N}_.'])${name}!`, 'gu');
  return formula.replace(reference, (whole, text: string | undefined) => (text === undefined ? `${quoteSheetName(to)}!` : whole));
}
