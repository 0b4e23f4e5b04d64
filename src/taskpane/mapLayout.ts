/** Which question this file answers: where on the map does each table stand, and how does each line run? */
import type { MapLine, MapNode, RelationMap } from '../present/relationMap';
import { textWidth } from '../present/width';
import { labelLines, type MapName } from './mapNames';

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
  /** The label stands outside the ring. */
  readonly side: 'left' | 'right';
  /** None on the small map. */
  readonly label: readonly string[];
}

export interface PlacedLine {
  readonly line: MapLine;
  /** An SVG path. */
  readonly path: string;
  /** A point on the path for the number of what is broken: away from the other numbers where there is room. */
  readonly x: number;
  readonly y: number;
  /** Thicker the more relations there are, in pixels. */
  readonly width: number;
}

/** Everything in pixels; a dot's label ends at the edge of the drawing. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  /** The broken ones last: they are drawn above the others. */
  readonly lines: readonly PlacedLine[];
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Half of the ring's width. */
  readonly ring: number;
  readonly thickest: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const SMALL: Frame = { width: 128, height: 104, margin: 4, ring: 54, thickest: 2.5 };

const NARROWEST_RING = 48;
const WIDEST_RING = 190;
/** Below this the drawing is not squeezed further; above the other the lines would only get longer. */
const NARROWEST = 260;
const WIDEST = 880;
/** Of a row of tables with labels of one line or of two. */
const ROW = 26;
const TALL_ROW = 34;
const LARGE_MARGIN = 16;
/** Between a dot and its label. */
export const LABEL_GAP = 11;
/** What half a Chinese character of a label takes. */
const COLUMN = 5.6;
const THINNEST = 1.2;
/** The number of what is broken stands in a circle. */
export const BADGE_RADIUS = 8;
/** Where along its line a number may stand, the best place first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Dots and lines only. */
export function smallLayout(map: RelationMap): MapLayout {
  return place(map, SMALL, () => []);
}

/** With labels, for the room that there is. */
export function largeLayout(map: RelationMap, room: number, nameOf: (node: MapNode) => MapName): MapLayout {
  const width = Math.min(WIDEST, Math.max(NARROWEST, room));
  const columns = Math.floor((width / 2 - NARROWEST_RING - LABEL_GAP) / COLUMN);
  const labels = labelLines(map.nodes.map(nameOf), columns);
  const longest = Math.max(1, ...labels.flat().map(textWidth)) * COLUMN;
  const ring = Math.min(WIDEST_RING, Math.max(NARROWEST_RING, width / 2 - LABEL_GAP - longest));
  const row = labels.some((lines) => lines.length > 1) ? TALL_ROW : ROW;
  const height = Math.max(3, Math.ceil(map.nodes.length / 2)) * row + 2 * LARGE_MARGIN;
  return place(map, { width, height, margin: LARGE_MARGIN, ring, thickest: 5 }, (index) => labels[index] ?? []);
}

/** The tables in two arcs, in the order of the workbook: down the left side, then down the right one. */
function place({ nodes, lines }: RelationMap, frame: Frame, labelOf: (index: number) => readonly string[]): MapLayout {
  const { width, height, margin, ring } = frame;
  const perSide = Math.max(1, Math.ceil(nodes.length / 2));
  const placed = nodes.map((node, index): PlacedNode => {
    const left = index < perSide;
    const count = left ? perSide : nodes.length - perSide;
    const step = left ? index : index - perSide;
    const y = margin + ((step + 0.5) / Math.max(1, count)) * (height - 2 * margin);
    // The arcs of an ellipse: the first and the last stand nearer to the middle.
    const from = (y - height / 2) / (height / 2);
    const x = width / 2 + (left ? -1 : 1) * ring * Math.sqrt(Math.max(0.2, 1 - 0.8 * from * from));
    return { node, x: round(x), y: round(y), side: left ? 'left' : 'right', label: labelOf(index) };
  });
  const at = new Map(placed.map((entry) => [entry.node.key, entry]));
  const most = Math.max(1, ...lines.map(({ ties }) => ties.checked));
  const taken: Point[] = [...placed];
  const ordered = [...lines].sort((a, b) => Math.sign(a.ties.violated) - Math.sign(b.ties.violated));
  const drawn = ordered.flatMap((line): PlacedLine[] => {
    const [a, b] = [at.get(line.a.key), at.get(line.b.key)];
    if (!a || !b) return [];
    const bend = bendOf(a, b, frame);
    const spot = spotFor(a, bend, b, taken);
    if (line.ties.violated > 0) taken.push(spot);
    const thickness = THINNEST + (frame.thickest - THINNEST) * Math.sqrt(line.ties.checked / most);
    return [{ line, path: `M${a.x} ${a.y}Q${round(bend.x)} ${round(bend.y)} ${b.x} ${b.y}`, ...spot, width: round(thickness) }];
  });
  return { width, height, nodes: placed, lines: drawn };
}

/** Lines bend towards the middle, so that those along one side do not lie on one another: the longer, the further in. */
function bendOf(a: PlacedNode, b: PlacedNode, { width, height, ring }: Frame): Point {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  if (a.side !== b.side) return { x: middle.x + (width / 2 - middle.x) * 0.4, y: middle.y + (height / 2 - middle.y) * 0.08 };
  const inwards = Math.min(1.6, 0.5 + (1.6 * Math.abs(a.y - b.y)) / height) * ring;
  return { x: middle.x + (a.side === 'left' ? inwards : -inwards), y: middle.y };
}

/** The first place along the line where the number covers neither a dot nor another number, else the one that is furthest from them. */
function spotFor(a: Point, bend: Point, b: Point, taken: readonly Point[]): Point {
  const spots = PLACES.map((t) => pointAt(a, bend, b, t));
  const room = ({ x, y }: Point): number => Math.min(...taken.map((other) => Math.hypot(other.x - x, other.y - y)));
  const free = spots.find((spot) => room(spot) >= 2 * BADGE_RADIUS);
  return free ?? spots.reduce((best, spot) => (room(spot) > room(best) ? spot : best));
}

/** On a quadratic Bézier curve, as SVG's `Q` draws it. */
function pointAt(a: Point, bend: Point, b: Point, t: number): Point {
  const mix = (from: number, through: number, to: number): number =>
    round((1 - t) * (1 - t) * from + 2 * (1 - t) * t * through + t * t * to);
  return { x: mix(a.x, bend.x, b.x), y: mix(a.y, bend.y, b.y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
