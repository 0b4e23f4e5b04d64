/** The running text that is published with the tables speaks of everything that it has to. */
import type { Rule } from '../model';
import { compact } from '../recognise/text';

const RULE = 'disclosure-sections';
/** Fewer paragraphs than this are a note, not the text that goes with a budget. */
const FEWEST = 8;

/** What 财预〔2016〕143号 asks for, and the words that show it is there. */
const SECTIONS: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: '部门职责', words: /职责|职能/ },
  { name: '机构设置', words: /机构设置|单位构成|预算单位|内设(?:机构|科室|\d)/ },
  { name: '收支总体情况', words: /收入(?:预算|总计|支出)|收支(?:总体|预算|安排|情况)|预算(?:安排的)?总体|收入决算/ },
  { name: '收支增减变化', words: /(?:比|较|与).{0,12}(?:增加|减少|增长|下降|持平)|增减变(?:化|动)|同比/ },
  { name: '“三公”经费', words: /三公/ },
  { name: '因公出国（境）费', words: /出国/ },
  { name: '公务用车购置及运行费', words: /公务用车|公车/ },
  { name: '公务接待费', words: /公务接待/ },
  {
    name: '“三公”经费增减原因',
    words:
      /(?:三公|出国|公务用车|公车|公务接待).*(?:原因|主要|由于|因为|持平|相同|不变|无变化|无增减|节约|压减|压缩|控制|规定|未安排|没有安排)/,
  },
  { name: '机关运行经费', words: /运行经费/ },
  { name: '政府采购', words: /政府采购|采购/ },
  { name: '国有资产占有使用', words: /国有资产|固定资产/ },
  { name: '预算绩效', words: /绩效/ },
  { name: '名词解释', words: /名词解释|术语解释|名词说明/ },
];

/**
 * 说明的规定内容.
 *
 *     2024年部门预算情况说明
 *     一、部门职责
 *     本部门负责全区人力资源和社会保障工作，拟订发展规划并组织实施。
 *     二、机构设置
 *     本部门内设办公室、规划财务科等六个科室。
 *     三、收支情况
 *     2024年收入预算100万元，比上年增加5万元。
 *     “三公”经费3万元，与上年持平，其中因公出国（境）费0万元、公务用车购置及运行费2万元、公务接待费1万元。
 *     四、机关运行经费20万元；政府采购预算2万元；绩效目标管理覆盖全部项目。
 *     五、名词解释
 *     基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。
 *
 * → 提示：2024年部门预算情况说明 ≠ 国有资产占有使用
 */
export const disclosureSections: Rule = {
  meta: {
    id: RULE,
    title: '预算说明具备规定内容（职责、机构、收支及增减、“三公”、机关运行经费、采购、资产、绩效、名词解释）',
    basis: '财预〔2016〕143号 地方预决算公开操作规程（公开的说明应包括的内容）',
    severity: 'info',
  },
  *relations(facts) {
    const { paragraphs = [] } = facts;
    const [first] = paragraphs;
    if (!first || paragraphs.length < FEWEST) return;
    const texts = paragraphs.map(({ text }) => compact(text));
    const missing = SECTIONS.filter(({ words }) => !texts.some((text) => words.test(text))).map(({ name }) => name);
    yield {
      type: 'cell',
      rule: RULE,
      class: 'label',
      holds: missing.length === 0,
      left: [{ table: first.table, cell: first.cell, text: first.text, label: '' }],
      right: [],
      stated: first.text,
      expected: missing.join('、'),
      message: { id: 'rule.disclosure-sections', data: { missing: missing.join('、') } },
    };
  },
};
