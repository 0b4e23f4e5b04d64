/**
 * Which question this file answers: which colours does the pane use in the light and in the dark? Everything is drawn with CSS variables, so that a change
 * of scheme repaints nothing by hand; in high contrast the browser puts the system's colours in their place (styles.ts, forced-colors).
 */
export type Scheme = 'light' | 'dark';

/** Backgrounds and texts, by what they are for; names as in Fabric's palette. */
const BASE = {
  light: {
    white: '#ffffff',
    neutralLighterAlt: '#faf9f8',
    neutralLighter: '#f3f2f1',
    neutralLight: '#edebe9',
    neutralQuaternaryAlt: '#e1dfdd',
    neutralTertiary: '#a19f9d',
    neutralSecondary: '#605e5c',
    neutralPrimary: '#323130',
    themeLighterAlt: '#f2faf5',
    themePrimary: '#17703f',
  },
  dark: {
    white: '#1f1f1f',
    neutralLighterAlt: '#262626',
    neutralLighter: '#2d2d2d',
    neutralLight: '#3b3b3b',
    neutralQuaternaryAlt: '#474747',
    neutralTertiary: '#8a8886',
    neutralSecondary: '#c8c6c4',
    neutralPrimary: '#f3f2f1',
    themeLighterAlt: '#16281e',
    themePrimary: '#5fd38f',
  },
} as const;

export type BaseColour = keyof (typeof BASE)['light'];

/** `strong` is text on the page or on `soft`, at least 4.5 : 1 on both. */
export interface Tone {
  readonly strong: string;
  readonly soft: string;
  readonly border: string;
}

export const TONES = {
  red: { light: ['#a4262c', '#fdf2f3', '#d13438'], dark: ['#ff9ca0', '#3d2224', '#e5676d'] },
  amber: { light: ['#8a5100', '#fff8e8', '#eaa300'], dark: ['#ffc56b', '#3a2e17', '#d79a2b'] },
  blue: { light: ['#1f4e79', '#eef4fb', '#5b9bd5'], dark: ['#9cc8f5', '#1f2f42', '#5b9bd5'] },
  grey: { light: ['#4f4d4b', '#f5f4f3', '#a19f9d'], dark: ['#d2d0ce', '#2f2e2d', '#8a8886'] },
  green: { light: ['#375623', '#f1f7ed', '#8fbf6f'], dark: ['#a9d68a', '#25331c', '#7aa75a'] },
} as const;
export type ToneName = keyof typeof TONES;

/** The values themselves, for Fabric's theme. */
export function baseColours(scheme: Scheme): Readonly<Record<BaseColour, string>> {
  return BASE[scheme];
}

/** A colour as styles name it. */
export const colour = Object.fromEntries(Object.keys(BASE.light).map((name) => [name, `var(--gouji-${name})`])) as Readonly<
  Record<BaseColour, string>
>;

export function toneOf(name: ToneName): Tone {
  return { strong: `var(--gouji-${name}-strong)`, soft: `var(--gouji-${name}-soft)`, border: `var(--gouji-${name}-border)` };
}

/** Name and value of every variable. */
export function variablesOf(scheme: Scheme): readonly (readonly [string, string])[] {
  const base = Object.entries(BASE[scheme]).map(([name, value]) => [`--gouji-${name}`, value] as const);
  const tones = Object.entries(TONES).flatMap(([name, { [scheme]: values }]) =>
    (['strong', 'soft', 'border'] as const).map((part, index) => [`--gouji-${name}-${part}`, values[index] ?? ''] as const),
  );
  return [...base, ...tones];
}

/** Office's theme tells its background (`#1f1f1f`); a dark one has little light. What cannot be read counts as light. */
export function schemeOfBackground(background: string | undefined): Scheme | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec((background ?? '').trim());
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((hex) => parseInt(hex, 16)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? 'dark' : 'light';
}
