/** Tiny .xlsx packages as literals: only the parts that a test speaks of, the rest filled in. */
import { strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface TinySheet {
  readonly name: string;
  /** Content of sheetData. */
  readonly data?: string;
  /** Elements before and after sheetData. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
}

export interface Tiny {
  readonly sheets?: readonly TinySheet[];
  /** Content of sst. */
  readonly strings?: string;
  /** Content of styleSheet. */
  readonly styles?: string;
  /** Elements of the workbook after its sheets. */
  readonly workbook?: string;
  readonly workbookPr?: string;
  /** Further parts, or parts to put in the place of those made here; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

export const DEFAULT_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

export function relationships(entries: readonly (readonly [string, string, string])[]): string {
  const content = entries.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`).join('');
  return `<Relationships xmlns="${PACKAGE_REL}">${content}</Relationships>`;
}

export function tinyParts({
  sheets = [{ name: '表一' }],
  strings,
  styles = DEFAULT_STYLES,
  workbook = '',
  workbookPr = '',
  parts = {},
}: Tiny): Record<string, string> {
  const all: Record<string, string | null> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      sheets
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join('') +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${workbookPr}<sheets>` +
      sheets
        .map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`)
        .join('') +
      `</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rId100', 'styles', 'styles.xml'],
      ...(strings === undefined ? [] : [['rId101', 'sharedStrings', 'sharedStrings.xml'] as const]),
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
  };
  if (strings !== undefined) all['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  sheets.forEach(({ data = '', before = '', after = '' }, i) => {
    all[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
  });
  const merged = Object.entries({ ...all, ...parts }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(merged);
}

export function zipParts(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export function tiny(options: Tiny): Uint8Array {
  return zipParts(tinyParts(options));
}

/** A package's parts as texts. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, new TextDecoder().decode(data)]));
}

/** Names of the parts that differ between two packages, those of one side only included. */
export function changedParts(a: Uint8Array, b: Uint8Array): string[] {
  const before = partsOf(a);
  const after = partsOf(b);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]).sort();
}
