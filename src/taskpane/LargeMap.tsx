/** Which question this file answers: how is every table and every tie drawn, with names, a legend and the same as a list? */
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { BADGE_RADIUS, LABEL_GAP, largeLayout, type PlacedLine, type PlacedNode } from './mapLayout';
import { mapStyles } from './mapStyles';
import { Disclosure, Glyph } from './parts';
import type { MapView } from './RelationMap';
import { styles } from './styles';
import { useText } from './text';

interface Props {
  readonly view: MapView;
  readonly onReduce: () => void;
}

/** Before the page was measured: what a pane of 320 pixels leaves. */
const FIRST_WIDTH = 274;
const LABEL_LINE = 13;

export function LargeMap({ view, onReduce }: Props): ReactElement {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { map, nameOf } = view;
  const layout = useMemo(() => largeLayout(map, width, nameOf), [map, width, nameOf]);
  return (
    <figure className={mapStyles.figure}>
      <div className={styles.filterRow}>
        <h2 className={mapStyles.title}>{say('pane.map')}</h2>
        <button type="button" className={mapStyles.enlarge} onClick={onReduce}>
          {say('pane.map.close')}
          <Glyph name="ChevronUp" />
        </button>
      </div>
      <div ref={frame}>
        <svg
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          className={mapStyles.drawing}
          style={{ maxWidth: layout.width }}
          role="group"
          aria-label={say('pane.map.label', { tables: map.nodes.length, lines: map.lines.length })}
        >
          {layout.lines.map((placed) => (
            <Line key={placed.line.key} placed={placed} view={view} />
          ))}
          {layout.lines.map((placed) => (
            <Count key={placed.line.key} placed={placed} />
          ))}
          {layout.nodes.map((placed) => (
            <Node key={placed.node.key} placed={placed} width={layout.width} view={view} />
          ))}
        </svg>
      </div>
      <figcaption className={mapStyles.legend}>
        <LegendItem text={say('pane.map.held')}>
          <path d="M1 7H25" className={mapStyles.held} strokeWidth="2.5" />
        </LegendItem>
        <LegendItem text={say('pane.map.broken')}>
          <path d="M1 7H25" className={mapStyles.broken} strokeWidth="2.5" />
        </LegendItem>
        <LegendItem text={say('pane.map.node-held')}>
          <circle cx="13" cy="7" r="5" className={mapStyles.node} />
        </LegendItem>
        <LegendItem text={say('pane.map.node-broken')}>
          <circle cx="13" cy="7" r="6" className={mapStyles.nodeBroken} />
        </LegendItem>
        <span>{say('pane.map.click')}</span>
      </figcaption>
      <Disclosure open={false} className={styles.textButton} head={say('pane.map.as-list')}>
        {() => <AsList view={view} />}
      </Disclosure>
    </figure>
  );
}

function LegendItem({ text, children }: { readonly text: string; readonly children: ReactElement }): ReactElement {
  return (
    <span className={mapStyles.legendItem}>
      <svg width="26" height="14" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {text}
    </span>
  );
}

/** Whatever the picture says, for those who read or listen. */
function AsList({ view }: { readonly view: MapView }): ReactElement {
  const { map, nameOf, nodeLabel, lineLabel, onNode, onLine } = view;
  return (
    <ul className={mapStyles.list}>
      {map.nodes.map((node) => (
        <li key={node.key}>
          <button type="button" className={styles.cellLink} onClick={() => onNode(node)}>
            {node.within.checked === 0 ? nameOf(node).full : nodeLabel(node)}
          </button>
        </li>
      ))}
      {map.lines.map((line) => (
        <li key={line.key}>
          {line.findings.length === 0 ? (
            lineLabel(line)
          ) : (
            <button type="button" className={styles.cellLink} onClick={() => onLine(line)}>
              {lineLabel(line)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ placed: { line, path, width }, view }: { readonly placed: PlacedLine; readonly view: MapView }): ReactElement {
  const chosen = view.isChosenLine(line);
  const label = view.lineLabel(line);
  const drawn = (
    <>
      <title>{label}</title>
      <path d={path} className={line.ties.violated > 0 ? mapStyles.broken : mapStyles.held} strokeWidth={width} />
      {chosen ? <path d={path} className={mapStyles.chosen} strokeWidth={width + 4} /> : null}
      <path d={path} className={mapStyles.hit} />
    </>
  );
  if (line.findings.length === 0) return <g>{drawn}</g>;
  return (
    <g {...asButton(label, chosen, () => view.onLine(line))} className={mapStyles.pressable}>
      {drawn}
    </g>
  );
}

/** How many relations of a line are broken; drawn above all lines, clicked through to its own. */
function Count({ placed: { line, x, y } }: { readonly placed: PlacedLine }): ReactElement | null {
  const { violated } = line.ties;
  if (violated === 0) return null;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <circle cx={x} cy={y} r={BADGE_RADIUS} className={mapStyles.badge} />
      <text x={x} y={y + 3.5} className={mapStyles.badgeText}>
        {violated}
      </text>
    </g>
  );
}

function Node(props: { readonly placed: PlacedNode; readonly width: number; readonly view: MapView }): ReactElement {
  const { placed, width, view } = props;
  const { x, y, side, node, label } = placed;
  const { violated } = node.within;
  const chosen = view.isChosenNode(node);
  const said = view.nodeLabel(node);
  const left = side === 'left';
  const first = y + 4 - ((label.length - 1) * LABEL_LINE) / 2;
  return (
    <g {...asButton(said, chosen, () => view.onNode(node))} className={mapStyles.pressable}>
      <title>{said}</title>
      {/* The label beside the dot can be clicked, too. */}
      <rect x={left ? 0 : x - LABEL_GAP} y={y - 13} width={left ? x + LABEL_GAP : width - x + LABEL_GAP} height={26} fill="transparent" />
      <circle cx={x} cy={y} r={violated > 0 ? 7 : 5.5} className={violated > 0 ? mapStyles.nodeBroken : mapStyles.node} />
      <g aria-hidden="true">
        {violated > 0 ? (
          <text x={x} y={y + 3.3} className={mapStyles.badgeText}>
            {violated}
          </text>
        ) : null}
        {label.map((line, index) => (
          <text
            key={index}
            x={left ? x - LABEL_GAP : x + LABEL_GAP}
            y={first + index * LABEL_LINE}
            textAnchor={left ? 'end' : 'start'}
            className={`${index === 0 ? mapStyles.name : mapStyles.kind} ${chosen ? mapStyles.chosenName : ''}`}
          >
            {line}
          </text>
        ))}
      </g>
    </g>
  );
}

/** A part of the drawing that is clicked, or pressed by Enter and the space bar. */
function asButton(label: string, pressed: boolean, act: () => void) {
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    'aria-pressed': pressed,
    onClick: act,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    },
  } as const;
}

/** In pixels, also after the pane was made wider or narrower. */
function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  const measure = useCallback(() => setWidth(element.current?.clientWidth ?? FIRST_WIDTH), [element]);
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, measure]);
  return width;
}
