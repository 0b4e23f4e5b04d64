/** Which title, unit, year and department stand above a table, and in which cells? */
import type { Catalogue } from '../accounts';
import type { Unit } from '../model';
import { UNIT_WORDS, unitInBrackets } from '../units';
import { compact, hasOrdinal, linesOf, textOf } from './text';
import { isBodyRow } from './header';
import { isNote, looksLikeOrganisation } from './vocabulary';
import type { ViewCell, ViewRow } from './sheetView';

export interface Found<T> {
  readonly value: T;
  readonly cell: ViewCell;
}

export interface Caption {
  readonly title: Found<string> | null;
  /** A second title line in brackets, e.g. （政府预算支出经济分类科目）. */
  readonly subtitle: Found<string> | null;
  readonly unit: Found<Unit> | null;
  readonly year: Found<number> | null;
  readonly department: Found<string> | null;
  /** How many of the region's rows the caption takes up. */
  readonly rows: number;
}

const TABLE_NUMBER = /^(?:附件\d*[::]?)?(?:部门|单位|预算|决算)*(?:公开)?(?:附?表)[一二三四五六七八九十\d]+(?:[-－.]\d+)?[::]?$/;
/** 公开01表, 财决02表, 预算03表: the number of an official form. */
const FORM_NUMBER = /^(?:部门|公开|附|预算|决算|财决)*(?:表)?\d{1,2}(?:-\d{1,2})?表[::]?$/;
/** 「…支出表（按经济分类）」, 「…基本支出表--人员经费（工资福利支出）」. */
const TITLE = /(?:表|一览|总览)(?:-{1,2}\p{Script=Han}{2,12})?(?:\([^()]*\))*$/u;
const UNIT = new RegExp(`(?:金额)?(?:计量)?单位[::](?:人民币)?(${UNIT_WORDS})\\)?|^\\(?(?:金额|计量)?单位(?:人民币)?(${UNIT_WORDS})\\)?$`);
const DEPARTMENT =
  /^(?:部门\(单位\)(?:名称|全称)?|部门(?:名称|全称)?|(?:编制|编报|填报|预算|公开|申报)(?:部门|单位)(?:名称)?|单位(?:名称|全称)|单位)[::](.*)$/;
