/**
 * Where does a note's box stand? Excel shows a note only when the sheet's legacy drawing (VML) holds a shape for it.
 * Old drawings are not always well formed, so shapes are found as text, not as elements.
 */

/** Column widths and row heights of a sheet in pixels. */
export interface Geometry {
  width(column: number): number;
  height(row: number): number;
}

export interface NotePlace {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const SHAPE = /<v:shape\s(?:(?!<\/v:shape>)[\s\S])*<\/v:shape>\s*/g;
const NOTE_TYPE = '_x0000_t202';

const SHAPE_TYPE =
  `<v:shapetype id="${NOTE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A drawing without shapes. Clusters of ids are numbered from 1, each sheet's drawing has its own. */
export function emptyDrawing(cluster: number): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${cluster}"/></o:shapelayout>${SHAPE_TYPE}</xml>`
  );
}

/** Shape ids come in clusters of 1024; the drawing's map names the clusters it uses. */
function claimed(vml: string, ids: readonly number[]): string {
  const clusters = [...new Set(ids.map((id) => Math.floor(id / 1024)))];
  return vml.replace(/(<o:idmap\b[^>]*\bdata=")([^"]*)(")/, (_, before: string, data: string, after: string) => {
    const known = data.split(',').filter((each) => each !== '');
    return before + [...known, ...clusters.map(String).filter((each) => !known.includes(each))].join(',') + after;
  });
}

/** Walks from a cell's edge until the pixels are used up: the index reached and the pixels left in it. */
function reach(from: number, pixels: number, size: (index: number) => number, last: number): readonly [number, number] {
  let index = from;
  let left = pixels;
  // Hidden columns have no width, and some templates hide all of them up to the last.
  while (index < last && left > size(index)) {
    left -= size(index);
    index += 1;
  }
  return [index, Math.max(0, Math.round(left))];
}

const WIDTH = 300;
const LINE_HEIGHT = 18;
/** Full-width characters in a line of the box. */
const LINE_LENGTH = 21;

function boxHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
  return Math.min(480, Math.max(60, lines * LINE_HEIGHT + 12));
}

function shapeMarkup(id: number, order: number, { row, column, text }: NotePlace, geometry: Geometry): string {
  const top = Math.max(0, row - 1);
  const [rightColumn, rightOffset] = reach(column + 1, 15 + WIDTH, geometry.width, 16_383);
  const [bottomRow, bottomOffset] = reach(top, 8 + boxHeight(text), geometry.height, 1_048_575);
  const anchor = [column + 1, 15, top, 8, rightColumn, rightOffset, bottomRow, bottomOffset].join(', ');
  return (
    `<v:shape id="_x0000_s${id}" type="#${NOTE_TYPE}" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
    `width:${WIDTH * 0.75}pt;height:${boxHeight(text) * 0.75}pt;z-index:${order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** The drawing with a box for each new note, its id above those in use. */
export function addShapes(vml: string, notes: readonly NotePlace[], geometry: Geometry): string {
  const used = [...vml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  const cluster = lastCluster(vml) || 1;
  const next = Math.max(cluster * 1024, ...used) + 1;
  const ids = notes.map((_, i) => next + i);
  const shapes = notes.map((note, i) => shapeMarkup(ids[i] ?? 0, used.length + i + 1, note, geometry)).join('');
  const typed = vml.includes(`id="${NOTE_TYPE}"`) ? shapes : SHAPE_TYPE + shapes;
  const end = vml.lastIndexOf('</xml>');
  return claimed(end < 0 ? vml : vml.slice(0, end) + typed + vml.slice(end), ids);
}

/** The drawing without the boxes of some notes. */
export function removeShapes(vml: string, isGone: (row: number, column: number) => boolean): string {
  return vml.replace(SHAPE, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
    const isNote = /ObjectType=["']Note["']/.test(shape);
    return isNote && row !== undefined && column !== undefined && isGone(Number(row), Number(column)) ? '' : shape;
  });
}

/** The drawing with each note's box where its cell went; without the box of a cell that is gone. Boxes that belong to no cell stay. */
export function moveShapes(vml: string, target: (row: number, column: number) => number | null): string {
  return vml.replace(SHAPE, (shape) => {
    const row = Number(/<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1] ?? NaN);
    const column = Number(/<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1] ?? NaN);
    if (!/ObjectType=["']Note["']/.test(shape) || Number.isNaN(row) || Number.isNaN(column)) return shape;
    const to = target(row, column);
    if (to === null) return '';
    if (to === row) return shape;
    const anchored = (_: string, before: string, anchor: string): string => {
      // Column and offset, row and offset, of the upper left and of the lower right corner.
      const moved = anchor.split(',').map((each, i) => (i === 2 || i === 6 ? String(Math.max(0, Number(each) + to - row)) : each.trim()));
      return before + moved.join(', ');
    };
    return shape.replace(/(<x:Row>)[^<]*/, `$1${to}`).replace(/(<x:Anchor>)([^<]*)/, anchored);
  });
}

/** True when a drawing holds nothing any more: no shape, no group, no picture. */
export function isEmptyDrawing(vml: string): boolean {
  return !/<v:(?:shape|group|rect|oval|line|image|roundrect)[\s>]/.test(vml);
}

/** The highest cluster of ids that a drawing uses; 0 when it names none. */
export function lastCluster(vml: string): number {
  const data = /<o:idmap\b[^>]*\bdata=["']([^"']*)["']/.exec(vml)?.[1] ?? '';
  return Math.max(0, ...data.split(',').map(Number).filter(Number.isFinite));
}
