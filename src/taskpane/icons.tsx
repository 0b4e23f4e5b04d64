/**
 * Which question this file answers: what do the pane's icons look like. Drawn here, so that no icon font is fetched;
 * registered under the names that Fabric's own controls ask for.
 */
import type { ReactElement } from 'react';
import { registerIcons } from 'office-ui-fabric-react/lib/Styling';

function stroke(path: string): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

const CIRCLE = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13';

const ICONS = {
  ChevronDown: stroke('M3.5 6l4.5 4.5L12.5 6'),
  ChevronUp: stroke('M3.5 10.5L8 6l4.5 4.5'),
  ChevronRight: stroke('M6 3.5l4.5 4.5L6 12.5'),
  DoubleChevronDown: stroke('M3.5 3.5L8 8l4.5-4.5M3.5 8.5L8 13l4.5-4.5'),
  DoubleChevronUp: stroke('M3.5 7.5L8 3l4.5 4.5M3.5 12.5L8 8l4.5 4.5'),
  Clear: stroke('M3.5 3.5l9 9M12.5 3.5l-9 9'),
  Cancel: stroke('M3.5 3.5l9 9M12.5 3.5l-9 9'),
  Info: stroke(`${CIRCLE}M8 7.2v4M8 4.8v.1`),
  ErrorBadge: stroke(`${CIRCLE}M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6`),
  Warning: stroke('M8 2L1.5 13.5h13zM8 6.5v3.2M8 11.6v.1'),
  Completed: stroke(`${CIRCLE}M5 8.2l2.1 2.1L11 6.2`),
  Check: stroke('M2.5 8.5l3.5 3.5 7.5-8'),
  Refresh: stroke('M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.8v2.9h-2.9'),
  Sheet: stroke('M2 2.5h12v11H2zM2 6h12M2 9.7h12M6 2.5v11'),
  Eraser: stroke('M6.2 13.5h7.3M2.2 9.6l6.9-6.9 4.2 4.2-6.6 6.6H5.1z M5.6 6.2l4.2 4.2'),
  Filter: stroke('M2 3h12L9.5 8.5V13l-3-1.5v-3z'),
  Compare: stroke('M2 5.5h12M2 10.5h12M11 2.5L5 13.5'),
} as const;

export type IconName = keyof typeof ICONS;

export function registerPaneIcons(): void {
  registerIcons({ icons: ICONS });
}
