/** Which question this file answers: how does the user choose marks, comments, live checking, language and appearance? */
import type { ReactElement } from 'react';
import { DISPLAY_COMMENTS, DISPLAY_LOCALES, DISPLAY_STYLES, withDisplay, withLive, type Preferences } from '../../core/settings';
import { useChosenScheme, type Appearance } from '../appearance';
import { Choice } from '../Choice';
import { Part } from '../Page';
import { styles } from '../styles';
import { useText } from '../text';
import { withDefault } from './unset';

interface Props {
  readonly draft: Preferences;
  readonly onChange: (draft: Preferences) => void;
}

export function MarksSetting({ draft, onChange, below }: Props & { readonly below: Preferences }): ReactElement {
  const say = useText();
  const { display, live } = draft;
  return (
    <Part title={say('pane.settings.marks')}>
      <Choice
        label={say('pane.settings.style')}
        value={display?.style ?? ''}
        options={withDefault(say, DISPLAY_STYLES, (key) => say(`pane.settings.style.${key}`), below.display?.style ?? 'fill')}
        onChoose={(key) => onChange(withDisplay(draft, { style: DISPLAY_STYLES.find((one) => one === key) }))}
      />
      <Choice
        label={say('pane.settings.comments')}
        value={display?.comments ?? ''}
        options={withDefault(say, DISPLAY_COMMENTS, (key) => say(`pane.settings.comments.${key}`), below.display?.comments ?? 'culprit')}
        onChoose={(key) => onChange(withDisplay(draft, { comments: DISPLAY_COMMENTS.find((one) => one === key) }))}
      />
      <Choice
        label={say('pane.settings.live')}
        value={live === undefined ? '' : live ? 'on' : 'off'}
        options={withDefault(say, ['on', 'off'], (key) => say(`pane.settings.live.${key}`), below.live ? 'on' : 'off')}
        onChoose={(key) => onChange(withLive(draft, key === '' ? null : key === 'on'))}
      />
    </Part>
  );
}

export function LanguageSetting({ draft, onChange, appearance }: Props & { readonly appearance: Appearance }): ReactElement {
  const say = useText();
  const scheme = useChosenScheme(appearance);
  return (
    <Part title={say('pane.settings.language')}>
      <Choice
        label={say('pane.settings.locale')}
        value={draft.display?.locale ?? ''}
        // A language is found by whoever reads it, not by whoever reads the present one.
        options={[
          ['', say('pane.settings.follow-office')],
          ['zh-CN', '中文'],
          ['en', 'English'],
        ]}
        onChoose={(key) => onChange(withDisplay(draft, { locale: DISPLAY_LOCALES.find((one) => one === key) }))}
      />
      <Choice
        label={say('pane.settings.scheme')}
        value={scheme ?? ''}
        options={[
          ['', say('pane.settings.follow-office')],
          ['light', say('pane.settings.scheme.light')],
          ['dark', say('pane.settings.scheme.dark')],
        ]}
        onChoose={(key) => appearance.choose(key === 'light' || key === 'dark' ? key : null)}
      />
      <p className={styles.note}>{say('pane.settings.scheme.hint')}</p>
    </Part>
  );
}
