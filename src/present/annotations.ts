/** Which question this file answers: which cells are marked for a check's findings, how, and what their comments say. */
import { isBeside } from '../core/beside';
import type { CheckResult, Finding } from '../core/model';
import type { CellAnnotation, Mark } from '../core/spreadsheet';
import type { CellRef } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { COMMENT_PREFIX } from './marks';
import { classOf, className, findingText, FINDING_GROUPS, groupOf, placeList, severityName, sideCells } from './messages';
import { ruleTitle } from './rules';

/** A comment longer than this is no longer read; what does not fit is counted. */
const MOST_CHARACTERS = 900;
const MOST_CELLS = 6;

const STRENGTH: Readonly<Record<Mark, number>> = { error: 4, warning: 3, label: 2, related: 1, rounding: 0 };

/**
 * One annotation a cell. Both sides of an error, warning or name finding are marked, the parts of a sum more quietly
 * than its total; a rounding gap or a hint shows only on its total, so that addends which are right stay as they are. What the
 * user accepted is not marked.
 */
export function annotationsOf(result: CheckResult, locale: Locale): readonly CellAnnotation[] {
  const cells = new Map<string, { readonly cell: CellRef; mark: Mark; readonly findings: Finding[] }>();
  for (const finding of result.findings) {
    if (finding.accepted) continue;
    for (const { cell, mark } of markedCells(finding)) {
      if (isBeside(cell)) continue;
      const key = JSON.stringify([cell.sheet, cell.row, cell.column]);
      const entry = cells.get(key) ?? { cell, mark, findings: [] };
      if (STRENGTH[mark] > STRENGTH[entry.mark]) entry.mark = mark;
      if (!entry.findings.includes(finding)) entry.findings.push(finding);
      cells.set(key, entry);
    }
  }
  return [...cells.values()].map(({ cell, mark, findings }) => ({ cell, mark, comment: commentOf(findings, cell, locale) }));
}

interface MarkedCell {
  readonly cell: CellRef;
  readonly mark: Mark;
}

function markedCells(finding: Finding): readonly MarkedCell[] {
  const mark = markOf(finding);
  const left = sideCells(finding, 'left');
  if (mark === 'rounding') return (left.length > 0 ? left : finding.cells.slice(0, 1)).map(({ cell }) => ({ cell, mark }));
  return [left, sideCells(finding, 'right')].flatMap((side) =>
    side.map(({ cell }) => ({ cell, mark: side.length > 1 ? 'related' : mark })),
  );
}

/** Hints take the quiet mark of rounding gaps: nothing has to be corrected. */
function markOf(finding: Finding): Mark {
  if (finding.class === 'rounding' || finding.severity === 'info') return 'rounding';
  return finding.class === 'label' ? 'label' : finding.severity;
}

/** The comment of a cell; its first characters are the prefix by which Gouji knows its own comments again. */
function commentOf(findings: readonly Finding[], cell: CellRef, locale: Locale): string {
  const ordered = [...findings].sort((a, b) => FINDING_GROUPS.indexOf(groupOf(a)) - FINDING_GROUPS.indexOf(groupOf(b)));
  const parts: string[] = [];
  let length = 0;
  for (const [index, finding] of ordered.entries()) {
    const text = entryOf(finding, cell, locale);
    const part = ordered.length === 1 ? text : translate(locale, 'present.numbered', { number: String(index + 1), text });
    if (parts.length > 0 && length + part.length > MOST_CHARACTERS) break;
    parts.push(part);
    length += part.length;
  }
  const left = ordered.length - parts.length;
  if (left > 0) parts.push(translate(locale, 'comment.more', { count: String(left) }));
  return COMMENT_PREFIX + parts.join('\n');
}

function entryOf(finding: Finding, cell: CellRef, locale: Locale): string {
  const head = translate(locale, 'comment.head', {
    severity: severityName(locale, finding.severity),
    class: className(locale, classOf(finding)),
    rule: ruleTitle(locale, finding.rule),
  });
  const others = finding.cells.map((entry) => entry.cell).filter((other) => !isSame(other, cell));
  const lines = [head, findingText(locale, finding)];
  if (others.length > 0) lines.push(translate(locale, 'comment.other', { cells: placeList(locale, others, MOST_CELLS) }));
  return lines.join('\n');
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
