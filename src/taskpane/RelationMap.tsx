/** Which question this file answers: how do the tables hang together, and where does it break? The map, small or large, and what a click on it filters. */
import { useCallback, useMemo, type ReactElement } from 'react';
import { relationMap, type MapLine, type MapNode, type RelationMap, type TieCounts } from '../present/relationMap';
import type { Filtering } from './filter';
import { LargeMap } from './LargeMap';
import { mapName, type MapName } from './mapNames';
import { SmallMap } from './SmallMap';
import { useLocale, useText, type Say } from './text';

interface Props extends Filtering {
  /** The large map with names and every line, or the small picture that leaves room for the findings. */
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
}

/** What both maps say and do. */
export interface MapView {
  readonly map: RelationMap;
  readonly nameOf: (node: MapNode) => MapName;
  /** 表三 — 表五. */
  readonly pairOf: (line: MapLine) => string;
  readonly lineLabel: (line: MapLine) => string;
  readonly nodeLabel: (node: MapNode) => string;
  readonly isChosenLine: (line: MapLine) => boolean;
  readonly isChosenNode: (node: MapNode) => boolean;
  /** Shows the findings of a line or of a node alone; of a chosen one: all again. */
  readonly onLine: (line: MapLine) => void;
  readonly onNode: (node: MapNode) => void;
}

export function RelationMapView({ result, filter, onFilter, large, onLarge }: Props): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  const map = useMemo(() => relationMap(result), [result]);
  const nameOf = useCallback((node: MapNode) => mapName(locale, node), [locale]);
  if (map.nodes.length < 2) return null;
  const isChosenLine = ({ findings }: MapLine): boolean =>
    filter.findings !== null && findings.length > 0 && findings.every((id) => filter.findings?.has(id));
  const isChosenNode = ({ tables }: MapNode): boolean =>
    filter.tables?.length === tables.length && tables.every(({ index }) => filter.tables?.includes(index));
  const view: MapView = {
    map,
    nameOf,
    pairOf: ({ a, b }) => `${nameOf(a).brief} — ${nameOf(b).brief}`,
    lineLabel: ({ a, b, ties }) => say('pane.map.line', { a: nameOf(a).full, b: nameOf(b).full, ties: tiesText(ties, say) }),
    nodeLabel: (node) => say('pane.map.node', { name: nameOf(node).full, ties: tiesText(node.within, say) }),
    isChosenLine,
    isChosenNode,
    onLine: (line) => onFilter({ ...filter, tables: null, findings: isChosenLine(line) ? null : new Set(line.findings) }),
    onNode: (node) => onFilter({ ...filter, findings: null, tables: isChosenNode(node) ? null : node.tables.map(({ index }) => index) }),
  };
  return large ? <LargeMap view={view} onReduce={() => onLarge(false)} /> : <SmallMap view={view} onEnlarge={() => onLarge(true)} />;
}

function tiesText({ checked, violated, rounding }: TieCounts, say: Say): string {
  if (checked === 0) return say('pane.map.none');
  if (violated > 0) return say('pane.map.ties.violated', { checked, violated });
  return say(rounding > 0 ? 'pane.map.ties.rounding' : 'pane.map.ties', { checked, rounding });
}
