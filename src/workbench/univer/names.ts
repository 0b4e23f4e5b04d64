/** Defined names: kept here with their scope and visibility, and told to the formula engine so that formulas can use them. */
import { IFunctionService, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
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
    this.put(`name-${this.made}`, name);
  }

  delete(name: string, sheet: SheetId | null): void {
    const key = keyOf(name, sheet);
    const entry = this.entries.get(key);
    if (!entry) throw new GridError('ItemNotFound', `No name ${name}`);
    this.entries.delete(key);
    this.engine.run(RemoveDefinedNameMutation.id, { id: entry.id, name, formulaOrRefString: entry.name.formula });
  }

  /** Makes these the workbook's names; what stays as it is is not told anew. */
  replaceAll(names: readonly ModelName[]): void {
    const wanted = new Set(names.map((name) => keyOf(name.name, name.sheet)));
    for (const [key, { name }] of [...this.entries]) if (!wanted.has(key)) this.delete(name.name, name.sheet);
    for (const name of names) {
      const entry = this.entries.get(keyOf(name.name, name.sheet));
      if (entry === undefined) this.add(name);
      else if (entry.name.formula !== name.formula) this.put(entry.id, name);
    }
  }

  sheetDeleted(sheet: SheetId): void {
    for (const { name } of [...this.entries.values()]) if (name.sheet === sheet) this.delete(name.name, sheet);
  }

  private put(id: string, name: ModelName): void {
    this.entries.set(keyOf(name.name, name.sheet), { id, name });
    // Univer keeps the formulas it has parsed, with the names' meanings in them; it notices a new meaning only where the name is not nested.
    this.engine.injector.get(IFunctionService).deleteFormulaAstCacheKey(name.name);
    this.engine.run(SetDefinedNameMutation.id, {
      id,
      name: name.name,
      formulaOrRefString: name.formula,
      localSheetId: name.sheet ?? WHOLE_WORKBOOK,
      hidden: !name.visible,
    });
  }
}

function keyOf(name: string, sheet: SheetId | null): string {
  return `${sheet ?? ''}|${name.toLowerCase()}`;
}
