/** Which question this file answers: how does a drop-down look in the pane? */
import type { ReactElement } from 'react';
import { Dropdown, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/ResponsiveMode';

const ITEM = { minHeight: 28, height: 'auto', lineHeight: '20px', padding: '4px 8px' } as const;
const LOOK = {
  root: { minWidth: 0 },
  label: { fontSize: 12, fontWeight: 400, padding: '2px 0' },
  title: { fontSize: 12, height: 28, lineHeight: '26px' },
  caretDownWrapper: { height: 28, lineHeight: '26px' },
  dropdownItem: ITEM,
  dropdownItemSelected: ITEM,
  dropdownItemHeader: { height: 26, lineHeight: '26px', fontSize: 12 },
  dropdownOptionText: { fontSize: 12, whiteSpace: 'normal' },
} as const;
/** Long lists scroll: what they stand over stays in sight. */
const CALLOUT = { calloutMaxHeight: 340 } as const;

/** A key with its text, or one of Fabric's headers and dividers. */
export type ChoiceOption = readonly [key: string, text: string] | IDropdownOption;

export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChoose: (key: string) => void;
  /** The label is read out but not drawn. */
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  /** How wide the open list may be, in pixels, where the choice itself is narrow. */
  readonly listWidth?: number;
}): ReactElement {
  const { label, value, options, onChoose, hideLabel, disabled = false, listWidth } = props;
  return (
    <Dropdown
      {...(hideLabel ? { ariaLabel: label, title: label } : { label })}
      options={options.map((option) => ('key' in option ? option : { key: option[0], text: option[1] }))}
      selectedKey={value}
      disabled={disabled}
      // In a narrow page Fabric would open a panel over everything; a pane is always narrow.
      responsiveMode={ResponsiveMode.large}
      calloutProps={CALLOUT}
      {...(listWidth === undefined ? {} : { dropdownWidth: listWidth })}
      styles={LOOK}
      onChange={(_event, option) => onChoose(String(option?.key ?? ''))}
    />
  );
}
