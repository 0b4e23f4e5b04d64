/** Which question this file answers: what does the pane show of a check, from the summary down to what was not checked? */
import type { ReactElement } from 'react';
import type { Session, SessionState } from '../commands/session';
import type { Outcome } from '../commands/session';
import { SkippedSection, TablesSection } from './Coverage';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';
import { isFiltering, type Filter } from './filter';
import { RelationMapView } from './RelationMap';
import { styles } from './styles';
import { Summary } from './Summary';
import { useText } from './text';
import type { View } from './view';

interface Props {
  readonly outcome: Outcome;
  readonly state: SessionState;
  readonly session: Session;
  readonly busy: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function Results({ outcome, session, busy, filter, onFilter, view, onView }: Props): ReactElement {
  const say = useText();
  const { grouping, order } = view;
  const { result, scope } = outcome;
  return (
    <main className={styles.body} aria-busy={busy}>
      <Summary outcome={outcome} filter={filter} onFilter={onFilter} />
      {scope === undefined ? null : <p className={styles.note}>{say('pane.scope', { sheet: scope })}</p>}
      {result.checks.length === 0 ? null : (
        <RelationMapView result={result} filter={filter} onFilter={onFilter} large={view.map} onLarge={(map) => onView({ ...view, map })} />
      )}
      <FilterBar result={result} filter={filter} onFilter={onFilter} view={view} onView={onView} />
      {result.findings.length === 0 ? null : (
        <FindingList
          key={`${grouping} ${order} ${isFiltering(filter)}`}
          result={result}
          filter={filter}
          grouping={grouping}
          order={order}
          busy={busy}
        />
      )}
      <SkippedSection result={result} />
      <TablesSection result={result} busy={busy} onCorrect={(table, given) => void session.correct(table, given)} />
    </main>
  );
}
