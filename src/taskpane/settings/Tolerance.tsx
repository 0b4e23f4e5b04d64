/** Which question this file answers: how does the user say which differences are no mismatch? */
import { useState, type ReactElement } from 'react';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { parseDecimal } from '../../core/amount';
import { UNITS } from '../../core/model';
import { withTolerance, type Preferences, type Tolerance } from '../../core/settings';
import { Choice } from '../Choice';
import { Part } from '../Page';
import { styles } from '../styles';
import { useText } from '../text';
import { withDefault } from './unset';

const TOLERANCES = ['interval', 'exact', 'fixed'] as const;

interface Props {
  readonly draft: Preferences;
  readonly onChange: (draft: Preferences) => void;
  /** What counts where nothing is laid down here. */
  readonly below: Preferences;
}

export function ToleranceSetting({ draft, onChange, below }: Props): ReactElement {
  const say = useText();
  const { tolerance } = draft;
  const fixed = tolerance?.kind === 'fixed' ? tolerance : null;
  const [amount, setAmount] = useState(fixed?.amount ?? '0.01');
  const value = parseDecimal(amount.trim());
  const wrong = value === null || value.units < 0n;
  const set = (next: Tolerance | null): void => onChange(withTolerance(draft, next));
  const choose = (key: string): void => {
    if (key === 'interval' || key === 'exact') set({ kind: key });
    else if (key === 'fixed') set({ kind: 'fixed', amount: wrong ? '0.01' : amount.trim(), unit: fixed?.unit ?? '万元' });
    else set(null);
  };
  return (
    <Part title={say('pane.settings.tolerance')}>
      <Choice
        label={say('pane.settings.tolerance.which')}
        value={tolerance?.kind ?? ''}
        options={withDefault(say, TOLERANCES, (key) => say(`pane.settings.tolerance.${key}`), below.tolerance?.kind ?? 'interval')}
        onChoose={choose}
      />
      {fixed === null ? null : (
        <div className={styles.fieldRow}>
          <TextField
            ariaLabel={say('pane.settings.tolerance.amount')}
            value={amount}
            inputMode="decimal"
            errorMessage={wrong ? say('pane.settings.tolerance.wrong') : ''}
            styles={{ fieldGroup: { height: 28 }, field: { fontSize: 12 } }}
            onChange={(_event, text) => {
              const next = (text ?? '').trim();
              setAmount(text ?? '');
              const parsed = parseDecimal(next);
              if (parsed !== null && parsed.units >= 0n) set({ ...fixed, amount: next });
            }}
          />
          <Choice
            label={say('pane.settings.tolerance.unit')}
            hideLabel
            value={fixed.unit}
            options={UNITS.map((unit) => [unit, unit])}
            onChoose={(key) => set({ ...fixed, unit: UNITS.find((unit) => unit === key) ?? '万元' })}
          />
        </div>
      )}
      <p className={styles.note}>{say('pane.settings.tolerance.hint')}</p>
    </Part>
  );
}
