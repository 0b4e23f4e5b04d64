/**
 * Which question this file answers: which settings count, and how are they saved? Those of the workbook over the user's own defaults; the
 * first travel with the file, the second stay on this computer.
 */
import type { Workbook } from '../core';
import { decodeSettings, effectiveSettings, encodeSettings, preferencesOf, withPreferences, type Preferences } from '../core/settings';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';

/** Where the user's own defaults are kept on this computer. */
export interface DefaultsStore {
  read(): Preferences;
  /** False where this browser keeps nothing. */
  write(preferences: Preferences): boolean;
}

export const SCOPES = ['workbook', 'user'] as const;
export type Scope = (typeof SCOPES)[number];

/** What counts for a workbook as it was read. */
export function preferencesFor(desk: Desk, workbook: Workbook): Preferences {
  return preferencesOf(effectiveSettings(defaultsOf(desk), decodeSettings(workbook.settings).settings));
}

function defaultsOf(desk: Desk): Preferences {
  return desk.tools.defaults?.read() ?? {};
}

/** Reads both sets of settings anew, for the page that shows them. */
export async function loadPreferences(desk: Desk): Promise<void> {
  const xml = await desk.tools.spreadsheet.readSettings();
  const settings = decodeSettings(xml).settings;
  const user = defaultsOf(desk);
  desk.set({
    saved: { workbook: preferencesOf(settings), user },
    preferences: preferencesOf(effectiveSettings(user, settings)),
  });
}

/** Puts the preferences in the place of all that were laid down there, and checks anew when there was a check. */
export async function savePreferences(desk: Desk, scope: Scope, preferences: Preferences): Promise<void> {
  if (scope === 'workbook')
    await desk.tools.spreadsheet.changeSettings((xml) => encodeSettings(withPreferences(decodeSettings(xml).settings, preferences)));
  else if (desk.tools.defaults?.write(preferences) !== true) {
    desk.set({ notices: [{ id: 'pane.settings.not-kept', data: {} }] });
    return;
  }
  await loadPreferences(desk);
  if (desk.now.outcome !== null) await checkWorkbookNow(desk, desk.now.outcome.scope);
  desk.set({ done: { id: scope === 'workbook' ? 'pane.settings.saved.workbook' : 'pane.settings.saved.user', data: {} } });
}
