/** Which parts make a note: comments, legacy drawing, their relationships and types. They are made, extended and taken away together. */
import { addNotes, emptyComments, isEmptyComments, removeNotes, type NewNote } from './commentsMarkup';
import type { PackageEditor } from './editor';
import { attributeOf, elementNamed, elementsOf, rootOf } from './markup';
import { withLegacyDrawing } from './markPatch';
import { dropPart, eraseThreads, threadIds, writeReplies } from './threadPatch';
import { addShapes, emptyDrawing, isEmptyDrawing, lastCluster, removeShapes, type Geometry } from './vml';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Writes notes by one author on the sheet whose part is given. */
export function writeNotes(editor: PackageEditor, sheet: string, author: string, all: readonly NewNote[]): void {
  const notes = writeReplies(editor, sheet, author, all);
  if (notes.length === 0) return;
  let comments = editor.related(sheet, 'comments');
  if (comments === null) {
    comments = editor.freeName((n) => `xl/comments${n}.xml`);
    editor.addPart(comments, emptyComments(editor.flavour.main), COMMENTS_TYPE);
    editor.addRelationship(sheet, 'comments', comments);
  }
  const { xml, added } = addNotes(editor.text(comments), author, notes);
  editor.setText(comments, xml);
  if (added.length === 0) return;
  const drawing = legacyDrawing(editor, sheet) ?? newDrawing(editor, sheet);
  editor.setText(drawing, addShapes(editor.text(drawing), added, geometryOf(editor.text(sheet))));
}

/**
 * Takes off an author's notes and replies from a sheet, and notes, threads and replies whose text is ours; parts that hold nothing
 * else go with them. Without `isOurs` what stands below others' notes is taken for the author's.
 */
export function eraseNotes(editor: PackageEditor, sheet: string, author: string, isOurs: ((text: string) => boolean) | null): void {
  // A thread has a note as its stand-in for old programs; its author is named after the thread.
  const standIn = (id: string): string => `tc=${id}`;
  const gone = new Set([author, ...eraseThreads(editor, sheet, author, isOurs ?? (() => false)).map(standIn)]);
  const kept = new Set(threadIds(editor, sheet).map(standIn));
  const comments = editor.related(sheet, 'comments');
  if (comments === null) return;
  const { xml, removed } = removeNotes(editor.text(comments), {
    isGone: (each) => gone.has(each),
    isOurs,
    isKept: (each) => kept.has(each),
  });
  if (removed.length > 0 && isEmptyComments(xml)) dropPart(editor, sheet, comments);
  else editor.setText(comments, xml);
  const drawing = removed.length > 0 ? legacyDrawing(editor, sheet) : null;
  if (drawing === null) return;
  const left = removeShapes(editor.text(drawing), (row, column) => removed.some((place) => place.row === row && place.column === column));
  if (!isEmptyDrawing(left)) return editor.setText(drawing, left);
  dropPart(editor, sheet, drawing);
  editor.setText(sheet, withLegacyDrawing(editor.text(sheet), null, editor.flavour.relationships));
}

/** The part of the sheet's own legacy drawing; header pictures have another one. */
function legacyDrawing(editor: PackageEditor, sheet: string): string | null {
  const xml = editor.text(sheet);
  const element = elementNamed(xml, rootOf(xml), 'legacyDrawing');
  if (!element) return null;
  const id = /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/.exec(xml.slice(element.start, element.openEnd))?.[1];
  const target = editor.relationships(sheet).find((relationship) => relationship.id === id)?.target;
  return target !== undefined && editor.has(target) ? target : null;
}

function newDrawing(editor: PackageEditor, sheet: string): string {
  const drawing = editor.freeName((n) => `xl/drawings/vmlDrawing${n}.vml`);
  editor.addDefaultType('vml', DRAWING_TYPE);
  const clusters = editor
    .partNames()
    .filter((name) => /\.vml$/i.test(name))
    .map((name) => lastCluster(editor.text(name)));
  editor.setText(drawing, emptyDrawing(Math.max(0, ...clusters) + 1));
  const id = editor.addRelationship(sheet, 'vmlDrawing', drawing);
  const cleared = withLegacyDrawing(editor.text(sheet), null, editor.flavour.relationships);
  editor.setText(sheet, withLegacyDrawing(cleared, id, editor.flavour.relationships));
  return drawing;
}

/** Sizes in pixels, near enough to place a box: the file's own widths and heights, else Excel's defaults. */
function geometryOf(xml: string): Geometry {
  const root = rootOf(xml);
  const columns = elementNamed(xml, root, 'cols');
  const sizes = elementNamed(xml, root, 'sheetFormatPr');
  const standard = Number((sizes && attributeOf(xml, sizes, 'defaultColWidth')) ?? 9.14) * 7;
  const rowHeight = Number((sizes && attributeOf(xml, sizes, 'defaultRowHeight')) ?? 15) * (4 / 3);
  const hidden = /\shidden=["'](?:1|true)["']/;
  const widths = (columns ? elementsOf(xml, columns) : []).map((element) => ({
    from: Number(attributeOf(xml, element, 'min') ?? 1) - 1,
    to: Number(attributeOf(xml, element, 'max') ?? 1) - 1,
    width: hidden.test(xml.slice(element.start, element.openEnd)) ? 0 : Number(attributeOf(xml, element, 'width') ?? 9.14) * 7,
  }));
  const heights = new Map<number, number>();
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?row\s[^>]*>/g)) {
    const row = Number(/\sr=["'](\d+)["']/.exec(tag)?.[1] ?? 0) - 1;
    const height = /\sht=["']([\d.]+)["']/.exec(tag)?.[1];
    if (hidden.test(tag)) heights.set(row, 0);
    else if (height !== undefined) heights.set(row, Number(height) * (4 / 3));
  }
  return {
    width: (column) => widths.find(({ from, to }) => column >= from && column <= to)?.width ?? standard,
    height: (row) => heights.get(row) ?? rowHeight,
  };
}
