/** Which question this file answers: how does a finding's equation add up, term by term, and on what does its rule rest. */
import type { ReactElement } from 'react';
import type { CellRef, Finding } from '../core';
import { inspect, type InspectedSide } from '../present/inspection';
import { placeName } from '../present/messages';
import { ruleMeta, ruleTitle } from '../present/rules';
import { CellLink } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';

interface Props {
  readonly finding: Finding;
  readonly onSelect: (cell: CellRef) => void;
}

export function Inspector({ finding, onSelect }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const meta = ruleMeta(finding.rule);
  const inspection = finding.relation.type === 'amount' ? inspect(finding.relation) : null;
  return (
    <div className={styles.inspector}>
      {inspection === null ? (
        <TextSides finding={finding} onSelect={onSelect} />
      ) : (
        <>
          <Side name={say('pane.detail.left')} side={inspection.left} onSelect={onSelect} />
          <Side name={say('pane.detail.right')} side={inspection.right} onSelect={onSelect} />
          <p className={styles.note}>{say('pane.detail.interval')}</p>
        </>
      )}
      <dl className={styles.definitions}>
        <dt>{say('pane.detail.rule')}</dt>
        <dd>{meta?.title ?? ruleTitle(locale, finding.rule)}</dd>
        {meta === null ? null : (
          <>
            <dt>{say('pane.detail.basis')}</dt>
            <dd>{meta.basis}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Side(props: { readonly name: string; readonly side: InspectedSide; readonly onSelect: (cell: CellRef) => void }): ReactElement {
  const say = useText();
  const { name, side, onSelect } = props;
  return (
    <table className={styles.inspectorTable}>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{say('pane.detail.cell')}</th>
          <th scope="col" className={styles.numeric}>
            {say('pane.detail.value')}
          </th>
          <th scope="col" className={styles.numeric}>
            {say('pane.detail.range')}
          </th>
        </tr>
      </thead>
      <tbody>
        {side.terms.map((term) => (
          <tr key={placeName(term.cell)}>
            <td>
              <CellLink cell={term.cell} label={term.label} value={term.value} withSheet onSelect={onSelect} />
              <span className={styles.termLabel}>{term.label}</span>
            </td>
            <td className={styles.numeric}>
              {term.sign === 1 ? '+' : '−'} {term.value === '' ? say('pane.cell.blank') : term.value}
            </td>
            <td className={`${styles.numeric} ${styles.range}`}>
              <Interval low={term.low} high={term.high} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{say('pane.detail.total', { unit: side.unit })}</td>
          <td className={styles.numeric}>{side.total}</td>
          <td className={`${styles.numeric} ${styles.range}`}>
            <Interval low={side.low} high={side.high} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Two lines: both ends of an interval are too wide for one at 320 pixels. */
function Interval({ low, high }: { readonly low: string; readonly high: string }): ReactElement {
  return low === high ? (
    <>{low}</>
  ) : (
    <>
      {low}
      <br />~ {high}
    </>
  );
}

/** Both writings of a name, for findings without amounts. */
function TextSides({ finding, onSelect }: Props): ReactElement {
  return (
    <ul className={styles.list}>
      {finding.cells.map((entry) => (
        <li key={`${entry.side}${placeName(entry.cell)}`}>
          <CellLink cell={entry.cell} label={entry.label} value={entry.value} withSheet onSelect={onSelect} />
          <span className={styles.termLabel}>{entry.label}</span>
        </li>
      ))}
    </ul>
  );
}
