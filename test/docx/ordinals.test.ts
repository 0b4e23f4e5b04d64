/** Which ordinals stand before the paragraphs that Word numbers by itself. */
import { readNarrative } from '../../src/docx';
import { numberText } from '../../src/docx/numberFormats';
import { docx, listed, p, styled } from '../support/docx';

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

const read = async (body: string, numbering: string, styles = ''): Promise<readonly string[]> =>
  (await readNarrative(docx(body, { numbering, ...(styles === '' ? {} : { styles }) }))).paragraphs;

const OUTLINE = definition(
  0,
  level(0, 'chineseCountingThousand', '第%1部分'),
  level(1, 'japaneseCounting', '%2、', '<w:suff w:val="nothing"/>'),
  level(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>'),
  level(3, 'decimal', '%4.'),
);

test('the levels of a report, each beginning anew below the one above it', async () => {
  const body = [
    listed(1, 0, '概况'),
    listed(1, 1, '职责'),
    listed(1, 0, '预算说明'),
    listed(1, 1, '收入'),
    listed(1, 1, '支出'),
    listed(1, 2, '基本支出'),
    p('正文'),
    listed(1, 2, '项目支出'),
    listed(1, 3, '甲项目'),
    listed(1, 3, '乙项目'),
    listed(1, 1, '三公'),
    listed(1, 2, '接待'),
  ].join('');
  expect(await read(body, OUTLINE + list(1, 0))).toEqual([
    '第一部分 概况',
    '一、职责',
    '第二部分 预算说明',
    '一、收入',
    '二、支出',
    '（一）基本支出',
    '正文',
    '（二）项目支出',
    '1. 甲项目',
    '2. 乙项目',
    '三、三公',
    '（一）接待',
  ]);
});

test('several levels in one ordinal; in digits where the list says so', async () => {
  const numbering =
    definition(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')) +
    list(1, 0);
  expect(await read(listed(1, 0, '甲') + listed(1, 1, '乙') + listed(1, 2, '丙') + listed(1, 2, '丁'), numbering)).toEqual([
    '一、 甲',
    '一.1 乙',
    '1.1.1 丙',
    '1.1.2 丁',
  ]);
});

test('a list begins anew where it says so, and goes on counting where it does not', async () => {
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, anew);
  expect(await read([1, 1, 2, 3, 3].map((id) => listed(id, 0, '款')).join(''), numbering)).toEqual([
    '1. 款',
    '2. 款',
    '3. 款',
    '1. 款',
    '2. 款',
  ]);
});

test('a level that never begins anew, one that another level above ends, and one worded otherwise in a list', async () => {
  const numbering =
    definition(
      0,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>'),
      level(3, 'decimal', '(%4)', '<w:lvlRestart w:val="0"/>'),
    ) + list(1, 0, `<w:lvlOverride w:ilvl="1">${level(1, 'decimalEnclosedCircle', '%2')}</w:lvlOverride>`);
  const levels = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3];
  expect(await read(levels.map((at) => listed(1, at, '款')).join(''), numbering)).toEqual([
    '一、 款',
    '① 款',
    '1. 款',
    '(1) 款',
    '② 款',
    '2. 款',
    '(2) 款',
    '二、 款',
    '1. 款',
    '(3) 款',
  ]);
});

test('headings are numbered by their style, or the style that this is based on; 0 takes a paragraph out', async () => {
  const style = (id: string, properties: string, basedOn = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
  const numPr = (id: number): string => `<w:numPr><w:numId w:val="${id}"/></w:numPr>`;
  const numbering =
    definition(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'),
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>'),
    ) + list(1, 0);
  const styles = style('h1', numPr(1)) + style('h2', numPr(1)) + style('own', '', 'h1') + style('round', '', 'round');
  const of = (name: string, more = ''): string => styled(`<w:pStyle w:val="${name}"/>${more}`, name);
  expect(await read(of('h1') + of('h2') + of('own') + of('h2') + of('h1', numPr(0)) + of('round'), numbering, styles)).toEqual([
    '一、 h1',
    '（一） h2',
    '二、 own',
    '（一） h2',
    'h1',
    'round',
  ]);
});

test('a definition that a list style stands for', async () => {
  const styles = '<w:style w:type="numbering" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering =
    definition(0, level(0, 'ideographTraditional', '%1．')) + definition(1, '<w:numStyleLink w:val="l"/>') + list(1, 0) + list(2, 1);
  expect(await read(listed(2, 0, '款') + listed(2, 0, '款'), numbering, styles)).toEqual(['甲． 款', '乙． 款']);
});

test('bullets are no ordinals; words of a list without a number are; unknown lists say nothing', async () => {
  const numbering = definition(0, level(0, 'bullet', '●')) + definition(1, level(0, 'none', '注：')) + list(1, 0) + list(2, 1);
  expect(await read(listed(1, 0, '甲') + listed(2, 0, '乙') + listed(9, 0, '丙') + listed(1, 8, '丁'), numbering)).toEqual([
    '甲',
    '注： 乙',
    '丙',
    '丁',
  ]);
});

test('a paragraph in a text box is counted once; one that was deleted is not', async () => {
  const box = listed(1, 0, '框');
  const body =
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
    styled('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>', '') +
    listed(1, 0, '后');
  expect(await read(body, definition(0, level(0, 'decimal', '%1.')) + list(1, 0))).toEqual(['1. 框', '2. 后']);
});

test.each<[string, readonly (readonly [number, string])[]]>([
  [
    'chineseCountingThousand',
    [
      [1, '一'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [105, '一百〇五'],
      [110, '一百一十'],
      [1010, '一千〇一十'],
      [12345, '12345'],
    ],
  ],
  [
    'ideographDigital',
    [
      [10, '一〇'],
      [21, '二一'],
    ],
  ],
  [
    'chineseLegalSimplified',
    [
      [1, '壹'],
      [12, '壹拾贰'],
    ],
  ],
  [
    'ideographTraditional',
    [
      [1, '甲'],
      [10, '癸'],
      [11, '11'],
    ],
  ],
  ['ideographZodiac', [[12, '亥']]],
  [
    'decimalEnclosedCircle',
    [
      [1, '①'],
      [20, '⑳'],
      [21, '21'],
    ],
  ],
  ['decimalEnclosedParen', [[3, '⑶']]],
  ['decimalEnclosedFullstop', [[3, '⒊']]],
  ['ideographEnclosedCircle', [[10, '㊉']]],
  ['decimalFullWidth', [[12, '１２']]],
  [
    'decimalZero',
    [
      [3, '03'],
      [12, '12'],
    ],
  ],
  [
    'upperRoman',
    [
      [4, 'IV'],
      [1999, 'MCMXCIX'],
    ],
  ],
  ['lowerRoman', [[9, 'ix']]],
  [
    'upperLetter',
    [
      [26, 'Z'],
      [27, 'AA'],
    ],
  ],
  ['lowerLetter', [[2, 'b']]],
  [
    'decimal',
    [
      [0, '0'],
      [7, '7'],
    ],
  ],
  [
    'none',
    [
      [0, ''],
      [3, ''],
    ],
  ],
  ['ofSomeoneElse', [[3, '3']]],
])('%s', (format, expected) => {
  expect(expected.map(([value]) => [value, numberText(value, format)])).toEqual(expected);
});
