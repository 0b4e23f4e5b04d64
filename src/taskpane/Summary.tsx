/** Which question this file answers: what came out of the check at a glance, and what does the user want to see of it. */
import type { ReactElement } from 'react';
import { Dropdown, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/ResponsiveMode';
import type { Outcome } from '../commands/session';
import { isBudgetTable } from '../core';
import { className, type ClassName } from '../present/messages';
import type { MessageId } from '../i18n';
import type { IconName } from './icons';
import { Glyph } from './parts';
import { fillOf, styles } from './styles';
import { useLocale, useText, type Say } from './text';
import { LEVEL_TONE } from './theme';
import { classesIn, countLevels, LEVELS, needsAttention, NO_FILTER, type Filter } from './view';

interface Props {
  readonly outcome: Outcome;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

interface Verdict {
  readonly title: string;
  readonly hint: MessageId | null;
  readonly icon: IconName;
  readonly color: string;
}

export function Summary({ outcome, filter, onFilter }: Props): ReactElement {
  const say = useText();
  const { result } = outcome;
  const counts = countLevels(result.findings);
  const verdict = verdictOf(outcome, say);
  const tables = budgetTables(outcome).length;
  return (
    <header>
      <h1 className={styles.verdict} style={{ color: verdict.color }}>
        <span className={styles.verdictIcon}>
          <Glyph name={verdict.icon} />
        </span>
        {verdict.title}
      </h1>
      {verdict.hint === null ? null : <p className={styles.facts}>{say(verdict.hint)}</p>}
      {tables === 0 ? null : (
        <>
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
                  aria-label={say('pane.level.filter', { name, count: String(counts[level]) })}
                  style={chosen ? { background: tone.soft, borderColor: tone.border } : undefined}
                  onClick={() => onFilter({ ...filter, level: chosen ? null : level })}
                >
                  <span className={styles.counterNumber} style={{ color: counts[level] === 0 ? undefined : tone.strong }}>
                    {counts[level]}
                  </span>
                  <span className={styles.counterName}>{name}</span>
                </button>
              );
            })}
          </div>
          <p className={styles.facts}>
            {say('pane.facts', {
              checked: String(result.relations.checked),
              held: String(result.relations.held),
              tables: String(tables),
              time: timeText(outcome.milliseconds, say),
            })}
          </p>
        </>
      )}
    </header>
  );
}

/** 类别, and the way out of a filter. */
export function FilterRow({ outcome, filter, onFilter }: Props): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  const classes = classesIn(outcome.result.findings);
  if (outcome.result.findings.length === 0) return null;
  const options: IDropdownOption<ClassName | null>[] = [
    { key: '', text: say('pane.filter.all'), data: null },
    ...classes.map((name) => ({ key: name, text: className(locale, name), data: name })),
  ];
  const filtered = filter.level !== null || filter.class !== null;
  return (
    <div className={styles.filterRow}>
      <h2 className={styles.sectionTitle}>{say('pane.findings')}</h2>
      {filtered ? (
        <button type="button" className={styles.textButton} style={{ marginLeft: 'auto' }} onClick={() => onFilter(NO_FILTER)}>
          {say('pane.filter.clear')}
        </button>
      ) : null}
      <Dropdown
        ariaLabel={say('pane.filter.class')}
        // In a narrow page Fabric would open a panel over everything; a pane is always narrow.
        responsiveMode={ResponsiveMode.large}
        options={options}
        selectedKey={filter.class ?? ''}
        onChange={(_event, option) => onFilter({ ...filter, class: classes.find((name) => name === option?.key) ?? null })}
        styles={{
          root: { width: 148, flexShrink: 0 },
          title: { fontSize: 12, height: 28, lineHeight: '26px' },
          caretDownWrapper: { height: 28, lineHeight: '26px' },
          dropdownOptionText: { fontSize: 12 },
        }}
      />
    </div>
  );
}

function verdictOf(outcome: Outcome, say: Say): Verdict {
  const attention = outcome.result.findings.filter(needsAttention);
  if (budgetTables(outcome).length === 0) return plain('pane.verdict.no-tables', 'Info', say);
  if (outcome.result.relations.checked === 0) return plain('pane.verdict.no-relations', 'Info', say);
  if (attention.length === 0) return { ...plain('pane.verdict.clean', 'Completed', say), color: '#107c10' };
  const errors = attention.some((finding) => finding.severity === 'error');
  return {
    title: say('pane.verdict.attention', { count: String(attention.length) }),
    hint: null,
    icon: errors ? 'ErrorBadge' : 'Warning',
    color: LEVEL_TONE[errors ? 'error' : 'warning'].strong,
  };
}

function plain(id: 'pane.verdict.no-tables' | 'pane.verdict.no-relations' | 'pane.verdict.clean', icon: IconName, say: Say): Verdict {
  return { title: say(id), hint: `${id}.hint`, icon, color: fillOf(LEVEL_TONE.info).color };
}

function budgetTables(outcome: Outcome): readonly unknown[] {
  return outcome.result.tables.filter(isBudgetTable);
}

function timeText(milliseconds: number, say: Say): string {
  return milliseconds < 1000
    ? say('pane.time.ms', { value: String(Math.max(1, Math.round(milliseconds))) })
    : say('pane.time.s', { value: (milliseconds / 1000).toFixed(1) });
}
