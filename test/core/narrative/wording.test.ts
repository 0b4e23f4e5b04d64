/** Words that need a look whatever the figures say; and words that look so and are right. */
import { checkWorkbook } from '../../../src/core';
import { book, sheet } from '../../support/grid';

const TABLE = sheet('表五', [
  ['某局2024年一般公共预算支出表'],
  ['部门：某局', null, null, null, '单位：万元'],
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  [null, '合计', 900, 700, 200],
  ['210', '卫生健康支出', 900, 700, 200],
  ['21011', '行政事业单位医疗', 900, 700, 200],
  ['2101101', '行政单位医疗', 900, 700, 200],
]);
const FILLER = '本说明根据批复的部门预算编制，供社会公众查阅和监督，各项数据以预算公开报表为准。';

const said = (text: string): string[] =>
  checkWorkbook(book(TABLE, sheet('说明', [['2024年部门预算情况说明'], [FILLER], [text]])))
    .findings.filter(({ cells }) => cells[0]?.cell.row === 2 && cells[0]?.cell.sheet === '说明')
    .map(({ severity, rule, cells, left, right }) => `${severity} ${rule} 「${cells[0]?.text}」@${cells[0]?.start} ${left} → ${right}`);

test.each([
  // doubled words
  ['减少264.63万元万元。', 'warning narrative-doubled 「万元万元」@8 万元万元 → 万元'],
  ['主要主要用于差旅。', 'warning narrative-doubled 「主要主要」@0 主要主要 → 主要'],
  ['较上年增加 增加5万元。', 'warning narrative-doubled 「增加 增加」@3 增加 增加 → 增加'],
  ['占50%%。', 'warning narrative-doubled 「%%」@3 %% → %'],
  ['基本支出支出情况。', 'info narrative-doubled 「支出支出」@2 支出支出 → 支出'],
  ['履行的的职责。', 'info narrative-doubled 「的的」@2 的的 → 的'],
  ['机关运行经费机关运行经费情况。', 'info narrative-doubled 「机关运行经费机关运行经费」@0 机关运行经费机关运行经费 → 机关运行经费'],
  ['厉行节约。。', 'info narrative-doubled 「。。」@4 。。 → 。'],
  // template residue
  ['“三公”经费XX万元。', 'warning narrative-residue 「XX」@6 XX → '],
  ['“三公”经费××万元。', 'warning narrative-residue 「××」@6 ×× → '],
  ['公务接待〇〇批次。', 'warning narrative-residue 「〇〇」@4 〇〇 → '],
  ['公务接待____批次。', 'warning narrative-residue 「____」@4 ____ → '],
  ['安排预算**万元。', 'warning narrative-residue 「**」@4 ** → '],
  ['20XX年部门工作。', 'warning narrative-residue 「20XX年」@0 20XX年 → '],
  ['比上年增加（减少）了。', 'warning narrative-residue 「增加（减少）」@3 增加（减少） → '],
  ['政府采购预算为万元。', 'warning narrative-residue 「为万元」@6 为万元 → '],
  ['（如无此项，请删除）', 'warning narrative-residue 「（如无此项，请删除）」@0 （如无此项，请删除） → '],
  // year, names, units, two values
  ['2023年，未安排政府采购预算。', 'info narrative-year 「2023年」@0 2023年 → 2024年'],
  ['医疗卫生与计划生育支出（类）安排。', 'info narrative-former-name 「医疗卫生与计划生育支出」@0 医疗卫生与计划生育支出 → 卫生健康支出'],
  ['2024年一般公共预算支出900元。', 'error narrative-unit 「2024年一般公共预算支出900元」@0 900 → 900'],
])('%s', (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test.each([
  '谢谢支持，刚刚启动，人人参与，天天检查，家家户户，方方面面，一一对应，常常慰问，仅仅如此，陆陆续续，实实在在。',
  '的的确确取得成效，标的的确定，目的的达成，为了了解情况，以及及时处理，参与与否自愿，和和美美。',
  '公元元年以来，购置3美元元件，工业增加增加值，带动增长增长极。',
  '人社部门部门预算，财政专项，二〇〇八年成立，二〇二四年公开。',
  '单位为万元，金额单位均为万元，折合为万元列示。',
  '本表金额转换为万元时，因四舍五入可能存在尾差。',
  '文件名为budget__2024，接待__5__批次。',
  '依据〔2016〕143号文件执行；详见附件……',
  '2023年决算中未安排政府采购支出，截至2023年底没有结余。',
  '尺寸为3×5，增减幅度较小，增加或者减少均需说明。',
])('right: %s', (text) => {
  expect(said(text)).toEqual([]);
});

test('two values for one thing', () => {
  expect(said('2024年收入预算比2023年增加50万元。2024年收入预算比2023年增加60万元。')).toEqual([
    'info narrative-two-values 「2024年收入预算比2023年增加60万元」@22 60 → 50',
  ]);
});
