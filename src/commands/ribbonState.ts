/** Which question this file answers: which of the ribbon's buttons make sense now. */
import { isBusy, type SessionState } from './state';

/** Control ids of manifest.xml by group, with whether they are enabled. */
export type RibbonState = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** The tab's id in manifest.xml. */
export const RIBBON_TAB = 'Gouji.Tab';

export function ribbonStateOf({ phase, outcome }: SessionState): RibbonState {
  const free = !isBusy(phase);
  const found = free && outcome !== null && outcome.result.findings.length > 0;
  return {
    'Gouji.CheckGroup': { 'Gouji.Check': free, 'Gouji.CheckSheet': free },
    'Gouji.ResultGroup': {
      'Gouji.WriteSheet': free,
      'Gouji.Previous': found,
      'Gouji.Next': found,
      'Gouji.WritePaper': free,
      'Gouji.Clear': free,
    },
  };
}
