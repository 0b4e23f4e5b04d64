/** What a removed sheet leaves in parts that all sheets share; what the user's sheets use stays, however a program writes it. */
import { clearXlsx, readXlsx } from '../../src/xlsx';
import { stringsShownBy } from '../../src/xlsx/sheetLeftovers';
import { partsOf, relationships, tiny } from './tiny';

const GENERATED = '<definedNames><definedName name="_gouji_sheet" localSheetId="1" hidden="1">"discrepancies"</definedName></definedNames>';

test.each([
  ['plain', '<c r="A1" t="s"><v>7</v></c>', [7]],
  ['with a style, blanks and a prefix', "<x:c r='A1' s='3' t = 's' >\n <x:v>7</x:v></x:c>", [7]],
  ['with a formula', '<c r="A1" t="s"><f>B1&amp;"a"</f><v>7</v></c>', [7]],
  ['with a shared formula', '<c r="A1" t="s"><f t="shared" si="0"/><v>7</v></c>', [7]],
  ['empty, before a figure', '<c r="A1" t="s"/><c r="B1"><v>7</v></c>', []],
  ['empty, before the end', '<c r="A1" t="s"></c></row></sheetData>', []],
  ['a figure, a formula’s text', '<c r="A1"><v>7</v></c><c r="B1" t="str"><f>A1</f><v>8</v></c>', []],
])('the string of a cell: %s', (_what, xml, shown) => {
  expect([...stringsShownBy(xml)]).toEqual(shown);
});

test('a text that is a formula’s result in a cell of the user stays', () => {
  const bytes = tiny({
    sheets: [
      { name: '表一', data: '<row r="1"><c r="A1" t="s"><f>B1</f><v>0</v></c></row>' },
      { name: '差异清单', data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' },
    ],
    strings: '<si><t>合计</t></si><si><t>差异清单的话</t></si>',
    workbook: GENERATED,
  });
  const clean = clearXlsx(bytes);
  expect(readXlsx(clean).sheets[0]?.rows[0]?.[0]?.value).toBe('合计');
  expect(partsOf(clean)['xl/sharedStrings.xml']).not.toContain('差异清单的话');
});

test.each(['extended-properties', 'extendedProperties'])('the title goes from properties of the kind %s', (kind) => {
  const bytes = tiny({
    sheets: [{ name: '表一' }, { name: '差异清单' }],
    workbook: GENERATED,
    parts: {
      '_rels/.rels': relationships([
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', kind, 'docProps/app.xml'],
      ]),
      'docProps/app.xml':
        '<Properties xmlns="p" xmlns:vt="v"><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant>' +
        '<vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr">' +
        '<vt:lpstr>表一</vt:lpstr><vt:lpstr>差异清单</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
    },
  });
  const properties = partsOf(clearXlsx(bytes))['docProps/app.xml'];
  expect(properties).toContain('<vt:i4>1</vt:i4>');
  expect(properties).toContain('<vt:vector size="1" baseType="lpstr"><vt:lpstr>表一</vt:lpstr></vt:vector>');
});
