/** Which question this file answers: how is the pane laid out, from 320 pixels up. */
import { mergeStyleSets, mergeStyles } from 'office-ui-fabric-react/lib/Styling';
import { FIGURES, FONTS, THEME, type Tone } from './theme';

const { palette } = THEME;
const LINE = `1px solid ${palette.neutralLight}`;
const FOCUS = { outline: `2px solid ${palette.themePrimary}`, outlineOffset: '1px' };

/** A button that looks like text: for rows that open and cells that are links. */
const PLAIN_BUTTON = {
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

export function applyPageStyles(): void {
  mergeStyles({
    selectors: {
      ':global(html), :global(body)': {
        margin: 0,
        padding: 0,
        height: '100%',
        background: palette.white,
        color: palette.neutralPrimary,
        fontFamily: FONTS,
        fontSize: 13,
      },
      ':global(*)': { boxSizing: 'border-box' },
    },
  });
}

export const styles = mergeStyleSets({
  page: { minHeight: '100vh', minWidth: 300, display: 'flex', flexDirection: 'column', lineHeight: '1.5', overflowWrap: 'anywhere' },
  top: { position: 'sticky', top: 0, zIndex: 2, background: palette.white, borderBottom: LINE },
  actions: { display: 'flex', alignItems: 'center', gap: 4, padding: '10px 12px 8px', flexWrap: 'wrap' },
  bars: { display: 'flex', flexDirection: 'column' },
  noticeList: { margin: '2px 0 0', paddingLeft: 16 },
  body: { padding: '12px 12px 24px', display: 'flex', flexDirection: 'column', gap: 12 },
  note: { color: palette.neutralSecondary, fontSize: 12 },
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
    color: palette.themePrimary,
    background: palette.themeLighterAlt,
  },
  emptyTitle: { fontSize: 18, fontWeight: 600, margin: 0 },
  emptyText: { margin: 0, color: palette.neutralSecondary, maxWidth: 300 },

  verdict: { display: 'flex', alignItems: 'center', gap: 8, margin: 0, fontSize: 18, fontWeight: 600 },
  verdictIcon: { fontSize: 20, display: 'inline-flex' },
  counters: { display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 6, marginTop: 8 },
  counter: {
    ...PLAIN_BUTTON,
    border: LINE,
    borderRadius: 6,
    padding: '6px 4px 5px',
    textAlign: 'center',
    background: palette.white,
    selectors: {
      ':hover:not(:disabled)': { background: palette.neutralLighterAlt },
      ':focus-visible': FOCUS,
      ':disabled': { cursor: 'default', opacity: 0.55 },
    },
  },
  counterNumber: { display: 'block', fontSize: 20, lineHeight: '24px', fontWeight: 600, ...FIGURES },
  counterName: { display: 'block', fontSize: 12, color: palette.neutralSecondary },
  facts: { margin: '8px 0 0', color: palette.neutralSecondary, fontSize: 12 },

  filterRow: { display: 'flex', alignItems: 'center', gap: 8, justifyContent: 'space-between' },
  sectionTitle: { margin: 0, fontSize: 14, fontWeight: 600 },

  section: { border: LINE, borderRadius: 6, overflow: 'hidden', background: palette.white },
  sectionHead: {
    ...PLAIN_BUTTON,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    width: '100%',
    padding: '8px 10px',
    background: palette.neutralLighterAlt,
    selectors: { ':hover': { background: palette.neutralLighter }, ':focus-visible': { ...FOCUS, outlineOffset: -2 } },
  },
  sectionName: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  sectionSheet: { fontWeight: 600 },
  sectionKind: { fontSize: 12, color: palette.neutralSecondary, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sectionBody: { borderTop: LINE },
  chevron: { fontSize: 12, display: 'inline-flex', color: palette.neutralSecondary, flexShrink: 0 },
  badges: { display: 'flex', gap: 4, flexShrink: 0 },
  badge: {
    minWidth: 20,
    height: 20,
    borderRadius: 10,
    padding: '0 6px',
    fontSize: 12,
    lineHeight: '20px',
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
    color: palette.neutralSecondary,
    borderTop: LINE,
    selectors: {
      ':first-child': { borderTop: 'none' },
      ':hover': { background: palette.neutralLighterAlt },
      ':focus-visible': { ...FOCUS, outlineOffset: -2 },
    },
  },

  finding: { position: 'relative', padding: '10px 10px 8px 14px', borderTop: LINE, selectors: { ':first-child': { borderTop: 'none' } } },
  findingHead: { display: 'flex', alignItems: 'baseline', gap: 6, marginBottom: 3 },
  tag: { flexShrink: 0, borderRadius: 3, padding: '0 5px', fontSize: 11, lineHeight: '18px', fontWeight: 600 },
  ruleName: { flex: 1, minWidth: 0, fontSize: 12, color: palette.neutralSecondary },
  sentence: { margin: 0 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    columnGap: 8,
    rowGap: 2,
    margin: '6px 0 0',
    alignItems: 'baseline',
    fontSize: 12,
  },
  sideName: { color: palette.neutralSecondary },
  sideCells: { display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 2 },
  figure: { textAlign: 'right', whiteSpace: 'nowrap', ...FIGURES },
  findingFoot: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', marginTop: 6, fontSize: 12 },
  cellLink: {
    ...PLAIN_BUTTON,
    color: palette.themePrimary,
    selectors: { ':hover': { textDecoration: 'underline' }, ':focus-visible': FOCUS },
  },
  textButton: {
    ...PLAIN_BUTTON,
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12,
    color: palette.themePrimary,
    selectors: { ':hover': { textDecoration: 'underline' }, ':focus-visible': FOCUS },
  },

  inspector: { marginTop: 6, padding: 8, borderRadius: 4, background: palette.neutralLighterAlt, fontSize: 12 },
  inspectorTable: {
    width: '100%',
    borderCollapse: 'collapse',
    selectors: {
      'th, td': { padding: '2px 4px', verticalAlign: 'top', fontWeight: 400, textAlign: 'left' },
      'thead th': { color: palette.neutralSecondary, borderBottom: LINE },
      'tfoot td': { borderTop: `1px solid ${palette.neutralTertiary}`, fontWeight: 600 },
      caption: { textAlign: 'left', fontWeight: 600, padding: '4px 4px 2px' },
    },
  },
  numeric: { textAlign: 'right !important' as 'right', whiteSpace: 'nowrap', ...FIGURES },
  range: { color: palette.neutralSecondary, fontSize: 11, fontWeight: 400 },
  termLabel: { color: palette.neutralSecondary, display: 'block' },
  definitions: {
    margin: '8px 0 0',
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: 8,
    rowGap: 2,
    selectors: { dt: { color: palette.neutralSecondary }, dd: { margin: 0 } },
  },

  evidence: { margin: '0 0 8px', fontSize: 12, display: 'flex', flexDirection: 'column', gap: 3 },
  evidenceRow: {
    display: 'grid',
    gridTemplateColumns: '48px 1fr',
    columnGap: 8,
    selectors: { dt: { color: palette.neutralSecondary }, dd: { margin: 0 } },
  },
  form: { borderTop: LINE, paddingTop: 8, display: 'flex', flexDirection: 'column', gap: 4 },
  formTitle: { margin: 0, fontSize: 13, fontWeight: 600 },
  formButtons: { display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 8 },
  columnForm: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(120px, 50%)',
    gap: '4px 8px',
    alignItems: 'center',
    marginTop: 6,
  },
  columnName: { color: palette.neutralSecondary, minWidth: 14 },
  columnHeader: { lineHeight: '16px' },

  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    selectors: { '> li': { padding: '8px 10px', borderTop: LINE }, '> li:first-child': { borderTop: 'none' } },
  },
  listHead: { display: 'flex', gap: 8, justifyContent: 'space-between' },
});

/** The coloured edge of a finding. */
export function edgeOf(tone: Tone): { readonly boxShadow: string } {
  return { boxShadow: `inset 3px 0 0 ${tone.border}` };
}

export function fillOf(tone: Tone): { readonly background: string; readonly color: string } {
  return { background: tone.soft, color: tone.strong };
}
