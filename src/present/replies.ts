/**
 * Which question this file answers: what did the clerk and the reviewer write on the 差异清单 that is being written anew. A finding's row is known
 * by the id in its hidden column, the columns by their headings, so that rows may have been sorted and columns moved.
 */
import { translate, type Locale } from '../i18n';

/** Heading of the hidden column; the same in every language. */
export const CODE_HEADING = 'gouji:finding';

export interface Reply {
  readonly clerk: string;
  readonly reviewer: string;
  /** What the row said, for a finding that is no more. */
  readonly message: string;
}

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** By the finding's id, in the order of the sheet; rows without a reply are left out. */
export function repliesOf(earlier: readonly (readonly string[])[] | null): ReadonlyMap<string, Reply> {
  const replies = new Map<string, Reply>();
  const header = earlier?.findIndex((row) => row.includes(CODE_HEADING)) ?? -1;
  const names = earlier?.[header];
  if (!earlier || !names) return replies;
  const column = (id: 'sheet.column.clerk' | 'sheet.column.reviewer' | 'sheet.column.message'): number =>
    names.findIndex((name) => LOCALES.some((locale) => translate(locale, id) === name.trim()));
  const [code, clerk, reviewer, message] = [
    names.indexOf(CODE_HEADING),
    column('sheet.column.clerk'),
    column('sheet.column.reviewer'),
    column('sheet.column.message'),
  ];
  for (const row of earlier.slice(header + 1)) {
    const id = row[code]?.trim() ?? '';
    const reply = { clerk: row[clerk] ?? '', reviewer: row[reviewer] ?? '', message: row[message] ?? '' };
    if (id !== '' && (reply.clerk.trim() !== '' || reply.reviewer.trim() !== '')) replies.set(id, reply);
  }
  return replies;
}
