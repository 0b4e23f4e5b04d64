/** Which question this file answers: how does the user bring in the bureau's own accounts and relations, and what is wrong with a file? */
import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { Message } from '../../core';
import { withAccounts, withRelations, type Preferences } from '../../core/settings';
import { readAccountsFile, problemsInRelations, readTextFile } from '../../commands/ownLists';
import { messageText } from '../../present/messages';
import { chooseFile } from '../files';
import { LongText } from '../LongText';
import { Part } from '../Page';
import { SMALL_BUTTON, styles } from '../styles';
import { useLocale, useText } from '../text';

interface Props {
  readonly draft: Preferences;
  readonly onChange: (draft: Preferences) => void;
}

export function AccountsSetting({ draft, onChange }: Props): ReactElement {
  const say = useText();
  const [problems, setProblems] = useState<readonly Message[]>([]);
  const count = draft.accounts?.length ?? 0;
  const choose = async (): Promise<void> => {
    const file = await chooseFile('.csv,.txt,.xlsx,.xlsm,.xls');
    if (file === null) return;
    const read = await readAccountsFile(file.bytes);
    setProblems(read.problems);
    if (read.problems.length === 0) onChange(withAccounts(draft, read.accounts));
  };
  return (
    <Part title={say('pane.settings.accounts')}>
      <p className={styles.note}>{say('pane.settings.accounts.hint')}</p>
      <div>{count === 0 ? say('pane.settings.accounts.none') : say('pane.settings.accounts.count', { count })}</div>
      <Problems problems={problems} />
      <div className={styles.formButtons}>
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.settings.choose-file')} onClick={() => void choose()} />
        {count === 0 ? null : (
          <DefaultButton styles={SMALL_BUTTON} text={say('pane.settings.remove')} onClick={() => onChange(withAccounts(draft, null))} />
        )}
      </div>
    </Part>
  );
}

export function RelationsSetting({ draft, onChange }: Props): ReactElement {
  const say = useText();
  const text = draft.relations ?? '';
  const problems = problemsInRelations(text);
  const choose = async (): Promise<void> => {
    const file = await chooseFile('.yaml,.yml,.json,.txt');
    if (file !== null) onChange(withRelations(draft, await readTextFile(file.bytes)));
  };
  return (
    <Part title={say('pane.settings.own-relations')}>
      <p className={styles.note}>{say('pane.settings.own-relations.hint')}</p>
      <LongText
        code
        label={say('pane.settings.own-relations')}
        example={say('pane.settings.own-relations.example')}
        value={text}
        onChange={(value) => onChange(withRelations(draft, value.trim() === '' ? null : value))}
      />
      <Problems problems={problems} />
      <div className={styles.formButtons}>
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.settings.choose-file')} onClick={() => void choose()} />
      </div>
    </Part>
  );
}

/** More problems than these are only counted. */
const MOST_PROBLEMS = 6;

export function Problems({ problems }: { readonly problems: readonly Message[] }): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  if (problems.length === 0) return null;
  const more = problems.length - MOST_PROBLEMS;
  return (
    <ul className={styles.problems} role="alert">
      {problems.slice(0, MOST_PROBLEMS).map((problem, index) => (
        <li key={index}>{messageText(locale, problem)}</li>
      ))}
      {more > 0 ? <li>{say('pane.settings.more-problems', { count: more })}</li> : null}
    </ul>
  );
}
