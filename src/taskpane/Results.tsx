/** Which question this file answers: what does the pane show of a check, from the summary down to what was not checked? */
import { useState, type ReactElement } from 'react';
import type { Session, SessionState } from '../commands/session';
import type { Outcome } from '../commands/session';
import { useActions } from './actions';
import { SkippedSection, TablesSection } from './Coverage';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';
import { isFiltering, type Filter } from './filter';
import type { Grouping, Order } from './grouping';
import { RelationMapView } from './RelationMap';
import { Section } from './parts';
import { styles } from './styles';
import { Summary } from './Summary';
import { useText } from './text';

interface Props {
  readonly outcome: Outcome;
  readonly state: SessionState;
  readonly session: Session;
  readonly busy: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function Results({ outcome, session, busy, filter, onFilter }: Props): ReactElement {
  const say = useText();
  const { select } = useActions();
  const [grouping, setGrouping] = useState<Grouping>('cause');
  const [order, setOrder] = useState<Order>('place');
  const { result, scope } = outcome;
  return (
    <main className={styles.body} aria-busy={busy}>
      <Summary outcome={outcome} filter={filter} onFilter={onFilter} />
      {scope === undefined ? null : <p className={styles.note}>{say('pane.scope', { sheet: scope })}</p>}
      {result.checks.length === 0 ? null : (
        <Section title={say('pane.map')} open count={null}>
          {() => <RelationMapView result={result} filter={filter} onFilter={onFilter} />}
        </Section>
      )}
      <FilterBar
        result={result}
        filter={filter}
        onFilter={onFilter}
        grouping={grouping}
        onGrouping={setGrouping}
        order={order}
        onOrder={setOrder}
      />
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
      <TablesSection result={result} busy={busy} onSelect={select} onCorrect={(table, given) => void session.correct(table, given)} />
    </main>
  );
}
