/** Which question this file answers: what are the settings' drop-downs made of? */
import type { ReactElement } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/ResponsiveMode';
import { SMALL_DROPDOWN } from '../styles';
import type { Say } from '../text';

/** The choices of a preference, before them the one to lay nothing down here (`''`), which names what counts then. */
export function withDefault<K extends string>(
  say: Say,
  keys: readonly K[],
  nameOf: (key: K) => string,
  byDefault: K,
): readonly (readonly [string, string])[] {
  return [['', say('pane.settings.unset', { value: nameOf(byDefault) })], ...keys.map((key) => [key, nameOf(key)] as const)];
}

/** A choice with a label; `''` stands for "not laid down here". */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [key: string, text: string])[];
  readonly onChoose: (key: string) => void;
  /** The label is read out but not drawn. */
  readonly hideLabel?: boolean;
}): ReactElement {
  const { label, value, options, onChoose, hideLabel } = props;
  return (
    <Dropdown
      {...(hideLabel ? { ariaLabel: label } : { label })}
      options={options.map(([key, text]) => ({ key, text }))}
      selectedKey={value}
      responsiveMode={ResponsiveMode.large}
      calloutProps={{ calloutMaxHeight: 340 }}
      styles={{ ...SMALL_DROPDOWN, root: { minWidth: 0 }, label: { fontSize: 12, fontWeight: 400, padding: '2px 0' } }}
      onChange={(_event, option) => onChoose(String(option?.key ?? ''))}
    />
  );
}
