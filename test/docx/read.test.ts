import { strToU8, zipSync } from 'fflate';
import { isDocx, NARRATIVE_SHEET, readDocx, readNarrative } from '../../src/docx';
import { FileError } from '../../src/core/file-error';
import { cell, docx, p, r, table } from '../support/docx';

const textIn = async (body: string, parts = {}): Promise<readonly string[]> => (await readNarrative(docx(body, parts))).paragraphs;

test('a paragraph is a row, whatever runs it is cut into; blank ones are left out', async () => {
  const workbook = await readDocx(
    docx(
      p('一、收入', '预算 6', ',', '912.23 万元') +
        p('  ') +
        p('二、支出&lt;预算') +
        '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>',
    ),
  );
  expect(workbook).toEqual({
    sheets: [
      { name: NARRATIVE_SHEET, rows: [[{ value: '一、收入预算 6,912.23 万元' }], [{ value: '二、支出<预算' }], [{ value: '甲\t乙\n丙' }]] },
    ],
  });
});

describe('what is printed is read, and nothing else', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'tracked changes: what was deleted or moved away is not there',
      `<w:p>${r('支出')}<w:del w:id="1"><w:r><w:delText>900</w:delText></w:r></w:del><w:ins w:id="2">${r('950')}</w:ins>${r('万元')}</w:p>` +
        `<w:p><w:moveFrom w:id="3">${r('旧')}</w:moveFrom><w:moveTo w:id="4">${r('新')}</w:moveTo></w:p>`,
      ['支出950万元', '新'],
    ],
    [
      'two paragraphs whose mark between them was deleted are one',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('支出')}</w:p>${p('950万元')}`,
      ['支出950万元'],
    ],
    ['hidden text', `<w:p>${r('支出')}${r('（请填写）', '<w:vanish/>')}${r('万元', '<w:vanish w:val="0"/>')}</w:p>`, ['支出万元']],
    [
      'the code of a field, but its result',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1+1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ['2'],
    ],
    ['content controls', `<w:sdt><w:sdtContent>${p('支出')}</w:sdtContent></w:sdt>`, ['支出']],
    [
      'a text box once, behind its paragraph',
      `<w:p>${r('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p('框中')}</w:txbxContent></wps:txbx></mc:Choice>` +
        `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('框中')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('下文')}`,
      ['正文', '框中', '下文'],
    ],
    ['a frame of one cell is text', table(['框中文字一。'], ['框中文字二。']), ['框中文字一。', '框中文字二。']],
  ])('%s', async (_, body, expected) => {
    expect(await textIn(body)).toEqual(expected);
  });

  test('a footnote, behind the paragraph that it belongs to', async () => {
    const body = `<w:p>${r('支出900万元')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}</w:p>${p('下文')}`;
    expect(await textIn(body, { footnotes: `<w:footnote w:id="2">${p('含上年结转。')}</w:footnote>` })).toEqual([
      '支出900万元。',
      '含上年结转。',
      '下文',
    ]);
  });
});

describe('a table is a sheet', () => {
  test('cells stand in their grid places', async () => {
    const body =
      `<w:tbl><w:tr>${cell('项目', '<w:vMerge w:val="restart"/>')}${cell('预算数', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('基本支出')}${cell('项目支出')}</w:tr></w:tbl>`;
    const { sheets } = await readDocx(docx(p('情况说明如下：') + body + p('完')));
    expect(sheets[0]?.rows).toEqual([[{ value: '情况说明如下：' }], [{ value: '完' }]]);
    expect(sheets[1]).toEqual({
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

  test('with the title, department and unit above it', async () => {
    const { tables } = await readNarrative(
      docx(
        p('支出预算100万元。') +
          p('“三公”经费表') +
          p('') +
          p('单位：万元') +
          table(['合计', '接待费'], ['1', '1']) +
          p('其中：') +
          table(['甲', '乙']),
      ),
    );
    expect(tables?.map(({ name, rows }) => [name, ...rows.map((row) => row?.map((one) => one?.value))])).toEqual([
      ['表1', ['“三公”经费表'], ['单位：万元'], ['合计', '接待费'], ['1', '1']],
      ['表2', ['甲', '乙']],
    ]);
  });
});

describe('what is no such document is refused', () => {
  const bomb = (): Uint8Array => docx(p('甲'), { footnotes: ' '.repeat(65 * 1024 * 1024) });
  const entities = '<!DOCTYPE w [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;">]>';
  const withDoctype = (): Uint8Array =>
    zipSync({ 'word/document.xml': strToU8(`${entities}<w:document xmlns:w="w"><w:body><w:p>&b;</w:p></w:body></w:document>`) });
  const deep = '<w:sdt><w:sdtContent>'.repeat(5000) + p('甲') + '</w:sdtContent></w:sdt>'.repeat(5000);

  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(0), 'files.empty'],
    ['a text', () => strToU8('预算说明'), 'files.notDocx'],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'files.notDocx'],
    ['a zip cut short', () => docx(p('甲')).slice(0, 300), 'files.brokenDocx'],
    ['a damaged document', () => docx('<w:p>'), 'files.brokenDocx'],
    ['damaged lists', () => docx(p('甲'), { numbering: '<w:num' }), 'files.brokenDocx'],
    ['a document type with entities', withDoctype, 'files.brokenDocx'],
    ['elements without end inside one another', () => docx(deep), 'files.brokenDocx'],
    ['a part that unpacks to more than any text', bomb, 'files.tooLargeDocx'],
  ])('%s', async (_, bytes, id) => {
    const error: unknown = await readDocx(bytes()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).id).toBe(id);
  });

  test('a Word document is told from other packages', () => {
    expect([docx(p('甲')), zipSync({ 'a.txt': strToU8('a') }), docx(p('甲')).slice(0, 300)].map(isDocx)).toEqual([true, false, false]);
  });
});
