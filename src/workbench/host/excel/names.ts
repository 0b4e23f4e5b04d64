/** Which names does the workbook, or one sheet, define? `NamedItemCollection` and `NamedItem`. */
import type { ModelName } from '../../model';
import { bind, Handle, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import { parseRange } from './address';
import type { ExcelDocument, RangeTarget } from './document';

export interface NameScope {
  readonly sheet: string | null;
}

interface NameTarget extends NameScope {
  readonly name: string;
}

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;
const LIKE_A_CELL = /^(?:[A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]\d*|[Rr]|[Cc])$/;

export function nameBindings(document: ExcelDocument): Bindings {
  const { model } = document;
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  /** The workbook's collection holds the names of its own scope only. */
  const listed = ({ sheet }: NameScope): readonly ModelName[] => model.names().filter((name) => name.sheet === sheet);
  const find = (scope: NameScope, key: unknown): NameTarget | null => {
    const found = listed(scope).find(({ name }) => same(name, String(key)));
    return found ? { sheet: scope.sheet, name: found.name } : null;
  };
  const get = (target: NameTarget, member: string): ModelName => {
    const found = listed(target).find(({ name }) => same(name, target.name));
    if (!found) throw notFound(`NamedItem.${member}`);
    return found;
  };
  const replace = (target: NameTarget, member: string, change: Partial<ModelName>): void => {
    const before = get(target, member);
    model.deleteName(before.name, before.sheet);
    model.addName({ ...before, ...change });
  };
  const key = ({ sheet, name }: NameTarget): string => `${sheet ?? ''}!${name.toLowerCase()}`;
  const rangeOf = (target: NameTarget): RangeTarget | null => {
    const reference = get(target, 'getRange').formula.slice(1);
    return parseRange(reference) ? document.resolveRange(reference, target.sheet) : null;
  };
  const formulaOf = (reference: unknown, location: string): string => {
    if (reference instanceof Handle && reference.type === 'Range' && reference.target !== null) {
      const range = reference.target as RangeTarget;
      return `=${absolute(document.address(range))}`;
    }
    if (typeof reference !== 'string' || reference === '') throw invalidArgument(location);
    return reference.startsWith('=') ? reference : `="${reference.replace(/"/g, '""')}"`;
  };
  const add = (scope: NameScope, name: unknown, reference: unknown, comment: unknown): NameTarget => {
    const location = 'NamedItemCollection.add';
    if (typeof name !== 'string' || !VALID.test(name) || LIKE_A_CELL.test(name)) throw invalidArgument(location);
    if (find(scope, name)) throw new HostError('ItemAlreadyExists', location);
    model.addName({ name, formula: formulaOf(reference, location), visible: true, sheet: scope.sheet });
    const target = { sheet: scope.sheet, name };
    if (typeof comment === 'string') document.nameComments.set(key(target), comment);
    return target;
  };
  const value = (target: NameTarget): unknown => {
    const range = rangeOf(target);
    return range ? document.address(range) : constant(get(target, 'value').formula);
  };

  const collection: TypeBinding<NameScope> = {
    items: (scope) => listed(scope).map(({ name }) => ({ sheet: scope.sheet, name })),
    item: find,
    call: {
      GetCount: (scope) => listed(scope).length,
      GetItemOrNullObject: (scope, [name]) => find(scope, name),
      Add: (scope, [name, reference, comment]) => add(scope, name, reference, comment),
      AddFormulaLocal: (scope, [name, formula, comment]) => add(scope, name, formula, comment),
    },
  };
  const item: TypeBinding<NameTarget> = {
    get: {
      Name: (target) => get(target, 'name').name,
      _Id: (target) => get(target, 'name').name,
      Formula: (target) => get(target, 'formula').formula,
      Visible: (target) => get(target, 'visible').visible,
      Scope: ({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet'),
      Comment: (target) => document.nameComments.get(key(target)) ?? '',
      Value: value,
      Type: (target) => {
        if (rangeOf(target)) return 'Range';
        const found = constant(get(target, 'type').formula);
        return typeof found === 'number' ? 'Double' : typeof found === 'boolean' ? 'Boolean' : 'String';
      },
    },
    set: {
      Formula: (target, formula) => {
        if (typeof formula !== 'string' || !formula.startsWith('=')) throw invalidArgument('NamedItem.formula');
        replace(target, 'formula', { formula });
      },
      Visible: (target, visible) => replace(target, 'visible', { visible: visible === true }),
      Comment: (target, comment) => void document.nameComments.set(key(target), String(comment)),
    },
    navigate: {
      Worksheet: ({ sheet }) => {
        if (sheet === null) throw new HostError('InvalidOperation', 'NamedItem.worksheet');
        return { sheet };
      },
      WorksheetOrNullObject: ({ sheet }) => (sheet === null ? null : { sheet }),
    },
    call: {
      GetRange: rangeOf,
      GetRangeOrNullObject: rangeOf,
      Delete: (target) => {
        const { name, sheet } = get(target, 'delete');
        model.deleteName(name, sheet);
        document.nameComments.delete(key(target));
      },
    },
  };
  return { NamedItemCollection: bind(collection), NamedItem: bind(item) };
}

/** `表三!C7:D9` → `表三!$C$7:$D$9`. */
function absolute(address: string): string {
  const bang = address.lastIndexOf('!');
  return (
    address.slice(0, bang + 1) +
    address
      .slice(bang + 1)
      .replace(/([A-Z]+)?(\d+)?/g, (_all, column?: string, row?: string) => (column ? `$${column}` : '') + (row ? `$${row}` : ''))
  );
}

/** What a name for a constant stands for; the formula itself when it has to be calculated. */
function constant(formula: string): string | number | boolean {
  const text = formula.slice(1);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return (quoted[1] ?? '').replace(/""/g, '"');
  if (/^(true|false)$/i.test(text)) return /^t/i.test(text);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : formula;
}
