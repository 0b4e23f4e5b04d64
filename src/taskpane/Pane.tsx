/** Which question this file answers: what does the pane show in each state of the session. */
import { useCallback, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { isBusy, type Session } from '../commands/session';
import type { CellRef, Table } from '../core';
import { Bars } from './Bars';
import { CausesSection } from './Causes';
import type { GivenCorrection } from './CorrectionForm';
import { SkippedSection, TablesSection } from './Coverage';
import { Findings } from './Findings';
import type { IconName } from './icons';
import { Glyph } from './parts';
import { styles } from './styles';
import { FilterRow, Summary } from './Summary';
import { useText } from './text';
import { NO_FILTER } from './view';

const COMPACT = {
  root: { padding: '0 8px', minWidth: 0, height: 30, fontSize: 13 },
  label: { margin: '0 2px', fontWeight: 600, whiteSpace: 'nowrap' },
  icon: { margin: '0 2px', fontSize: 14, height: 14, lineHeight: '14px', display: 'inline-flex' },
} as const;
const QUIET = {
  ...COMPACT,
  root: { ...COMPACT.root, border: 'none', background: 'transparent' },
  label: { ...COMPACT.label, fontWeight: 400 },
} as const;

export function Pane({ session }: { readonly session: Session }): ReactElement {
  const say = useText();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const [filter, setFilter] = useState(NO_FILTER);
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  const correct = useCallback((table: Table, given: GivenCorrection) => void session.correct(table, given), [session]);
  const busy = isBusy(state.phase);
  const { outcome } = state;
  return (
    <div className={styles.page} data-phase={state.phase}>
      <div className={styles.top}>
        <div className={styles.actions} role="toolbar" aria-label={say('pane.title')}>
          <PrimaryButton
            styles={COMPACT}
            iconProps={{ iconName: outcome === null ? 'Check' : 'Refresh' }}
            disabled={busy}
            onClick={() => void session.recheck()}
            text={say(outcome === null ? 'pane.check' : 'pane.recheck')}
          />
          <DefaultButton
            styles={QUIET}
            iconProps={{ iconName: 'Sheet' }}
            disabled={busy}
            onClick={() => void session.makeSheet()}
            ariaLabel={say('pane.make-sheet')}
            text={say('pane.make-sheet.short')}
          />
          <DefaultButton
            styles={QUIET}
            iconProps={{ iconName: 'Eraser' }}
            disabled={busy}
            onClick={() => void session.clear()}
            text={say('pane.clear')}
          />
        </div>
        <Bars state={state} session={session} />
      </div>
      {outcome === null ? (
        <Empty icon="Compare" title={say('pane.welcome')} text={say('pane.welcome.hint')}>
          <p className={styles.note}>{say('pane.privacy')}</p>
        </Empty>
      ) : (
        <main className={styles.body} aria-busy={busy}>
          <Summary outcome={outcome} filter={filter} onFilter={setFilter} />
          <CausesSection causes={outcome.result.causes} onSelect={select} />
          <FilterRow outcome={outcome} filter={filter} onFilter={setFilter} />
          {outcome.result.findings.length === 0 ? null : <Findings result={outcome.result} filter={filter} onSelect={select} />}
          <SkippedSection result={outcome.result} />
          <TablesSection result={outcome.result} busy={busy} onSelect={select} onCorrect={correct} />
        </main>
      )}
    </div>
  );
}

/** A page with nothing on it yet says what it is for. */
export function Empty(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className={styles.empty}>
      <div className={styles.emptyMark}>
        <Glyph name={props.icon} />
      </div>
      <h1 className={styles.emptyTitle}>{props.title}</h1>
      <p className={styles.emptyText}>{props.text}</p>
      {props.children}
    </div>
  );
}
