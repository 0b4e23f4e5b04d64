/** Which question this file answers: which fonts, tones and Fabric theme does the pane use, and which scheme is asked for? */
import { createTheme, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import type { Level } from '../present/levels';
import type { FindingGroup } from '../present/messages';
import { baseColours, schemeOfBackground, toneOf, variablesOf, type Scheme, type Tone } from './colours';

/** A Chinese face before the generic one on Windows, Mac and Linux. */
export const FONTS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';
/** Figures stand under one another. */
export const FIGURES = { fontVariantNumeric: 'tabular-nums' } as const;

/** Excel's own green, and what belongs to it. */
const GREENS = {
  light: {
    themeLighter: '#cfead9',
    themeLight: '#a8d7ba',
    themeTertiary: '#61ad80',
    themeSecondary: '#298351',
    themeDarkAlt: '#156539',
    themeDark: '#125530',
    themeDarker: '#0d3f24',
  },
  dark: {
    themeLighter: '#1d3a2a',
    themeLight: '#2b5a40',
    themeTertiary: '#3f9566',
    themeSecondary: '#55c184',
    themeDarkAlt: '#6fd89b',
    themeDark: '#86e0ab',
    themeDarker: '#a6eac2',
  },
} as const;

/** Greys that Fabric's own controls use beside ours. */
const DARK_GREYS = {
  neutralQuaternary: '#525252',
  neutralTertiaryAlt: '#6b6a69',
  neutralPrimaryAlt: '#dad9d8',
  neutralDark: '#f8f7f6',
  black: '#ffffff',
} as const;

const THEMES = new Map<Scheme, ITheme>();

export function themeOf(scheme: Scheme): ITheme {
  const known = THEMES.get(scheme);
  if (known) return known;
  const theme = createTheme({
    defaultFontStyle: { fontFamily: FONTS },
    isInverted: scheme === 'dark',
    palette: { ...baseColours(scheme), ...GREENS[scheme], ...(scheme === 'dark' ? DARK_GREYS : {}) },
  });
  THEMES.set(scheme, theme);
  return theme;
}

/** Puts the scheme's colours on the page. */
export function applyScheme(root: HTMLElement, scheme: Scheme): void {
  root.dataset['scheme'] = scheme;
  root.style.colorScheme = scheme;
  for (const [name, value] of variablesOf(scheme)) root.style.setProperty(name, value);
}

/** The user's choice, else Office's theme, else (Office does not tell everywhere) the system's. */
export function schemeFor(chosen: Scheme | null, officeBackground: string | undefined, systemDark: boolean): Scheme {
  return chosen ?? schemeOfBackground(officeBackground) ?? (systemDark ? 'dark' : 'light');
}

export const LEVEL_TONE: Readonly<Record<Level, Tone>> = {
  error: toneOf('red'),
  warning: toneOf('amber'),
  info: toneOf('grey'),
  rounding: toneOf('green'),
};
/** What names and the user's own words are told in. */
export const LABEL_TONE = toneOf('blue');
/** What is told of a suggestion. */
export const SUGGESTION_TONE = toneOf('green');

export const GROUP_TONE: Readonly<Record<FindingGroup, Tone>> = {
  error: toneOf('red'),
  warning: toneOf('amber'),
  label: toneOf('blue'),
  hint: toneOf('grey'),
  doubtful: toneOf('green'),
  rounding: toneOf('green'),
  accepted: toneOf('grey'),
};
