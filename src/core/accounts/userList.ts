/** Which accounts does a bureau's own list name? Rows of a CSV file or of a worksheet → entries, or what is wrong in which line. */
import type { Message } from '../model';
import type { Workbook } from '../workbook';
import { catalogueOf, normaliseAccountName, schemeOfCode, type Catalogue, type CatalogueEntry } from './catalogue';

export interface AccountList {
  readonly entries: readonly CatalogueEntry[];
  /** In the order of the lines; a list with problems should not be used. */
  readonly problems: readonly Message[];
}

/** The evidence of every name in a user's list. */
export const USER_LIST = 'user-list';

/** The catalogue with a bureau's list over it: for the accounts that the list names, the list's names are the current ones. */
export function withUserAccounts(list: readonly CatalogueEntry[], base: Catalogue): Catalogue {
  const keyOf = ({ scheme, code }: CatalogueEntry): string => `${scheme} ${code}`;
  // A line without a year speaks of today: it takes the place of the latest name and leaves the earlier ones.
  const latest = new Map(base.entries.map((entry) => [keyOf(entry), entry.fromYear]));
  const layer = list.map((entry) => ({ ...entry, fromYear: entry.fromYear ?? latest.get(keyOf(entry)) ?? null }));
  const begins = new Map<string, number>();
  for (const entry of layer) begins.set(keyOf(entry), Math.min(begins.get(keyOf(entry)) ?? Infinity, entry.fromYear ?? -Infinity));
  const kept = base.entries.filter(
    (entry) => (entry.fromYear ?? -Infinity) < (begins.get(keyOf(entry)) ?? Infinity) || !begins.has(keyOf(entry)),
  );
  return catalogueOf([...kept, ...layer]);
}

interface Columns {
  readonly code: number;
  readonly name: number;
  readonly year: number | null;
}

const CODE_HEADING = /编码|代码|编号|^code$/i;
const NAME_HEADING = /名称|^科目$|^name$/i;
const YEAR_HEADING = /年|^from$|^year$/i;
const YEAR = /^(20\d{2})年?(?:度)?$/;

/** Full-width digits, blanks and Excel's leading apostrophe are no part of a code. */
const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
const codeOf = (text: string | undefined): string => plain(text).replace(/^'|[.\-_]/g, '');

/**
 * Reads lines of code, name and (optional) first year, in this order unless a heading says otherwise. Lines above the first code
 * are headings; blank lines are passed over. Lines are numbered from 1, as the rows are given.
 */
export function parseAccountList(rows: readonly (readonly string[])[]): AccountList {
  const columns = columnsOf(rows);
  const entries: CatalogueEntry[] = [];
  const problems: Message[] = [];
  const lines = new Map<string, { readonly line: string; readonly name: string }>();
  let begun = false;
  rows.forEach((row, index) => {
    const line = String(index + 1);
    const code = codeOf(row[columns.code]);
    const scheme = schemeOfCode(code);
    begun ||= scheme !== null;
    if (!begun || row.every((cell) => plain(cell) === '')) return;
    const problem = (id: string, data: Readonly<Record<string, string>> = {}): void =>
      void problems.push({ id: `accounts.${id}`, data: { line, ...data } });
    if (scheme === null) return code === '' ? problem('no-code') : problem('bad-code', { code: shortened(row[columns.code] ?? '') });
    const name = (row[columns.name] ?? '').trim();
    if (name === '') return problem('no-name', { code });
    const yearText = columns.year === null ? '' : plain(row[columns.year]);
    const year = YEAR.exec(yearText)?.[1];
    if (yearText !== '' && year === undefined) return problem('bad-year', { code, year: shortened(yearText) });
    const key = `${code} ${year ?? ''}`;
    const earlier = lines.get(key);
    if (earlier && normaliseAccountName(earlier.name) !== normaliseAccountName(name))
      return problem('repeated', { code, earlier: earlier.line });
    if (earlier) return;
    lines.set(key, { line, name });
    entries.push({ scheme, code, name, evidence: USER_LIST, fromYear: year === undefined ? null : Number(year) });
  });
  if (!begun) problems.push({ id: 'accounts.empty', data: {} });
  return { entries, problems };
}

/** Where the heading puts code, name and year; without one the first three columns. */
function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const first = rows.findIndex((row) => row.some((cell) => schemeOfCode(codeOf(cell)) !== null));
  for (const row of rows.slice(0, Math.max(first, 0)).reverse()) {
    const texts = row.map(plain);
    const code = texts.findIndex((text) => CODE_HEADING.test(text));
    const name = texts.findIndex((text, i) => i !== code && NAME_HEADING.test(text));
    if (code < 0 || name < 0) continue;
    const year = texts.findIndex((text, i) => i !== code && i !== name && YEAR_HEADING.test(text));
    return { code, name, year: year < 0 ? null : year };
  }
  return { code: 0, name: 1, year: 2 };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}

/** The rows of the first visible sheet that holds anything. */
export function rowsOfWorkbook(workbook: Workbook): readonly (readonly string[])[] {
  const sheet = workbook.sheets.find(({ hidden, generated, rows }) => !hidden && !generated && rows.some((row) => row?.some(Boolean)));
  return [...(sheet?.rows ?? [])].map((row) => [...(row ?? [])].map((cell) => String(cell?.value ?? '')));
}

const SEPARATORS = [',', '\t', ';', '，'] as const;

/** RFC 4180, with the separator (comma, tab, semicolon, full-width comma) that most of the text uses. */
export function rowsOfCsv(text: string): readonly (readonly string[])[] {
  const source = text.replace(/^\ufeff/, '');
  const count = (separator: string): number => source.split(separator).length;
  const separator = SEPARATORS.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') {
        cell += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (c === separator) endCell();
    else if (c === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (c !== '\r') cell += c;
  }
  endCell();
  if (row.length > 1 || row[0] !== '') rows.push(row);
  return rows;
}
