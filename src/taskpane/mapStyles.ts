/** Which question this file answers: how does the map of tables look? A broken line differs by colour, dashes and its number. */
import { mergeStyleSets } from 'office-ui-fabric-react/lib/Styling';
import { colour, toneOf } from './colours';
import { FOCUS, LINE, PLAIN_BUTTON, TEXT_BUTTON } from './styles';

const CONTRAST = '@media (forced-colors: active)';
const RED = toneOf('red');

export const mapStyles = mergeStyleSets({
  figure: { margin: 0, padding: '6px 10px 8px', border: LINE, borderRadius: 6 },
  title: { margin: 0, fontSize: 13, fontWeight: 600 },
  enlarge: { ...TEXT_BUTTON, flexShrink: 0 },
  small: { border: LINE, borderRadius: 6, display: 'flex', gap: 10, padding: '6px 10px 6px 6px' },
  picture: {
    ...PLAIN_BUTTON,
    flexShrink: 0,
    alignSelf: 'center',
    borderRadius: 4,
    cursor: 'zoom-in',
    selectors: { ':hover': { background: colour.neutralLighterAlt }, ':focus-visible': FOCUS },
  },
  thumbnail: { display: 'block' },
  beside: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1 },
  pairs: { listStyle: 'none', margin: '2px 0 0', padding: 0 },
  pair: {
    ...PLAIN_BUTTON,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 6,
    width: '100%',
    padding: '1px 0 1px 4px',
    borderRadius: 4,
    fontSize: 12,
    color: colour.themePrimary,
    selectors: {
      ':hover': { background: colour.neutralLighterAlt },
      ':focus-visible': FOCUS,
      '[aria-pressed="true"]': { background: colour.themeLighterAlt, fontWeight: 600 },
    },
  },
  pairName: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  drawing: { display: 'block', width: '100%', margin: '0 auto', overflow: 'visible' },
  held: {
    fill: 'none',
    stroke: colour.neutralTertiary,
    strokeOpacity: '0.38',
    selectors: { [CONTRAST]: { stroke: 'CanvasText', strokeOpacity: '0.3' } },
  },
  broken: { fill: 'none', stroke: RED.border, strokeDasharray: '5 3', selectors: { [CONTRAST]: { stroke: 'CanvasText' } } },
  chosen: {
    fill: 'none',
    stroke: colour.themePrimary,
    strokeOpacity: '0.35',
    selectors: { [CONTRAST]: { stroke: 'Highlight', strokeOpacity: '1' } },
  },
  /** Wider than what is seen, so that a thin line can be hit. */
  hit: { fill: 'none', stroke: 'transparent', strokeWidth: 14, pointerEvents: 'stroke' },
  pressable: {
    cursor: 'pointer',
    outline: 'none',
    selectors: {
      ':focus-visible path:first-of-type': { strokeOpacity: '1', stroke: colour.themePrimary },
      ':focus-visible circle': { stroke: colour.neutralPrimary, strokeWidth: 2.5 },
      ':focus-visible text': { textDecoration: 'underline' },
    },
  },
  badge: { fill: RED.border, selectors: { [CONTRAST]: { fill: 'CanvasText' } } },
  badgeText: {
    fill: colour.white,
    fontSize: 9.5,
    fontWeight: 700,
    textAnchor: 'middle',
    pointerEvents: 'none',
    selectors: { [CONTRAST]: { fill: 'Canvas' } },
  },
  node: {
    fill: colour.themePrimary,
    stroke: colour.white,
    strokeWidth: 1.5,
    selectors: { [CONTRAST]: { fill: 'CanvasText', stroke: 'Canvas' } },
  },
  nodeBroken: {
    fill: RED.border,
    stroke: colour.white,
    strokeWidth: 1.5,
    selectors: { [CONTRAST]: { fill: 'CanvasText', stroke: 'Canvas' } },
  },
  name: { fill: colour.neutralPrimary, fontSize: 11, selectors: { [CONTRAST]: { fill: 'CanvasText' } } },
  kind: { fill: colour.neutralSecondary, fontSize: 10.5, selectors: { [CONTRAST]: { fill: 'CanvasText' } } },
  chosenName: { fontWeight: 700 },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: 12, fontSize: 12, color: colour.neutralSecondary, margin: '2px 0 4px' },
  legendItem: { display: 'inline-flex', alignItems: 'center', gap: 5 },
  list: { margin: '4px 0 0', paddingLeft: 18, fontSize: 12 },
});
