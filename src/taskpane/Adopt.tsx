/** Which question this file answers: what is shown before a suggestion is written into the workbook? Old and new side by side; nothing is written without the click. */
import { useEffect, useRef, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton, type IButton } from 'office-ui-fabric-react/lib/Button';
import { isBeside, type Cause, type CauseCell } from '../core';
import { placeName } from '../present/messages';
import { useActions } from './actions';
import { listStyles } from './listStyles';
import { fillOf, SMALL_BUTTON, styles } from './styles';
import { useText } from './text';
import { SUGGESTION_TONE } from './theme';

/** False where a suggestion says what is wrong but not what to write, or lies in another file. */
export function canAdopt(cause: Cause): boolean {
  const says = (entry: CauseCell): boolean => entry.formula !== undefined || entry.unit !== null || entry.suggested !== '';
  return cause.cells.length > 0 && cause.cells.every((entry) => !isBeside(entry.cell) && says(entry));
}

export function AdoptForm({
  cause,
  busy,
  onClose,
}: {
  readonly cause: Cause;
  readonly busy: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const say = useText();
  const { adopt } = useActions();
  const button = useRef<IButton>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={listStyles.ask} role="group" aria-label={say('pane.adopt.title')}>
      <strong>{say('pane.adopt.title')}</strong>
      <dl className={listStyles.changes} style={{ margin: 0 }}>
        {cause.cells.map((entry) => (
          <CellChange key={placeName(entry.cell)} entry={entry} />
        ))}
      </dl>
      <span className={styles.note}>{say('pane.adopt.hint')}</span>
      <div className={styles.formButtons} style={{ marginTop: 0 }}>
        <PrimaryButton
          componentRef={button}
          styles={SMALL_BUTTON}
          disabled={busy}
          text={say('pane.adopt.write')}
          onClick={() => {
            onClose();
            adopt(cause);
          }}
        />
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.correct.cancel')} onClick={onClose} />
      </div>
    </div>
  );
}

function CellChange({ entry }: { readonly entry: CauseCell }): ReactElement {
  const say = useText();
  const blank = say('pane.cell.blank');
  return (
    <>
      <dt>{placeName(entry.cell)}</dt>
      <dd className={listStyles.change} style={{ margin: 0 }}>
        <del className={listStyles.old}>{entry.value === '' ? blank : entry.value}</del>
        <span aria-hidden="true">→</span>
        <ins className={styles.tag} style={{ ...fillOf(SUGGESTION_TONE), textDecoration: 'none' }}>
          {entry.formula ?? (entry.suggested === '' ? blank : entry.suggested)}
        </ins>
      </dd>
    </>
  );
}
