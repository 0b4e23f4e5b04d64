/**
 * The ribbon's functions, the context menu's and the keyboard's. They live in the pane's page (one shared runtime) and work with the pane
 * closed.
 *
 * What this folder may not do: draw anything (src/taskpane does) or judge figures (src/core does).
 */
import { dialogOf, type ResultDialog } from './resultDialog';
import { ribbonStateOf, type RibbonState } from './ribbonState';
import type { Session } from './session';

/** The ids that manifest.xml and shortcuts.json name. */
export const COMMANDS = [
  'checkWorkbook',
  'checkSheet',
  'previousDifference',
  'nextDifference',
  'writeDiscrepancySheet',
  'writeWorkingPaper',
  'clearAnnotations',
  'openSettings',
  'explainCell',
] as const;
export type CommandId = (typeof COMMANDS)[number];

/** A keyboard shortcut comes without an event. */
export type CommandEvent = { completed(): void } | undefined;

/** Just what is needed of Office, so that tests can hand in their own. */
export interface OfficeCommands {
  associate(id: string, command: (event?: CommandEvent) => Promise<void>): void;
  /** Opens the pane, or brings it to the front. */
  showPane(): Promise<unknown>;
  /** True while the user sees the pane, which then says everything itself. */
  isPaneVisible(): boolean;
  /** Shows what came out of a check in a small window; resolves with what the user chose there. Absent where Office has no such window. */
  showResult?(dialog: ResultDialog): Promise<'pane' | 'sheet' | 'closed'>;
  /** Enables and disables buttons. Absent where the ribbon cannot be changed. */
  updateRibbon?(state: RibbonState): void;
}

/** Ties the ribbon's buttons to the session. Excel keeps a button busy until `completed` is called, so it always is. */
export function registerCommands(session: Session, office: OfficeCommands): void {
  const operations: Readonly<Record<CommandId, () => Promise<void>>> = {
    checkWorkbook: () => session.recheck(),
    checkSheet: () => session.checkSheet(),
    previousDifference: () => session.step(-1),
    nextDifference: () => session.step(1),
    writeDiscrepancySheet: () => session.makeSheet(),
    writeWorkingPaper: () => session.makePaper(),
    clearAnnotations: () => session.clear(),
    openSettings: () => session.ask('settings'),
    explainCell: () => session.ask('relations'),
  };
  for (const id of COMMANDS) {
    office.associate(id, async (event) => {
      try {
        await operations[id]();
        // Where the pane cannot be opened from here, its words wait in it until the user opens it.
        if (needsPane(session, id)) await office.showPane().catch(() => undefined);
      } finally {
        event?.completed();
      }
      if (CHECKS.has(id)) await tell(session, office);
    });
  }
  followRibbon(session, office);
}

const CHECKS: ReadonlySet<CommandId> = new Set(['checkWorkbook', 'checkSheet']);
const VIEWS: ReadonlySet<CommandId> = new Set(['openSettings', 'explainCell']);
const STEPS: ReadonlySet<CommandId> = new Set(['previousDifference', 'nextDifference']);

/** The cells and the small window show what a check found; the pane comes up by itself only when they cannot. */
function needsPane(session: Session, id: CommandId): boolean {
  const { error, notices, outcome, done } = session.getState();
  if (error !== null || notices.length > 0 || VIEWS.has(id)) return true;
  if (STEPS.has(id)) return done !== null;
  return CHECKS.has(id) && outcome?.marked === 0;
}

/** After a check from the ribbon, unless the pane is there to say it. What the user chooses in the window is done. */
async function tell(session: Session, office: OfficeCommands): Promise<void> {
  const { outcome, error } = session.getState();
  if (outcome === null || error !== null || office.isPaneVisible() || office.showResult === undefined) return;
  try {
    const choice = await office.showResult(dialogOf(outcome));
    if (choice === 'pane') await office.showPane();
    if (choice === 'sheet') await session.makeSheet();
  } catch {
    // No window could be opened (a browser may forbid it): the marks in the cells and the pane say the same.
  }
}

/** Tells Office only what changed: every call makes it draw the ribbon anew. */
function followRibbon(session: Session, office: OfficeCommands): void {
  const { updateRibbon } = office;
  if (updateRibbon === undefined) return;
  let told = '';
  const follow = (): void => {
    const state = ribbonStateOf(session.getState());
    const now = JSON.stringify(state);
    if (now === told) return;
    told = now;
    updateRibbon(state);
  };
  session.subscribe(follow);
  follow();
}
