/** A .docx built by hand: the markup of its body, and further parts of the folder word/. */
import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** Name of a part in word/ (numbering, styles, footnotes) → the markup inside its root. */
export type Parts = Readonly<Record<string, string>>;

export function docx(body: string, parts: Parts = {}): Uint8Array {
  const targets = Object.keys(parts).map((name, i) => `<Relationship Id="r${i}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`);
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}">${targets.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, markup] of Object.entries(parts)) files[`word/${name}.xml`] = `<w:${name} ${NAMESPACES}>${markup}</w:${name}>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A run of text. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of the runs' texts. */
export const p = (...runs: readonly string[]): string => `<w:p>${runs.map((text) => r(text)).join('')}</w:p>`;

/** A paragraph with properties. */
export const styled = (properties: string, text: string): string => `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;

/** A paragraph in a list. */
export const listed = (list: number, level: number, text: string): string =>
  styled(`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`, text);

export const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

/** A table of plain cells. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => cell(text)).join('')}</w:tr>`).join('')}</w:tbl>`;
