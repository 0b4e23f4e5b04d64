/** 结合区政协本部门工作特点, in the narrative of 人社局: another department's text that was taken over. */
import type { Facts, Rule, Table } from '../model';
import { narrativeOf } from '../narrative';
import { isFilledIn } from '../narrative/claims';
import { isAbbreviation } from '../narrative/subjects';
import { wordsOf, type Line } from '../narrative/text';
import { compact } from '../recognise/text';

const RULE = 'narrative-department';

/** On compacted text. The name of a department; of its units (中心, 学校, 支队) a text may speak without listing them. */
const NAME =
  '(?<name>[\\p{sc=Han}]{1,40}?(?:局|委员会|委|办公室|办|厅|法院|检察院|政协|人大|妇联|总工会|科协|残联|文联|侨联|工商联|红十字会|党校|镇人民政府|乡人民政府|街道办事处))';
const YEAR = '(?:20\\d{2}年度?)';
/** Where a text speaks of itself; a name anywhere else (上级, 主管部门, a partner) is nobody's business. */
const OF_ITSELF: readonly RegExp[] = [
  // 某局2024年部门预算情况说明
  `^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、)?(?:关于)?${NAME}(?:部门)?(?:关于)?${YEAR}?(?:部门|单位)预算(?:编制|信息|公开|情况|的)*说明$`,
  // 结合某局本部门工作特点
  `(?:^|[,，;。:、])(?:结合|立足|围绕|根据|按照)?${NAME}(?:本部门|本单位|我部门|我单位)(?:的)?(?:工作|实际|职能|职责|特点|情况|预算|${YEAR})`,
  // 我局（某局）, 本部门（某局）
  `(?:我局|我委|我办|我院|本部门|我部门|本单位|我单位)\\(${NAME}\\)`,
  // 某局2024年收支总预算…, 某局机关运行经费…
  `(?:^|[,，;。:])${YEAR}?[,，]?${NAME}(?:部门)?(?:汇总)?的?${YEAR}?(?:部门)?(?:年初)?(?:收支总预算|(?:收入|支出)(?:总)?预算|财政拨款收支总?预算|一般公共预算(?:当年)?(?:财政)?(?:拨款|收入|支出|收支)|机关运行经费|“三公”经费)`,
  // 按照综合预算的原则，某局所有收入和支出均纳入部门预算管理
  `(?:^|[,，;。:])${NAME}(?:将)?(?:部门)?(?:汇总)?的?(?:所有|全部|各项)收入和支出(?:均|都|全部)?纳入`,
].map((source) => new RegExp(source, 'gu'));

/** Words that name no department in particular, or that are no name. */
const NO_NAME = /^(?:我|本|该|各|全|贵)|其他|其它|有关|相关|所属|下属|直属|主管|上级|财政部门|部门|单位|[的与和及由向对等在是为]/u;
/** Words before a region's name, and the region. */
const REGION = /^(?:中共|中国共产党)?[\p{sc=Han}]{0,8}?(?:自治区|开发区|新区|[省市区县州旗])/u;

/**
 * 说明中出现其他部门.
 *
 *     一般公共预算支出表
 *     部门：某区人力资源和社会保障局
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     加强支出管理。结合区政协本部门工作特点，编细编实预算。
 *
 * → 提示：区政协 ≠
 */
export const narrativeDepartment: Rule = {
  meta: {
    id: RULE,
    title: '预算说明以本部门的名义叙述，不沿用其他部门的文字',
    basis: '审核常见问题：套用其他部门的文本未改名称；只看文中自称之处，表中和文中所列的下属单位除外',
    severity: 'info',
  },
  *relations(facts) {
    const own = namesIn(facts);
    const [department] = own;
    if (department === undefined || !isFilledIn(facts)) return;
    const lines = narrativeOf(facts).lines.filter(({ paragraph }) => paragraph.table.kind === 'narrative');
    const listed = lines.filter(({ text }) => LISTS_UNITS.test(text)).map(({ text }) => text);
    for (const line of lines) {
      const seen = new Set<number>();
      for (const { name, at } of selfNames(line)) {
        if (seen.has(at) || isOwn(name, own) || listed.some((text) => text !== line.text && text.includes(name))) continue;
        seen.add(at);
        yield {
          type: 'wording',
          rule: RULE,
          left: wordsOf(line, at, at + name.length),
          right: [],
          expected: '',
          message: { id: 'rule.narrative-department', data: { department } },
        };
      }
    }
  },
};

/** 二级预算单位包括…, 下属单位有…. */
const LISTS_UNITS = /(?:单位|机构|部门).{0,12}(?:包括|构成|组成|为|有|:)|本级|下属|下设|所属/;

function* selfNames({ text }: Line): Iterable<{ readonly name: string; readonly at: number }> {
  for (const pattern of OF_ITSELF) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.['name'] ?? '';
      if (!NO_NAME.test(name) && bareForms(name).some((form) => form.length > 2 || /政协|人大|妇联|党校|[科残文侨]联/.test(form)))
        yield { name, at: match.index + match[0].indexOf(name) };
    }
  }
}

/** The name with and without the regions before it: 重庆市某区教育局, 某区教育局, 教育局. */
function bareForms(name: string): readonly string[] {
  const bare = name.replace(REGION, '');
  return bare === name || bare === '' ? [name] : [name, ...bareForms(bare)];
}

/** The department, a unit of it, or a short name or part of the name of one. */
function isOwn(name: string, own: readonly string[]): boolean {
  const forms = bareForms(name);
  return own.some((known) => {
    const bare = bareForms(known).at(-1) ?? known;
    return name.includes(bare) || forms.some((form) => form.length > 1 && isAbbreviation(form, known));
  });
}

/** The department of the tables first, then its units; numbers and brackets left out. What the text calls itself is no evidence here. */
function namesIn({ tables, facts }: Facts): readonly string[] {
  const ofTables = tables.filter(({ kind, template }) => kind !== 'narrative' && !template);
  const names = [
    ...ofTables.map(({ department }) => department),
    ...ofTables.flatMap(unitsOf),
    ...facts.map(({ organisation }) => organisation),
  ].flatMap((name) => (name === null ? [] : [compact(name).replace(/^[\d-]+|\([^()]*\)$|(?:本级|机关)$/g, '')]));
  return [...new Set(names)].filter((name) => name.length > 1);
}

function unitsOf({ panels, forms = [] }: Table): readonly (string | null)[] {
  const named = forms.flatMap(({ department, organisation }) => [department?.text ?? null, organisation?.text ?? null]);
  return [...panels.flatMap(({ rows }) => rows.map(({ organisation }) => organisation)), ...named];
}
