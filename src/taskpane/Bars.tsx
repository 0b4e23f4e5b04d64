/** Which question this file answers: what has the pane to say before its findings: progress, errors, what was done, staleness? */
import type { ReactElement, ReactNode } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { isBusy, type Phase, type Session, type SessionState } from '../commands/session';
import { translate } from '../i18n';
import { placeName } from '../present/messages';
import { Glyph } from './parts';
import { SMALL_BUTTON, styles } from './styles';
import { useLocale, useText } from './text';

export function Bars({ state, session }: { readonly state: SessionState; readonly session: Session }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { phase, error, notices, done, stale } = state;
  const busy = isBusy(phase);
  const bar = (type: MessageBarType, content: ReactNode, what?: 'error' | 'notices' | 'done'): ReactElement => (
    <MessageBar
      messageBarType={type}
      {...(what === undefined ? {} : { onDismiss: () => session.dismiss(what), dismissButtonAriaLabel: say('pane.close') })}
      isMultiline
    >
      {content}
    </MessageBar>
  );
  return (
    <>
      <div className={styles.bars} aria-live="polite">
        {busy ? <Running state={state} session={session} /> : null}
        {error === null
          ? null
          : bar(
              MessageBarType.error,
              <>
                <strong>{say('pane.error')}</strong>
                <div>{translate(locale, error.id, error.data)}</div>
              </>,
              'error',
            )}
        {notices.length === 0
          ? null
          : bar(
              MessageBarType.warning,
              <>
                {notices.length === 1 ? null : <strong>{say('pane.notices', { count: String(notices.length) })}</strong>}
                {notices.map((notice, index) => (
                  <div key={index}>{translate(locale, notice.id, notice.data)}</div>
                ))}
              </>,
              'notices',
            )}
        {done === null ? null : bar(MessageBarType.success, translate(locale, done.id, done.data), 'done')}
        {stale && !busy ? bar(MessageBarType.warning, say('pane.stale')) : null}
      </div>
      <UndoRow state={state} session={session} busy={busy} />
    </>
  );
}

/** Phases that can be left: nothing is written in them, or what was written in part is taken back. */
const CANCELLABLE: ReadonlySet<Phase> = new Set(['reading', 'checking', 'marking', 'writing']);

function Running({ state: { phase, progress, step }, session }: { readonly state: SessionState; readonly session: Session }): ReactElement {
  const say = useText();
  const name = say(`pane.phase.${phase as Exclude<Phase, 'idle' | 'done' | 'error'>}`);
  const told = step === null ? name : say(`pane.step.${step.phase}`, { done: String(step.done), total: String(step.total) });
  const percent = step !== null || progress === null ? '' : say('pane.percent', { value: String(Math.round(progress * 100)) });
  return (
    <div className={styles.running}>
      <ProgressIndicator
        className={styles.runningBar}
        description={`${told}${percent}`}
        {...(progress === null ? {} : { percentComplete: progress })}
        styles={{ itemProgress: { padding: '4px 0' } }}
      />
      {CANCELLABLE.has(phase) ? <DefaultButton styles={SMALL_BUTTON} text={say('pane.cancel')} onClick={() => session.cancel()} /> : null}
    </div>
  );
}

/** What was adopted stays within reach of a click until it is undone. */
function UndoRow(props: { readonly state: SessionState; readonly session: Session; readonly busy: boolean }): ReactElement | null {
  const say = useText();
  const { state, session, busy } = props;
  const last = state.adoptions.at(-1);
  if (last === undefined) return null;
  const places = last.changes.map(({ cell }) => placeName(cell)).join(say('present.list.separator'));
  return (
    <div className={styles.undoRow}>
      <span className={styles.note}>{say('pane.adopted.count', { count: String(state.adoptions.length) })}</span>
      <button type="button" className={styles.textButton} disabled={busy} onClick={() => void session.undo()}>
        <Glyph name="Undo" />
        {say('pane.undo', { places })}
      </button>
    </div>
  );
}
