/** An .xlsx file → the snapshot that the engine checks. */
import type { Cell, Range, Sheet, Workbook } from '../core/workbook';
import { GENERATED_NAME } from '../present/marks';
import { formatOfId } from './numberFormats';
import { openPackage, readWorkbookPart, type OpcPackage, type SheetEntry, type WorkbookPart } from './package';
import { settingsOf } from './settings';
import { readSharedStrings } from './strings';
import { parseRange, readWorksheet } from './worksheet';
import { childOf, childrenOf, parseXml, type XmlNode } from './xml';

export interface ReadOptions {
  /** The most bytes the package may unpack to. */
  readonly maxUnpacked?: number;
}

/** The part a relationship of the workbook of this kind leads to; `null` when there is none. */
export function relatedPart(opc: OpcPackage, workbook: WorkbookPart, kind: string): string | null {
  const target = workbook.relationships.find((relationship) => relationship.kind === kind && !relationship.external)?.target;
  return target === undefined ? null : opc.find(target);
}

export function sharedStringsOf(opc: OpcPackage, workbook: WorkbookPart): readonly string[] {
  const part = relatedPart(opc, workbook, 'sharedStrings') ?? opc.find('xl/sharedStrings.xml');
  return part === null ? [] : readSharedStrings(opc.text(part), part);
}

/** Number format code by index into cellXfs; `undefined` for General. */
function cellFormats(styles: XmlNode | undefined): readonly (string | undefined)[] {
  const custom = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) => formatOfId(Number(attributes['numFmtId'] ?? 0), custom));
}

export function mergesOf(around: readonly XmlNode[]): Range[] {
  return around
    .filter(({ name }) => name === 'mergeCells')
    .flatMap((node) => childrenOf(node, 'mergeCell'))
    .map(({ attributes }) => parseRange(attributes['ref'] ?? ''))
    .filter((range): range is Range => range !== null && (range.top !== range.bottom || range.left !== range.right));
}

/** True when the workbook marks the sheet as written by Gouji. */
export function isGenerated(workbook: WorkbookPart, index: number): boolean {
  return workbook.names.some(({ name, sheet }) => name === GENERATED_NAME && sheet === index);
}

/**
 * Reads the worksheets of an .xlsx or .xlsm package: values, number formats, formulas with cached results, merges; and Gouji's
 * own settings.
 * Chart sheets are left out. Throws `FileError` with a `files.…` id for anything that is not such a package.
 */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Workbook {
  const opc = openPackage(bytes, options.maxUnpacked);
  const workbook = readWorkbookPart(opc);
  const strings = sharedStringsOf(opc, workbook);
  const stylesPart = relatedPart(opc, workbook, 'styles') ?? opc.find('xl/styles.xml');
  const formats = stylesPart === null ? [] : cellFormats(parseXml(opc.text(stylesPart), stylesPart));

  const readSheet = (entry: SheetEntry, part: string, index: number): Sheet => {
    const rows: (Cell | undefined)[][] = [];
    const around = readWorksheet(
      opc.text(part),
      { part, strings, date1904: workbook.date1904 },
      {
        cell({ row, column, style, value, formula, blank }) {
          if (blank || row < 0 || column < 0) return;
          const format = formats[style];
          (rows[row] ??= [])[column] = {
            value,
            ...(format === undefined ? {} : { format }),
            ...(formula === undefined ? {} : { formula }),
          };
        },
      },
    );
    const merges = mergesOf(around);
    return {
      name: entry.name,
      ...(entry.state === 'visible' ? {} : { hidden: true }),
      ...(isGenerated(workbook, index) ? { generated: true } : {}),
      rows,
      ...(merges.length > 0 ? { merges } : {}),
    };
  };

  const settings = settingsOf(opc);
  return {
    sheets: workbook.sheets.flatMap((entry, index) => (entry.part === null ? [] : [readSheet(entry, entry.part, index)])),
    ...(settings === undefined ? {} : { settings }),
  };
}
