/** Which question this file answers: where do 上一处 and 下一处 lead. */
import type { CellRef, Finding } from '../core';
import { classOf } from '../present/messages';
import type { Desk } from './desk';

/**
 * Selects the first cell of the finding after (`1`) or before (`-1`) the one shown last, in the order of the findings, round the
 * end. Rounding gaps and accepted findings need no visit unless there is nothing else.
 */
export async function stepToFinding(desk: Desk, direction: 1 | -1): Promise<void> {
  const { outcome, current } = desk.now;
  const stops = visited(outcome?.result.findings ?? []);
  if (stops.length === 0) {
    desk.set({ done: { id: outcome === null ? 'pane.step.unchecked' : 'pane.step.none', data: {} } });
    return;
  }
  const at = stops.findIndex(({ id }) => id === current);
  const next = at < 0 ? (direction === 1 ? 0 : stops.length - 1) : (at + direction + stops.length) % stops.length;
  const finding = stops[next] as Finding;
  desk.set({ current: finding.id });
  await selectCell(desk, (finding.cells[0] as Finding['cells'][number]).cell);
}

function visited(findings: readonly Finding[]): readonly Finding[] {
  const placed = findings.filter(({ cells }) => cells.length > 0);
  const serious = placed.filter((finding) => classOf(finding) !== 'rounding');
  return serious.length > 0 ? serious : placed;
}

/** Takes the user to a cell; the findings stay as they are, and a failure is only said. */
export async function selectCell(desk: Desk, cell: CellRef): Promise<void> {
  try {
    await desk.tools.spreadsheet.select(cell);
    if (desk.now.error !== null) desk.set({ error: null, phase: desk.resting() });
  } catch (error) {
    desk.set({ error: desk.tools.noticeOf(error) });
  }
}
