/** Which question this file answers: how is one finding shown. */
import type { ReactElement } from 'react';
import type { Cause, Finding } from '../core';
import { classOf, className, findingText, groupOf, sideCells } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { AcceptForm, Accepted } from './Accept';
import { useAsking } from './Ask';
import { Inspector } from './Inspector';
import { Glyph } from './parts';
import { Sides } from './Sides';
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
  const { asking, close, opener } = useAsking();
  const tone = GROUP_TONE[groupOf(finding)];
  return (
    <article className={styles.finding} style={edgeOf(tone)} data-finding={finding.id} aria-label={ruleTitle(locale, finding.rule)}>
      <div className={styles.findingHead}>
        <span className={styles.tag} style={fillOf(tone)}>
          {className(locale, classOf(finding))}
        </span>
        <span className={styles.ruleName}>{ruleTitle(locale, finding.rule)}</span>
        {finding.difference === '' ? null : (
          <span className={styles.figure}>
            <span className={styles.sideName}>{say('pane.difference.short')}</span>{' '}
            <strong style={{ color: tone.strong }}>{finding.difference}</strong>
          </span>
        )}
      </div>
      <p className={styles.sentence}>{findingText(locale, finding)}</p>
      <Sides
        most={MOST_LINKS}
        left={{ cells: sideCells(finding, 'left'), value: finding.left }}
        right={{ cells: sideCells(finding, 'right'), value: finding.right }}
      />
      <Accepted finding={finding} busy={busy} />
      <div className={styles.findingFoot}>
        <button type="button" className={styles.textButton} aria-expanded={open} onClick={onToggle}>
          <Glyph name={open ? 'ChevronUp' : 'ChevronDown'} />
          {say('pane.detail')}
        </button>
        {finding.accepted ? null : (
          <button {...opener} type="button" className={styles.textButton} disabled={busy}>
            {say('pane.accept')}
          </button>
        )}
      </div>
      {asking ? <AcceptForm finding={finding} busy={busy} onClose={close} /> : null}
      {open ? <Inspector finding={finding} cause={cause} /> : null}
    </article>
  );
}
