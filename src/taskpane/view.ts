/** Which question this file answers: how has the user arranged the results? */
import type { Grouping, Order } from './grouping';

/** How the user has the results shown; kept while the pane lives, also when another page is in front. */
export interface View {
  readonly grouping: Grouping;
  readonly order: Order;
  /** The map is enlarged. */
  readonly map: boolean;
  /** The choices of grouping, order, class and table are open. */
  readonly choices: boolean;
}

export const FIRST_VIEW: View = { grouping: 'cause', order: 'place', map: false, choices: false };
