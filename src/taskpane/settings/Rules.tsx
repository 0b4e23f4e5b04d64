/** Which question this file answers: how does the user turn rules off or change their severity? */
import { useState, type ReactElement } from 'react';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import { SEVERITIES, type RuleMeta } from '../../core';
import { withRule, type Preferences } from '../../core/settings';
import { severityName } from '../../present/messages';
import { allRules, ruleTitle } from '../../present/rules';
import { Choice } from '../Choice';
import { Part } from '../Page';
import { styles } from '../styles';
import { useLocale, useText } from '../text';

interface Props {
  readonly draft: Preferences;
  readonly onChange: (draft: Preferences) => void;
}

export function RulesSetting({ draft, onChange }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const rules = allRules().filter(({ id, title }) => `${id} ${title} ${ruleTitle(locale, id)}`.toLowerCase().includes(wanted));
  return (
    <Part title={say('pane.settings.rules')}>
      <SearchBox
        placeholder={say('pane.settings.rules.search')}
        ariaLabel={say('pane.settings.rules.search')}
        value={search}
        clearButtonProps={{ ariaLabel: say('pane.search.clear') }}
        styles={{ root: { height: 28, fontSize: 12 }, field: { fontSize: 12 } }}
        onChange={(_event, text) => setSearch(text ?? '')}
      />
      {rules.length === 0 ? <p className={styles.note}>{say('pane.settings.rules.none')}</p> : null}
      <ul className={styles.ruleList}>
        {rules.map((meta) => (
          <RuleItem key={meta.id} meta={meta} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </Part>
  );
}

function RuleItem({ meta, draft, onChange }: Props & { readonly meta: RuleMeta }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const name = ruleTitle(locale, meta.id);
  const { off, severity } = draft.rules?.find(({ rule }) => rule === meta.id) ?? {};
  const own = severityName(locale, meta.severity);
  return (
    <li className={styles.ruleItem} data-rule={meta.id}>
      <Toggle
        checked={off !== true}
        ariaLabel={name}
        styles={{ root: { margin: 0 } }}
        onChange={(_event, on) => onChange(withRule(draft, meta.id, on ? (severity ? { severity } : null) : { off: true }))}
      />
      <div className={styles.ruleTexts}>
        <div>{name}</div>
        <div className={styles.note} lang="zh-CN">
          {meta.title}
        </div>
      </div>
      <div className={styles.ruleSeverity}>
        <Choice
          label={say('pane.settings.rules.severity', { name })}
          hideLabel
          value={off ? '' : (severity ?? '')}
          options={[
            ['', say('pane.settings.rules.own', { severity: own })],
            ...SEVERITIES.map((one): [string, string] => [one, severityName(locale, one)]),
          ]}
          onChoose={(key) => {
            const chosen = SEVERITIES.find((one) => one === key);
            onChange(withRule(draft, meta.id, chosen ? { severity: chosen } : null));
          }}
        />
      </div>
    </li>
  );
}
