/** Which Office theme do we play, and in which colours does office.js hear of it? */

export type ThemeName = 'white' | 'black';

/** Colours as desktop Excel hands them to office.js: one number each, red in the highest byte. */
export const THEMES: Readonly<Record<ThemeName, Readonly<Record<string, number>>>> = {
  white: { primaryFontColor: 0, primaryBackgroundColor: 0xffffff, secondaryFontColor: 0, secondaryBackgroundColor: 0xf0f0f0 },
  black: {
    primaryFontColor: 0xffffff,
    primaryBackgroundColor: 0x262626,
    secondaryFontColor: 0xffffff,
    secondaryBackgroundColor: 0x363636,
  },
};

export const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];
