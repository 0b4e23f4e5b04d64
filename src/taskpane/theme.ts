/** Which question this file answers: which colours and fonts does the pane use. */
import { createTheme } from 'office-ui-fabric-react/lib/Styling';
import type { FindingGroup } from '../present/messages';
import type { Level } from './view';

/** A Chinese face before the generic one on Windows, Mac and Linux. */
export const FONTS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';
/** Figures stand under one another. */
export const FIGURES = { fontVariantNumeric: 'tabular-nums' } as const;

/** Excel's own green. */
export const THEME = createTheme({
  defaultFontStyle: { fontFamily: FONTS },
  palette: {
    themePrimary: '#17703f',
    themeLighterAlt: '#f2faf5',
    themeLighter: '#cfead9',
    themeLight: '#a8d7ba',
    themeTertiary: '#61ad80',
    themeSecondary: '#298351',
    themeDarkAlt: '#156539',
    themeDark: '#125530',
    themeDarker: '#0d3f24',
  },
});

export interface Tone {
  /** Text on white or on `soft`, at least 4.5 : 1. */
  readonly strong: string;
  readonly soft: string;
  readonly border: string;
}

const RED: Tone = { strong: '#a4262c', soft: '#fdf2f3', border: '#d13438' };
const AMBER: Tone = { strong: '#8a5100', soft: '#fff8e8', border: '#eaa300' };
const BLUE: Tone = { strong: '#1f4e79', soft: '#eef4fb', border: '#5b9bd5' };
const GREY: Tone = { strong: '#4f4d4b', soft: '#f5f4f3', border: '#a19f9d' };
const GREEN: Tone = { strong: '#375623', soft: '#f1f7ed', border: '#8fbf6f' };

export const LEVEL_TONE: Readonly<Record<Level, Tone>> = { error: RED, warning: AMBER, info: GREY, rounding: GREEN };
/** What names and the user's own words are told in. */
export const LABEL_TONE = BLUE;

export const GROUP_TONE: Readonly<Record<FindingGroup, Tone>> = {
  error: RED,
  warning: AMBER,
  label: BLUE,
  hint: GREY,
  doubtful: GREEN,
  rounding: GREEN,
  accepted: GREY,
};
