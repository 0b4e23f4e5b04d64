/** The workbench page: Excel's stand-in. Puts the parts together; what each part does is in page/, univer/ and host/. */
import './workbench.css';
import './ribbon.css';
import { FileError } from '../core/file-error';
import { parseAddress } from '../core/workbook';
import { type MessageId, translate } from '../i18n';
import { copyName, linkTarget } from './changes';
import { connectPane } from './host/frameHost';
import type { OfficeMetadata } from './host/metadata';
import { inLanguage, wantedBy } from './page/address';
import { mainCanvas, showComments } from './page/comments';
import { offerContextMenu } from './page/contextMenu';
import { dialogScreen } from './page/dialogWindow';
import { acceptDrops, chooseFile, download, type IncomingFile } from './page/files';
import { createLayout } from './page/layout';
import { parseManifest, type RibbonAction, type RibbonManifest } from './page/manifest';
import { createRibbon, type Ribbon } from './page/ribbon';
import { actionOf, parseShortcuts, type Shortcut } from './page/shortcuts';
import { rowEntries } from './page/rowMenu';
import { openSession, readWorkbook, type Session } from './page/session';
import { finishEditing } from './univer/editing';
import { createGrid } from './univer/grid';
import { cellBox } from './univer/places';

declare global {
  interface Window {
    /** For debugging and for the page's own tests: the open workbook's model and host, and a way to open a file. */
    goujiWorkbench?: {
      readonly model: Session['model'];
      readonly host: Session['host'];
      readonly openBytes: (name: string, bytes: Uint8Array) => Promise<void>;
      readonly saveBytes: () => Uint8Array;
      /** The cell's place in the window, in pixels; `null` when its sheet is not in front. */
      readonly cellRect: (sheet: string, address: string) => { x: number; y: number; width: number; height: number } | null;
    };
  }
}

const SAMPLE = 'assets/samples/sample-budget.xlsx';
const asked = wantedBy(location.search, navigator.language);
const { locale } = asked;
document.documentElement.lang = locale;

const layout = createLayout(document.body, locale, {
  switchLanguage: () => location.assign(inLanguage(location.search, locale === 'en' ? 'zh-CN' : 'en')),
  closePane: () => setPane(false),
});
const { text } = layout;
const grid = createGrid(layout.grid, locale);
let metadata: OfficeMetadata | null = null;
let ribbon: Ribbon | null = null;
let manifest: RibbonManifest = { displayName: '', tabs: [], cellMenu: [] };
let shortcuts: readonly Shortcut[] = [];
let session: Session | null = null;
let closing: (() => void)[] = [];
let unsaved = false;

function setPane(open: boolean): void {
  layout.setPane(open);
  if (session && (session.host.shell.paneState === 'Visible') !== open) session.host.setPaneVisible(open);
}

function markUnsaved(changed: boolean): void {
  unsaved = changed;
  if (session) layout.setFileName(session.name, unsaved);
}

async function openFile({ name, bytes }: IncomingFile): Promise<void> {
  if (!metadata) return;
  layout.setStatus(text('workbench.opening', { name }));
  try {
    const opened = await readWorkbook(bytes);
    if (!opened.sheets.some((sheet) => sheet.visibility === 'visible')) {
      layout.setStatus(text('workbench.ready'));
      layout.say('error', text('workbench.noSheets', { name }));
      return;
    }
    for (const close of closing) close();
    session?.dispose();
    const settings = { ...asked, grid, metadata, refused: warn };
    session = openSession(settings, name, bytes, opened);
    closing = attach(session);
    markUnsaved(false);
    layout.clearMessage();
    layout.setStatus(text('workbench.opened', { name, sheets: String(opened.sheets.length) }));
  } catch (error) {
    layout.setStatus(text('workbench.ready'));
    layout.say('error', openingError(name, error));
  }
}

function openingError(name: string, error: unknown): string {
  if (error instanceof FileError) return text('workbench.cannotOpen', { name, reason: translate(locale, error.id, error.data) });
  console.error(error);
  return text('workbench.cannotOpenUnknown', { name });
}

function warn(why: MessageId): void {
  layout.say('warning', text(why));
}

/** Ties an opened workbook to the page; returns what unties it. */
function attach(opened: Session): (() => void)[] {
  const { model, host } = opened;
  const showShell = (): void => {
    for (const [id, state] of host.shell.controls) ribbon?.setControl(id, state);
    layout.setPane(host.shell.paneState === 'Visible');
  };
  const showGaps = (): void => layout.setGaps(host.gaps.list().map((gap) => gap.what));
  showGaps();
  // A pane that was closed stays closed when another workbook is opened.
  host.shell.paneState = layout.paneOpen() ? 'Visible' : 'Hidden';
  const disconnect = connectPane(layout.pane, host);
  host.dialogs.screen = dialogScreen(document.body, host, { title: manifest.displayName, close: text('workbench.closeDialog') });
  layout.pane.src = 'taskpane.html';
  window.goujiWorkbench = {
    model,
    host,
    openBytes: (name, bytes) => openFile({ name, bytes }),
    saveBytes: () => opened.save(),
    cellRect: (sheet, address) => cellRect(opened, sheet, address),
  };
  return [
    disconnect,
    host.shell.subscribe(showShell),
    host.gaps.subscribe(showGaps),
    model.subscribe((event) => {
      if (event.type !== 'selection' && event.type !== 'sheet-activated') markUnsaved(true);
    }),
    model.onCommentsChanged(() => markUnsaved(true)),
    offerContextMenu(layout.grid, model, (cell) => [
      manifest.cellMenu.map(({ id, label, tip, icons, action }) => ({
        id,
        label,
        tip,
        icon: icons.get(16) ?? null,
        run: () => void run(action, id),
      })),
      rowEntries({ model, text, protection: (sheet) => host.document.protection.get(sheet) ?? null, refused: warn }, cell),
    ]),
    showComments(layout.grid, model, ({ sheet, row, column }) => {
      const link = model.hyperlink(sheet, row, column);
      if (link) follow(opened, link.documentReference ?? link.address ?? '', linkTarget(link));
    }),
  ];
}

