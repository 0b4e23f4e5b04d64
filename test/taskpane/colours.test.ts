/** Texts are legible in both schemes (WCAG 2.1 AA: 4.5 : 1), and Office's theme decides which one it is. */
import { baseColours, schemeOfBackground, TONES, type Scheme } from '../../src/taskpane/colours';
import { schemeFor } from '../../src/taskpane/theme';

function luminance(hex: string): number {
  const parts = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Scheme>(['light', 'dark'])('%s', (scheme) => {
  const base = baseColours(scheme);
  test.each(Object.keys(TONES) as (keyof typeof TONES)[])('%s is legible on the page and on its own ground', (name) => {
    const [strong, soft] = TONES[name][scheme];
    for (const ground of [soft, base.white, base.neutralLighterAlt]) expect(contrast(strong, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test('so are the texts', () => {
    for (const text of [base.neutralPrimary, base.neutralSecondary, base.themePrimary])
      for (const ground of [base.white, base.neutralLighterAlt]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

test.each([
  ['#ffffff', 'light'],
  ['#262626', 'dark'],
  ['262626', 'dark'],
  ['#d4d4d4', 'light'],
  ['red', null],
  [undefined, null],
])("Office's background %s", (background, scheme) => {
  expect(schemeOfBackground(background)).toBe(scheme);
});

test('the user before Office before the system', () => {
  expect(schemeFor('light', '#000000', true)).toBe('light');
  expect(schemeFor(null, '#000000', false)).toBe('dark');
  expect(schemeFor(null, undefined, true)).toBe('dark');
});
