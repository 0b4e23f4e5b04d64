/**
 * The real office.js library on the workbench's host, in Node, fresh for every test. Only the library's OfficeExtension and
 * Excel namespaces are evaluated (about 15 ms), in a realm of their own: compare its errors by `code`, not by instanceof.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parseAddress, type CellValue, type Workbook } from '../../src/core/workbook';
import { nextTurn } from '../../src/workbench/host/events';
import { OfficeHost } from '../../src/workbench/host/host';
import { supports, type OfficeMetadata } from '../../src/workbench/host/metadata';
import { nativeBridge } from '../../src/workbench/host/nativeBridge';
import type { ProfileName } from '../../src/workbench/host/profiles';
import { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
import type { WorkbookModel } from '../../src/workbench/model';

const ROOT = path.join(__dirname, '..', '..');
const LIBRARY = require.resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js');

export interface OfficeOptions {
  readonly profile?: ProfileName;
  /** Loaded into a `MemoryWorkbookModel`; ignored when `model` is given. */
  readonly workbook?: Workbook;
  readonly model?: WorkbookModel;
  readonly locale?: string;
}

export interface OfficeUnderTest<M extends WorkbookModel = WorkbookModel> {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: OfficeHost;
  readonly model: M;
  /** Puts Excel, Office and OfficeExtension where add-in modules look for them. */
  install(): void;
  /**
   * Presses a ribbon button: runs the function that the add-in associated. Resolves when it calls `event.completed()`; rejects
   * when there is no such function.
   */
  runCommand(functionName: string, controlId?: string): Promise<void>;
  /** What a person types into a cell; text that begins with `=` is a formula. Resolves when its events were delivered. */
  userEdit(sheet: string, address: string, value: CellValue): Promise<void>;
  /** Resolves when the events of what happened so far were delivered. */
  eventsDelivered(): Promise<void>;
}

let script: vm.Script | null = null;
let metadata: OfficeMetadata | null = null;

function libraryScript(): vm.Script {
  if (script) return script;
  const source = readFileSync(LIBRARY, 'utf8');
  const start = source.search(/var __extends = [^\n]*\n(?:[^\n]*\n){0,14}?var OfficeExtension;/);
  const end = source.indexOf('var _EndExcel');
  if (start < 0 || end < start) throw new Error('The Excel namespace was not found in office.js.');
  script = new vm.Script(source.slice(start, end), { filename: LIBRARY });
  return script;
}

/** The API's metadata, made anew when it is missing or the library changed. */
export function officeMetadata(): OfficeMetadata {
  if (metadata) return metadata;
  const extractor = path.join(ROOT, 'scripts', 'extract-office-metadata.mjs');
  const file = path.join(ROOT, 'build', 'office-metadata.json');
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written < Math.max(statSync(extractor).mtimeMs, statSync(LIBRARY).mtimeMs)) execFileSync(process.execPath, [extractor]);
  metadata = JSON.parse(readFileSync(file, 'utf8')) as OfficeMetadata;
  return metadata;
}

// What install() put there must not outlive the test file.
afterAll(() => {
  for (const name of ['Excel', 'Office', 'OfficeExtension']) Reflect.deleteProperty(globalThis, name);
});

type RibbonFunction = (event: { readonly source: { readonly id: string }; readonly completed: () => void }) => unknown;

interface Realm {
  readonly Excel: typeof Excel;
  readonly Office: Record<string, unknown>;
  readonly OfficeExtension: typeof OfficeExtension & { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
}

export function createOffice(options?: Omit<OfficeOptions, 'model'>): OfficeUnderTest<MemoryWorkbookModel>;
export function createOffice(options: OfficeOptions): OfficeUnderTest;
export function createOffice(options: OfficeOptions = {}): OfficeUnderTest {
  const model = options.model ?? (options.workbook ? MemoryWorkbookModel.from(options.workbook) : new MemoryWorkbookModel());
  const host = new OfficeHost(model, {
    metadata: officeMetadata(),
    ...(options.profile ? { profile: options.profile } : {}),
    ...(options.locale ? { locale: options.locale } : {}),
  });
  const globals: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    performance,
    JSON,
    _richApiNativeBridge: nativeBridge(host),
  };
  const context = vm.createContext(globals);
  libraryScript().runInContext(context);
  const realm = context as unknown as Realm;
  const commands = new Map<string, RibbonFunction>();
  const office = Object.assign(realm.Office, officeGlobals(host, commands));
  globals['window'] = { Office: office }; // where the library looks up isSetSupported
  realm.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;

  const eventsDelivered = async (): Promise<void> => {
    await model.settle();
    // One turn for the queue, one for the handlers.
    for (let turn = 0; turn < 2; turn++) await new Promise<void>((resolve) => nextTurn(resolve));
  };
  return {
    Excel: realm.Excel,
    Office: office as unknown as typeof Office,
    OfficeExtension: realm.OfficeExtension,
    host,
    model,
    install() {
      Object.assign(globalThis, { Excel: realm.Excel, Office: office, OfficeExtension: realm.OfficeExtension });
    },
    runCommand(functionName, controlId = functionName) {
      const command = commands.get(functionName);
      if (!command) return Promise.reject(new Error(`No function is associated with ${functionName}.`));
      return new Promise((resolve) => void command({ source: { id: controlId }, completed: () => resolve() }));
    },
    async userEdit(sheet, address, value) {
      const place = parseAddress(address);
      const owner = model.sheets().find(({ name }) => name === sheet);
      if (!place || !owner) throw new Error(`There is no cell ${sheet}!${address}.`);
      const entry = typeof value === 'string' && value.startsWith('=') ? { formula: value } : { value, formula: null };
      model.write(owner.id, [{ ...place, ...entry }], 'user');
      await eventsDelivered();
    },
    eventsDelivered,
  };
}

/** The little of the Office namespace that add-in code reads outside a page. */
function officeGlobals(host: OfficeHost, commands: Map<string, RibbonFunction>): Record<string, unknown> {
  const { profile } = host;
  const info = { host: 'Excel', platform: profile.platform };
  const saved = new Map<string, unknown>();
  const settings = {
    get: (name: string) => saved.get(name) ?? host.document.settings.get(name) ?? null,
    set: (name: string, value: unknown) => void saved.set(name, value),
    remove: (name: string) => {
      saved.delete(name);
      host.document.settings.delete(name);
    },
    saveAsync(...args: readonly unknown[]) {
      for (const [name, value] of saved) host.document.settings.set(name, value);
      const callback = args.find((arg): arg is (result: unknown) => void => typeof arg === 'function');
      nextTurn(() => callback?.({ status: 'succeeded', value: settings }));
    },
  };
  return {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    actions: { associate: (id: string, command: RibbonFunction) => void commands.set(id, command) },
    addin: {
      showAsTaskpane: () => Promise.resolve(host.setPaneVisible(true)),
      hide: () => Promise.resolve(host.setPaneVisible(false)),
    },
    context: {
      ...info,
      displayLanguage: host.locale,
      contentLanguage: host.locale,
      diagnostics: { ...info, version: profile.version },
      requirements: {
        isSetSupported: (set: string, version: string | number = '1.1') => supports(profile.sets, [set, String(version)]),
      },
      document: { settings, url: host.options.fileName ?? '' },
    },
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) => {
        callback?.(ready);
        return ready;
      }),
  };
}
