/** Which question this file answers: what was recognised, what was not checked, and why. */
import type { ReactElement } from 'react';
import { isBudgetTable, type CheckResult, type Table } from '../core';
import { skippedText } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { counted } from '../present/counts';
import type { GivenCorrection } from './CorrectionForm';
import { Disclosure, Section } from './parts';
import { styles } from './styles';
import { TableItem } from './TableItem';
import { useLocale, useText } from './text';

interface Props {
  readonly result: CheckResult;
  /** Something runs: nothing may be corrected. */
  readonly busy: boolean;
  readonly onCorrect: (table: Table, given: GivenCorrection) => void;
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

export function TablesSection({ result, busy, onCorrect }: Props): ReactElement | null {
  const say = useText();
  const budget = result.tables.filter(isBudgetTable);
  const others = result.tables.filter((table) => !isBudgetTable(table));
  if (result.tables.length === 0) return null;
  const item = (table: Table): ReactElement => <TableItem key={keyOf(table)} table={table} busy={busy} onCorrect={onCorrect} />;
  return (
    <Section title={say('pane.tables')} count={budget.length}>
      {() => (
        <>
          <ul className={styles.list}>{budget.map(item)}</ul>
          {others.length === 0 ? null : (
            <Disclosure
              open={budget.length === 0}
              className={styles.groupHead}
              head={`${say('pane.tables.other')} ${counted(others.length)}`}
            >
              {() => <ul className={styles.list}>{others.map(item)}</ul>}
            </Disclosure>
          )}
        </>
      )}
    </Section>
  );
}

function keyOf({ sheet, range }: Table): string {
  return `${sheet}!${range.top},${range.left}`;
}
