/**
 * The ribbon's functions. They live in the pane's page (one shared runtime) and work with the pane closed.
 *
 * What this folder may not do: draw anything (src/taskpane does) or judge figures (src/core does).
 */
import type { Session } from './session';

/** The ids that manifest.xml names. */
export const COMMANDS = ['checkWorkbook', 'writeDiscrepancySheet', 'clearAnnotations'] as const;
export type CommandId = (typeof COMMANDS)[number];

/** Just what is needed of Office, so that tests can hand in their own. */
export interface OfficeCommands {
  associate(id: string, command: (event: { completed(): void }) => Promise<void>): void;
  /** Opens the pane, or brings it to the front. */
  showPane(): Promise<unknown>;
}

/** Ties the ribbon's buttons to the session. Excel keeps a button busy until `completed` is called, so it always is. */
export function registerCommands(session: Session, office: OfficeCommands): void {
  const operations: Readonly<Record<CommandId, () => Promise<void>>> = {
    checkWorkbook: () => session.recheck(),
    writeDiscrepancySheet: () => session.makeSheet(),
    clearAnnotations: () => session.clear(),
  };
  for (const id of COMMANDS) {
    office.associate(id, async (event) => {
      try {
        await operations[id]();
        // Where the pane cannot be opened from here, its words wait in it until the user opens it.
        if (needsPane(session, id)) await office.showPane().catch(() => undefined);
      } finally {
        event.completed();
      }
    });
  }
}

/** The cells show what a check found; the pane comes up by itself only when they cannot: an error, a notice, nothing marked. */
function needsPane(session: Session, id: CommandId): boolean {
  const { error, notices, outcome } = session.getState();
  if (error !== null || notices.length > 0) return true;
  return id === 'checkWorkbook' && outcome?.marked === 0;
}
