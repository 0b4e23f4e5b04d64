/** Which question this file answers: how is a finding accepted as it is (忽略), with a reason that the workbook keeps, and taken up again? */
import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { Finding } from '../core';
import { useActions } from './actions';
import { listStyles } from './listStyles';
import { SMALL_BUTTON, styles } from './styles';
import { useText } from './text';

export function AcceptForm({
  finding,
  busy,
  onClose,
}: {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const say = useText();
  const { accept } = useActions();
  const [reason, setReason] = useState('');
  return (
    <form
      className={listStyles.ask}
      aria-label={say('pane.accept.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        onClose();
        accept(finding, reason.trim());
      }}
    >
      <TextField
        label={say('pane.accept.reason')}
        value={reason}
        autoFocus
        multiline
        autoAdjustHeight
        resizable={false}
        rows={2}
        maxLength={500}
        placeholder={say('pane.accept.example')}
        onChange={(_event, value) => setReason(value ?? '')}
        styles={{ fieldGroup: { minHeight: 0 }, field: { fontSize: 12 } }}
      />
      <span className={styles.note}>{say('pane.accept.hint')}</span>
      <div className={styles.formButtons} style={{ marginTop: 0 }}>
        <PrimaryButton type="submit" styles={SMALL_BUTTON} disabled={busy || reason.trim() === ''} text={say('pane.accept.confirm')} />
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.correct.cancel')} onClick={onClose} />
      </div>
    </form>
  );
}

/** The reason of an accepted finding, and the way back; or that an accepted one is open again. */
export function Accepted({ finding, busy }: { readonly finding: Finding; readonly busy: boolean }): ReactElement | null {
  const say = useText();
  const { reopen } = useActions();
  if (finding.accepted)
    return (
      <p className={styles.note} style={{ margin: '6px 0 0' }}>
        {say('pane.accepted.because', { reason: finding.accepted.reason })}{' '}
        <button type="button" className={styles.textButton} disabled={busy} onClick={() => reopen(finding)}>
          {say('pane.accepted.take-back')}
        </button>
      </p>
    );
  if (!finding.reopened) return null;
  return (
    <p className={styles.note} style={{ margin: '6px 0 0' }}>
      {say('pane.accepted.reopened')}
    </p>
  );
}
