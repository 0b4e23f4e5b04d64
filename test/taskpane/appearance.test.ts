import { Appearance } from '../../src/taskpane/appearance';
import { UserDefaults } from '../../src/taskpane/userDefaults';

/** Office, the system and a page whose events the test raises. */
function setUp(background: string | undefined, systemDark = false) {
  const office = { background };
  const system = Object.assign(new EventTarget(), { matches: systemDark });
  const page = new EventTarget();
  const appearance = new Appearance(new UserDefaults(null), () => office.background, system);
  appearance.follow([[page, 'focus']]);
  const told: string[] = [];
  appearance.subscribe(() => told.push(appearance.getScheme()));
  return { office, system, page, appearance, told };
}

test('a theme of Office that changes while the pane is open is followed when the user comes back to the pane', () => {
  const { office, page, appearance, told } = setUp('#ffffff');
  office.background = '#262626';
  expect(appearance.getScheme()).toBe('light');
  page.dispatchEvent(new Event('focus'));
  expect(told).toEqual(['dark']);
  page.dispatchEvent(new Event('focus'));
  expect(told).toEqual(['dark']);
});

test('Office tells its theme only once it is ready', () => {
  const { office, appearance, told } = setUp(undefined);
  office.background = '#262626';
  appearance.refresh();
  expect(told).toEqual(['dark']);
});

test('where Office does not tell, the system counts', () => {
  const { system, appearance, told } = setUp(undefined, true);
  expect(appearance.getScheme()).toBe('dark');
  system.matches = false;
  system.dispatchEvent(new Event('change'));
  expect(told).toEqual(['light']);
});

test('what the user chose stays, whatever Office does', () => {
  const { office, page, appearance } = setUp('#ffffff');
  appearance.choose('dark');
  office.background = '#f0f0f0';
  page.dispatchEvent(new Event('focus'));
  expect(appearance.getScheme()).toBe('dark');
  expect(appearance.getChosen()).toBe('dark');
});
