/** Which question this file answers: how does the user have a document's text, or last year's workbook, checked with the open workbook? */
import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { Session, SessionState } from '../commands/session';
import { attentionCount } from '../present/levels';
import { focusHeading } from './focus';
import { chooseFile } from './files';
import { LongText } from './LongText';
import { Part } from './Page';
import { SMALL_BUTTON, styles } from './styles';
import { useText } from './text';

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly busy: boolean;
}

export function DocumentsPage({ session, state, busy }: Props): ReactElement {
  const say = useText();
  const [text, setText] = useState('');
  const { documents } = state.beside;
  const choose = async (): Promise<void> => {
    const file = await chooseFile('.docx,.txt');
    if (file !== null) await session.addDocument(file.name, file.bytes);
  };
  return (
    <>
      <p className={styles.note}>{say('pane.documents.hint')}</p>
      <Part title={say('pane.documents.file')}>
        <div className={styles.formButtons}>
          <PrimaryButton styles={SMALL_BUTTON} disabled={busy} text={say('pane.documents.choose')} onClick={() => void choose()} />
        </div>
      </Part>
      <Part title={say('pane.documents.paste')}>
        <LongText label={say('pane.documents.paste')} example={say('pane.documents.paste.example')} value={text} onChange={setText} />
        <div className={styles.formButtons}>
          <DefaultButton
            styles={SMALL_BUTTON}
            disabled={busy || text.trim() === ''}
            text={say('pane.documents.check')}
            onClick={() => void session.addText(say('pane.documents.pasted'), text)}
          />
        </div>
      </Part>
      <Part title={say('pane.documents.list')}>
        {documents.length === 0 ? <p className={styles.note}>{say('pane.documents.none')}</p> : null}
        <ul className={styles.plainList}>
          {documents.map(({ name, paragraphs }) => (
            <li key={name} className={styles.listHead}>
              <span>
                {name} <span className={styles.note}>{say('pane.documents.paragraphs', { count: paragraphs.length })}</span>
              </span>
              <button
                type="button"
                className={styles.textButton}
                disabled={busy}
                aria-label={say('pane.documents.remove', { name })}
                onClick={() => {
                  focusHeading();
                  void session.removeDocument(name);
                }}
              >
                {say('pane.settings.remove')}
              </button>
            </li>
          ))}
        </ul>
        {documents.length === 0 ? null : <Summary state={state} />}
      </Part>
    </>
  );
}

export function LastYearPage({ session, state, busy }: Props): ReactElement {
  const say = useText();
  const { lastYear } = state.beside;
  const choose = async (): Promise<void> => {
    const file = await chooseFile('.xlsx,.xlsm,.xls,.et');
    if (file !== null) await session.setLastYear(file);
  };
  return (
    <>
      <p className={styles.note}>{say('pane.last-year.hint')}</p>
      <Part title={lastYear === null ? say('pane.last-year.none') : lastYear.name}>
        <div className={styles.formButtons}>
          <PrimaryButton
            styles={SMALL_BUTTON}
            disabled={busy}
            text={say(lastYear === null ? 'pane.last-year.choose' : 'pane.last-year.other')}
            onClick={() => void choose()}
          />
          {lastYear === null ? null : (
            <DefaultButton
              styles={SMALL_BUTTON}
              disabled={busy}
              text={say('pane.settings.remove')}
              onClick={() => {
                focusHeading();
                void session.setLastYear(null);
              }}
            />
          )}
        </div>
        {lastYear === null ? null : <Summary state={state} />}
      </Part>
    </>
  );
}

/** What came of it, without leaving the page. */
function Summary({ state }: { readonly state: SessionState }): ReactElement | null {
  const say = useText();
  const { outcome } = state;
  if (outcome === null) return null;
  const { findings, relations } = outcome.result;
  return (
    <p role="status" style={{ margin: 0 }}>
      {say('pane.documents.outcome', { checked: relations.checked, count: attentionCount(findings) })}
    </p>
  );
}
