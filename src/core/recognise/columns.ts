/** Which role has each column: code, name, organisation, project, amounts, or nothing that is checked? */
import type { AccountScheme, ColumnRole } from '../model';
import { schemeOfCode } from '../accounts';
import { codePart, isCodePart } from './codeParts';
import { statesUnit } from './figure';
import type { Header } from './header';
import { schemeOfLayout, type Layout } from './kind';
import { isTwoSided } from './panels';
import { cellIn, type ViewRow } from './sheetView';
import { compares, fundOf, isAmountWord, isTotalLabel, natureOf, threePublicItemOf } from './vocabulary';

export interface RoledColumn {
  readonly index: number;
  readonly role: ColumnRole;
  readonly header: readonly string[];
}

/** What the cells below a heading hold. */
interface Content {
  readonly figures: number;
  readonly texts: number;
  readonly codes: number;
}

const ORDINAL = /^(?:序号|行次|栏次|顺序号)$/;
const ORGANISATION_CODE = /(?:单位|部门)(?:\([^)]*\)|\))?(?:代码|编码|编号)/;
const ORGANISATION = /^(?:预算|项目|实施|主管|用款|采购)?(?:单位|部门)(?:名称)?$|^(?:单位\(部门\)|部门\(单位\))(?:名称)?$/;
const CODE = /编码|代码|编号/;
const NAME =
  /名称|^项目(?:\([^)]*\))?$|科目$|^支出科目|^收入科目|^支出功能分类|^功能分类$|^品目|^采购项目|^项目内容$|^收入$|^支出$|^支出用途$/;
/** Figures that are no amounts of the budget. */
const QUANTITY = /^(?:采购|购置|计划)?数量(?:\([^)]*\))?$/;
const PRICE = /^(?:采购|预算|参考|预计)?单价(?:\([^)]*\))?$/;
const COUNT = /^(?:计量|度量)?单位$|^人数(?:\([^)]*\))?$|^(?:编制|实有|在职)人数$/;
/** A column headed as amounts may hold a remark or two; with more of them and no figure it holds words. */
const MAX_STRAY_TEXTS = 2;
const REMARK = /备注|说明|依据|内容|用途$|方式|形式|规格|型号|是否|日期|时间|联系/;

function contentOf(body: readonly ViewRow[]): ReadonlyMap<number, Content> {
  const found = new Map<number, { figures: number; texts: number; codes: number }>();
  for (const row of body) {
    for (const cell of row.cells) {
      const at = found.get(cell.column) ?? { figures: 0, texts: 0, codes: 0 };
      const type = cell.figure.type;
      if (schemeOfCode(cell.text) !== null) at.codes += 1;
      if (type === 'amount' || type === 'nil' || statesUnit(cell.text)) at.figures += 1;
      else at.texts += 1;
      found.set(cell.column, at);
    }
  }
  return found;
}

/** 1, 2, 3 … down a column that nobody headed. */
function isSerial(body: readonly ViewRow[], index: number): boolean {
  const numbers = body.flatMap((row) => cellIn(row, index)?.text ?? []);
  return numbers.length > 2 && numbers.every((text, i) => text === String(i + 1));
}

function headsAmounts(text: string, parent: string | null): boolean {
  return (
    isTotalLabel(text) || isAmountWord(text) || fundOf(text) !== null || natureOf(text) !== null || threePublicItemOf(text, parent) !== null
  );
}

function roleByHeading(path: readonly string[], content: Content | undefined, layout: Layout): ColumnRole | null {
  const last = path[path.length - 1] ?? '';
  const mostlyFigures = content !== undefined && content.figures > content.texts;
  if (ORDINAL.test(last)) return 'ordinal';
  if (path.some(compares) && (content === undefined || mostlyFigures)) return 'comparison';
  if (isCodePart(last)) return 'code';
  if (QUANTITY.test(last)) return 'quantity';
  if (PRICE.test(last)) return 'price';
  if (COUNT.test(last) && (layout === 'procurement' || /^(?:计量|度量)/.test(last) || /人数/.test(last))) return 'text';
  if (ORGANISATION_CODE.test(last)) return 'organisation';
  if (CODE.test(last)) return 'code';
  if (ORGANISATION.test(last)) return mostlyFigures && !isTotalLabel(last) ? 'amount' : 'organisation';
  if (/^项目名称$/.test(last) && layout === 'project-list') return 'project';
  if (
    headsAmounts(last, path[path.length - 2] ?? null) &&
    !(content !== undefined && content.texts > MAX_STRAY_TEXTS && content.figures === 0)
  )
    return 'amount';
  if (NAME.test(last) && !mostlyFigures) return 'name';
  if (REMARK.test(last) && !mostlyFigures) return 'text';
  return null;
}

