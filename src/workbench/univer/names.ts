/** Defined names: kept here with their scope and visibility, and told to the formula engine so that formulas can use them. */
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import type { ModelName, SheetId } from '../model';
import { type GridEngine, GridError } from './engine';

/** Univer's mark for a name that the whole workbook sees. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

export class Names {
  private readonly entries = new Map<string, { readonly id: string; readonly name: ModelName }>();
  private made = 0;

  constructor(private readonly engine: GridEngine) {}

  all(): readonly ModelName[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  add(name: ModelName): void {
    const key = keyOf(name.name, name.sheet);
    if (this.entries.has(key)) throw new GridError('InvalidArgument', `There is a name ${name.name} already`);
    this.made += 1;
    const id = `name-${this.made}`;
    this.entries.set(key, { id, name });
    this.engine.run(SetDefinedNameMutation.id, {
      id,
      name: name.name,
      formulaOrRefString: name.formula,
      localSheetId: name.sheet ?? WHOLE_WORKBOOK,
      hidden: !name.visible,
    });
  }

  delete(name: string, sheet: SheetId | null): void {
    const key = keyOf(name, sheet);
    const entry = this.entries.get(key);
    if (!entry) throw new GridError('ItemNotFound', `No name ${name}`);
    this.entries.delete(key);
    this.engine.run(RemoveDefinedNameMutation.id, { id: entry.id, name, formulaOrRefString: entry.name.formula });
  }

  sheetDeleted(sheet: SheetId): void {
    for (const { name } of [...this.entries.values()]) if (name.sheet === sheet) this.delete(name.name, sheet);
  }
}

function keyOf(name: string, sheet: SheetId | null): string {
  return `${sheet ?? ''}|${name.toLowerCase()}`;
}
