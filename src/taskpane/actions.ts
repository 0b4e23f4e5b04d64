/** Which question this file answers: what may the parts of the pane ask for? Handed down by context, so that a card deep in a list needs no long chain of props. */
import { createContext, useContext } from 'react';
import type { Cause, CellRef, Finding } from '../core';
import type { Tolerance } from '../core/settings';

export interface PaneActions {
  readonly select: (cell: CellRef) => void;
  readonly adopt: (cause: Cause) => void;
  readonly accept: (finding: Finding, reason: string) => void;
  readonly reopen: (finding: Finding) => void;
  /** What the check allowed; absent: what rounding explains. */
  readonly tolerance?: Tolerance;
}

const nothing = (): void => undefined;

const ActionsContext = createContext<PaneActions>({ select: nothing, adopt: nothing, accept: nothing, reopen: nothing });
export const ActionsProvider = ActionsContext.Provider;

export function useActions(): PaneActions {
  return useContext(ActionsContext);
}
