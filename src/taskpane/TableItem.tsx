/** Which question this file answers: what was one table recognised as, why, and how is that corrected. */
import { useRef, useState, type ReactElement } from 'react';
import { columnName, type Column, type Table } from '../core';
import { groupBy } from '../core/group';
import { kindName, messageText, placeName } from '../present/messages';
import { useActions } from './actions';
import { CorrectionForm, type GivenCorrection } from './CorrectionForm';
import { correctionOn, meaningKey, meaningText } from './meanings';
import { CellLink, Disclosure } from './parts';
import { fillOf, styles } from './styles';
import { useLocale, useText } from './text';
import { LABEL_TONE } from './theme';

export interface TableItemProps {
  readonly table: Table;
  readonly busy: boolean;
  readonly onCorrect: (table: Table, given: GivenCorrection) => void;
}

export function TableItem(props: TableItemProps): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { select } = useActions();
  const { table } = props;
  const top = { sheet: table.sheet, row: table.range.top, column: table.range.left };
  return (
    <li>
      <div className={styles.listHead}>
        <button type="button" className={styles.cellLink} onClick={() => select(top)}>
          {table.sheet}
        </button>
        {table.corrected ? (
          <span className={styles.tag} style={{ ...fillOf(LABEL_TONE), marginRight: 'auto' }}>
            {say('pane.tables.corrected')}
          </span>
        ) : null}
        {table.panels.length === 0 ? null : (
          <span className={styles.note}>
            {table.unit ?? say('pane.tables.no-unit')} · {say('pane.tables.rows', { rows: table.bodyRows })}
            {table.unread.length === 0 ? '' : ` · ${say('pane.tables.unread', { count: table.unread.length })}`}
          </span>
        )}
      </div>
      <div>{kindName(locale, table.kind)}</div>
      <Disclosure open={false} className={styles.textButton} head={say('pane.tables.why')}>
        {() => <Details {...props} />}
      </Disclosure>
    </li>
  );
}

function Details({ table, busy, onCorrect }: TableItemProps): ReactElement {
  const say = useText();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(false);
    // The keyboard goes on from where the form was opened.
    setTimeout(() => opener.current?.focus(), 0);
  };
  return (
    <div className={styles.inspector}>
      <EvidenceList table={table} />
      {editing ? (
        <CorrectionForm
          table={table}
          busy={busy}
          onCancel={close}
          onApply={(given) => {
            close();
            onCorrect(table, given);
          }}
        />
      ) : (
        <>
          <ColumnList table={table} />
          <div className={styles.detailButtons}>
            <button ref={opener} type="button" className={styles.textButton} disabled={busy} onClick={() => setEditing(true)}>
              {say('pane.correct')}
            </button>
            {table.corrected ? (
              <button
                type="button"
                className={styles.textButton}
                disabled={busy}
                onClick={() => {
                  opener.current?.focus();
                  onCorrect(table, { columns: [] });
                }}
              >
                {say('pane.correct.take-back')}
              </button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

/** A table of many units has a total row for each: these are enough to understand it. */
const MOST_OF_A_KIND = 4;

function EvidenceList({ table }: { readonly table: Table }): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  if (table.evidence.length === 0) return null;
  // What each column was taken for stands in the list of columns.
  const listed = table.evidence.filter(({ because }) => because.id !== 'recognise.column.header');
  const groups = groupBy(listed, (evidence) => evidence.what);
  return (
    <dl className={styles.evidence}>
      {[...groups].map(([what, list]) => (
        <div key={what} className={styles.evidenceRow}>
          <dt>{say(`pane.evidence.${what}`)}</dt>
          <dd>
            {list.slice(0, MOST_OF_A_KIND).map((evidence, index) => (
              <div key={index}>
                {messageText(locale, evidence.because)}{' '}
                {evidence.cells.slice(0, 3).map((cell) => (
                  <CellLink key={placeName(cell)} cell={cell} label="" value={placeName(cell)} withSheet={cell.sheet !== table.sheet} />
                ))}
              </div>
            ))}
            {list.length > MOST_OF_A_KIND ? <div>{say('pane.evidence.more', { count: list.length - MOST_OF_A_KIND })}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each column with its heading and what was made of it. */
function ColumnList({ table }: { readonly table: Table }): ReactElement | null {
  const { select } = useActions();
  const say = useText();
  const locale = useLocale();
  const columns = table.panels.flatMap((panel) => panel.columns);
  if (columns.length === 0) return null;
  const row = Math.min(...table.panels.flatMap((panel) => panel.rows.map(({ index }) => index)), table.range.bottom);
  const corrections = table.corrected?.correction.columns ?? [];
  const isCorrected = (column: Column): boolean => correctionOn(columns, column, corrections) !== null;
  return (
    <table className={styles.inspectorTable}>
      <caption>{say('pane.columns')}</caption>
      <tbody>
        {columns.map((column) => (
          <tr key={column.index}>
            <th scope="row">
              <button
                type="button"
                className={styles.cellLink}
                aria-label={say('pane.columns.go', { sheet: table.sheet, column: columnName(column.index) })}
                onClick={() => select({ sheet: table.sheet, row, column: column.index })}
              >
                {columnName(column.index)}
              </button>
            </th>
            <td>{column.header.join(' · ') || say('pane.columns.none')}</td>
            <td style={isCorrected(column) ? { color: LABEL_TONE.strong, fontWeight: 600 } : undefined}>
              {meaningText(locale, meaningKey(column))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
