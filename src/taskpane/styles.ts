/** Which question this file answers: how is the pane laid out, from 320 pixels up. */
import { mergeStyleSets, mergeStyles } from 'office-ui-fabric-react/lib/Styling';
import { colour, toneOf, type Tone } from './colours';
import { FIGURES, FONTS } from './theme';

export const LINE = `1px solid ${colour.neutralLight}`;
export const FOCUS = { outline: `2px solid ${colour.themePrimary}`, outlineOffset: '1px' };

/** What a coloured area is filled with where the system chooses the colours: shades tell them apart. */
const FORCED = (background: string, opacity: number) => ({
  '@media (forced-colors: active)': { background, opacity, forcedColorAdjust: 'none' },
});

/** A button that looks like text: for rows that open and cells that are links. */
export const PLAIN_BUTTON = {
  appearance: 'none' as const,
  border: 'none',
  background: 'none',
  margin: 0,
  padding: 0,
  font: 'inherit',
  color: 'inherit',
  textAlign: 'left' as const,
  cursor: 'pointer',
  selectors: { ':focus-visible': FOCUS },
};

/** Underlined under the mouse; where the system chooses the colours, in the one for links. */
const LINK = {
  ':hover': { textDecoration: 'underline' },
  ':focus-visible': FOCUS,
  '@media (forced-colors: active)': { color: 'LinkText' },
};

/** Words that can be clicked, with or without an icon before them. */
export const TEXT_BUTTON = {
  ...PLAIN_BUTTON,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  fontSize: 12,
  color: colour.themePrimary,
  selectors: LINK,
};

export function applyPageStyles(): void {
  mergeStyles({
    selectors: {
      ':global(html), :global(body)': {
        margin: 0,
        padding: 0,
        height: '100%',
        background: colour.white,
        color: colour.neutralPrimary,
        fontFamily: FONTS,
        fontSize: 13,
      },
      ':global(*)': { boxSizing: 'border-box' },
    },
  });
}

