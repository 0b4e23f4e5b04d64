import { strToU8, zipSync } from 'fflate';
import { isDocx, NARRATIVE_SHEET, readDocx } from '../../src/docx';
import { FileError } from '../../src/core/file-error';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function docx(body: string): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const p = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

test('a paragraph is a row, whatever runs it is cut into; blank ones are left out', async () => {
  const workbook = await readDocx(
    docx(
      p('一、收入', '预算 6912.23 万元') +
        p('  ') +
        p('二、支出&lt;预算') +
        '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>',
    ),
  );
  expect(workbook).toEqual({
    sheets: [
      { name: NARRATIVE_SHEET, rows: [[{ value: '一、收入预算 6912.23 万元' }], [{ value: '二、支出<预算' }], [{ value: '甲\t乙\n丙' }]] },
    ],
  });
});

test('a table is a sheet; cells stand in their grid places', async () => {
  const table =
    `<w:tbl><w:tr>${cell('项目', '<w:vMerge w:val="restart"/>')}${cell('预算数', '<w:gridSpan w:val="2"/>')}</w:tr>` +
    `<w:tr>${cell('', '<w:vMerge/>')}${cell('基本支出')}${cell('项目支出')}</w:tr></w:tbl>`;
  const workbook = await readDocx(docx(p('说明') + table + p('完')));
  expect(workbook.sheets[0]?.rows).toEqual([[{ value: '说明' }], [{ value: '完' }]]);
  expect(workbook.sheets[1]).toEqual({
    name: '预算说明 表1',
    rows: [
      [{ value: '项目' }, { value: '预算数' }],
      [undefined, { value: '基本支出' }, { value: '项目支出' }],
    ],
    merges: [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ],
  });
});

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'files.empty'],
  ['a text', strToU8('预算说明'), 'files.notDocx'],
  ['another zip', zipSync({ 'a.txt': strToU8('a') }), 'files.notDocx'],
  ['a zip cut short', docx(p('甲')).slice(0, 300), 'files.brokenZip'],
  ['a damaged document', docx('<w:p>'), 'files.brokenDocx'],
])('%s is refused', async (_, bytes, id) => {
  const error: unknown = await readDocx(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileError);
  expect((error as FileError).id).toBe(id);
  expect(isDocx(bytes)).toBe(id === 'files.brokenDocx');
});
