/** Which question this file answers: how does the user search, filter, group and sort the findings? */
import { useId, type ReactElement } from 'react';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { className, kindName } from '../present/messages';
import { Choice } from './Choice';
import { classesIn, isFiltering, NO_FILTER, tablesIn, type Filtering } from './filter';
import { GROUPINGS, ORDERS } from './grouping';
import { listStyles } from './listStyles';
import { Badge, Glyph } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';
import { LABEL_TONE } from './theme';
import type { View } from './view';

interface Props extends Filtering {
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function FilterBar(props: Props): ReactElement | null {
  const say = useText();
  const id = useId();
  const { result, filter, onFilter, view, onView } = props;
  const open = view.choices;
  if (result.findings.length === 0) return null;
  const narrowed = [filter.level, filter.class, filter.tables, filter.findings].filter((one) => one !== null).length;
  return (
    <div className={listStyles.bar}>
      <div className={styles.filterRow}>
        <h2 className={listStyles.barTitle}>{say('pane.findings')}</h2>
        <SearchBox
          placeholder={say('pane.search.short')}
          ariaLabel={say('pane.search')}
          value={filter.text}
          clearButtonProps={{ ariaLabel: say('pane.search.clear') }}
          styles={{ root: { height: 28, fontSize: 12, flex: 1, minWidth: 0 }, field: { fontSize: 12 } }}
          onChange={(_event, text) => onFilter({ ...filter, text: text ?? '' })}
        />
        <button
          type="button"
          className={listStyles.filterButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onView({ ...view, choices: !open })}
        >
          <Glyph name="Filter" />
          {say('pane.filter')}
          {narrowed === 0 ? null : (
            <Badge tone={LABEL_TONE} title={say('pane.filter.active', { count: narrowed })}>
              {narrowed}
            </Badge>
          )}
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open ? <Choices {...props} /> : null}
      </div>
      <Chips filter={filter} onFilter={onFilter} />
    </div>
  );
}

/** How the list is grouped and sorted, and which classes and tables it shows. */
function Choices({ result, filter, onFilter, view, onView }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const classes = classesIn(result.findings);
  const tables = tablesIn(result.findings);
  const only = filter.tables?.length === 1 ? String(filter.tables[0]) : '';
  return (
    <div className={listStyles.choices}>
      <Choice
        hideLabel
        label={say('pane.group-by')}
        value={view.grouping}
        options={GROUPINGS.map((key) => [key, say(`pane.group-by.${key}`)])}
        onChoose={(key) => onView({ ...view, grouping: GROUPINGS.find((one) => one === key) ?? 'cause' })}
      />
      <Choice
        hideLabel
        label={say('pane.order')}
        value={view.order}
        options={ORDERS.map((key) => [key, say(`pane.order.${key}`)])}
        onChoose={(key) => onView({ ...view, order: ORDERS.find((one) => one === key) ?? 'place' })}
      />
      <Choice
        hideLabel
        label={say('pane.filter.class')}
        value={filter.class ?? ''}
        options={[['', say('pane.filter.all')], ...classes.map((name): [string, string] => [name, className(locale, name)])]}
        onChoose={(key) => onFilter({ ...filter, class: classes.find((name) => name === key) ?? null })}
      />
      <Choice
        hideLabel
        label={say('pane.filter.table')}
        value={only}
        options={[
          ['', say('pane.filter.all-tables')],
          ...tables.map((table): [string, string] => [String(table.index), `${table.sheet} ${kindName(locale, table.kind)}`]),
        ]}
        onChoose={(key) => onFilter({ ...filter, tables: key === '' ? null : [Number(key)] })}
      />
    </div>
  );
}

/** What the map has narrowed the list to, since nothing else on the page would show it, and the way back to the whole list. */
function Chips({ filter, onFilter }: Omit<Filtering, 'result'>): ReactElement | null {
  const say = useText();
  const several = filter.tables !== null && filter.tables.length > 1;
  if (!isFiltering(filter)) return null;
  return (
    <div className={listStyles.chips}>
      {filter.findings === null ? null : (
        <button type="button" className={listStyles.chip} onClick={() => onFilter({ ...filter, findings: null })}>
          {say('pane.filter.line', { count: filter.findings.size })}
          <Glyph name="Clear" />
        </button>
      )}
      {several ? (
        <button type="button" className={listStyles.chip} onClick={() => onFilter({ ...filter, tables: null })}>
          {say('pane.filter.tables', { count: filter.tables.length })}
          <Glyph name="Clear" />
        </button>
      ) : null}
      <button type="button" className={styles.textButton} onClick={() => onFilter(NO_FILTER)}>
        {say('pane.filter.clear')}
      </button>
    </div>
  );
}
