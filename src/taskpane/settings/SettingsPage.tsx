/** Which question this file answers: what can be set, for this workbook or for all of the user's work? Nothing is saved before 保存 is clicked. */
import { useEffect, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { SCOPES, type Scope } from '../../commands/preferences';
import type { Session, SessionState } from '../../commands/session';
import type { Preferences } from '../../core/settings';
import type { Appearance } from '../appearance';
import { SMALL_BUTTON, styles } from '../styles';
import { useText } from '../text';
import { LanguageSetting, MarksSetting } from './Display';
import { ExchangeSetting } from './Exchange';
import { AccountsSetting, RelationsSetting } from './OwnLists';
import { RulesSetting } from './Rules';
import { ToleranceSetting } from './Tolerance';

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly busy: boolean;
  readonly appearance: Appearance;
}

export function SettingsPage(props: Props): ReactElement {
  const say = useText();
  const { session, state } = props;
  const [scope, setScope] = useState<Scope>('workbook');
  useEffect(() => void session.loadPreferences(), [session]);
  const { saved } = state;
  return (
    <>
      <ChoiceGroup
        label={say('pane.settings.scope')}
        selectedKey={scope}
        options={SCOPES.map((key) => ({ key, text: say(`pane.settings.scope.${key}`) }))}
        onChange={(_event, option) => setScope(option?.key === 'user' ? 'user' : 'workbook')}
        styles={{ label: { fontSize: 13, padding: 0 }, flexContainer: { fontSize: 12 } }}
      />
      <p className={styles.note}>{say(`pane.settings.scope.${scope}.hint`)}</p>
      {saved === null ? null : (
        <Draft
          key={`${scope} ${JSON.stringify(saved[scope])}`}
          {...props}
          scope={scope}
          given={saved[scope]}
          below={scope === 'workbook' ? saved.user : {}}
        />
      )}
    </>
  );
}

interface DraftProps extends Props {
  readonly scope: Scope;
  readonly given: Preferences;
  /** What counts where the draft says nothing: for a workbook the user's own defaults. */
  readonly below: Preferences;
}

function Draft(props: DraftProps): ReactElement {
  const say = useText();
  const { session, busy, appearance, scope, given, below } = props;
  const [draft, setDraft] = useState(given);
  const part = { draft, onChange: setDraft };
  // A part that takes in a whole file is drawn anew when everything is replaced.
  const changed = JSON.stringify(draft) !== JSON.stringify(given);
  return (
    <>
      <ToleranceSetting {...part} below={below} />
      <MarksSetting {...part} below={below} />
      <RulesSetting {...part} />
      <AccountsSetting {...part} />
      <RelationsSetting {...part} />
      <LanguageSetting {...part} appearance={appearance} />
      <ExchangeSetting {...part} />
      <div className={styles.saveBar}>
        <PrimaryButton
          styles={SMALL_BUTTON}
          disabled={busy || !changed}
          text={say('pane.settings.save')}
          onClick={() => void session.savePreferences(scope, draft)}
        />
        <DefaultButton styles={SMALL_BUTTON} disabled={!changed} text={say('pane.settings.discard')} onClick={() => setDraft(given)} />
        <DefaultButton
          styles={SMALL_BUTTON}
          disabled={busy || Object.keys(draft).length === 0}
          text={say('pane.settings.reset')}
          onClick={() => setDraft({})}
        />
      </div>
    </>
  );
}
