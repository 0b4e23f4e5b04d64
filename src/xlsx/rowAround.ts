/**
 * What stands around a worksheet's cells, in tables and in comments, and names places by attributes: where do these go when rows come in or go? An
 * element whose place is gone goes; a list that is left empty goes with it.
 */
import { rangeAddress, type Range } from '../core/workbook';
import { parseRanges } from './features';
import { shiftFormula } from './formula';
import { attributeOf, elementNamed, elementsOf, rootOf, splice, textOf, withAttribute, type Markup } from './markup';
import { changedFormulas } from './partFormulas';
import { frozenAfter, movedRange, movedRanges, movedRow, type RowMove } from './rowMoves';

/** Attributes that hold places, by element; the element goes with its place. */
const PLACES: Readonly<Record<string, string>> = {
  autoFilter: 'ref',
  sortState: 'ref',
  sortCondition: 'ref',
  mergeCell: 'ref',
  hyperlink: 'ref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  cellWatch: 'r',
  inputCells: 'r',
  comment: 'ref',
  threadedComment: 'ref',
  table: 'ref',
  location: 'ref',
};
/** The same, but something takes the place of what is gone. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  dimension: ['ref'],
  sheetView: ['topLeftCell'],
  pane: ['topLeftCell'],
  selection: ['activeCell', 'sqref'],
};
/** Rules for cells: ranges in an attribute or, in extension lists, in an element; formulas written for the first cell. */
const RULES: ReadonlySet<string> = new Set(['conditionalFormatting', 'dataValidation', 'sparkline']);
const LISTS: ReadonlySet<string> = new Set([
  'mergeCells',
  'hyperlinks',
  'dataValidations',
  'conditionalFormattings',
  'protectedRanges',
  'ignoredErrors',
  'cellWatches',
  'scenario',
  'scenarios',
  'rowBreaks',
  'sparklines',
  'sparklineGroup',
  'sparklineGroups',
  'ext',
  'extLst',
]);

/** The part with every place where the move puts it. */
export function withMovedPlaces(xml: string, move: RowMove): string {
  const root = rootOf(xml);
  const text = movedElement(xml, root, move);
  return text === null ? xml : splice(xml, [{ start: root.start, end: root.end, text }]);
}

/** The element anew; `null` when it goes. */
function movedElement(xml: string, element: Markup, move: RowMove): string | null {
  const whole = xml.slice(element.start, element.end);
  // Cells are moved elsewhere.
  if (element.name === 'sheetData') return whole;
  if (RULES.has(element.name)) return movedRule(xml, element, move);
  const tag = movedTag(xml, element, move);
  if (tag === null) return null;
  if (element.openEnd === element.end) return tag;
  const children = elementsOf(xml, element);
  const moved = children.map((child) => (element.name === 'rowBreaks' ? movedBreak(xml, child, move) : movedElement(xml, child, move)));
  if (LISTS.has(element.name) && children.length > 0 && moved.every((child) => child === null)) return null;
  if (element.name === 'sheetView' && children.some(({ name }, i) => name === 'pane' && !moved[i]?.includes('ySplit'))) {
    // With the frozen rows the lower part of the window goes, and its selection.
    children.forEach((child, i) => {
      if (child.name === 'selection' && (attributeOf(xml, child, 'pane') ?? '').startsWith('bottom')) moved[i] = null;
    });
  }
  const left = moved.filter((child) => child !== null).length;
  const content = splice(
    xml.slice(0, element.closeStart),
    children.map(({ start, end }, i) => ({ start, end, text: moved[i] ?? '' })),
  ).slice(element.openEnd);
  const counted = left === children.length ? tag : withAttribute(withAttribute(tag, 'count', null), 'manualBreakCount', null);
  return counted + content + xml.slice(element.closeStart, element.end);
}

function movedTag(xml: string, element: Markup, move: RowMove): string | null {
  let tag = xml.slice(element.start, element.openEnd);
  const place = PLACES[element.name];
  const stated = place === undefined ? undefined : attributeOf(xml, element, place);
  const places = placesOf(stated);
  if (place !== undefined && stated !== undefined && places !== null) {
    const ranges = places.flatMap((range) => movedRange(range, move) ?? []);
    const [only] = ranges;
    if (only === undefined || (element.name === 'mergeCell' && only.top === only.bottom && only.left === only.right)) return null;
    tag = withAttribute(tag, place, written(ranges, stated));
  }
  for (const name of VIEWS[element.name] ?? []) {
    const value = attributeOf(xml, element, name);
    const ranges = placesOf(value)?.map((range) => movedRange(range, move) ?? { ...range, top: move.at, bottom: move.at });
    if (value !== undefined && ranges) tag = withAttribute(tag, name, written(ranges, value));
  }
  return element.name === 'pane' ? movedPane(xml, element, tag, move) : tag;
}

/** `null` for what is not written as cells (`A:A`): whole columns do not move, and nothing is lost that we cannot read. */
function placesOf(text: string | undefined): readonly Range[] | null {
  const ranges = parseRanges(text ?? '');
  return ranges.length > 0 && ranges.length === text?.trim().split(/\s+/).length ? ranges : null;
}

/** The text as it came where nothing moved, so that the file keeps its own way of writing. */
function written(ranges: readonly Range[], before: string): string {
  const text = ranges.map(rangeAddress).join(' ');
  return text === parseRanges(before).map(rangeAddress).join(' ') ? before : text;
}

/** The line under the frozen rows; the pane goes with its last row when no columns are frozen. */
function movedPane(xml: string, pane: Markup, tag: string, move: RowMove): string | null {
  const rows = Number(attributeOf(xml, pane, 'ySplit') ?? 0);
  if (!(attributeOf(xml, pane, 'state') ?? '').startsWith('frozen') || rows === 0) return tag;
  const left = frozenAfter(rows, move);
  if (left > 0) return withAttribute(tag, 'ySplit', String(left));
  if (attributeOf(xml, pane, 'xSplit') === undefined) return null;
  return withAttribute(withAttribute(tag, 'ySplit', null), 'activePane', 'topRight');
}

/** A page break stands above the row that it numbers from 0. */
function movedBreak(xml: string, element: Markup, move: RowMove): string | null {
  const row = movedRow(Number(attributeOf(xml, element, 'id') ?? 0), move);
  return row === null
    ? null
    : withAttribute(xml.slice(element.start, element.openEnd), 'id', String(row)) + xml.slice(element.openEnd, element.end);
}

function movedRule(xml: string, element: Markup, move: RowMove): string | null {
  const stated = attributeOf(xml, element, 'sqref');
  const inside = stated === undefined ? elementNamed(xml, element, 'sqref') : undefined;
  const before = stated ?? textOf(xml, inside);
  const places = placesOf(before);
  if (places === null) return xml.slice(element.start, element.end);
  const left = movedRanges(places, move);
  if (left === null) return null;
  const after = written(left.ranges, before);
  const whole = inside
    ? splice(xml.slice(0, element.end), [{ start: inside.openEnd, end: inside.closeStart, text: after }]).slice(element.start)
    : withAttribute(xml.slice(element.start, element.openEnd), 'sqref', after) + xml.slice(element.openEnd, element.end);
  return left.rows === 0 && left.columns === 0
    ? whole
    : changedFormulas(whole, (formula) => shiftFormula(formula, left.rows, left.columns));
}
