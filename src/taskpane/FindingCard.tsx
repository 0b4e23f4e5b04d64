/** Which question this file answers: how is one finding shown. */
import { useState, type ReactElement } from 'react';
import type { Cause, Finding, FindingCell } from '../core';
import { classOf, className, findingText, groupOf, placeName, sideCells } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { AcceptForm, Accepted } from './Accept';
import { useActions } from './actions';
import { Inspector } from './Inspector';
import { CellLink, Glyph } from './parts';
import { edgeOf, fillOf, styles } from './styles';
import { useLocale, useText } from './text';
import { GROUP_TONE } from './theme';

/** More cells than these are reached through the details. */
const MOST_LINKS = 6;

export interface FindingProps {
  readonly finding: Finding;
  /** The likeliest cause that explains it. */
  readonly cause: Cause | null;
  /** The details are open; kept by the list, which draws only what is in sight. */
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly busy: boolean;
}

export function FindingCard({ finding, cause, open, onToggle, busy }: FindingProps): ReactElement {
  const say = useText();
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const tone = GROUP_TONE[groupOf(finding)];
  return (
    <article className={styles.finding} style={edgeOf(tone)} data-finding={finding.id}>
      <div className={styles.findingHead}>
        <span className={styles.tag} style={fillOf(tone)}>
          {className(locale, classOf(finding))}
        </span>
        <span className={styles.ruleName}>{ruleTitle(locale, finding.rule)}</span>
        {finding.difference === '' ? null : (
          <span className={styles.figure}>
            <span className={styles.sideName}>{say('pane.difference')}</span>{' '}
            <strong style={{ color: tone.strong }}>{finding.difference}</strong>
          </span>
        )}
      </div>
      <p className={styles.sentence}>{findingText(locale, finding)}</p>
      <div className={styles.sides}>
        <Side name={say('pane.cells.left')} cells={sideCells(finding, 'left')} value={finding.left} />
        <Side name={say('pane.cells.right')} cells={sideCells(finding, 'right')} value={finding.right} />
      </div>
      <Accepted finding={finding} busy={busy} />
      <div className={styles.findingFoot}>
        <button type="button" className={styles.textButton} aria-expanded={open} onClick={onToggle}>
          <Glyph name={open ? 'ChevronUp' : 'ChevronDown'} />
          {say('pane.detail')}
        </button>
        {finding.accepted || asking ? null : (
          <button type="button" className={styles.textButton} disabled={busy} onClick={() => setAsking(true)}>
            {say('pane.accept')}
          </button>
        )}
      </div>
      {asking ? <AcceptForm finding={finding} busy={busy} onClose={() => setAsking(false)} /> : null}
      {open ? <Inspector finding={finding} cause={cause} /> : null}
    </article>
  );
}

function Side(props: { readonly name: string; readonly cells: readonly FindingCell[]; readonly value: string }): ReactElement | null {
  const say = useText();
  const { select } = useActions();
  const shown = props.cells.slice(0, MOST_LINKS);
  const more = props.cells.length - shown.length;
  if (props.cells.length === 0 && props.value === '') return null;
  return (
    <>
      <span className={styles.sideName}>{props.name}</span>
      <span className={styles.sideCells}>
        {shown.map(({ cell, label, value }, index) => (
          <CellLink
            key={`${placeName(cell)} ${index}`}
            cell={cell}
            label={label}
            value={value}
            withSheet={shown[index - 1]?.cell.sheet !== cell.sheet}
            onSelect={select}
          />
        ))}
        {more > 0 ? <span className={styles.sideName}>{say('pane.cells.more', { count: String(more) })}</span> : null}
      </span>
      <span className={styles.figure}>{props.value}</span>
    </>
  );
}
