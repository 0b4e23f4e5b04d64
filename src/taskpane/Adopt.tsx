/** Which question this file answers: what is shown before a suggestion is written into the workbook? Old and new side by side; nothing is written without the click. */
import type { ReactElement } from 'react';
import { isBeside, type Cause, type CauseCell } from '../core';
import { placeName } from '../present/messages';
import { useActions } from './actions';
import { Ask } from './Ask';
import { listStyles } from './listStyles';
import { fillOf, styles } from './styles';
import { useText } from './text';
import { SUGGESTION_TONE } from './theme';

/** False where a suggestion says what is wrong but not what to write, or lies in another file. */
export function canAdopt(cause: Cause): boolean {
  const says = (entry: CauseCell): boolean => entry.formula !== undefined || entry.unit !== null || entry.suggested !== '';
  return cause.cells.length > 0 && cause.cells.every((entry) => !isBeside(entry.cell) && says(entry));
}

interface Props {
  readonly cause: Cause;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function AdoptForm({ cause, busy, onClose }: Props): ReactElement {
  const say = useText();
  const { adopt } = useActions();
  return (
    <Ask
      title={say('pane.adopt.title')}
      showTitle
      confirm={say('pane.adopt.write')}
      disabled={busy}
      hint={say('pane.adopt.hint')}
      onConfirm={() => {
        onClose();
        adopt(cause);
      }}
      onClose={onClose}
    >
      <dl className={listStyles.changes}>
        {cause.cells.map((entry) => (
          <CellChange key={placeName(entry.cell)} entry={entry} />
        ))}
      </dl>
    </Ask>
  );
}

function CellChange({ entry }: { readonly entry: CauseCell }): ReactElement {
  const say = useText();
  const blank = say('pane.cell.blank');
  return (
    <>
      <dt>{placeName(entry.cell)}</dt>
      <dd className={listStyles.change} style={{ justifyContent: 'flex-start' }}>
        <del className={listStyles.old}>{entry.value === '' ? blank : entry.value}</del>
        <span aria-hidden="true">→</span>
        <ins className={styles.tag} style={{ ...fillOf(SUGGESTION_TONE), textDecoration: 'none' }}>
          {entry.formula ?? (entry.suggested === '' ? blank : entry.suggested)}
        </ins>
      </dd>
    </>
  );
}
