/**
 * Which members has the Excel API, and which requirement set does each need?
 *
 * Derived from the real client library in node_modules: its Excel namespace is evaluated alone (no DOM), its prototypes are
 * reflected on, and what only the code says (requirement set, return type, event number) is read from the functions' source.
 * The result is a table of names, not code; it is written to build/office-metadata.json, which is never committed, because
 * it follows the installed @microsoft/office-js.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const require = createRequire(import.meta.url);
const here = fileURLToPath(import.meta.url);
export const METADATA_FILE = path.join(path.dirname(here), '..', 'build', 'office-metadata.json');

const packageFile = require.resolve('@microsoft/office-js/package.json');
const HOST_FILE = path.join(path.dirname(packageFile), 'dist', 'excel-win32-16.01.debug.js');

/** The part of the host file that holds the OfficeExtension, OfficeCore and Excel namespaces. */
export function excelSlice(source) {
  const start = source.search(/var __extends = [^\n]*\n(?:[^\n]*\n){0,14}?var OfficeExtension;/);
  const end = source.indexOf('var _EndExcel');
  if (start < 0 || end < start) throw new Error(`${HOST_FILE}: the Excel namespace was not found where it was expected`);
  return source.slice(start, end);
}

function loadNamespaces(source) {
  const realm = vm.createContext({ console, setTimeout, clearTimeout, performance });
  vm.runInContext(excelSlice(source), realm, { filename: HOST_FILE });
  return realm;
}

/** The arguments of the first call of `name` in a function's source, as source text; `null` when there is none. */
function callArguments(source, name) {
  const at = source.indexOf(`${name}(`);
  if (at < 0) return null;
  const found = [];
  let current = '';
  let depth = 0;
  let quote = null;
  for (let i = at + name.length + 1; i < source.length; i++) {
    const ch = source[i];
    if (quote) {
      current += ch;
      if (ch === quote) quote = null;
      continue;
    }
    if (ch === '"' || ch === "'") quote = ch;
    if ('([{'.includes(ch)) depth++;
    if (')]}'.includes(ch) && depth-- === 0) break;
    if (ch === ',' && depth === 0) {
      found.push(current.trim());
      current = '';
    } else current += ch;
  }
  if (current.trim()) found.push(current.trim());
  return found;
}

