/** What is an amount of which nothing is known but where it stands: the dimensions that say nothing, for figures outside the tables that rules understand. */
import type { Fact } from './model';

type Dimension =
  'side' | 'line' | 'account' | 'fund' | 'source' | 'nature' | 'year' | 'item' | 'organisation' | 'project' | 'parent' | 'duplicateTotal';

export const NO_DIMENSIONS: Pick<Fact, Dimension> = {
  side: 'expenditure',
  line: 'unknown',
  account: null,
  fund: 'all',
  source: null,
  nature: 'all',
  year: 'current',
  item: null,
  organisation: null,
  project: null,
  parent: null,
  duplicateTotal: false,
};
