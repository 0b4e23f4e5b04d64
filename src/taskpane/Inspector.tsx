/** Which question this file answers: how does a finding's equation add up, term by term, what would the suggestion make of it, and on what does its rule rest? */
import type { ReactElement } from 'react';
import type { AmountRelation, Cause, Finding } from '../core';
import { inspect, withSuggestion, type InspectedSide, type Inspection } from '../present/inspection';
import { placeName } from '../present/messages';
import { ruleMeta, ruleTitle } from '../present/rules';
import { useActions } from './actions';
import { listStyles } from './listStyles';
import { CellLink } from './parts';
import { fillOf, styles } from './styles';
import { useLocale, useText } from './text';
import { LEVEL_TONE, SUGGESTION_TONE } from './theme';

/** Rules and what they rest on are quoted as the regulations have them. */
const RULE_LANGUAGE = 'zh-CN';

export function Inspector({ finding, cause }: { readonly finding: Finding; readonly cause: Cause | null }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const meta = ruleMeta(finding.rule);
  return (
    <div className={styles.inspector}>
      {finding.relation.type === 'amount' ? <Calculation relation={finding.relation} cause={cause} /> : <StatedSides finding={finding} />}
      <dl className={styles.definitions}>
        <dt>{say('pane.detail.rule')}</dt>
        <dd lang={meta === null ? undefined : RULE_LANGUAGE}>{meta?.title ?? ruleTitle(locale, finding.rule)}</dd>
        {meta === null ? null : (
          <>
            <dt>{say('pane.detail.basis')}</dt>
            <dd lang={RULE_LANGUAGE}>{meta.basis}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** Both sides with their totals, the difference, and both again as the suggestion would have them. */
export function Calculation({ relation, cause }: { readonly relation: AmountRelation; readonly cause: Cause | null }): ReactElement {
  const say = useText();
  const { tolerance } = useActions();
  const now = inspect(relation, tolerance);
  const changed = cause === null ? null : withSuggestion(relation, cause);
  const after = changed === null ? null : inspect(changed, tolerance);
  return (
    <>
      <Side name={say('pane.detail.left')} side={now.left} after={after?.left ?? null} />
      <Side name={say('pane.detail.right')} side={now.right} after={after?.right ?? null} />
      <dl className={styles.definitions}>
        <dt>{say('pane.difference')}</dt>
        <dd>
          <Change before={now.difference} after={after?.difference ?? null} />
        </dd>
        <dt>{say('pane.detail.allowance')}</dt>
        <dd>± {now.allowance}</dd>
        {after === null ? null : (
          <>
            <dt>{say('pane.detail.after')}</dt>
            <dd>
              <AfterWords after={after} />
            </dd>
          </>
        )}
      </dl>
      <p className={styles.note}>{say('pane.detail.interval')}</p>
    </>
  );
}

function AfterWords({ after }: { readonly after: Inspection }): ReactElement {
  const say = useText();
  const held = after.verdict === 'held' || after.verdict === 'vacuous';
  const rounding = after.verdict === 'rounding' || after.verdict === 'doubtful';
  const tone = held || rounding ? SUGGESTION_TONE : LEVEL_TONE.error;
  return (
    <span className={styles.tag} style={fillOf(tone)}>
      {say(held ? 'pane.detail.after.held' : rounding ? 'pane.detail.after.rounding' : 'pane.detail.after.violated')}
    </span>
  );
}

/** `+ 752.00 → 75.20`, or the value alone where nothing changes. */
function Change({
  before,
  after,
  sign = '',
}: {
  readonly before: string;
  readonly after: string | null;
  readonly sign?: string;
}): ReactElement {
  const say = useText();
  const blank = say('pane.cell.blank');
  if (after === null || after === before) return <>{before === '' ? blank : sign + before}</>;
  return (
    <span className={listStyles.change}>
      <span>
        {sign}
        <del className={listStyles.old}>{before === '' ? blank : before}</del>
      </span>
      <span aria-hidden="true">→</span>
      <ins style={{ textDecoration: 'none', color: SUGGESTION_TONE.strong, fontWeight: 600 }}>{after === '' ? blank : after}</ins>
    </span>
  );
}

function Side(props: { readonly name: string; readonly side: InspectedSide; readonly after: InspectedSide | null }): ReactElement {
  const say = useText();
  const { name, side, after } = props;
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
        {side.terms.map((term, index) => (
          <tr key={`${placeName(term.cell)} ${index}`}>
            <td>
              <CellLink cell={term.cell} label={term.label} value={term.value} withSheet />
              <span className={styles.termLabel}>{term.label}</span>
            </td>
            <td className={styles.numeric}>
              <Change before={term.value} after={after?.terms[index]?.value ?? null} sign={term.sign === 1 ? '+ ' : '− '} />
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
          <td className={styles.numeric}>
            <Change before={side.total} after={after?.total ?? null} />
          </td>
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

/** What each cell or sentence states, for findings that are no sum over the tables alone. */
function StatedSides({ finding }: { readonly finding: Finding }): ReactElement {
  const say = useText();
  return (
    <table className={styles.inspectorTable}>
      <thead>
        <tr>
          <th scope="col">{say('pane.detail.cell')}</th>
          <th scope="col" className={styles.numeric}>
            {say('pane.detail.stated')}
          </th>
        </tr>
      </thead>
      <tbody>
        {finding.cells.map((entry, index) => (
          <tr key={`${entry.side}${placeName(entry.cell)} ${index}`}>
            <td>
              <CellLink cell={entry.cell} label={entry.label} value={entry.value} withSheet />
              <span className={styles.termLabel}>{entry.label}</span>
            </td>
            <td className={styles.numeric} style={{ whiteSpace: 'normal' }}>
              {entry.text ?? entry.value}
              {entry.unit === null || entry.text !== undefined ? '' : ` ${entry.unit}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
