/** Which question this file answers: what has the pane to say before its findings: progress, errors, what was done, staleness? */
import type { ReactElement, ReactNode } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { isBusy, type Phase, type Session, type SessionState } from '../commands/session';
import { translate } from '../i18n';
import { placeList } from '../present/messages';
import { focusHeading } from './focus';
import { Glyph } from './parts';
import { SMALL_BUTTON, styles } from './styles';
import { useLocale, useText } from './text';
import { verdictOf } from './verdict';

export function Bars({ state, session }: { readonly state: SessionState; readonly session: Session }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { phase, error, notices, done, stale } = state;
  const busy = isBusy(phase);
  const dismiss = (what: 'error' | 'notices' | 'done'): void => {
    focusHeading();
    session.dismiss(what);
  };
  // A message bar is read out by itself.
  const bar = (type: MessageBarType, content: ReactNode, what?: 'error' | 'notices' | 'done'): ReactElement => (
    <MessageBar
      messageBarType={type}
      {...(what === undefined ? {} : { onDismiss: () => dismiss(what), dismissButtonAriaLabel: say('pane.close') })}
      isMultiline
    >
      {content}
    </MessageBar>
  );
  return (
    <>
      <Spoken state={state} />
      <div className={styles.bars} data-bars>
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
                {notices.length === 1 ? null : <strong>{say('pane.notices', { count: notices.length })}</strong>}
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

type Running = Exclude<Phase, 'idle' | 'done' | 'error'>;

/** For those who listen: what begins to run, and what came of the check. The numbers that run along are not read out. */
function Spoken({ state: { phase, outcome } }: { readonly state: SessionState }): ReactElement {
  const say = useText();
  const text = isBusy(phase)
    ? say(`pane.phase.${phase as Running}`)
    : phase === 'done' && outcome !== null
      ? verdictOf(outcome, say).title
      : '';
  return (
    <div className={styles.srOnly} role="status">
      {text}
    </div>
  );
}

function Running({ state: { phase, progress, step }, session }: { readonly state: SessionState; readonly session: Session }): ReactElement {
  const say = useText();
  const name = say(`pane.phase.${phase as Running}`);
  const told = step === null ? name : say(`pane.step.${step.phase}`, { done: step.done, total: step.total });
  const percent = step !== null || progress === null ? '' : say('pane.percent', { value: Math.round(progress * 100) });
  const cancel = (): void => {
    focusHeading();
    session.cancel();
  };
  return (
    <div className={styles.running}>
      <ProgressIndicator
        className={styles.runningBar}
        description={`${told}${percent}`}
        {...(progress === null ? {} : { percentComplete: progress })}
        styles={{ itemProgress: { padding: '4px 0' } }}
      />
      {CANCELLABLE.has(phase) ? <DefaultButton styles={SMALL_BUTTON} text={say('pane.cancel')} onClick={cancel} /> : null}
    </div>
  );
}

const MOST_PLACES = 3;

/** What was adopted stays within reach of a click until it is undone. */
function UndoRow(props: { readonly state: SessionState; readonly session: Session; readonly busy: boolean }): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  const { state, session, busy } = props;
  const last = state.adoptions.at(-1);
  if (last === undefined) return null;
  const places = placeList(
    locale,
    last.changes.map(({ cell }) => cell),
    MOST_PLACES,
  );
  const undo = (): void => {
    focusHeading();
    void session.undo();
  };
  return (
    <div className={styles.undoRow}>
      <span className={styles.note}>{say('pane.adopted.count', { count: state.adoptions.length })}</span>
      <button type="button" className={styles.textButton} disabled={busy} onClick={undo}>
        <Glyph name="Undo" />
        {say('pane.undo', { places })}
      </button>
    </div>
  );
}
