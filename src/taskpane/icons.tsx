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

function dots(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" fill="currentColor" aria-hidden="true" focusable="false">
      {[3, 8, 13].map((x) => (
        <circle key={x} cx={x} cy="8" r="1.5" />
      ))}
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
  Accept: stroke('M2.5 8.5l3.5 3.5 7.5-8'),
  Undo: stroke('M5.5 3L2.5 6l3 3M2.8 6h6.4a4 4 0 0 1 0 8H6'),
  More: dots(),
  Search: stroke('M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M10.4 10.4l3.6 3.6'),
  Back: stroke('M9.5 3.5L5 8l4.5 4.5'),
  Settings: stroke('M2 4.5h6M12 4.5h2M10 2.7v3.6M2 11.5h2M8 11.5h6M6 9.7v3.6'),
  Document: stroke('M4 1.8h5.5L12.5 5v9.2h-8.5zM9.3 2v3.2h3M6 8h4.5M6 10.5h4.5'),
  History: stroke('M8 4.5V8l2.5 1.7M2.6 6.2A5.8 5.8 0 1 1 2.3 9M2 3.5l.6 2.8 2.8-.5'),
  Share: stroke('M8 10V2M5 4.7L8 1.8l3 2.9M4.5 7H2.8v7h10.4V7h-1.7'),
  Links: stroke('M2 3.5h4v3H2zM10 9.5h4v3h-4zM6 5h2.5v6H10'),
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
