/** Which question this file answers: how do settings travel to another workbook or colleague? */
import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { Message } from '../../core';
import { exportSettings, importSettings, type Preferences } from '../../core/settings';
import { readTextFile } from '../../commands/ownLists';
import { chooseFile, download } from '../files';
import { Part } from '../Page';
import { SMALL_BUTTON, styles } from '../styles';
import { useText } from '../text';
import { Problems } from './OwnLists';

export function ExchangeSetting(props: { readonly draft: Preferences; readonly onChange: (draft: Preferences) => void }): ReactElement {
  const say = useText();
  const [problems, setProblems] = useState<readonly Message[]>([]);
  const { draft, onChange } = props;
  const load = async (): Promise<void> => {
    const file = await chooseFile('.json');
    if (file === null) return;
    const read = importSettings(await readTextFile(file.bytes));
    setProblems('problem' in read ? [read.problem] : []);
    if ('preferences' in read) onChange(read.preferences);
  };
  return (
    <Part title={say('pane.settings.exchange')}>
      <p className={styles.note}>{say('pane.settings.exchange.hint')}</p>
      <Problems problems={problems} />
      <div className={styles.formButtons}>
        <DefaultButton
          styles={SMALL_BUTTON}
          text={say('pane.settings.export')}
          onClick={() => download('gouji-settings.json', new TextEncoder().encode(exportSettings(draft)), 'application/json')}
        />
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.settings.import')} onClick={() => void load()} />
      </div>
    </Part>
  );
}
