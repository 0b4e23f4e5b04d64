/** Which question this file answers: 这个数和谁勾稽？ With what does the chosen cell tie out, and does it? */
import { useMemo, useState, type ReactElement } from 'react';
import { cellsOfRelation, relationsOf, type CellRef, type CheckedRelation, type CheckResult } from '../core';
import { inspect, OPERATOR, type InspectedSide } from '../present/inspection';
import { findingText, placeName } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { useActions } from './actions';
import { Calculation } from './Inspector';
import { Glyph } from './parts';
import { CellLinks, Sides, type NamedCell } from './Sides';
import { edgeOf, fillOf, styles } from './styles';
import { useLocale, useText } from './text';
import { LEVEL_TONE } from './theme';

const TONES = { violated: LEVEL_TONE.error, rounding: LEVEL_TONE.rounding, held: LEVEL_TONE.info } as const;

export function CellRelations({ result, cell }: { readonly result: CheckResult; readonly cell: CellRef }): ReactElement {
  const say = useText();
  const checks = useMemo(() => relationsOf(result, cell), [result, cell]);
  if (checks.length === 0) return <p>{say('pane.relations.none', { place: placeName(cell) })}</p>;
  const count = (verdict: CheckedRelation['verdict']): number => checks.filter((one) => one.verdict === verdict).length;
  return (
    <>
      <p className={styles.sentence}>
        {say('pane.relations.summary', {
          place: placeName(cell),
          count: checks.length,
          held: count('held'),
          rounding: count('rounding'),
          violated: count('violated'),
        })}
      </p>
      <ul className={`${styles.list} ${styles.section}`}>
        {checks.map((checked, index) => (
          <RelationItem key={index} checked={checked} result={result} cell={cell} />
        ))}
      </ul>
    </>
  );
}

function RelationItem(props: { readonly checked: CheckedRelation; readonly result: CheckResult; readonly cell: CellRef }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { relation, verdict, finding: id } = props.checked;
  const finding = props.result.findings.find((one) => one.id === id);
  return (
    <li style={edgeOf(TONES[verdict])}>
      <div className={styles.findingHead}>
        <span className={styles.tag} style={fillOf(TONES[verdict])}>
          {say(`pane.relations.${verdict}`)}
        </span>
        <span className={styles.ruleName}>{ruleTitle(locale, relation.rule)}</span>
      </div>
      {finding ? <p className={styles.sentence}>{findingText(locale, finding)}</p> : null}
      <RelationCells relation={relation} cell={props.cell} />
      {relation.type === 'amount' ? (
        <>
          <button type="button" className={styles.detailButton} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Glyph name={open ? 'ChevronUp' : 'ChevronDown'} />
            {say('pane.detail')}
          </button>
          {open ? (
            <div className={styles.inspector}>
              <Calculation relation={relation} cause={null} />
            </div>
          ) : null}
        </>
      ) : null}
    </li>
  );
}

/** Both sides of an equation with what they come to; of a comparison of names or texts the cells that take part beside the chosen one. */
function RelationCells({ relation, cell }: { readonly relation: CheckedRelation['relation']; readonly cell: CellRef }): ReactElement {
  const { tolerance } = useActions();
  if (relation.type === 'amount') {
    const { left, right } = inspect(relation, tolerance);
    return <Sides operator={OPERATOR[relation.op]} left={sideOf(left)} right={sideOf(right)} />;
  }
  const others = new Map(cellsOfRelation(relation).map((one) => [placeName(one), one]));
  others.delete(placeName(cell));
  return (
    <div className={styles.sideCells}>
      <CellLinks cells={[...others.values()].map((one) => ({ cell: one, label: '', value: placeName(one) }))} />
    </div>
  );
}

function sideOf({ terms, total, unit }: InspectedSide): { readonly cells: readonly NamedCell[]; readonly value: string } {
  return { cells: terms, value: `${total} ${unit}` };
}
