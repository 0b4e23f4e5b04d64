/**
 * What does `load` bring back? The properties that a query selects, nested through navigations and collections, in the
 * shape that the client's proxies read: wire names, `_Items` for collections, ids always.
 */
import type { Handle } from './binding';
import { HostError } from './errors';
import type { Interpreter } from './interpreter';
import type { QueryInfo } from './protocol';

type Result = Record<string, unknown>;

/** The ids that a proxy expects whenever its object is instantiated or read. */
export function identify(interpreter: Interpreter, handle: Handle): Result {
  const result: Result = {};
  for (const id of interpreter.type(handle.type).ids ?? []) result[id] = interpreter.getProperty(handle, id);
  if (handle.referenceId !== null) result['_ReferenceId'] = handle.referenceId;
  return result;
}

export function query(interpreter: Interpreter, handle: Handle, info: QueryInfo): Result | null {
  return select(interpreter, handle, [...(info.Select ?? []), ...(info.Expand ?? [])], info);
}

function select(interpreter: Interpreter, handle: Handle, paths: readonly string[], page: QueryInfo): Result | null {
  if (handle.target === null) return null;
  return interpreter.type(handle.type).collection
    ? selectCollection(interpreter, handle, paths, page)
    : selectObject(interpreter, handle, paths);
}

function wireName(members: Readonly<Record<string, { readonly name: string }>>, name: string): string | null {
  const wanted = name.toLowerCase();
  return Object.entries(members).find(([, member]) => member.name.toLowerCase() === wanted)?.[0] ?? null;
}

/** A collection's own properties (`count`) are told from those of its items by their names. */
function selectCollection(interpreter: Interpreter, handle: Handle, paths: readonly string[], page: QueryInfo): Result {
  const info = interpreter.type(handle.type);
  const result: Result = {};
  const ofItems: string[] = [];
  for (const path of paths) {
    const own = wireName(info.properties, path);
    if (own) result[own] = interpreter.getProperty(handle, own);
    else ofItems.push(path.replace(/^items(\/|\.|$)/i, ''));
  }
  if (ofItems.length > 0 || paths.length === 0) {
    const skip = page.Skip ?? 0;
    const items = interpreter.items(handle).slice(skip, page.Top === undefined ? undefined : skip + page.Top);
    const wanted = ofItems.filter((path) => path !== '');
    result['_Items'] = items.map((item) => select(interpreter, item, wanted, {}));
  }
  return result;
}

function selectObject(interpreter: Interpreter, handle: Handle, paths: readonly string[]): Result {
  const info = interpreter.type(handle.type);
  const result = identify(interpreter, handle);
  const nested = new Map<string, string[]>();
  const everything = (): void => {
    for (const wire of Object.keys(info.properties)) {
      if (!wire.startsWith('_') && interpreter.hasProperty(handle, wire)) result[wire] = interpreter.getProperty(handle, wire);
    }
  };
  if (paths.length === 0) everything();
  for (const path of paths) {
    const [head = '', ...rest] = path.split(/[/.]/);
    if (head === '*' || head === '$all') {
      everything();
      continue;
    }
    if (head === '$none') continue;
    const property = rest.length === 0 ? wireName(info.properties, head) : null;
    if (property) {
      result[property] = interpreter.getProperty(handle, property);
      continue;
    }
    const navigation = wireName(info.navigations, head);
    if (!navigation) throw new HostError('InvalidArgument', `${handle.type}.${head}`);
    const inner = nested.get(navigation) ?? [];
    if (rest.length > 0) inner.push(rest.join('/'));
    nested.set(navigation, inner);
  }
  for (const [navigation, inner] of nested) {
    result[navigation] = select(interpreter, interpreter.navigate(handle, navigation), inner, {});
  }
  return result;
}