const YEAR = /(20\d{2})年/;
const YEAR_CAPTION = /^(?:预算)?年度[::](20\d{2})/;
const CAPTION_ROWS = 8;
/** 「××局财政拨款收支总表」: the department before the table's own name. */
const DEPARTMENT_IN_TITLE =
  /^(?:20\d{2}年(?:度)?)?(?!第.部分)([\p{Script=Han}()]{2,}?(?:局|委员会|办公室|委|中心|院|厅|处|所|学校|大学|政府|街道|镇|乡))(?=(?:20\d{2}年|部门|单位|一般公共|财政|政府性|国有资本|["“]?三公|政府采购|采购|项目|预算|收入|支出|收支|整体))/u;

/** 「××表（单位：万元）」, 「××表 编制单位：某局」: what may stand behind a title in its own line. */
const BEHIND_TITLE =
  /(?<=[表览)])\(?(?:(?:金额)?(?:计量)?单位|部门|(?:编制|编报|填报|公开)(?:部门|单位)|(?:部门|单位)(?:名称|全称))[::].*$/u;

/** The lines of a cell, a title apart from what stands behind it. */
function captionLines(cell: ViewCell): readonly string[] {
  return linesOf(textOf(cell.cell.value)).flatMap((line) => {
    const behind = BEHIND_TITLE.exec(line);
    return behind === null ? [line] : [line.slice(0, behind.index), behind[0]];
  });
}

/** 「表三」「附件：表 1-2」「公开表五」: a number, not a title. */
export function isTableNumber(line: string): boolean {
  return TABLE_NUMBER.test(line) || FORM_NUMBER.test(line);
}

/** Whether a compacted line could be a table's title. */
function isTitle(line: string): boolean {
  return (
    line.length >= 4 && line.length <= 70 && TITLE.test(line) && !isTableNumber(line) && !isNote(line) && !/[。;;,]|[::](?!.*表)/.test(line)
  );
}

const TITLE_WORD = /收支|专户|预算|决算|财政|经费|基金|资本|支出|收入|采购|绩效/;

/** 「一般公共预算」 above 「基本支出表」 in one cell: the first line of a title that is broken over two. */
function beginsTitle(line: string): boolean {
  return (
    TITLE_WORD.test(line) &&
    !hasOrdinal(line) &&
    !/[::。;]|[表览]$/.test(line) &&
    !UNIT.test(line) &&
    !isTableNumber(line) &&
    !looksLikeOrganisation(line)
  );
}

/** The line of a cell's text that could be its table's title, put together where it is broken. */
export function titleLine(cell: ViewCell): string | null {
  if (typeof cell.cell.value !== 'string' || !/表|览/.test(cell.text)) return null;
  const lines = captionLines(cell);
  const titles = lines.map((line, at) => {
    const before = lines[at - 1];
    const whole = before !== undefined && beginsTitle(before) ? before + line : line;
    return [whole, line].find(isTitle) ?? null;
  });
  return titles.find((title) => title !== null) ?? null;
}

/** A row that begins a table: its title, alone or beside the unit, department or table number. */
export function isTitleRow(row: ViewRow): boolean {
  const [first] = row.cells;
  if (!first || titleLine(first) === null) return false;
  return row.cells
    .slice(1)
    .every((cell) => isTableNumber(cell.text) || UNIT.test(cell.text) || DEPARTMENT.test(cell.text) || YEAR_CAPTION.test(cell.text));
}

function hasCaption(row: ViewRow): boolean {
  return row.cells.some((cell) => captionLines(cell).some((line) => UNIT.test(line) || DEPARTMENT.test(line) || YEAR_CAPTION.test(line)));
}

/** Only numbers of tables, bare years, bracketed second titles, stray punctuation: nothing of a header. */
function isBareCaption(row: ViewRow): boolean {
  return row.cells.every(
    (cell) =>
      isTableNumber(cell.text) ||
      /^20\d{2}(?:年度?)?$/.test(cell.text) ||
      /^\([^()]{4,}\)$/.test(cell.text) ||
      !/[\p{L}\p{N}]/u.test(cell.text),
  );
}

/** As much of a text as the compacted line says. */
function beginningOf(text: string, line: string): string {
  let end = 0;
  while (end < text.length && compact(text.slice(0, end)).length < line.length) end += 1;
  return text.slice(0, end);
}

/** As written, without blanks: full-width punctuation stays. */
function verbatim(cell: ViewCell, line: string): string {
  const parts = textOf(cell.cell.value).split(/[\r\n\t]+/);
  const isLine = (part: string): boolean => compact(part) === line;
  const raw =
    parts.find(isLine) ??
    parts.map((part, i) => `${part}${parts[i + 1] ?? ''}`).find(isLine) ??
    parts.map((part) => beginningOf(part, line)).find(isLine);
  return (raw ?? line).replace(/\s+/g, '');
}

/** The row that must be the title where none calls itself a 表: the first, or the one below the table's number. */
function openingOf(rows: readonly ViewRow[]): number {
  const [first, second] = rows;
  const numbered = first?.cells.every((cell) => isTableNumber(cell.text)) === true;
  return numbered && second?.cells.length === 1 && !hasCaption(second) ? 1 : 0;
}

/** Reads the caption from a region's first rows. */
export function readCaption(rows: readonly ViewRow[], catalogue: Catalogue): Caption {
  const head = rows.slice(0, CAPTION_ROWS);
  let last = -1;
  let titleAt = -1;
  for (const [i, row] of head.entries()) {
    const title = isTitleRow(row);
    if (!title && !hasCaption(row) && isBodyRow(row, catalogue)) break;
    if (title && (titleAt < 0 || i - titleAt <= 2)) titleAt = i;
    if (title || hasCaption(row)) last = i;
  }
  const opening = openingOf(rows);
  if (titleAt < 0 && rows[opening]?.cells.length === 1 && rows.length > opening + 1) {
    titleAt = opening;
    last = Math.max(last, opening);
  }
  if (titleAt > last) last = titleAt;
  while (last >= 0 && last + 1 < head.length && isBareCaption(head[last + 1] as ViewRow)) last += 1;
  const captionRows = rows.slice(0, last + 1);

  const titleCell = titleAt >= 0 ? rows[titleAt]?.cells[0] : undefined;
  const line = titleCell ? (titleLine(titleCell) ?? titleCell.text) : null;
  let subtitle: Found<string> | null = null;
  let unit: Found<Unit> | null = null;
  let year: Found<number> | null = null;
  let department: Found<string> | null = null;
  captionRows.forEach((row, i) => {
    for (const cell of row.cells) {
      if (i > titleAt && !subtitle && /^\([^()]{4,}\)$/.test(cell.text)) subtitle = { value: verbatim(cell, cell.text), cell };
      for (const text of captionLines(cell)) {
        const stands = UNIT.exec(text);
        const unitText = stands?.[1] ?? stands?.[2] ?? unitInBrackets(text);
        if (unitText && !unit) unit = { value: unitText as Unit, cell };
        const stated = YEAR_CAPTION.exec(text)?.[1];
        if (stated) year = { value: Number(stated), cell };
        const rest = text.replace(UNIT, '').replace(/预算年度[::]20\d{2}.*$/, '');
        const name = DEPARTMENT.exec(rest)?.[1];
        if (name && !department) department = { value: name, cell };
      }
    }
  });
  if (titleCell && line !== null && !year) {
    const y = YEAR.exec(line)?.[1];
    if (y) year = { value: Number(y), cell: titleCell };
  }
  for (const row of captionRows) {
    for (const cell of row.cells) {
      const y = /^(20\d{2})(?:年度?)?$/.exec(cell.text)?.[1];
      if (!year && y) year = { value: Number(y), cell };
      if (!department && hasCaption(row) && cell !== titleCell && /^[\d-]*[\p{Script=Han}()]{4,}$/u.test(cell.text))
        department = { value: cell.text, cell };
    }
  }
  const inTitle = line === null ? undefined : DEPARTMENT_IN_TITLE.exec(line)?.[1];
  if (!department && titleCell && inTitle) department = { value: inTitle, cell: titleCell };
  return {
    title: titleCell && line !== null ? { value: verbatim(titleCell, line), cell: titleCell } : null,
    subtitle,
    unit,
    year,
    department,
    rows: last + 1,
  };
}