const literal = (text) => {
  const match = /^(["'])(.*)\1$/.exec(text ?? '');
  return match ? match[2] : undefined;
};
const typeName = (text) => text.replace(/^Excel\./, '');

/** `["ExcelApi", "1.9"]`, or undefined for what every version has. */
function requirement(source, namespace) {
  const args = callArguments(source, '_throwIfApiNotSupported');
  if (!args) return undefined;
  const byDefault = args[1] === '_defaultApiSetName';
  if (byDefault && namespace !== 'Excel') return undefined;
  return [byDefault ? 'ExcelApi' : literal(args[1]), literal(args[2])];
}

function describeEvent(source, namespace) {
  const type = /eventType:\s*(\d+)/.exec(source);
  const target = /getTargetIdFunc:[\s\S]*?return ([^;]+);/.exec(source);
  const register = /registerFunc:[^{]*\{\s*(?:return )?_this\.(\w+)\(/.exec(source);
  return {
    type: type ? Number(type[1]) : undefined,
    target: target ? (/eventWorkbookId/.test(target[1]) ? 'workbook' : 'object') : undefined,
    register: register ? register[1] : undefined,
    requires: requirement(source, namespace),
  };
}

function describeMethod(key, source, namespace) {
  const requires = requirement(source, namespace);
  let args = callArguments(source, '_createMethodObject');
  if (args) return [literal(args[2]), { name: key, returns: typeName(args[0]), write: args[3] === '0', requires }];
  args = callArguments(source, '_createAndInstantiateMethodObject');
  if (args) return [literal(args[2]), { name: key, returns: typeName(args[0]), write: args[3] === '0', requires }];
  args = callArguments(source, '_invokeMethod');
  if (args) return [literal(args[1]), { name: key, write: args[2] === '0', requires }];
  return null;
}

function describeType(constructor, namespace) {
  const prototype = constructor.prototype;
  const members = Object.getOwnPropertyDescriptors(prototype);
  const type = { properties: {}, navigations: {}, methods: {}, events: {} };
  const names = prototype._scalarPropertyNames ?? [];
  names.forEach((name, i) => {
    const getter = members[name]?.get?.toString() ?? '';
    type.properties[prototype._scalarPropertyOriginalNames?.[i] ?? name] = {
      name,
      writable: Boolean(prototype._scalarPropertyUpdateable?.[i]),
      requires: requirement(getter, namespace),
    };
  });
  if (members._isCollection) type.collection = true;
  for (const [key, member] of Object.entries(members)) {
    if (member.get) {
      const source = member.get.toString();
      const args = callArguments(source, '_createPropertyObject');
      if (args) {
        type.navigations[literal(args[2])] = {
          name: key,
          type: typeName(args[0]),
          collection: args[3] === 'true',
          requires: requirement(source, namespace),
        };
      }
      if (/new OfficeExtension\.(Generic)?EventHandlers/.test(source)) type.events[key] = describeEvent(source, namespace);
    } else if (typeof member.value === 'function') {
      const source = member.value.toString();
      const indexer = callArguments(source, '_createIndexerObject');
      if (indexer) type.indexer = { name: key, type: typeName(indexer[0]), requires: requirement(source, namespace) };
      else {
        const method = describeMethod(key, source, namespace);
        if (method && method[0]) type.methods[method[0]] = method[1];
      }
      if (key === '_handleResult') {
        const child = callArguments(source, '_createChildItemObject');
        if (child) type.item = typeName(child[0]);
      }
    }
  }
  if (members._handleIdResult) {
    const ids = [...members._handleIdResult.value.toString().matchAll(/value\["(\w+)"\]/g)].map((match) => match[1]);
    type.ids = [...new Set(ids)].filter((id) => id !== '_ReferenceId');
  }
  return type;
}

/** Reads the installed client library and returns the table; takes about 0.2 s. */
export function extractOfficeMetadata() {
  const source = readFileSync(HOST_FILE, 'utf8');
  const realm = loadNamespaces(source);
  const result = { source: sourceName(), types: {}, services: {} };
  for (const namespace of ['Excel', 'OfficeCore']) {
    for (const [name, value] of Object.entries(realm[namespace])) {
      if (typeof value !== 'function' || !(value.prototype instanceof realm.OfficeExtension.ClientObject)) continue;
      result.types[namespace === 'Excel' ? name : `${namespace}.${name}`] = describeType(value, namespace);
    }
  }
  for (const match of source.matchAll(/_createTopLevelServiceObject\((\w+)\.(\w+), context, "([\w.]+)"/g)) {
    result.services[match[3]] = match[1] === 'OfficeCore' ? `OfficeCore.${match[2]}` : match[2];
  }
  // A few setters are written by hand and send another name than the property's.
  for (const match of source.matchAll(/function (\w+)_(\w+)_Set\(thisObj, value\) \{[^}]*_invokeSetProperty\(thisObj, "(\w+)"/g)) {
    const property = result.types[match[1]]?.properties[match[2]];
    if (property && match[3] !== match[2]) property.writtenAs = match[3];
  }
  // The one service type that the library builds at run time, so that reflection does not meet it.
  result.types['OfficeCore.AddinInternalService'] = {
    properties: {},
    navigations: {},
    events: {},
    methods: { NotifyActionHandlerReady: { name: 'notifyActionHandlerReady', write: false } },
  };
  result.services['Microsoft.InternalService.AddinInternalService'] = 'OfficeCore.AddinInternalService';
  return JSON.parse(JSON.stringify(result));
}

function sourceName() {
  return `@microsoft/office-js ${JSON.parse(readFileSync(packageFile, 'utf8')).version}`;
}

/** Writes the table when it is missing, of another version of the library, or older than this script. Returns its path. */
export function ensureOfficeMetadata(file = METADATA_FILE) {
  try {
    const fresh = statSync(file).mtimeMs >= statSync(here).mtimeMs;
    if (fresh && JSON.parse(readFileSync(file, 'utf8')).source === sourceName()) return file;
  } catch (error) {
    if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`; // several test workers may write at once: the last rename wins, none reads a half
  writeFileSync(draft, JSON.stringify(extractOfficeMetadata()));
  renameSync(draft, file);
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureOfficeMetadata());
}
