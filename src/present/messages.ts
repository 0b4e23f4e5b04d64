/**
 * Which question this file answers: how is a finding, a table or a skipped rule said to the user in his language.
 * Users read 错误 / 警告 / 提示 and 不一致; which side is wrong is not said here.
 */
import type { Finding, FindingCell, Message, Severity, Skipped, TableKind } from '../core/model';
import { documentName, paragraphNumber } from '../core/beside';
import { PARAGRAPH_MARK } from '../core/finding-parts';
import { addressOf, type CellRef } from '../core/workbook';
import { translate, type Locale } from '../i18n';

/** Data entries that hold an id of ours rather than words, and the dictionary they are looked up in. */
const NAMED_BY: Readonly<Record<string, string>> = { kind: 'kind', kinds: 'kind', recognised: 'kind', meaning: 'meaning' };

/** A message of core as a sentence: table kinds among its data are given their names. */
export function messageText(locale: Locale, message: Message): string {
  const data: Record<string, string> = {};
  for (const [key, value] of Object.entries(message.data)) {
    const dictionary = NAMED_BY[key];
    data[key] = dictionary === undefined ? withParagraphs(locale, key, value) : named(locale, dictionary, value);
  }
  return translate(locale, message.id, data);
}

/** `说明.docx ¶12` among the places of a message → 说明.docx 第 12 段. */
function withParagraphs(locale: Locale, key: string, value: string): string {
  if (!key.endsWith('Place') || !value.includes(PARAGRAPH_MARK)) return value;
  return value.replace(new RegExp(`${PARAGRAPH_MARK}(\\d+)`, 'g'), (_mark, number: string) => paragraphText(locale, Number(number)));
}

function paragraphText(locale: Locale, number: number): string {
  return translate(locale, 'place.paragraph', { number: String(number) });
}

function named(locale: Locale, dictionary: string, ids: string): string {
  const names = ids.split(',').map((id) => translate(locale, `${dictionary}.${id.trim()}`));
  return names.join(translate(locale, 'present.list.separator'));
}

/** `表三 C6 为 6523.40，所列款级之和为 6523.39，差 0.01`: the equation, both places and the difference; why it was accepted, or that it is open again. */
export function findingText(locale: Locale, finding: Finding): string {
  const text = messageText(locale, finding.message);
  if (finding.accepted) return translate(locale, 'present.accepted', { text, reason: finding.accepted.reason });
  return finding.reopened ? translate(locale, 'present.reopened', { text }) : text;
}

/** 错误, 警告, 提示. */
export function severityName(locale: Locale, severity: Severity): string {
  return translate(locale, `severity.${severity}`);
}

/** How the finding is classed for the user; a doubtful rounding gap has a name of its own. */
export type ClassName = Finding['class'] | 'doubtful';

export function classOf(finding: Finding): ClassName {
  return finding.doubtful === true ? 'doubtful' : finding.class;
}

/** 不一致, 四舍五入差, 疑似非四舍五入, 名称或编码, 文字. */
export function className(locale: Locale, name: ClassName): string {
  return translate(locale, `class.${name}`);
}

/** 部门收支总表 … */
export function kindName(locale: Locale, kind: TableKind): string {
  return translate(locale, `kind.${kind}`);
}

/** 收支总表 …: the same in six characters or so, for a drawing. */
export function shortKindName(locale: Locale, kind: TableKind): string {
  return translate(locale, `kind-short.${kind}`);
}

/** Why a rule could not be applied. */
export function skippedText(locale: Locale, skipped: Skipped): string {
  return messageText(locale, skipped.reason);
}

/** `C7`, or 第 12 段 of a document. */
export function addressName(cell: CellRef, locale: Locale = 'zh-CN'): string {
  const paragraph = paragraphNumber(cell);
  return paragraph === null ? addressOf(cell) : paragraphText(locale, paragraph);
}

/** `表三!C7`, or `说明.docx 第 12 段`, for reading; never a formula (see `quoteSheetName` for those). */
export function placeName(cell: CellRef, locale: Locale = 'zh-CN'): string {
  const document = documentName(cell.sheet);
  return document === null ? `${cell.sheet}!${addressOf(cell)}` : `${document} ${addressName(cell, locale)}`;
}

/** `表三!C7、C19、C24`: each cell and the sheet's name once; a long list ends with the number of all cells. */
export function placeList(locale: Locale, cells: readonly CellRef[], most = 8): string {
  const separator = translate(locale, 'present.list.separator');
  const distinct = [...new Map(cells.map((cell) => [placeName(cell), cell])).values()];
  const parts: string[] = [];
  let sheet: string | null = null;
  for (const cell of distinct.slice(0, most)) {
    parts.push(cell.sheet === sheet ? addressName(cell, locale) : placeName(cell, locale));
    sheet = cell.sheet;
  }
  const listed = parts.join(separator);
  return distinct.length > most ? translate(locale, 'present.more-cells', { cells: listed, count: String(distinct.length) }) : listed;
}

/** The cells of one side, in the order of the relation. */
export function sideCells(finding: Finding, side: FindingCell['side']): readonly FindingCell[] {
  return finding.cells.filter((entry) => entry.side === side);
}

/** The order in which findings are shown: errors, warnings, labels, hints, doubtful rounding, rounding, and apart what the user accepted. */
export const FINDING_GROUPS = ['error', 'warning', 'label', 'hint', 'doubtful', 'rounding', 'accepted'] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

export function groupOf(finding: Finding): FindingGroup {
  if (finding.accepted) return 'accepted';
  if (finding.class === 'rounding') return finding.doubtful === true ? 'doubtful' : 'rounding';
  if (finding.severity === 'error') return 'error';
  if (finding.class === 'label') return 'label';
  return finding.severity === 'warning' ? 'warning' : 'hint';
}

/** The findings by group, each group in the engine's own order; empty groups are left out. */
export function groupFindings(
  findings: readonly Finding[],
): readonly { readonly group: FindingGroup; readonly findings: readonly Finding[] }[] {
  return FINDING_GROUPS.map((group) => ({ group, findings: findings.filter((finding) => groupOf(finding) === group) })).filter(
    (entry) => entry.findings.length > 0,
  );
}
