/**
 * The ribbon's functions, the context menu's and the keyboard's. They live in the pane's page (one shared runtime) and work with the pane
 * closed.
 *
 * What this folder may not do: draw anything (src/taskpane does) or judge figures (src/core does).
 */
import { dialogOf, type ResultDialog } from './resultDialog';
import { ribbonStateOf, type RibbonState } from './ribbonState';
import type { Session, SessionState } from './session';

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
  /** Returns whether the pane has to say something of it, and opens it for that. */
  const perform = async (id: CommandId): Promise<boolean> => {
    const before = session.getState();
    await operations[id]();
    const said = needsPane(id, before, session.getState());
    if (said) await shownPane(office);
    return said;
  };
  /**
   * What a check found, unless the pane is there to say it: by the small window; where none can be opened (a browser may forbid it) by the pane;
   * where that cannot be opened either, by the 差异清单 with its summary.
   */
  const tell = async (): Promise<void> => {
    const { outcome } = session.getState();
    if (outcome === null || office.isPaneVisible()) return;
    const choice = (await office.showResult?.(dialogOf(outcome)).catch(() => null)) ?? null;
    if (choice === 'closed') return;
    const told = choice !== 'sheet' && (await shownPane(office));
    if (!told) await perform('writeDiscrepancySheet');
  };
  for (const id of COMMANDS) {
    office.associate(id, async (event) => {
      let said = true;
      try {
        said = await perform(id);
      } finally {
        event?.completed();
      }
      if (CHECKS.has(id) && !said) await tell();
    });
  }
  followRibbon(session, office);
}

const CHECKS: ReadonlySet<CommandId> = new Set(['checkWorkbook', 'checkSheet']);
const VIEWS: ReadonlySet<CommandId> = new Set(['openSettings', 'explainCell']);
const STEPS: ReadonlySet<CommandId> = new Set(['previousDifference', 'nextDifference']);

/** Only the pane can say what went wrong, why there is nowhere to step to, and that there was nothing to clear. */
function needsPane(id: CommandId, before: SessionState, { error, notices, done }: SessionState): boolean {
  // What an earlier operation said has been said.
  const news = (error !== null && error !== before.error) || (notices.length > 0 && notices !== before.notices);
  if (news || VIEWS.has(id)) return true;
  if (id === 'clearAnnotations') return done?.id === 'pane.done.nothing-to-clear';
  return STEPS.has(id) && done !== null && done !== before.done;
}

/** False where the pane cannot be opened from here: its words wait in it until the user opens it. */
async function shownPane(office: OfficeCommands): Promise<boolean> {
  try {
    await office.showPane();
    return true;
  } catch {
    return false;
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
