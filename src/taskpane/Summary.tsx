/** Which question this file answers: what came out of the check at a glance? */
import type { ReactElement } from 'react';
import type { Outcome } from '../commands/session';
import { countLevels, LEVELS } from '../present/levels';
import { counted } from '../present/counts';
import { Glyph } from './parts';
import { styles } from './styles';
import { useText, type Say } from './text';
import { LEVEL_TONE } from './theme';
import type { Filter } from './filter';
import { budgetTables, verdictOf } from './verdict';

interface Props {
  readonly outcome: Outcome;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function Summary({ outcome, filter, onFilter }: Props): ReactElement {
  const say = useText();
  const { result } = outcome;
  const verdict = verdictOf(outcome, say);
  return (
    <header>
      <h1 tabIndex={-1} className={styles.verdict} style={{ color: verdict.color }}>
        <span className={styles.verdictIcon}>
          <Glyph name={verdict.icon} />
        </span>
        {verdict.title}
      </h1>
      {verdict.hint === null ? null : <p className={styles.facts}>{verdict.hint}</p>}
      {budgetTables(outcome).length === 0 ? null : (
        <>
          <Counters counts={countLevels(result.findings)} filter={filter} onFilter={onFilter} />
          <Relations outcome={outcome} />
        </>
      )}
    </header>
  );
}

/** Errors, warnings, hints, rounding: each a number and a filter. */
function Counters(props: Pick<Props, 'filter' | 'onFilter'> & { readonly counts: ReturnType<typeof countLevels> }): ReactElement {
  const say = useText();
  const { counts, filter, onFilter } = props;
  return (
    <div className={styles.counters} role="group" aria-label={say('pane.findings')}>
      {LEVELS.map((level) => {
        const tone = LEVEL_TONE[level];
        const chosen = filter.level === level;
        const name = say(`pane.level.${level}`);
        return (
          <button
            key={level}
            type="button"
            className={styles.counter}
            disabled={counts[level] === 0 && !chosen}
            aria-pressed={chosen}
            style={chosen ? { background: tone.soft, borderColor: tone.border } : undefined}
            onClick={() => onFilter({ ...filter, level: chosen ? null : level })}
          >
            {/* Read out as 错误 6 …; the number is drawn above its name. */}
            <span className={styles.counterName}>{name} </span>
            <span className={styles.counterNumber} data-count={level} style={{ color: counts[level] === 0 ? undefined : tone.strong }}>
              {counted(counts[level])}
            </span>
            <span className={styles.srOnly}>{say('pane.level.filter')}</span>
          </button>
        );
      })}
    </div>
  );
}

/** How much was checked and how much of it held, as a bar and as a sentence. */
function Relations({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const say = useText();
  const { relations, skipped } = outcome.result;
  const { checked, held, rounding, violated } = relations;
  const parts = [
    ['held', held, styles.barHeld],
    ['rounding', rounding, styles.barRounding],
    ['violated', violated, styles.barViolated],
  ] as const;
  const text = say('pane.facts', {
    tables: budgetTables(outcome).length,
    checked,
    held,
    rounding,
    violated,
    skipped: skipped.length,
    time: timeText(outcome.milliseconds, say),
  });
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(([name, count, className]) =>
          count === 0 ? null : (
            <span
              key={name}
              className={className}
              style={{ flexGrow: count }}
              title={`${say(`pane.relations.${name}`)} ${counted(count)}`}
            />
          ),
        )}
      </div>
      <p className={styles.facts}>{text}</p>
    </>
  );
}

function timeText(milliseconds: number, say: Say): string {
  return milliseconds < 1000
    ? say('pane.time.ms', { value: Math.max(1, Math.round(milliseconds)) })
    : say('pane.time.s', { value: (milliseconds / 1000).toFixed(1) });
}
