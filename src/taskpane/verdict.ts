/** Which question this file answers: what came of the check, in one line? */
import type { Outcome } from '../commands/session';
import { isBudgetTable } from '../core';
import { attentionCount, countLevels } from '../present/levels';
import type { IconName } from './icons';
import type { Say } from './text';
import { LEVEL_TONE } from './theme';

export interface Verdict {
  readonly title: string;
  readonly hint: string | null;
  readonly icon: IconName;
  readonly color: string;
}

export function verdictOf(outcome: Outcome, say: Say): Verdict {
  const { findings, relations } = outcome.result;
  if (budgetTables(outcome).length === 0) return plain('pane.verdict.no-tables', 'Info', say);
  if (relations.checked === 0) return plain('pane.verdict.no-relations', 'Info', say);
  const { error, info } = countLevels(findings);
  const count = attentionCount(findings);
  const good = { icon: 'Completed', color: LEVEL_TONE.rounding.strong } as const;
  if (count === 0 && info > 0) return { title: say('pane.verdict.hints'), hint: say('pane.verdict.hints.hint', { count: info }), ...good };
  if (count === 0) return { ...plain('pane.verdict.clean', 'Completed', say), ...good };
  const errors = error > 0;
  return {
    title: say('pane.verdict.attention', { count }),
    hint: null,
    icon: errors ? 'ErrorBadge' : 'Warning',
    color: LEVEL_TONE[errors ? 'error' : 'warning'].strong,
  };
}

function plain(id: 'pane.verdict.no-tables' | 'pane.verdict.no-relations' | 'pane.verdict.clean', icon: IconName, say: Say): Verdict {
  return { title: say(id), hint: say(`${id}.hint`), icon, color: LEVEL_TONE.info.strong };
}

export function budgetTables(outcome: Outcome): readonly unknown[] {
  return outcome.result.tables.filter(isBudgetTable);
}
