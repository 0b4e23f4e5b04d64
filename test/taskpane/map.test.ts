import { relationMap } from '../../src/present/relationMap';
import { BADGE_RADIUS, largeLayout, smallLayout, type MapLayout } from '../../src/taskpane/mapLayout';
import { labelLines, mapName, type MapName } from '../../src/taskpane/mapNames';
import { equation, resultOf } from '../support/findings';

const RESULT = resultOf(
  equation(['表一!B6', '9.00'], [['表三!C6', '3.00']]),
  equation(['表一!B7', '3.00'], [['表三!C7', '3.00']]),
  equation(['表五!B6', '3.00'], [['表三!C6', '3.00']]),
  equation(['表五!B7', '9.00'], [['表一!B6', '3.00']]),
);
const MAP = relationMap(RESULT);
const nameOf = (): MapName => ({ place: '表三', short: '支出总表', full: '表三 部门支出总表', brief: '表三' });
const inside = ({ nodes, width, height }: MapLayout): boolean =>
  nodes.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height) &&
  new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size === nodes.length;

test('every table has a place of its own inside the drawing, small or large', () => {
  expect(inside(smallLayout(MAP))).toBe(true);
  expect([200, 274, 554, 2000].map((room) => inside(largeLayout(MAP, room, nameOf)))).toEqual([true, true, true, true]);
});

test('thick lines stand for many relations, broken ones are drawn last', () => {
  const { lines } = largeLayout(MAP, 400, nameOf);
  expect(lines.map(({ line }) => [line.a.tables[0]?.sheet, line.b.tables[0]?.sheet, line.ties.violated])).toEqual([
    ['表三', '表五', 0],
    ['表一', '表三', 1],
    ['表一', '表五', 1],
  ]);
  expect(lines[1]?.width).toBeGreaterThan(lines[0]?.width ?? 0);
});

test('no number hides another', () => {
  const five = ['甲', '乙', '丙', '丁', '戊'].map((sheet) => `${sheet}!B1`);
  const pairs = five.flatMap((a, index) => five.slice(index + 1).map((b) => equation([a, '9.00'], [[b, '1.00']])));
  const { lines } = largeLayout(relationMap(resultOf(...pairs)), 354, nameOf);
  const apart = lines.flatMap((a, index) => lines.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  expect(lines).toHaveLength(10);
  expect(Math.min(...apart)).toBeGreaterThan(1.5 * BADGE_RADIUS);
});

test('a drawing uses the room of the pane: the labels never reach beyond it', () => {
  const [narrow, wide] = [largeLayout(MAP, 274, nameOf), largeLayout(MAP, 854, nameOf)];
  expect(narrow.width).toBe(274);
  expect(narrow.nodes[0]?.label).toEqual(['表三 支出总表']);
  expect(wide.nodes[0]?.label).toEqual(['表三 部门支出总表']);
});

test.each<[string, number, readonly string[][]]>([
  ['in full where all fit', 24, [['表三 部门支出总表'], ['目录']]],
  ['with the short kind', 14, [['表三 支出总表'], ['目录']]],
  ['in two lines', 9, [['表三', '支出总表'], ['目录']]],
  ['cut', 6, [['表三', '支出…'], ['目录']]],
])('labels: %s', (_what, room, expected) => {
  const names: MapName[] = [nameOf(), { place: '目录', short: '', full: '目录', brief: '目录' }];
  expect(labelLines(names, room)).toEqual(expected);
});

test('a node is called by its sheet and kind, many tables by their kind and number', () => {
  const [node] = MAP.nodes;
  const [table] = node?.tables ?? [];
  if (!node || !table) throw new Error('The map has a node');
  const named = (sheet: string, count = 1): MapName =>
    mapName('zh-CN', { ...node, tables: Array.from({ length: count }, () => ({ ...table, sheet, kind: 'performance-project' as const })) });
  expect(named('表十五')).toEqual({ place: '表十五', short: '项目绩效', full: '表十五 项目绩效目标表', brief: '表十五' });
  expect(named('项目绩效目标表')).toEqual({ place: '项目绩效目标表', short: '', full: '项目绩效目标表', brief: '项目绩效' });
  expect(named('', 4)).toEqual({ place: '项目绩效', short: '× 4', full: '项目绩效目标表 × 4', brief: '项目绩效 × 4' });
});
