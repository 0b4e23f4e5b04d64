/**
 * Which question this file answers: how does a suggestion get into the workbook when the user adopts it, and how is it taken back? One value is
 * written where exactly what was checked still stands; whatever else is in the cell's way is said, and nothing is written.
 */
import { cellAt, type Cause, type CauseCell, type CellContent, type CellRef, type EdgeNotice, type Workbook } from '../core';
import { placeName } from '../present/messages';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';

/** What was adopted, enough to restore it. */
export interface Adoption {
  readonly changes: readonly { readonly cell: CellRef; readonly before: CellContent; readonly after: CellContent }[];
}

/** Why a suggestion is not written. */
class Refusal extends Error {
  constructor(readonly notice: EdgeNotice) {
    super(notice.id);
  }
}

/** Writes the suggested values of all cells of the cause, or of none, and checks anew. */
export async function adoptSuggestion(desk: Desk, cause: Cause): Promise<void> {
  const { outcome } = desk.now;
  if (outcome === null) return;
  const cells = cause.cells.map(({ cell }) => cell);
  let after: readonly CellContent[] = [];
  const before = await refusing(desk, (refuse) =>
    desk.tools.spreadsheet.writeCells(cells, (present) => {
      try {
        after = cause.cells.map((entry, index) => adoptedContent(entry, present[index] ?? { value: null }, outcome.workbook));
        return after;
      } catch (error) {
        return refuse(error instanceof Error ? error : new Error(String(error)));
      }
    }),
  );
  if (before === null) return;
  const changes = cells.map((cell, index) => ({ cell, before: before[index] ?? { value: null }, after: after[index] ?? { value: null } }));
  // From here on it can be taken back, even when the check that follows is cancelled or fails.
  desk.set({ adoptions: [...desk.now.adoptions, { changes }] });
  await checkWorkbookNow(desk, outcome.scope);
  const id = cells.length === 1 ? 'pane.done.adopted' : 'pane.done.adopted-many';
  const [first] = changes;
  const data = {
    place: first ? placeName(first.cell) : '',
    before: shown(first?.before),
    after: shown(first?.after),
    count: String(cells.length),
  };
  desk.set({ done: { id, data } });
}

/** Puts back what stood in the cells before the last adoption, exactly; not where somebody has changed them since. */
export async function undoAdoption(desk: Desk): Promise<void> {
  const adoption = desk.now.adoptions.at(-1);
  if (adoption === undefined) return;
  const { changes } = adoption;
  const undone = await refusing(desk, (refuse) =>
    desk.tools.spreadsheet.writeCells(
      changes.map(({ cell }) => cell),
      (present) => {
        const changed = changes.find(({ after }, index) => !isSame(after, present[index] ?? { value: null }));
        if (changed) return refuse(new Refusal({ id: 'pane.undo.changed', data: { place: placeName(changed.cell) } }));
        return changes.map(({ before }) => before);
      },
    ),
  );
  desk.set({ adoptions: desk.now.adoptions.slice(0, -1) });
  if (undone === null) return;
  await checkWorkbookNow(desk, desk.now.outcome?.scope);
  const [first] = changes;
  desk.set({ done: { id: 'pane.done.undone', data: { place: first ? placeName(first.cell) : '', before: shown(first?.before) } } });
}

/** Runs a writing whose change may refuse; the refusal becomes the session's error and the result `null`. */
async function refusing<T>(desk: Desk, write: (refuse: (error: Error) => null) => Promise<T | null>): Promise<T | null> {
  const refusals: Error[] = [];
  const written = await write((error) => {
    refusals.push(error);
    return null;
  });
  const [refused] = refusals;
  if (refused instanceof Refusal) desk.set({ notices: [refused.notice] });
  else if (refused) throw refused;
  return written;
}

/** Throws `Refusal`. */
function adoptedContent(entry: CauseCell, present: CellContent, checked: Workbook): CellContent {
  const place = placeName(entry.cell);
  const sheet = checked.sheets.find(({ name }) => name === entry.cell.sheet);
  const snapshot = sheet && cellAt(sheet, entry.cell.row, entry.cell.column);
  if ((snapshot?.value ?? null) !== present.value || snapshot?.formula !== present.formula)
    throw new Refusal({ id: 'pane.adopt.changed', data: { place } });
  if (entry.formula !== undefined) return { value: null, formula: entry.formula };
  if (present.formula !== undefined) throw new Refusal({ id: 'pane.adopt.formula', data: { place } });
  if (entry.unit === null && !entry.plain) return { value: textWith(entry, present) };
  if (entry.suggested === '') return { value: null };
  // A number stored as text stays text: the cell's format and whatever reads it rely on that.
  return { value: typeof present.value === 'string' ? entry.suggested : Number(entry.suggested) };
}

/** The cell's text with the right words in the place of the wrong ones: where the cause says that they stand, else where they occur once. */
function textWith(entry: CauseCell, { value }: CellContent): string {
  const text = typeof value === 'string' ? value : '';
  if (text.trim() === entry.value.trim()) return text.replace(text.trim(), () => entry.suggested);
  const { start } = entry;
  if (start !== undefined && entry.value !== '' && text.startsWith(entry.value, start))
    return text.slice(0, start) + entry.suggested + text.slice(start + entry.value.length);
  const at = text.indexOf(entry.value);
  if (entry.value === '' || at < 0 || text.indexOf(entry.value, at + 1) >= 0)
    throw new Refusal({ id: 'pane.adopt.text', data: { place: placeName(entry.cell), value: entry.value, suggested: entry.suggested } });
  return text.slice(0, at) + entry.suggested + text.slice(at + entry.value.length);
}

function isSame(written: CellContent, present: CellContent): boolean {
  // Excel writes formulas in its own way: capitals, no blanks.
  const bare = (formula: string | undefined): string | undefined => formula?.replace(/\s+/g, '').toUpperCase();
  if (written.formula !== undefined || present.formula !== undefined) return bare(written.formula) === bare(present.formula);
  return written.value === present.value || (written.value === null && present.value === '');
}

function shown(content: CellContent | undefined): string {
  return content?.formula ?? (content?.value === null || content === undefined ? '' : String(content.value));
}