function cellRect({ model }: Session, sheet: string, address: string): { x: number; y: number; width: number; height: number } | null {
  const id = model.sheets().find((info) => info.name === sheet)?.id;
  const place = parseAddress(address);
  const canvas = mainCanvas(layout.grid)?.getBoundingClientRect();
  const box = id !== undefined && place ? cellBox(model, id, place.row, place.column) : null;
  if (!box || !canvas) return null;
  return { x: canvas.x + box.left, y: canvas.y + box.top, width: box.right - box.left, height: box.bottom - box.top };
}

function follow({ model }: Session, wanted: string, target: ReturnType<typeof linkTarget>): void {
  const sheet = target ? model.sheets().find((info) => info.name === target.sheet && info.visibility === 'visible') : undefined;
  if (target && sheet) {
    model.select(sheet.id, { top: target.row, left: target.column, bottom: target.row, right: target.column });
    return;
  }
  layout.say('warning', text(target ? 'workbench.linkBroken' : 'workbench.linkOutside', { target: wanted }));
}

async function save(): Promise<void> {
  if (!session) return;
  await finishEditing(session.model);
  if (!session.canSave) {
    layout.say('warning', text('workbench.oldXlsSave'));
    return;
  }
  const name = copyName(session.name, text('workbench.copySuffix'));
  try {
    download(name, new Uint8Array(session.save()));
    markUnsaved(false);
    const lost = session.lostOnSave();
    const saved = text('workbench.saved', { name });
    if (lost.length === 0) layout.say('info', saved);
    else layout.say('warning', `${saved} ${text('workbench.lostMerges', { sheets: lost.join('、') })}`);
  } catch (error) {
    if (!(error instanceof FileError)) console.error(error);
    const known = error instanceof FileError ? text('workbench.cannotSave', { reason: translate(locale, error.id, error.data) }) : null;
    layout.say('error', known ?? text('workbench.cannotSaveUnknown'));
  }
}

async function run(action: RibbonAction, controlId: string): Promise<void> {
  if (action.type === 'pane') {
    setPane(true);
    return;
  }
  ribbon?.setBusy(controlId, true);
  try {
    if (session) await finishEditing(session.model);
    await session?.host.invokeFunction(action.name, controlId);
  } catch (error) {
    console.error(error);
    const label = document.getElementById(controlId)?.textContent ?? action.name;
    layout.say('error', text('workbench.commandFailed', { label }));
  } finally {
    ribbon?.setBusy(controlId, false);
  }
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function loadManifest(): Promise<RibbonManifest> {
  try {
    return parseManifest(await (await fetched('manifest.xml')).text(), locale);
  } catch (error) {
    console.error(error);
    layout.say('error', text('workbench.manifestBroken'));
    return manifest;
  }
}

/** Without the file the keys do nothing; the ribbon is still there. */
async function loadShortcuts(): Promise<readonly Shortcut[]> {
  try {
    return parseShortcuts(await (await fetched('shortcuts.json')).text());
  } catch (error) {
    console.error(error);
    return [];
  }
}

/** What office.js may ask of the host; without it, or without the pane's page, the build is not whole. */
async function loadMetadata(): Promise<OfficeMetadata | null> {
  try {
    const [metadata] = await Promise.all([fetched('office-metadata.json'), fetched('taskpane.html')]);
    return (await metadata.json()) as OfficeMetadata;
  } catch (error) {
    console.error(error);
    layout.say('error', text('workbench.paneMissing'));
    return null;
  }
}

async function start(): Promise<void> {
  const undoable = (id: string) => () => void session?.model.engine.commands.executeCommand(id);
  const [loaded, office, keys] = await Promise.all([loadManifest(), loadMetadata(), loadShortcuts()]);
  manifest = loaded;
  shortcuts = keys;
  metadata = office;
  ribbon = createRibbon(manifest, {
    text: (id: MessageId) => text(id),
    open: () => chooseFile((file) => void openFile(file)),
    save: () => void save(),
    undo: undoable('univer.command.undo'),
    redo: undoable('univer.command.redo'),
    run: (action, controlId) => void run(action, controlId),
  });
  layout.setRibbon(ribbon.root);
  if (!metadata) return;
  const takeDrops = (page: HTMLElement): void =>
    acceptDrops(
      page,
      (file) => void openFile(file),
      () => layout.say('warning', text('workbench.oneFile')),
    );
  takeDrops(document.body);
  // A file that is dropped on the pane belongs to the workbench too; the browser would put it in the pane's place.
  layout.pane.addEventListener('load', () => {
    if (layout.pane.contentDocument) takeDrops(layout.pane.contentDocument.documentElement);
  });
  window.addEventListener('keydown', (event) => {
    const shortcut = actionOf(shortcuts, event);
    if (shortcut !== null && session) {
      event.preventDefault();
      session.host.invokeAction(shortcut);
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const action = { s: () => void save(), o: () => chooseFile((file) => void openFile(file)) }[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  // A click into the pane goes to another page; only the focus tells of it.
  window.addEventListener('blur', () => {
    if (session && document.activeElement === layout.pane) void finishEditing(session.model);
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
  try {
    const bytes = new Uint8Array(await (await fetched(SAMPLE)).arrayBuffer());
    await openFile({ name: text('workbench.sampleName'), bytes });
  } catch (error) {
    console.error(error);
    layout.say('warning', text('workbench.sampleMissing'));
  }
}

void start();
