/** Which question this file answers: how do the tables hang together, and where does it break, at a glance? A picture, and the same as a list. */
import { useCallback, useMemo, type KeyboardEvent, type ReactElement } from 'react';
import type { CheckResult } from '../core';
import { kindName } from '../present/messages';
import { relationMap, type MapLine, type MapNode, type TieCounts } from '../present/relationMap';
import type { Filter } from './filter';
import { layoutOf, type PlacedLine, type PlacedNode } from './mapLayout';
import { mapStyles } from './mapStyles';
import { Disclosure, Glyph } from './parts';
import { SmallMap } from './SmallMap';
import { styles } from './styles';
import { useLocale, useText, type Say } from './text';

interface Props {
  readonly result: CheckResult;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** The large map with names and every line, or the small picture that leaves room for the findings. */
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
}

export function RelationMapView({ result, filter, onFilter, large, onLarge }: Props): ReactElement | null {
  const say = useText();
  const nameOf = useNodeName();
  const map = useMemo(() => relationMap(result), [result]);
  const layout = useMemo(() => layoutOf(map, 'large', nameOf), [map, nameOf]);
  if (map.nodes.length < 2) return null;
  const showLine = (line: MapLine): void => onFilter({ ...filter, tables: null, findings: new Set(line.findings) });
  const showNode = (node: MapNode): void => onFilter({ ...filter, findings: null, tables: node.tables.map(({ index }) => index) });
  const lineLabel = (line: MapLine): string =>
    say('pane.map.line', { a: nameOf(line.a), b: nameOf(line.b), ties: tiesText(line.ties, say) });
  const chosen = (line: MapLine): boolean =>
    filter.findings !== null && line.findings.length > 0 && line.findings.every((id) => filter.findings?.has(id));
  if (!large)
    return (
      <SmallMap
        map={map}
        nameOf={nameOf}
        labelOf={lineLabel}
        chosen={chosen}
        onShow={(line) => (chosen(line) ? onFilter({ ...filter, findings: null }) : showLine(line))}
        onEnlarge={() => onLarge(true)}
      />
    );
  // Broken lines are drawn last, above the others.
  const ordered = [...layout.lines].sort((a, b) => Math.sign(a.line.ties.violated) - Math.sign(b.line.ties.violated));
  return (
    <figure className={mapStyles.figure}>
      <div className={styles.filterRow}>
        <h2 className={mapStyles.title}>{say('pane.map')}</h2>
        <button type="button" className={mapStyles.enlarge} onClick={() => onLarge(false)}>
          {say('pane.map.close')}
          <Glyph name="ChevronUp" />
        </button>
      </div>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className={mapStyles.drawing}
        role="group"
        aria-label={say('pane.map.label', { tables: String(map.nodes.length), lines: String(map.lines.length) })}
      >
        {ordered.map((placed) => (
          <Line
            key={placed.line.key}
            placed={placed}
            label={lineLabel(placed.line)}
            chosen={chosen(placed.line)}
            onShow={placed.line.findings.length === 0 ? null : () => showLine(placed.line)}
          />
        ))}
        {layout.nodes.map((placed) => (
          <Node
            key={placed.node.key}
            placed={placed}
            label={say('pane.map.node', { name: nameOf(placed.node, true), ties: tiesText(placed.node.within, say) })}
            onShow={() => showNode(placed.node)}
          />
        ))}
        <Names nodes={layout.nodes} nameOf={nameOf} />
      </svg>
      <figcaption className={mapStyles.legend}>
        <span className={mapStyles.legendItem}>
          <svg width="22" height="8" aria-hidden="true">
            <path d="M0 4H22" className={mapStyles.held} strokeWidth="2.5" />
          </svg>
          {say('pane.map.held')}
        </span>
        <span className={mapStyles.legendItem}>
          <svg width="22" height="8" aria-hidden="true">
            <path d="M0 4H22" className={mapStyles.broken} strokeWidth="2.5" />
          </svg>
          {say('pane.map.broken')}
        </span>
      </figcaption>
      <Disclosure open={false} className={styles.textButton} head={say('pane.map.as-list')}>
        {() => (
          <ul className={mapStyles.list}>
            {map.nodes.map((node) => (
              <li key={node.key}>
                <button type="button" className={styles.cellLink} onClick={() => showNode(node)}>
                  {nameOf(node, true)}
                </button>{' '}
                {node.within.checked === 0 ? '' : tiesText(node.within, say)}
              </li>
            ))}
            {map.lines.map((line) => (
              <li key={line.key}>
                {line.findings.length === 0 ? (
                  lineLabel(line)
                ) : (
                  <button type="button" className={styles.cellLink} onClick={() => showLine(line)}>
                    {lineLabel(line)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </figure>
  );
}

function Line(props: {
  readonly placed: PlacedLine;
  readonly label: string;
  readonly chosen: boolean;
  readonly onShow: (() => void) | null;
}): ReactElement {
  const { placed, label, chosen, onShow } = props;
  const { violated } = placed.line.ties;
  const line = (
    <>
      <title>{label}</title>
      <path d={placed.path} className={violated > 0 ? mapStyles.broken : mapStyles.held} strokeWidth={placed.width} />
      {chosen ? <path d={placed.path} className={mapStyles.chosen} strokeWidth={placed.width + 3} /> : null}
      <path d={placed.path} className={mapStyles.hit} />
      {violated > 0 ? (
        <>
          <circle cx={placed.x} cy={placed.y} r="8" className={mapStyles.badge} />
          <text aria-hidden="true" x={placed.x} y={placed.y + 3.5} className={mapStyles.badgeText}>
            {violated}
          </text>
        </>
      ) : null}
    </>
  );
  if (onShow === null) return <g>{line}</g>;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={chosen}
      className={mapStyles.pressable}
      onClick={onShow}
      onKeyDown={onEnter(onShow)}
    >
      {line}
    </g>
  );
}

function Node({
  placed,
  label,
  onShow,
}: {
  readonly placed: PlacedNode;
  readonly label: string;
  readonly onShow: () => void;
}): ReactElement {
  const { x, y, side, node } = placed;
  const broken = node.within.violated > 0;
  return (
    <g role="button" tabIndex={0} aria-label={label} className={mapStyles.pressable} onClick={onShow} onKeyDown={onEnter(onShow)}>
      <title>{label}</title>
      <circle cx={x} cy={y} r={broken ? 7 : 5.5} className={broken ? mapStyles.nodeBroken : mapStyles.node} />
      {/* The name beside the dot can be clicked, too. */}
      <rect x={side === 'left' ? x - NAME_WIDTH : x} y={y - 10} width={NAME_WIDTH} height={20} fill="transparent" />
    </g>
  );
}

/** Room for a name beside its dot. */
const NAME_WIDTH = 80;

/** What a node's button says is its label; what is drawn beside the dots may be cut short. */
function Names({ nodes, nameOf }: { readonly nodes: readonly PlacedNode[]; readonly nameOf: (node: MapNode) => string }): ReactElement {
  return (
    <g aria-hidden="true" pointerEvents="none">
      {nodes.map(({ node, x, y, side }) => (
        <g key={node.key}>
          {node.within.violated > 0 ? (
            <text x={x} y={y + 3.3} className={mapStyles.badgeText}>
              {node.within.violated}
            </text>
          ) : null}
          <text x={side === 'left' ? x - 11 : x + 11} y={y + 4} textAnchor={side === 'left' ? 'end' : 'start'} className={mapStyles.name}>
            {nameOf(node)}
          </text>
        </g>
      ))}
    </g>
  );
}

function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  };
}

/** Names longer than this do not fit beside the ring. */
const MOST_CHARACTERS = 6;

/** The sheet's name, or the kind's where a node stands for several tables; cut to fit beside the ring unless `whole`. */
function useNodeName(): (node: MapNode, whole?: boolean) => string {
  const locale = useLocale();
  return useCallback(
    ({ tables }, whole = false) => {
      const [first] = tables;
      if (!first) return '';
      const kind = kindName(locale, first.kind);
      const full = tables.length > 1 ? `${kind} × ${tables.length}` : whole ? `${first.sheet} ${kind}` : first.sheet;
      return whole || full.length <= MOST_CHARACTERS ? full : `${full.slice(0, MOST_CHARACTERS - 1)}…`;
    },
    [locale],
  );
}

function tiesText({ checked, violated, rounding }: TieCounts, say: Say): string {
  if (checked === 0) return say('pane.map.none');
  if (violated > 0) return say('pane.map.ties.violated', { checked: String(checked), violated: String(violated) });
  return say(rounding > 0 ? 'pane.map.ties.rounding' : 'pane.map.ties', { checked: String(checked), rounding: String(rounding) });
}
