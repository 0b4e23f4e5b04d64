/** The manifest is valid, and the check that says so sees what is broken. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

describe('manifest.xml', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-manifest-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (xml: string) => {
    const file = path.join(folder, 'manifest.xml');
    writeFileSync(file, xml);
    return spawnSync(process.execPath, [path.join(root, 'scripts/check-manifest.mjs'), file], { encoding: 'utf8' });
  };

  test('is valid', () => {
    expect(check(manifest)).toMatchObject({ status: 0, stdout: 'manifest.xml is valid\n', stderr: '' });
  });

  test.each([
    ['not well-formed', '</OfficeApp>', '</Office>', /unmatched|unexpected|close/i],
    ['a missing resource', '<Label resid="Tab.Label" />', '<Label resid="Tab.Lable" />', /there is no resource "Tab.Lable"/],
    [
      'a resource of the wrong kind',
      '<Label resid="Check.Label" />',
      '<Label resid="Check.Tip" />',
      /"Check.Tip" is among LongStrings, not ShortStrings/,
    ],
    ['an id used twice', 'id="Gouji.Clear"', 'id="Gouji.Check"', /the id "Gouji.Check" is used twice/],
    ['an icon of the wrong size', 'icons/clear-32.png', 'icons/clear-80.png', /"assets\/icons\/clear-80.png" is not 32 × 32 pixels/],
    ['an icon that is not there', 'icons/clear-32.png', 'icons/clean-32.png', /"assets\/icons\/clean-32.png" does not exist/],
    ['an icon size left out', '<bt:Image size="80" resid="Icon.Clear.80" />', '', /an icon of 80 pixels is missing/],
    ['a function that the code has not', '<FunctionName>checkWorkbook<', '<FunctionName>checkEverything<', /no function "checkEverything"/],
    [
      'a second origin',
      'https://localhost:3000/assets/icons/pane-16.png',
      'https://example.com/pane-16.png',
      /is not under https:\/\/localhost:3000/,
    ],
    [
      'shortcuts from elsewhere',
      'https://localhost:3000/shortcuts.json',
      'https://example.com/shortcuts.json',
      /is not under https:\/\/localhost:3000/,
    ],
    ['shortcuts that are not there', 'localhost:3000/shortcuts.json', 'localhost:3000/keys.json', /"keys.json" does not exist/],
    ['text without English', '<bt:Override Locale="en-US" Value="Clear marks" />', '', /"Clear.Label" has no en-US text/],
    ['a newer Excel than needed', 'Name="ExcelApi" MinVersion="1.10"', 'Name="ExcelApi" MinVersion="1.16"', /must ask for ExcelApi 1.10/],
    ['no shared runtime', 'lifetime="long"', 'lifetime="short"', /lifetime="long"/],
    ['an unknown host', '<Host Name="Workbook" />', '<Host Name="Workbooks" />', /./],
    ['a label that is too long', 'Value="Clear marks"', `Value="${'x'.repeat(126)}"`, /longer than 125 characters/],
    ['another version than the package', '<Version>0.1.0.0<', '<Version>0.2.0.0<', /Version must be 0.1.0.0/],
  ])('%s is reported', (_what, from, to, sentence) => {
    expect(manifest).toContain(from);
    const { status, stderr, stdout } = check(manifest.replace(from, to));
    expect(stderr).toMatch(sentence);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