function roleByContent(content: Content | undefined, nameSeen: boolean, first: boolean): ColumnRole {
  if (!content) return 'unknown';
  if (content.codes > 0 && content.codes >= (content.figures + content.texts) / 2 && first) return 'code';
  if (content.figures > content.texts) return 'amount';
  return nameSeen ? 'text' : 'name';
}

/**
 * Roles from left to right, by the headings first and by what the cells hold where a heading says nothing.
 * `body` are the rows below the header.
 */
export function rolesOf({ paths, headed }: Header, body: readonly ViewRow[], layout: Layout): readonly RoledColumn[] {
  const contents = contentOf(body);
  const indexes = [...new Set([...headed, ...contents.keys()])].sort((a, b) => a - b);
  const columns: RoledColumn[] = [];
  for (const index of indexes) {
    const header = paths.get(index) ?? [];
    const content = contents.get(index);
    let role = header.length === 0 && isSerial(body, index) ? 'ordinal' : roleByHeading(header, content, layout);
    if (role === null) {
      const labels = columns.some((c) => c.role === 'name' || c.role === 'code' || c.role === 'organisation' || c.role === 'project');
      role = roleByContent(
        content,
        labelsSoFar(columns, layout).some((c) => c.role === 'name'),
        !labels,
      );
      if (role === 'unknown' && header.length > 0 && labels) role = 'amount';
    }
    columns.push({ index, role, header });
  }
  return withOwnCodes(columns, body, layout);
}

/** In a table with two sides the words behind amounts are the names of the next side. */
function labelsSoFar(columns: readonly RoledColumn[], layout: Layout): readonly RoledColumn[] {
  if (!isTwoSided(layout)) return columns;
  const lastAmount = columns.reduce((last, column, i) => (column.role === 'amount' ? i : last), -1);
  return columns.slice(lastAmount + 1);
}

/** One column of codes, or the columns 类 | 款 | 项 of one code; by their places among the columns. */
interface CodeGroup {
  readonly from: number;
  readonly to: number;
}

function codeGroups(columns: readonly RoledColumn[]): readonly CodeGroup[] {
  const groups: CodeGroup[] = [];
  columns.forEach((column, at) => {
    if (column.role !== 'code') return;
    const last = groups[groups.length - 1];
    const part = column.header[column.header.length - 1];
    // 类 begins a code, 款 and 项 go on with it
    if (last?.to === at - 1 && isCodePart(part) && part !== '类') groups[groups.length - 1] = { from: last.from, to: at };
    else groups.push({ from: at, to: at });
  });
  return groups;
}

/** The classification that most of the codes have the shape of; `null` for anything else. */
function schemeOfCodes(columns: readonly RoledColumn[], body: readonly ViewRow[]): AccountScheme | null {
  const counts = new Map<AccountScheme | 'none', number>();
  for (const row of body) {
    const parts = columns.flatMap(({ index, header }) => {
      const cell = cellIn(row, index);
      return cell && !isTotalLabel(cell.text) ? [codePart(cell, header)] : [];
    });
    if (parts.length === 0) continue;
    const scheme = schemeOfCode(parts.join('').replace(/[.\-_]/g, '')) ?? 'none';
    counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['none'];
  return most === 'none' ? null : most;
}

/**
 * 部门经济科目 | 政府经济科目 side by side, each with code and name: the table goes by its own classification, the other columns
 * say more about its rows.
 */
function withOwnCodes(columns: readonly RoledColumn[], body: readonly ViewRow[], layout: Layout): readonly RoledColumn[] {
  const run = columns.slice(
    0,
    columns.findIndex((column) => column.role === 'amount'),
  );
  const coded = codeGroups(run).flatMap((group) => {
    const scheme = schemeOfCodes(run.slice(group.from, group.to + 1), body);
    return scheme === null ? [] : [{ ...group, scheme }];
  });
  if (new Set(coded.map((code) => code.scheme)).size < 2) return columns;
  const own = coded.find((code) => code.scheme === schemeOfLayout(layout)) ?? coded[0];
  const foreign = new Map<number, ColumnRole>();
  for (const code of coded) {
    if (code === own) continue;
    for (let at = code.from; at <= code.to; at += 1) foreign.set(at, 'other-code');
    const name = code.to + 1;
    if (run[name]?.role === 'name' && name !== (own?.to ?? 0) + 1) foreign.set(name, 'text');
  }
  return columns.map((column, at) => ({ ...column, role: foreign.get(at) ?? column.role }));
}