export const styles = mergeStyleSets({
  page: { minHeight: '100vh', minWidth: 300, display: 'flex', flexDirection: 'column', lineHeight: '1.5', overflowWrap: 'anywhere' },
  top: { position: 'sticky', top: 0, zIndex: 2, background: colour.white, borderBottom: LINE },
  actions: { display: 'flex', alignItems: 'center', padding: '8px 8px 7px 12px', flexWrap: 'wrap' },
  bars: { display: 'flex', flexDirection: 'column' },
  running: { display: 'flex', alignItems: 'center', gap: 8, padding: '0 12px 8px' },
  runningBar: { flex: 1, minWidth: 0 },
  undoRow: { display: 'flex', alignItems: 'baseline', gap: 8, justifyContent: 'space-between', flexWrap: 'wrap', padding: '4px 12px' },
  /** Lines of text and fields that are wider than this are no easier to read. */
  pageBody: { maxWidth: 760 },
  pageHead: { display: 'flex', alignItems: 'baseline', gap: 12, flexWrap: 'wrap' },
  pageTitle: { margin: 0, fontSize: 16, fontWeight: 600, outline: 'none' },
  part: { border: LINE, borderRadius: 6, padding: '10px 12px', display: 'flex', flexDirection: 'column', gap: 8 },
  steps: {
    margin: 0,
    paddingLeft: 20,
    textAlign: 'left',
    maxWidth: 300,
    color: colour.neutralSecondary,
    selectors: { li: { marginBottom: 4 } },
  },
  body: { padding: '10px 12px 24px', display: 'flex', flexDirection: 'column', gap: 10 },
  note: { margin: 0, color: colour.neutralSecondary, fontSize: 12, textWrap: 'pretty' },
  srOnly: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },

  empty: { padding: '36px 20px', textAlign: 'center', display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 10 },
  emptyMark: {
    width: 56,
    height: 56,
    borderRadius: 12,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: 28,
    color: colour.themePrimary,
    background: colour.themeLighterAlt,
  },
  emptyTitle: { fontSize: 18, fontWeight: 600, margin: 0, outline: 'none', textWrap: 'balance' },
  emptyText: { margin: 0, color: colour.neutralSecondary, maxWidth: 320, textWrap: 'balance' },

  verdict: { outline: 'none', display: 'flex', alignItems: 'center', gap: 8, margin: 0, fontSize: 17, fontWeight: 600 },
  verdictIcon: { fontSize: 20, display: 'inline-flex' },
  counters: { display: 'flex', gap: 6, marginTop: 6 },
  counter: {
    ...PLAIN_BUTTON,
    position: 'relative',
    display: 'flex',
    flex: '1 1 auto',
    // A number of many digits stands above its name.
    flexWrap: 'wrap',
    minWidth: 0,
    alignItems: 'baseline',
    justifyContent: 'center',
    columnGap: 5,
    whiteSpace: 'nowrap',
    border: LINE,
    borderRadius: 6,
    padding: '2px 3px',
    textAlign: 'center',
    background: colour.white,
    selectors: {
      ':hover:not(:disabled)': { background: colour.neutralLighterAlt },
      ':focus-visible': FOCUS,
      ':disabled': { cursor: 'default', opacity: 0.55 },
    },
  },
  counterNumber: { fontSize: 18, lineHeight: '24px', fontWeight: 600, ...FIGURES },
  counterName: { order: 1, fontSize: 12, color: colour.neutralSecondary },
  bar: { display: 'flex', gap: 2, height: 5, marginTop: 8, borderRadius: 3, overflow: 'hidden' },
  barHeld: { background: toneOf('green').border, minWidth: 4, selectors: FORCED('CanvasText', 0.35) },
  barRounding: { background: toneOf('amber').border, minWidth: 4, selectors: FORCED('CanvasText', 0.65) },
  barViolated: { background: toneOf('red').border, minWidth: 4, selectors: FORCED('CanvasText', 1) },
  facts: { margin: '4px 0 0', color: colour.neutralSecondary, fontSize: 12 },

  filterRow: { display: 'flex', alignItems: 'center', gap: 8, justifyContent: 'space-between' },
  sectionTitle: { margin: 0, fontSize: 14, fontWeight: 600 },

  section: { border: LINE, borderRadius: 6, overflow: 'hidden', background: colour.white },
  sectionHead: {
    ...PLAIN_BUTTON,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    width: '100%',
    padding: '8px 10px',
    background: colour.neutralLighterAlt,
    selectors: { ':hover': { background: colour.neutralLighter }, ':focus-visible': { ...FOCUS, outlineOffset: -2 } },
  },
  sectionName: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  sectionKind: { fontSize: 12, color: colour.neutralSecondary, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sectionBody: { borderTop: LINE },
  chevron: { fontSize: 12, display: 'inline-flex', color: colour.neutralSecondary, flexShrink: 0 },
  badges: { display: 'flex', gap: 4, flexShrink: 0 },
  badge: {
    minWidth: 20,
    height: 20,
    border: '1px solid transparent',
    borderRadius: 10,
    padding: '0 5px',
    fontSize: 12,
    lineHeight: '18px',
    textAlign: 'center',
    fontWeight: 600,
    ...FIGURES,
  },

  groupHead: {
    ...PLAIN_BUTTON,
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    width: '100%',
    padding: '6px 10px',
    fontSize: 12,
    color: colour.neutralSecondary,
    borderTop: LINE,
    selectors: {
      ':first-child': { borderTop: 'none' },
      ':hover': { background: colour.neutralLighterAlt },
      ':focus-visible': { ...FOCUS, outlineOffset: -2 },
    },
  },

  finding: { position: 'relative', padding: '10px 10px 8px 11px', borderTop: LINE },
  findingHead: { display: 'flex', alignItems: 'baseline', gap: 6, marginBottom: 3 },
  /** The border is seen in high contrast alone, where the ground is not. */
  tag: {
    flexShrink: 0,
    border: '1px solid transparent',
    borderRadius: 3,
    padding: '0 4px',
    fontSize: 11,
    lineHeight: '16px',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  ruleName: { flex: 1, minWidth: 0, fontSize: 12, color: colour.neutralSecondary },
  sentence: { margin: 0, textWrap: 'pretty' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) fit-content(60%)',
    columnGap: 8,
    rowGap: 2,
    margin: '6px 0 0',
    alignItems: 'baseline',
    fontSize: 12,
  },
  sideName: { color: colour.neutralSecondary },
  sideCells: { display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 2 },
  sideValue: { textAlign: 'right', ...FIGURES },
  figure: { flexShrink: 0, fontSize: 12, textAlign: 'right', whiteSpace: 'nowrap', ...FIGURES },
  findingFoot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginTop: 6, fontSize: 12 },
  cellLink: { ...PLAIN_BUTTON, color: colour.themePrimary, selectors: LINK },
  textButton: TEXT_BUTTON,

  detailButton: { ...TEXT_BUTTON, marginTop: 6 },
  plainHeading: { margin: 0, font: 'inherit' },
  again: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 8 },

  inspector: { marginTop: 6, padding: 8, borderRadius: 4, background: colour.neutralLighterAlt, fontSize: 12 },
  inspectorTable: {
    width: '100%',
    borderCollapse: 'collapse',
    selectors: {
      'th, td': { padding: '2px 4px', verticalAlign: 'top', fontWeight: 400, textAlign: 'left' },
      'thead th': { color: colour.neutralSecondary, borderBottom: LINE },
      'tfoot td': { borderTop: `1px solid ${colour.neutralTertiary}`, fontWeight: 600 },
      caption: { textAlign: 'left', fontWeight: 600, padding: '4px 4px 2px' },
    },
  },
  numeric: { textAlign: 'right !important' as 'right', whiteSpace: 'nowrap', ...FIGURES },
  range: { color: colour.neutralSecondary, fontSize: 11, fontWeight: 400 },
  termLabel: { color: colour.neutralSecondary, display: 'block' },
  definitions: {
    margin: '8px 0 0',
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: 8,
    rowGap: 2,
    selectors: { dt: { color: colour.neutralSecondary }, dd: { margin: 0 } },
  },

  evidence: { margin: '0 0 8px', fontSize: 12, display: 'flex', flexDirection: 'column', gap: 3 },
  evidenceRow: {
    display: 'grid',
    gridTemplateColumns: '48px 1fr',
    columnGap: 8,
    selectors: { dt: { color: colour.neutralSecondary }, dd: { margin: 0 } },
  },
  form: { borderTop: LINE, paddingTop: 8, display: 'flex', flexDirection: 'column', gap: 6 },
  detailButtons: { display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 8 },
  formTitle: { margin: 0, fontSize: 13, fontWeight: 600 },
  formButtons: { display: 'flex', flexWrap: 'wrap', gap: 12 },
  columnForm: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(120px, 50%)',
    gap: '4px 8px',
    alignItems: 'center',
    marginTop: 6,
  },
  columnName: { color: colour.neutralSecondary, minWidth: 14 },
  columnHeader: { lineHeight: '16px' },

  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    selectors: { '> li': { padding: '8px 10px', borderTop: LINE }, '> li:first-child': { borderTop: 'none' } },
  },
  plainList: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 6 },
  fieldRow: { display: 'grid', gridTemplateColumns: '1fr 90px', gap: 8, alignItems: 'start' },
  ruleList: { listStyle: 'none', margin: 0, padding: 0, maxHeight: 360, overflowY: 'auto', border: LINE, borderRadius: 4 },
  ruleItem: {
    display: 'grid',
    gridTemplateColumns: '44px minmax(0, 1fr) 132px',
    gap: 8,
    alignItems: 'start',
    padding: '8px',
    borderTop: LINE,
    selectors: {
      ':first-child': { borderTop: 'none' },
      // In a narrow pane the severity stands below the name, which is then not squeezed.
      '@media (max-width: 420px)': { gridTemplateColumns: '44px minmax(0, 1fr)' },
    },
  },
  ruleTexts: { minWidth: 0 },
  ruleSeverity: { minWidth: 0, selectors: { '@media (max-width: 420px)': { gridColumn: '2' } } },
  problems: { margin: 0, paddingLeft: 18, color: toneOf('red').strong, fontSize: 12 },
  saveBar: {
    position: 'sticky',
    bottom: 0,
    background: colour.white,
    borderTop: LINE,
    padding: '10px 0',
    display: 'flex',
    flexWrap: 'wrap',
    gap: 10,
    zIndex: 1,
  },
  listHead: { display: 'flex', gap: 8, justifyContent: 'space-between' },
});

/** The coloured edge of a finding; a border, because shadows vanish in high contrast. */
export function edgeOf(tone: Tone): { readonly borderLeft: string } {
  return { borderLeft: `3px solid ${tone.border}` };
}

export function fillOf(tone: Tone): { readonly background: string; readonly color: string } {
  return { background: tone.soft, color: tone.strong };
}

/** Fabric's buttons at the pane's size. */
export const SMALL_BUTTON = {
  root: { height: 28, padding: '0 10px', minWidth: 0, fontSize: 12 },
  label: { fontSize: 12, margin: 0 },
} as const;
