/** Which question this file answers: what was recognised, what was not checked, and why. */
import type { ReactElement } from 'react';
import type { CellRef, CheckResult, Table } from '../core';
import { kindName, messageText, placeName, skippedText } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { CellLink, Disclosure, Section } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';

interface Props {
  readonly result: CheckResult;
  readonly onSelect: (cell: CellRef) => void;
}

export function SkippedSection({ result }: { readonly result: CheckResult }): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  if (result.skipped.length === 0) return null;
  return (
    <Section title={say('pane.skipped')} count={result.skipped.length}>
      {() => (
        <ul className={styles.list}>
          {result.skipped.map((entry, index) => (
            <li key={index}>
              <span className={styles.note}>
                {ruleTitle(locale, entry.rule)}
                {entry.sheet === undefined ? '' : ` · ${entry.sheet}`}
              </span>
              <br />
              {skippedText(locale, entry)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function TablesSection({ result, onSelect }: Props): ReactElement | null {
  const say = useText();
  const budget = result.tables.filter(isBudget);
  const others = [...new Set(result.tables.filter((table) => !isBudget(table)).map((table) => table.sheet))];
  if (result.tables.length === 0) return null;
  return (
    <Section title={say('pane.tables')} count={budget.length}>
      {() => (
        <ul className={styles.list}>
          {budget.map((table) => (
            <TableItem key={table.index} table={table} onSelect={onSelect} />
          ))}
          {others.length === 0 ? null : (
            <li className={styles.note}>{say('pane.tables.other', { names: others.join(say('present.list.separator')) })}</li>
          )}
        </ul>
      )}
    </Section>
  );
}

function isBudget(table: Table): boolean {
  return table.kind !== 'other' && table.kind !== 'narrative';
}

function TableItem({ table, onSelect }: { readonly table: Table; readonly onSelect: (cell: CellRef) => void }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const top = { sheet: table.sheet, row: table.range.top, column: table.range.left };
  return (
    <li>
      <div className={styles.listHead}>
        <button type="button" className={styles.cellLink} onClick={() => onSelect(top)}>
          {table.sheet}
        </button>
        <span className={styles.note}>
          {table.unit ?? say('pane.tables.no-unit')} · {say('pane.tables.rows', { rows: String(table.bodyRows) })}
          {table.unread.length === 0 ? '' : ` · ${say('pane.tables.unread', { count: String(table.unread.length) })}`}
        </span>
      </div>
      <div>{kindName(locale, table.kind)}</div>
      {table.evidence.length === 0 ? null : (
        <Disclosure open={false} className={styles.textButton} head={say('pane.tables.why')}>
          {() => (
            <ul className={styles.list}>
              {table.evidence.map((evidence, index) => (
                <li key={index} className={styles.note}>
                  {messageText(locale, evidence.because)}{' '}
                  {evidence.cells.slice(0, 3).map((cell) => (
                    <CellLink key={placeName(cell)} cell={cell} label="" value={placeName(cell)} withSheet={false} onSelect={onSelect} />
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </li>
  );
}
