/** Which question this file answers: how does the user say what a table, its unit and its columns are. */
import { useId, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown, DropdownMenuItemType, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/ResponsiveMode';
import { columnName, TABLE_KINDS, UNITS, type Column, type Table, type TableKind } from '../core';
import type { ColumnCorrection, TableCorrection } from '../core/settings';
import { kindName } from '../present/messages';
import { correctionFor, correctionOn, meaningKey, meaningsFor, meaningText, type MeaningKey } from './meanings';
import { styles } from './styles';
import { useLocale, useText } from './text';

export type GivenCorrection = Omit<TableCorrection, 'anchor' | 'kept'>;

interface Props {
  readonly table: Table;
  readonly busy: boolean;
  readonly onApply: (given: GivenCorrection) => void;
  readonly onCancel: () => void;
}

const AUTO = 'auto';
const IGNORED = 'ignored';
/** Tables that hold figures, in the order of the published set. */
const KINDS = TABLE_KINDS.filter((kind) => kind !== 'other' && kind !== 'narrative');

const FIELD = {
  root: { minWidth: 0 },
  label: { fontSize: 12, fontWeight: 400, padding: '4px 0 2px' },
  title: { fontSize: 12, height: 28, lineHeight: '26px' },
  caretDownWrapper: { height: 28, lineHeight: '26px' },
  dropdownItem: { minHeight: 28, height: 'auto', lineHeight: '20px', padding: '4px 8px' },
  dropdownItemSelected: { minHeight: 28, height: 'auto', lineHeight: '20px', padding: '4px 8px' },
  dropdownItemHeader: { height: 26, lineHeight: '26px', fontSize: 12 },
  dropdownOptionText: { fontSize: 12, whiteSpace: 'normal' as const },
} as const;
/** Long lists scroll: the table stays in sight. */
const CALLOUT = { calloutMaxHeight: 340 } as const;
/** In a narrow page Fabric would open a panel over everything; a pane is always narrow. */
const MODE = ResponsiveMode.large;
const BUTTON = { root: { height: 28, padding: '0 10px', minWidth: 0, fontSize: 12 }, label: { fontSize: 12, margin: 0 } } as const;

export function CorrectionForm({ table, busy, onApply, onCancel }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const heading = useId();
  const earlier = table.corrected?.correction;
  const recognised = table.corrected ?? table;
  const [kind, setKind] = useState<string>(earlier?.ignored ? IGNORED : (earlier?.kind ?? AUTO));
  const [unit, setUnit] = useState<string>(earlier?.unit ?? AUTO);
  const columns = table.panels.flatMap((panel) => panel.columns);
  const [chosen, setChosen] = useState<ReadonlyMap<number, MeaningKey>>(() => choicesOf(columns, earlier?.columns ?? []));

  const auto = (answer: string): string => say('pane.correct.auto.is', { answer });
  const kinds: IDropdownOption[] = [
    { key: AUTO, text: auto(kindName(locale, recognised.kind)) },
    { key: IGNORED, text: say('pane.correct.ignored') },
    { key: 'kinds', text: '-', itemType: DropdownMenuItemType.Divider },
    ...KINDS.map((key) => ({ key, text: kindName(locale, key) })),
  ];
  const units: IDropdownOption[] = [
    { key: AUTO, text: auto(recognised.unit ?? say('pane.tables.no-unit')) },
    ...UNITS.map((key) => ({ key, text: key })),
  ];
  const givenKind = KINDS.find((one) => one === kind);
  const apply = (): void => {
    const givenUnit = UNITS.find((one) => one === unit);
    onApply({
      ...(givenKind ? { kind: givenKind } : {}),
      ...(givenUnit ? { unit: givenUnit } : {}),
      ...(kind === IGNORED ? { ignored: true as const } : {}),
      columns: keptColumns(columns, chosen, earlier?.columns ?? []),
    });
  };
  return (
    <form
      className={styles.form}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <h3 id={heading} className={styles.formTitle}>
        {say('pane.correct.title', { title: table.sheet })}
      </h3>
      <Dropdown
        label={say('pane.correct.kind')}
        options={kinds}
        selectedKey={kind}
        responsiveMode={MODE}
        calloutProps={CALLOUT}
        styles={FIELD}
        onChange={(_event, option) => setKind(String(option?.key ?? AUTO))}
      />
      <Dropdown
        label={say('pane.correct.unit')}
        options={units}
        selectedKey={unit}
        disabled={kind === IGNORED}
        responsiveMode={MODE}
        calloutProps={CALLOUT}
        styles={FIELD}
        onChange={(_event, option) => setUnit(String(option?.key ?? AUTO))}
      />
      {kind === IGNORED ? null : columns.length === 0 ? (
        givenKind ? (
          <p className={styles.note}>{say('pane.correct.later')}</p>
        ) : null
      ) : (
        <div className={styles.columnForm}>
          {columns.map((column) => (
            <ColumnChoice
              key={column.index}
              column={column}
              kind={givenKind ?? table.kind}
              chosen={chosen.get(column.index) ?? null}
              corrected={correctionOn(columns, column, earlier?.columns ?? []) !== null}
              onChoose={(key) => setChosen(withChoice(chosen, column.index, key))}
            />
          ))}
        </div>
      )}
      <p className={styles.note}>{say('pane.correct.hint')}</p>
      <div className={styles.formButtons}>
        <PrimaryButton type="submit" styles={BUTTON} disabled={busy} text={say('pane.correct.apply')} />
        <DefaultButton styles={BUTTON} onClick={onCancel} text={say('pane.correct.cancel')} />
      </div>
    </form>
  );
}

function ColumnChoice(props: {
  readonly column: Column;
  readonly kind: TableKind;
  readonly chosen: MeaningKey | null;
  /** What was recognised is not known while a correction stands. */
  readonly corrected: boolean;
  readonly onChoose: (key: MeaningKey | null) => void;
}): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { column, kind, chosen, corrected, onChoose } = props;
  const name = columnName(column.index);
  const label = column.header.join(' · ') || say('pane.columns.none');
  const offered = meaningsFor(kind);
  const others = chosen !== null && !offered.some(({ keys }) => keys.includes(chosen)) ? [chosen] : [];
  const optionOf = (key: MeaningKey): IDropdownOption => ({ key, text: meaningText(locale, key) });
  const auto = corrected ? say('pane.correct.auto') : say('pane.correct.auto.is', { answer: meaningText(locale, meaningKey(column)) });
  const options: IDropdownOption[] = [
    { key: AUTO, text: auto },
    ...others.map(optionOf),
    ...offered.flatMap(({ group, keys }) => [
      { key: `group-${group}`, text: say(`pane.correct.group.${group}`), itemType: DropdownMenuItemType.Header },
      ...keys.map(optionOf),
    ]),
  ];
  return (
    <>
      <span className={styles.columnName}>{name}</span>
      <span className={styles.columnHeader} title={label}>
        {label}
      </span>
      <Dropdown
        ariaLabel={say('pane.correct.column', { column: name })}
        options={options}
        selectedKey={chosen ?? AUTO}
        responsiveMode={MODE}
        calloutProps={CALLOUT}
        dropdownWidth={220}
        styles={FIELD}
        onChange={(_event, option) => onChoose(option === undefined || option.key === AUTO ? null : String(option.key))}
      />
    </>
  );
}

function choicesOf(columns: readonly Column[], corrections: readonly ColumnCorrection[]): ReadonlyMap<number, MeaningKey> {
  const choices = new Map<number, MeaningKey>();
  for (const column of columns) {
    const correction = correctionOn(columns, column, corrections);
    if (correction) choices.set(column.index, meaningKey(correction));
  }
  return choices;
}

function withChoice(choices: ReadonlyMap<number, MeaningKey>, column: number, key: MeaningKey | null): ReadonlyMap<number, MeaningKey> {
  const next = new Map(choices);
  if (key === null) next.delete(column);
  else next.set(column, key);
  return next;
}

/** The choices as corrections; what was said of columns that are not to be seen now stays said. */
function keptColumns(
  columns: readonly Column[],
  chosen: ReadonlyMap<number, MeaningKey>,
  earlier: readonly ColumnCorrection[],
): readonly ColumnCorrection[] {
  const shown = new Set(columns.flatMap((column) => correctionOn(columns, column, earlier) ?? []));
  const made = columns.flatMap((column) => {
    const key = chosen.get(column.index);
    return key === undefined ? [] : (correctionFor(column, key) ?? []);
  });
  return [...earlier.filter((correction) => !shown.has(correction)), ...made];
}
