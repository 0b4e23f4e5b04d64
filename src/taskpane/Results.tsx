/** Which question this file answers: what does the pane show of a check, from the summary down to what was not checked? */
import type { ReactElement } from 'react';
import type { Session, SessionState } from '../commands/session';
import type { Outcome } from '../commands/session';
import { useActions } from './actions';
import { SkippedSection, TablesSection } from './Coverage';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';
import { isFiltering, type Filter } from './filter';
import type { Grouping, Order } from './grouping';
import { RelationMapView } from './RelationMap';
import { styles } from './styles';
import { Summary } from './Summary';
import { useText } from './text';

/** How the user has the results shown; kept while the pane lives, also when another page is in front. */
export interface View {
  readonly grouping: Grouping;
  readonly order: Order;
  /** The map is enlarged. */
  readonly map: boolean;
  /** The choices of grouping, order, class and table are open. */
  readonly choices: boolean;
}

export const FIRST_VIEW: View = { grouping: 'cause', order: 'place', map: false, choices: false };

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
  const { select } = useActions();
  const { grouping, order } = view;
  const { result, scope } = outcome;
  return (
    <main className={styles.body} aria-busy={busy}>
      <Summary outcome={outcome} filter={filter} onFilter={onFilter} />
      {scope === undefined ? null : <p className={styles.note}>{say('pane.scope', { sheet: scope })}</p>}
      {result.checks.length === 0 ? null : (
        <RelationMapView result={result} filter={filter} onFilter={onFilter} large={view.map} onLarge={(map) => onView({ ...view, map })} />
      )}
      <FilterBar
        result={result}
        filter={filter}
        onFilter={onFilter}
        grouping={grouping}
        onGrouping={(grouping) => onView({ ...view, grouping })}
        order={order}
        onOrder={(order) => onView({ ...view, order })}
        open={view.choices}
        onOpen={(choices) => onView({ ...view, choices })}
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
