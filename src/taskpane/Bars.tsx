/** Which question this file answers: what has the pane to say before its findings: progress, errors, staleness. */
import type { ReactElement } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { isBusy, type Session, type SessionState } from '../commands/session';
import { translate } from '../i18n';
import { styles } from './styles';
import { useLocale, useText } from './text';

export function Bars({ state, session }: { readonly state: SessionState; readonly session: Session }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { phase, progress, error, notices, done, stale } = state;
  const busy = isBusy(phase);
  const close = say('pane.close');
  return (
    <div className={styles.bars} aria-live="polite">
      {busy ? (
        <ProgressIndicator
          description={say(`pane.phase.${phase as 'saving' | 'reading' | 'checking' | 'marking' | 'writing' | 'clearing'}`)}
          {...(progress === null ? {} : { percentComplete: progress })}
          styles={{ root: { padding: '0 12px 8px' }, itemProgress: { padding: '4px 0' } }}
        />
      ) : null}
      {error === null ? null : (
        <MessageBar
          messageBarType={MessageBarType.error}
          onDismiss={() => session.dismiss('error')}
          dismissButtonAriaLabel={close}
          isMultiline
        >
          <strong>{say('pane.error')}</strong>
          <div>{translate(locale, error.id, error.data)}</div>
        </MessageBar>
      )}
      {notices.length === 0 ? null : (
        <MessageBar
          messageBarType={MessageBarType.warning}
          onDismiss={() => session.dismiss('notices')}
          dismissButtonAriaLabel={close}
          isMultiline
        >
          {notices.length === 1 ? null : <strong>{say('pane.notices', { count: String(notices.length) })}</strong>}
          {notices.map((notice, index) => (
            <div key={index}>{translate(locale, notice.id, notice.data)}</div>
          ))}
        </MessageBar>
      )}
      {done === null ? null : (
        <MessageBar
          messageBarType={MessageBarType.success}
          onDismiss={() => session.dismiss('done')}
          dismissButtonAriaLabel={close}
          isMultiline
        >
          {translate(locale, done.id, done.data)}
        </MessageBar>
      )}
      {stale && !busy ? (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {say('pane.stale')}
        </MessageBar>
      ) : null}
    </div>
  );
}
