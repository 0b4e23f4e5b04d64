/** Which question this file answers: how are the likely wrong cells shown. A suggestion is words and links; nothing is written. */
import type { ReactElement } from 'react';
import type { Cause, CellRef } from '../core';
import { causeGroups, causeText } from '../present/causes';
import { CellLink, Disclosure, Section } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';

/** Candidates that are shown under the first; a clerk does not read more. */
const MOST_ALTERNATIVES = 4;

interface CausesProps {
  readonly causes: readonly Cause[];
  readonly onSelect: (cell: CellRef) => void;
}

export function CausesSection({ causes, onSelect }: CausesProps): ReactElement | null {
  const say = useText();
  const groups = causeGroups(causes);
  if (groups.length === 0) return null;
  return (
    <Section title={say('pane.causes')} count={groups.length} open>
      {() => (
        <ul className={styles.list}>
          {groups.map((group, index) => (
            <CauseItem key={index} group={group} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CauseItem({ group, onSelect }: { readonly group: readonly Cause[]; readonly onSelect: (cell: CellRef) => void }): ReactElement {
  const say = useText();
  const [first, ...others] = group;
  return (
    <li>
      {first ? <CauseLine cause={first} onSelect={onSelect} /> : null}
      {others.length === 0 ? null : (
        <Disclosure
          open={false}
          className={styles.textButton}
          head={say('pane.causes.alternatives', { count: String(Math.min(others.length, MOST_ALTERNATIVES)) })}
        >
          {() => others.slice(0, MOST_ALTERNATIVES).map((cause, index) => <CauseLine key={index} cause={cause} onSelect={onSelect} />)}
        </Disclosure>
      )}
    </li>
  );
}

function CauseLine({ cause, onSelect }: { readonly cause: Cause; readonly onSelect: (cell: CellRef) => void }): ReactElement {
  const locale = useLocale();
  return (
    <p className={styles.sentence}>
      {causeText(locale, cause)}{' '}
      {cause.cells.map((entry) => (
        <span key={`${entry.cell.sheet} ${entry.cell.row} ${entry.cell.column}`}>
          <CellLink cell={entry.cell} label={entry.label} value={entry.value} withSheet onSelect={onSelect} />
        </span>
      ))}
    </p>
  );
}
