/** Which question this file answers: how does the user say what a table, its unit and its columns are. */
import { useId, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { DropdownMenuItemType } from 'office-ui-fabric-react/lib/Dropdown';
import { columnName, TABLE_KINDS, UNITS, type Column, type Table, type TableKind } from '../core';
import type { ColumnCorrection, TableCorrection } from '../core/settings';
import { kindName } from '../present/messages';
import { Choice, type ChoiceOption } from './Choice';
import { correctionFor, correctionOn, meaningKey, meaningsFor, meaningText, type MeaningKey } from './meanings';
import { SMALL_BUTTON, styles } from './styles';
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
  const kinds: ChoiceOption[] = [
    [AUTO, auto(kindName(locale, recognised.kind))],
    [IGNORED, say('pane.correct.ignored')],
    { key: 'kinds', text: '-', itemType: DropdownMenuItemType.Divider },
    ...KINDS.map((key) => [key, kindName(locale, key)] as const),
  ];
  const units: ChoiceOption[] = [[AUTO, auto(recognised.unit ?? say('pane.tables.no-unit'))], ...UNITS.map((key) => [key, key] as const)];
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
      <Choice label={say('pane.correct.kind')} options={kinds} value={kind} onChoose={setKind} />
      <Choice label={say('pane.correct.unit')} options={units} value={unit} disabled={kind === IGNORED} onChoose={setUnit} />
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
        <PrimaryButton type="submit" styles={SMALL_BUTTON} disabled={busy} text={say('pane.correct.apply')} />
        <DefaultButton styles={SMALL_BUTTON} onClick={onCancel} text={say('pane.cancel')} />
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
  const optionOf = (key: MeaningKey): ChoiceOption => [key, meaningText(locale, key)];
  const auto = corrected ? say('pane.correct.auto') : say('pane.correct.auto.is', { answer: meaningText(locale, meaningKey(column)) });
  const options: ChoiceOption[] = [
    [AUTO, auto],
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
      <Choice
        hideLabel
        label={say('pane.correct.column', { column: name })}
        options={options}
        value={chosen ?? AUTO}
        listWidth={220}
        onChoose={(key) => onChoose(key === AUTO ? null : key)}
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
