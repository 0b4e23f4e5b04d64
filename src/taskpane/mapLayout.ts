/** Which question this file answers: where on the map does each table stand, and how does each line run? */
import type { MapLine, MapNode, RelationMap } from '../present/relationMap';

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
  /** The name stands outside the ring. */
  readonly side: 'left' | 'right';
}

export interface PlacedLine {
  readonly line: MapLine;
  /** An SVG path. */
  readonly path: string;
  /** The middle of the path. */
  readonly x: number;
  readonly y: number;
  /** Thicker the more relations there are, in units of the drawing. */
  readonly width: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
}

/** The large drawing is as wide as a pane of 320 pixels and grows with the pane; the small one has no names beside its dots. */
export type MapSize = 'small' | 'large';
const WIDTH: Readonly<Record<MapSize, number>> = { small: 128, large: 296 };
const SMALL_HEIGHT = 104;
const ROW = 26;
const MARGIN: Readonly<Record<MapSize, number>> = { small: 4, large: 16 };
/** Half of the ring's width: the names take what is left. */
const WIDEST = 104;
const NARROWEST = 56;
const WITHOUT_NAMES = 54;
/** Room that one character of a name takes, and what lies between a dot and its name. */
const CHARACTER = 11.5;
const GAP = 16;
const THINNEST = 1.2;
const THICKEST: Readonly<Record<MapSize, number>> = { small: 2.5, large: 5 };

/** The tables in two arcs, in the order of the workbook: down the left side, then down the right one. */
export function layoutOf({ nodes, lines }: RelationMap, size: MapSize, nameOf: (node: MapNode) => string): MapLayout {
  const width = WIDTH[size];
  const margin = MARGIN[size];
  const ring = size === 'small' ? WITHOUT_NAMES : ringBeside(nodes.map(nameOf));
  const perSide = Math.max(1, Math.ceil(nodes.length / 2));
  const height = size === 'small' ? SMALL_HEIGHT : Math.max(3, perSide) * ROW + 2 * margin;
  const placed = nodes.map((node, index): PlacedNode => {
    const left = index < perSide;
    const count = left ? perSide : nodes.length - perSide;
    const step = left ? index : index - perSide;
    const y = margin + ((step + 0.5) / Math.max(1, count)) * (height - 2 * margin);
    // The arcs of an ellipse: the first and the last stand nearer to the middle.
    const from = (y - height / 2) / (height / 2);
    const x = width / 2 + (left ? -1 : 1) * ring * Math.sqrt(Math.max(0.2, 1 - 0.8 * from * from));
    return { node, x: round(x), y: round(y), side: left ? 'left' : 'right' };
  });
  const at = new Map(placed.map((entry) => [entry.node.key, entry]));
  const most = Math.max(1, ...lines.map(({ ties }) => ties.checked));
  const drawn = lines.flatMap((line): PlacedLine[] => {
    const [a, b] = [at.get(line.a.key), at.get(line.b.key)];
    if (!a || !b) return [];
    // Bent towards the middle, so that lines along one side do not lie on one another.
    const pull = a.side === b.side ? 0.75 : 0.2;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const bend = { x: middle.x + (width / 2 - middle.x) * 2 * pull, y: middle.y + (height / 2 - middle.y) * pull * 0.4 };
    const thickness = THINNEST + (THICKEST[size] - THINNEST) * Math.sqrt(line.ties.checked / most);
    return [
      {
        line,
        path: `M${a.x} ${a.y}Q${round(bend.x)} ${round(bend.y)} ${b.x} ${b.y}`,
        x: round((a.x + 2 * bend.x + b.x) / 4),
        y: round((a.y + 2 * bend.y + b.y) / 4),
        width: round(thickness),
      },
    ];
  });
  return { width, height, nodes: placed, lines: drawn };
}

/** How wide the ring may be when these names stand outside it. */
function ringBeside(names: readonly string[]): number {
  const longest = Math.max(1, ...names.map(widthOf));
  return Math.min(WIDEST, Math.max(NARROWEST, WIDTH.large / 2 - GAP - longest * CHARACTER));
}

/** In Chinese characters; others are half as wide. */
function widthOf(name: string): number {
  return [...name].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6), 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
