/** Which question this file answers: how is a finding accepted as it is (忽略), with a reason that the workbook keeps, and taken up again? */
import { useState, type ReactElement } from 'react';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { Finding } from '../core';
import { useActions } from './actions';
import { Ask } from './Ask';
import { focusAfter } from './focus';
import { styles } from './styles';
import { useText } from './text';

interface FormProps {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function AcceptForm({ finding, busy, onClose }: FormProps): ReactElement {
  const say = useText();
  const { accept } = useActions();
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <Ask
      title={say('pane.accept.title')}
      confirm={say('pane.accept.confirm')}
      disabled={busy || reason === ''}
      hint={say('pane.accept.hint')}
      onConfirm={() => {
        onClose();
        accept(finding, reason);
      }}
      onClose={onClose}
    >
      <TextField
        label={say('pane.accept.reason')}
        value={text}
        multiline
        autoAdjustHeight
        resizable={false}
        rows={2}
        maxLength={500}
        placeholder={say('pane.accept.example')}
        onChange={(_event, value) => setText(value ?? '')}
        styles={{ fieldGroup: { minHeight: 0 }, field: { fontSize: 12 } }}
      />
    </Ask>
  );
}

/** The reason of an accepted finding, and the way back; or that an accepted one is open again. */
export function Accepted({ finding, busy }: { readonly finding: Finding; readonly busy: boolean }): ReactElement | null {
  const say = useText();
  const { reopen } = useActions();
  if (!finding.accepted && !finding.reopened) return null;
  return (
    <p className={styles.note} style={{ margin: '6px 0 0' }}>
      {finding.accepted ? (
        <>
          {say('pane.accepted.because', { reason: finding.accepted.reason })}{' '}
          <button
            type="button"
            className={styles.textButton}
            disabled={busy}
            onClick={({ currentTarget }) => {
              focusAfter(currentTarget);
              reopen(finding);
            }}
          >
            {say('pane.accepted.take-back')}
          </button>
        </>
      ) : (
        say('pane.accepted.reopened')
      )}
    </p>
  );
}
