/** Which question this file answers: what does the comment on a marked cell say, in at most six short lines. */
import type { Cause, Finding } from '../core/model';
import type { CellRef } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { causeText } from './causes';
import { COMMENT_PREFIX } from './marks';
import { className, classOf, findingText, FINDING_GROUPS, groupOf, placeList, severityName } from './messages';
import { ruleTitle } from './rules';

/** Findings that are said one by one; with the head, the cause and the number of the others that makes six lines. */
const MOST_FINDINGS = 3;
const MOST_CHARACTERS = 120;
const MOST_CELLS = 6;

/** What disagrees with what, by how much, and the likely cause. The first characters are those by which Gouji knows its comments again. */
export function commentText(locale: Locale, findings: readonly Finding[], cause: Cause | null, cell: CellRef): string {
  const ordered = [...findings].sort((a, b) => FINDING_GROUPS.indexOf(groupOf(a)) - FINDING_GROUPS.indexOf(groupOf(b)));
  const [only, ...others] = ordered;
  if (only === undefined) return COMMENT_PREFIX;
  const lines = others.length === 0 ? single(locale, only, cell) : several(locale, ordered);
  const left = ordered.length - MOST_FINDINGS;
  if (cause !== null) lines.push(short(translate(locale, 'comment.cause', { cause: causeText(locale, cause) })));
  if (left > 0) lines.push(translate(locale, 'comment.more', { count: String(left) }));
  return COMMENT_PREFIX + lines.join('\n');
}

function single(locale: Locale, finding: Finding, cell: CellRef): string[] {
  const others = finding.cells.map((entry) => entry.cell).filter((other) => !isSame(other, cell));
  const lines = [head(locale, finding), short(findingText(locale, finding))];
  if (others.length > 0) lines.push(short(translate(locale, 'comment.other', { cells: placeList(locale, others, MOST_CELLS) })));
  return lines;
}

function several(locale: Locale, findings: readonly Finding[]): string[] {
  const lines = [translate(locale, 'comment.several', { count: String(findings.length) })];
  findings
    .slice(0, MOST_FINDINGS)
    .forEach((finding, index) =>
      lines.push(short(translate(locale, 'present.numbered', { number: String(index + 1), text: findingText(locale, finding) }))),
    );
  return lines;
}

function head(locale: Locale, finding: Finding): string {
  return translate(locale, 'comment.head', {
    severity: severityName(locale, finding.severity),
    class: className(locale, classOf(finding)),
    rule: ruleTitle(locale, finding.rule),
  });
}

/** One line, cut where it is no longer read. */
function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
