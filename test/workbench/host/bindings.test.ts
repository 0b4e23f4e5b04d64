/** The tables that tie the API to the workbook, held against the API itself. */
import { OfficeHost } from '../../../src/workbench/host/host';
import { excelBindings } from '../../../src/workbench/host/excel/workbook';
import { compareVersions, supports } from '../../../src/workbench/host/metadata';
import { serviceBindings } from '../../../src/workbench/host/services';
import { EventQueue } from '../../../src/workbench/host/events';
import { localAddress } from '../../../src/workbench/host/excel/address';
import { MemoryWorkbookModel } from '../../../src/workbench/memoryModel';
import { officeMetadata } from '../../support/office';

const metadata = officeMetadata();

test('the metadata covers the API of the npm client', () => {
  expect(metadata.source).toMatch(/^@microsoft\/office-js \d/);
  expect(Object.keys(metadata.types).length).toBeGreaterThan(200);
  expect(metadata.types['Range']?.properties['Values']).toEqual({ name: 'values', writable: true });
  expect(metadata.types['Range']?.properties['Hyperlink']?.requires).toEqual(['ExcelApi', '1.7']);
  expect(metadata.types['Worksheet']?.methods['GetRanges']).toMatchObject({ returns: 'RangeAreas', requires: ['ExcelApi', '1.9'] });
  expect(metadata.types['Worksheet']?.events['onChanged']).toMatchObject({ type: 10, target: 'object', requires: ['ExcelApi', '1.7'] });
  expect(metadata.types['WorksheetCollection']).toMatchObject({ collection: true, item: 'Worksheet' });
  expect(metadata.types['Worksheet']?.properties['ShowGridlines']?.writtenAs).toBe('Gridlines');
  const versions = Object.values(metadata.types)
    .flatMap((type) => [...Object.values(type.properties), ...Object.values(type.methods)])
    .flatMap(({ requires }) => (requires?.[0] === 'ExcelApi' ? [requires[1]] : []));
  expect(versions.sort(compareVersions).at(-1)).toBe('1.15');
});

test('every bound member is a member of the API, settable where it is set', () => {
  const model = new MemoryWorkbookModel();
  const host = new OfficeHost(model, { metadata });
  const bindings = { ...excelBindings(host.document), ...serviceBindings(host.shell, new EventQueue(model, localAddress)) };
  const unknown: string[] = [];
  for (const [name, binding] of Object.entries(bindings)) {
    const type = metadata.types[name];
    if (!type) {
      unknown.push(name);
      continue;
    }
    const known = (members: object | undefined, of: object): void => {
      for (const member of Object.keys(members ?? {})) if (!(member in of)) unknown.push(`${name}.${member}`);
    };
    known(binding.get, type.properties);
    known(binding.navigate, type.navigations);
    known(binding.call, type.methods);
    for (const member of Object.keys(binding.set ?? {})) {
      if (!type.properties[member]?.writable) unknown.push(`${name}.${member} =`);
      if (!binding.get?.[member]) unknown.push(`${name}.${member} is written but not read`);
    }
    if (binding.items && !type.collection) unknown.push(`${name}.items`);
  }
  // Reading a row's height needs the model to know it; only setting is offered.
  expect(unknown).toEqual(['RangeFormat.RowHeight is written but not read']);
});

test.each([
  ['1.9', '1.10', -1],
  ['1.10', '1.10', 0],
  ['2.0', '1.15', 1],
])('version %s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test.each([
  [undefined, true],
  [['ExcelApi', '1.10'], true],
  [['ExcelApi', '1.11'], false],
  [['ExcelApiOnline', '1.1'], false],
] as const)('requirement %j in ExcelApi 1.10', (requirement, expected) => {
  expect(supports({ ExcelApi: '1.10' }, requirement)).toBe(expected);
});
