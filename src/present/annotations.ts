/** Which question this file answers: which cells are marked for a check's findings, and how. What their comments say is in comments.ts. */
import { isBeside } from '../core/beside';
import { CLAIM, type Cause, type CheckResult, type Finding, type FindingCell } from '../core/model';
import type { CellAnnotation, Highlight, Mark } from '../core/spreadsheet';
import type { CellRef, Workbook } from '../core/workbook';
import type { Locale } from '../i18n';
import { causeGroups } from './causes';
import { commentText } from './comments';
import { conditionOf } from './conditions';
import { MARKS } from './marks';
import { sideCells } from './messages';

export interface AnnotationOptions {
  /** The workbook that was checked: numbers stored as text are then read by the marks' conditions. */
  readonly workbook?: Workbook | null;
  /** `comment`: no colours, comments only. `none`: nothing is marked. Absent: `fill`. */
  readonly style?: Highlight | 'comment' | 'none';
  /** Which marked cells get a comment: where to look first (absent), every one, or none. With style `comment`, `off` counts as `culprit`. */
  readonly comments?: 'culprit' | 'all' | 'off';
}

interface Marked {
  readonly cell: CellRef;
  mark: Mark;
  readonly findings: Finding[];
  /** A change of this cell that mends findings, the likeliest first. */
  cause: Cause | null;
  /** The cell to look at first for one of its findings. */
  first: boolean;
}

/**
 * One annotation a cell. The likely culprit is marked strongly and the cells that merely disagree with it lightly; where nothing says
 * which side is wrong both are marked, the parts of a sum more lightly than its total. A rounding gap or a hint shows only on its total,
 * quietly. What the user accepted is not marked.
 */
export function annotationsOf(result: CheckResult, locale: Locale, options: AnnotationOptions = {}): readonly CellAnnotation[] {
  const { workbook = null, style = 'fill' } = options;
  if (style === 'none') return [];
  const highlight = style === 'comment' ? null : style;
  const wanted = options.comments ?? 'culprit';
  const comments = highlight === null && wanted === 'off' ? 'culprit' : wanted;
  const cells = markedCells(result);
  const conditions = new Map<Finding, string | null>();
  const condition = (finding: Finding): string | null => {
    const known = conditions.get(finding);
    if (known !== undefined) return known;
    const made = conditionOf(finding, workbook, result.tolerance);
    conditions.set(finding, made);
    return made;
  };
  return [...cells.values()].flatMap((entry): CellAnnotation[] => {
    const { cell, mark, findings } = entry;
    const says = comments === 'all' || (comments === 'culprit' && entry.first);
    const comment = says ? commentText(locale, findings, entry.cause, cell) : null;
    if (highlight === null && comment === null) return [];
    const made = findings.map(condition);
    const live = made.every((each) => each !== null) ? made.filter((each) => each !== null) : [];
    return [{ cell, mark, ...(highlight === 'fill' ? {} : { highlight }), ...(live.length > 0 ? { conditions: live } : {}), comment }];
  });
}

function markedCells(result: CheckResult): ReadonlyMap<string, Marked> {
  const cells = new Map<string, Marked>();
  const add = (cell: CellRef, mark: Mark, finding: Finding, first: boolean): void => {
    if (isBeside(cell)) return;
    const key = keyOf(cell);
    const entry = cells.get(key) ?? { cell, mark, findings: [], cause: null, first: false };
    if (MARKS.indexOf(mark) < MARKS.indexOf(entry.mark)) entry.mark = mark;
    if (!entry.findings.includes(finding)) entry.findings.push(finding);
    entry.first ||= first;
    cells.set(key, entry);
  };
  const open = result.findings.filter((finding) => finding.accepted === undefined);
  const causes = bestCauses(result, open);
  for (const finding of open) {
    const cause = causes.get(finding.id) ?? null;
    const claimed = cause !== null && cause.confidence >= CLAIM && !isQuiet(finding);
    const suspects = new Set(cause && !isQuiet(finding) ? cause.cells.map(({ cell }) => keyOf(cell)) : []);
    for (const { cell, mark } of sides(finding, claimed)) add(cell, mark, finding, suspects.size === 0 && isStated(finding, cell));
    for (const { cell } of suspects.size > 0 && cause ? cause.cells : []) {
      add(cell, claimed ? 'culprit' : markOf(finding), finding, true);
      const entry = cells.get(keyOf(cell));
      if (entry && (entry.cause === null || (cause && cause.confidence > entry.cause.confidence))) entry.cause = cause;
    }
  }
  return cells;
}

/** For each finding the likeliest change that mends it; a claim comes before any candidate. */
function bestCauses(result: CheckResult, findings: readonly Finding[]): ReadonlyMap<string, Cause> {
  const known = new Set(findings.map(({ id }) => id));
  const best = new Map<string, Cause>();
  for (const [cause] of causeGroups(result.causes))
    for (const id of cause?.findings ?? []) {
      const present = best.get(id);
      if (cause && known.has(id) && (present === undefined || cause.confidence > present.confidence)) best.set(id, cause);
    }
  return best;
}

/** A colour over more parts of a sum than this shows nobody where to look: then the total alone is marked, and whatever is likely wrong. */
const MOST_PARTS = 100;

/** The cells of a finding as such, whoever is to blame. */
function sides(finding: Finding, claimed: boolean): readonly { readonly cell: CellRef; readonly mark: Mark }[] {
  const mark = markOf(finding);
  const left = sideCells(finding, 'left');
  if (mark === 'rounding') return (left.length > 0 ? left : finding.cells.slice(0, 1)).map(({ cell }) => ({ cell, mark }));
  const quieter = mark === 'label' ? mark : 'related';
  const light = (side: readonly FindingCell[]): Mark => (claimed || side.length > 1 ? quieter : mark);
  const both = [left, sideCells(finding, 'right')].filter((side) => side.length > 0);
  const most = Math.max(MOST_PARTS, Math.min(...both.map((side) => side.length)));
  return both.filter((side) => side.length <= most).flatMap((side) => side.map(({ cell }) => ({ cell, mark: light(side) })));
}

/** Hints take the quiet mark of rounding gaps: nothing has to be corrected. */
function markOf(finding: Finding): Mark {
  if (isQuiet(finding)) return 'rounding';
  return finding.class === 'label' ? 'label' : finding.severity === 'error' ? 'error' : 'warning';
}

function isQuiet(finding: Finding): boolean {
  return finding.class === 'rounding' || finding.severity === 'info';
}

/** Where nothing says which cell is wrong, the stated total is where one begins to look. Quiet findings call nobody. */
function isStated(finding: Finding, cell: CellRef): boolean {
  const first = finding.cells.find((entry) => !isBeside(entry.cell))?.cell;
  return !isQuiet(finding) && first !== undefined && keyOf(first) === keyOf(cell);
}

function keyOf({ sheet, row, column }: CellRef): string {
  return JSON.stringify([sheet, row, column]);
}
