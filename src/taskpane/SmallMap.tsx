/** Which question this file answers: where does it break between the tables, in the room of four lines? A small picture and the worst broken pairs. */
import type { ReactElement } from 'react';
import type { RelationMap } from '../present/relationMap';
import { smallLayout } from './mapLayout';
import { mapStyles } from './mapStyles';
import { Badge, Glyph } from './parts';
import type { MapView } from './RelationMap';
import { styles } from './styles';
import { useText } from './text';
import { LEVEL_TONE } from './theme';

/** Broken pairs beside the picture; the large map has them all. */
const MOST_PAIRS = 3;

interface Props {
  readonly view: MapView;
  readonly onEnlarge: () => void;
}

export function SmallMap({ view, onEnlarge }: Props): ReactElement {
  const say = useText();
  const { map, pairOf, lineLabel, isChosenLine, onLine } = view;
  const broken = map.lines.filter(({ ties }) => ties.violated > 0).sort((a, b) => b.ties.violated - a.ties.violated);
  const more = broken.length - MOST_PAIRS;
  return (
    <section className={mapStyles.small} aria-label={say('pane.map')}>
      <button
        type="button"
        className={mapStyles.picture}
        onClick={onEnlarge}
        aria-label={say('pane.map.enlarge')}
        title={say('pane.map.enlarge')}
      >
        <Picture map={map} />
      </button>
      <div className={mapStyles.beside}>
        <div className={styles.filterRow}>
          <h2 className={mapStyles.title}>{say('pane.map')}</h2>
          <button type="button" className={mapStyles.enlarge} onClick={onEnlarge}>
            {say('pane.map.open')}
            <Glyph name="ChevronDown" />
          </button>
        </div>
        <p className={styles.note}>{say('pane.map.short', { tables: map.nodes.length, lines: map.lines.length })}</p>
        {broken.length === 0 ? (
          <p className={styles.note}>{say('pane.map.whole')}</p>
        ) : (
          <ul className={mapStyles.pairs}>
            {broken.slice(0, MOST_PAIRS).map((line) => (
              <li key={line.key}>
                <button
                  type="button"
                  className={mapStyles.pair}
                  aria-pressed={isChosenLine(line)}
                  aria-label={`${pairOf(line)} ${line.ties.violated}: ${lineLabel(line)}`}
                  title={lineLabel(line)}
                  onClick={() => onLine(line)}
                >
                  <span className={mapStyles.pairName}>{pairOf(line)}</span> <Badge tone={LEVEL_TONE.error}>{line.ties.violated}</Badge>
                </button>
              </li>
            ))}
          </ul>
        )}
        {more <= 0 ? null : (
          <button type="button" className={styles.textButton} onClick={onEnlarge}>
            {say('pane.map.more', { count: more })}
          </button>
        )}
      </div>
    </section>
  );
}

/** Dots and lines only: what they are called and how often they break is said beside it, and by the large map. */
function Picture({ map }: { readonly map: RelationMap }): ReactElement {
  const { width, height, nodes, lines } = smallLayout(map);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={mapStyles.thumbnail}
      aria-hidden="true"
      focusable="false"
    >
      {lines.map(({ line, path, width: thickness }) => (
        <path
          key={line.key}
          d={path}
          className={line.ties.violated > 0 ? mapStyles.broken : mapStyles.held}
          strokeWidth={line.ties.violated > 0 ? Math.max(1.8, thickness) : thickness}
        />
      ))}
      {nodes.map(({ node, x, y }) => {
        const broken = node.within.violated > 0;
        return <circle key={node.key} cx={x} cy={y} r={broken ? 4.5 : 3.5} className={broken ? mapStyles.nodeBroken : mapStyles.node} />;
      })}
    </svg>
  );
}
