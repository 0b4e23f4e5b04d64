/** Under which heading does a sentence stand, and what does that say of the amounts in it? */
import type { Fund, Nature, Passage, Side } from '../model';
import { mainFund } from '../rules/select';
import type { Topic } from './subjects';
import type { Line } from './text';

export interface Section {
  readonly topic: Topic;
  readonly fund?: Fund;
  readonly side?: Side;
  readonly nature?: Nature;
  /** A unit that the heading names. */
  readonly owner?: string;
  /** What the text has come to: sentences before any heading, or under one that is not known, are read all the same. */
  readonly known: boolean;
}

export const NO_SECTION: Section = { topic: 'budget', known: false };

const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+部分/,
  /^[一二三四五六七八九十]+、/,
  /^\([一二三四五六七八九十]+\)/,
  /^\d{1,2}[、.](?!\d)/,
  /^\(\d{1,2}\)/,
];

/** How deep the ordinal before a line is: 0 for 第一部分, 1 for 一、; −1 without one. */
export function levelOf(text: string): number {
  return LEVELS.findIndex((pattern) => pattern.test(text));
}

/** Sections whose amounts belong to no budget table: tasks, posts, assets, definitions. */
const APART =
  /职责|职能|机构设置|构成|概况|基本情况|主要工作|重点工作|工作任务|国有资产|资产信息|资产占有|名词解释|术语|绩效目标$|分项|保障措施|其他说明|其他需要说明|专项资金/;

const UNIT = /^[\p{sc=Han}()]{3,40}(?:局|委员会|办公室|中心|院|所|站|大队|支队|总队|学校|中学|小学|幼儿园|馆|处)(?:\(本级\)|本级|机关)?$/u;

function meaningOf(heading: string): Partial<Section> | null {
  if (UNIT.test(heading)) return { owner: heading };
  if (APART.test(heading)) return { topic: 'none' };
  if (/三公/.test(heading)) return { topic: 'three-public' };
  if (/运行经费/.test(heading)) return { topic: 'agency' };
  if (/采购/.test(heading)) return { topic: 'procurement' };
  if (/绩效/.test(heading)) return { topic: 'performance' };
  const fund: Fund | undefined = /政府性基金/.test(heading)
    ? 'gov-fund'
    : /国有资本/.test(heading)
      ? 'state-capital'
      : /公共预算/.test(heading)
        ? 'general'
        : /财政拨款/.test(heading)
          ? 'fiscal'
          : undefined;
  const nature: Nature | undefined = /基本支出/.test(heading) ? 'basic' : /项目支出/.test(heading) ? 'project' : undefined;
  const side: Side | undefined = /收支/.test(heading)
    ? undefined
    : /收入/.test(heading)
      ? 'income'
      : /支出/.test(heading)
        ? 'expenditure'
        : undefined;
  const all: Fund | undefined = fund === undefined && /收支|收入|支出/.test(heading) && !nature ? 'all' : fund;
  if (!all && !nature && !side) return /预算|情况/.test(heading) ? {} : null;
  return { topic: 'budget', ...(all ? { fund: all } : {}), ...(side ? { side } : {}), ...(nature ? { nature } : {}) };
}

/** Follows the headings down a text. */
export class Outline {
  private readonly stack: { readonly level: number; readonly section: Section }[] = [];

  /** The section that the line stands in, or begins. */
  enter(line: Line): Section {
    const level = levelOf(line.text);
    const heading = level < 0 ? null : headingOf(line.text);
    // A numbered sentence ends the sections beside it as a heading would.
    if (level >= 0) while ((this.stack[this.stack.length - 1]?.level ?? -1) >= level) this.stack.pop();
    if (level >= 0 && heading !== null) {
      const outer = this.section();
      const meaning = meaningOf(heading);
      // A heading inside a section narrows it; one that says nothing leaves it.
      const section: Section = meaning === null ? outer : { ...outer, ...meaning, known: true };
      this.stack.push({ level, section: outer.topic === 'none' && level > 1 ? outer : section });
    }
    return this.section();
  }

  private section(): Section {
    return this.stack[this.stack.length - 1]?.section ?? NO_SECTION;
  }
}

/** 「（一）机关运行经费。2023年…」, 「三、部门预算情况说明」: the words of the heading; `null` for a sentence that only begins with an ordinal. */
function headingOf(text: string): string | null {
  const bare = text.replace(/^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十\d]+\)|^\d{1,2}[、.]/, '');
  const end = bare.search(/[。:]/);
  const words = end >= 0 && end < bare.length - 1 ? bare.slice(0, end) : bare.replace(/[。:]$/, '');
  return words.length > 45 || /[,，;]|\((?:类|款|项)\)/.test(words) || /\d(?:\.\d+)?(?:万|亿|千)?元/.test(words) ? null : words;
}

/** What a sentence inside a table speaks of, by the table. Of single projects (rule performance-text) the budget's tables say nothing. */
export function sectionOfPassage({ table, form, role }: Passage): Section {
  if (form && (form.kind === 'project' || role === 'task' || role === 'basis')) return { topic: 'none', known: true };
  if (form) return { topic: 'budget', fund: 'all', known: true };
  if (table.kind === 'three-public' || table.kind === 'procurement') return { topic: table.kind, known: true };
  const fund = mainFund(table);
  return fund ? { topic: 'budget', fund, known: true } : { topic: 'none', known: true };
}
