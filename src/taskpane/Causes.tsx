/** Which question this file answers: how is one thing that went wrong shown: its likeliest cause, what it suggests, and the other candidates? */
import type { ReactElement } from 'react';
import type { Cause } from '../core';
import { causeText, likelihoodOf, slipName } from '../present/causes';
import { AdoptForm, canAdopt } from './Adopt';
import { useAsking } from './Ask';
import { listStyles } from './listStyles';
import { Disclosure, Glyph } from './parts';
import { CellLinks } from './Sides';
import { fillOf, styles } from './styles';
import { useLocale, useText } from './text';
import { LABEL_TONE, LEVEL_TONE } from './theme';
import type { Tone } from './colours';

/** Candidates that are shown under the first; a clerk does not read more. */
const MOST_ALTERNATIVES = 4;

interface Props {
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  /** Findings under the heading. */
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly busy: boolean;
}

export function CauseHeading({ causes, count, open, onToggle, busy }: Props): ReactElement | null {
  const say = useText();
  const locale = useLocale();
  const [first, ...others] = causes;
  if (!first) return null;
  const tone = toneOfCause(first);
  return (
    <div className={listStyles.cause} style={{ borderLeft: `3px solid ${tone.border}` }}>
      <div className={listStyles.causeHead}>
        <span className={styles.tag} style={fillOf(tone)}>
          {say(`pane.likelihood.${likelihoodOf(first)}`)}
        </span>
        <span className={styles.ruleName}>{slipName(locale, first.slip)}</span>
        <span className={styles.note}>{say('pane.cause.count', { count })}</span>
      </div>
      <CauseBody cause={first} busy={busy} strong />
      <div className={listStyles.actions}>
        <button type="button" className={styles.textButton} aria-expanded={open} onClick={onToggle}>
          <Glyph name={open ? 'ChevronUp' : 'ChevronDown'} />
          {say(open ? 'pane.cause.fold' : 'pane.cause.unfold', { count })}
        </button>
        {others.length === 0 ? null : (
          <Disclosure
            open={false}
            className={styles.textButton}
            head={say('pane.causes.alternatives', { count: Math.min(others.length, MOST_ALTERNATIVES) })}
          >
            {() => (
              <ul className={listStyles.alternatives}>
                {others.slice(0, MOST_ALTERNATIVES).map((cause, index) => (
                  <li key={index} className={listStyles.alternative}>
                    <CauseBody cause={cause} busy={busy} strong={false} />
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        )}
      </div>
    </div>
  );
}

/** The sentence, its cells as links, and 采用建议. */
function CauseBody({ cause, busy, strong }: { readonly cause: Cause; readonly busy: boolean; readonly strong: boolean }): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { asking, close, opener } = useAsking();
  return (
    <>
      {strong ? (
        <h3 className={listStyles.causeSentence}>{causeText(locale, cause)}</h3>
      ) : (
        <p className={styles.sentence}>{causeText(locale, cause)}</p>
      )}
      <div className={listStyles.actions}>
        <CellLinks cells={cause.cells} />
        {canAdopt(cause) ? (
          <button {...opener} type="button" className={styles.textButton} disabled={busy}>
            <Glyph name="Accept" />
            {say('pane.adopt')}
          </button>
        ) : null}
      </div>
      {asking ? <AdoptForm cause={cause} busy={busy} onClose={close} /> : null}
    </>
  );
}

function toneOfCause(cause: Cause): Tone {
  const likelihood = likelihoodOf(cause);
  if (likelihood === 'likely') return LEVEL_TONE.error;
  return likelihood === 'possible' ? LEVEL_TONE.warning : LABEL_TONE;
}
