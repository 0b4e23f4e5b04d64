/** Which Office theme do we play, and in which colours does office.js hear of it? */

export type ThemeName = 'white' | 'black';

/** By the names that `Office.context.officeTheme` documents, which office.js takes over unchanged; one number each, red in the highest byte. */
export const THEMES: Readonly<Record<ThemeName, Readonly<Record<string, number>>>> = {
  white: { bodyForegroundColor: 0, bodyBackgroundColor: 0xffffff, controlForegroundColor: 0, controlBackgroundColor: 0xf0f0f0 },
  black: {
    bodyForegroundColor: 0xffffff,
    bodyBackgroundColor: 0x262626,
    controlForegroundColor: 0xffffff,
    controlBackgroundColor: 0x363636,
  },
};

export const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];
