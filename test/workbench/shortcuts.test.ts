import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actionOf, parseShortcuts } from '../../src/workbench/page/shortcuts';

const SHORTCUTS = parseShortcuts(readFileSync(path.join(__dirname, '../../shortcuts.json'), 'utf8'));
const press = (
  key: string,
  held: { ctrl?: boolean; alt?: boolean; shift?: boolean } = {},
  code = `Key${key.toUpperCase()}`,
): string | null =>
  actionOf(SHORTCUTS, { key, code, ctrlKey: held.ctrl === true, altKey: held.alt === true, shiftKey: held.shift === true });

test.each([
  ['k', { ctrl: true, alt: true }, 'checkWorkbook'],
  ['n', { ctrl: true, alt: true }, 'nextDifference'],
  ['p', { ctrl: true, alt: true }, 'previousDifference'],
  ['j', { ctrl: true, alt: true }, 'explainCell'],
  ['k', { ctrl: true }, null],
  ['k', { ctrl: true, alt: true, shift: true }, null],
  ['k', {}, null],
] as const)('%s with %j', (key, held, action) => {
  expect(press(key, held)).toBe(action);
});

test('where Alt makes another character of the key, its place counts', () => {
  expect(press('˚', { ctrl: true, alt: true }, 'KeyK')).toBe('checkWorkbook');
});

test('a file without shortcuts has none', () => {
  expect(parseShortcuts('{}')).toEqual([]);
  expect(parseShortcuts('{"shortcuts":[{"action":1},{"action":"a","key":{}}]}')).toEqual([]);
});
