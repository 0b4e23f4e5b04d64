/**
 * How does a workbook look? Everything that the workbench's grid shows of a file: cells with styles, sizes, notes, links,
 * conditional formats, validation, names, custom XML. Nothing is computed; what is not understood is listed, never lost
 * (saving patches the opened package).
 */
import type { CellValue, Range } from '../core/workbook';
import { shownFormula } from './formula';
import { colourOf, colourTable, type ColourTable } from './colours';
import {
  conditionalFormatsOf,
  hyperlinksOf,
  validationsOf,
  type PresentedConditionalFormat,
  type PresentedHyperlink,
  type PresentedValidation,
  type UnsupportedFormat,
} from './features';
import { commentsOf, type PresentedNote, type PresentedThread } from './notes';
import { customXmlParts } from './customXml';
import { openPackage, readWorkbookPart, type OpcPackage, type WorkbookPart } from './package';
import { isGenerated, mergesOf, relatedPart, sharedStringsOf, type ReadOptions } from './read';
import type { ResolvedStyle } from './style';
import { resolveDifferentials, resolveStyles, type DifferentialStyle } from './styles';
import { readWorksheet } from './worksheet';
import { childOf, childrenOf, flag, parseXml, rootNamespace, type Attributes, type XmlNode } from './xml';

export { rootNamespace } from './xml';

export interface PresentedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With its leading `=`. */
  readonly formula: string | null;
  /** Index into `PresentedWorkbook.styles`. */
  readonly style: number;
}

export interface PresentedColumns {
  /** 0-based, both ends included. */
  readonly from: number;
  readonly to: number;
  /** In pixels at 96 dpi; `null` for the default. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Style of the columns' cells that are not in the file. */
  readonly style: number | null;
}

export interface PresentedRow {
  readonly row: number;
  /** In pixels; `null` for a height that fits the content. */
  readonly height: number | null;
  readonly hidden: boolean;
}

export interface PresentedSheet {
  /** The file's own sheetId, as text. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor: string | null;
  readonly active: boolean;
  readonly generated: boolean;
  readonly showGridLines: boolean;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly columns: readonly PresentedColumns[];
  readonly rows: readonly PresentedRow[];
  readonly merges: readonly Range[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Cells with a value or a style, in the order of the file. */
  readonly cells: readonly PresentedCell[];
  readonly notes: readonly PresentedNote[];
  readonly threads: readonly PresentedThread[];
  readonly hyperlinks: readonly PresentedHyperlink[];
  readonly conditionalFormats: readonly PresentedConditionalFormat[];
  readonly validations: readonly PresentedValidation[];
  /** Conditional formats of other kinds: kept in the file, not shown by the grid. */
  readonly unsupported: readonly UnsupportedFormat[];
}

export interface PresentedName {
  readonly name: string;
  /** With its leading `=`. */
  readonly formula: string;
  readonly visible: boolean;
  /** A sheet's id, or `null` for the workbook's scope. */
  readonly sheet: string | null;
}

export interface PresentedXml {
  /** The store item's id (a GUID in braces), or the part's name when it has none. */
  readonly id: string;
  /** Namespace of the root element; empty when it has none. */
  readonly namespace: string;
  readonly xml: string;
}

export interface PresentedWorkbook {
  readonly sheets: readonly PresentedSheet[];
  readonly styles: readonly ResolvedStyle[];
  readonly names: readonly PresentedName[];
  readonly customXml: readonly PresentedXml[];
  readonly date1904: boolean;
}

interface Context {
  readonly opc: OpcPackage;
  readonly workbook: WorkbookPart;
  readonly strings: readonly string[];
  readonly colours: ColourTable;
  readonly differentials: readonly DifferentialStyle[];
  /** Width of a digit of the default font, in pixels (18.3.1.13). */
  readonly digit: number;
}

/** Reads a workbook for display. Throws `FileError` as `readXlsx` does. */
export function readPresentation(bytes: Uint8Array, options: ReadOptions = {}): PresentedWorkbook {
  const opc = openPackage(bytes, options.maxUnpacked);
  const workbook = readWorkbookPart(opc);
  const tree = (kind: string): XmlNode | undefined => {
    const part = relatedPart(opc, workbook, kind);
    return part === null ? undefined : parseXml(opc.text(part), part);
  };
  const stylesXml = tree('styles');
  const colours = colourTable(tree('theme'), stylesXml);
  const styles = resolveStyles(stylesXml, colours);
  const context: Context = {
    opc,
    workbook,
    strings: sharedStringsOf(opc, workbook),
    colours,
    differentials: resolveDifferentials(stylesXml, colours),
    digit: (styles[0]?.font?.size ?? 11) >= 12 ? 8 : 7,
  };
  const visible = workbook.sheets.flatMap((sheet, index) => (sheet.part === null ? [] : [{ sheet, index, part: sheet.part }]));
  return {
    sheets: visible.map(({ part, index }) => presentSheet(context, part, index)),
    styles,
    names: workbook.names.map(({ name, formula, hidden, sheet }) => ({
      name,
      formula: `=${shownFormula(formula)}`,
      visible: !hidden,
      sheet: sheet === null ? null : (workbook.sheets[sheet]?.id ?? null),
    })),
    customXml: customXmlOf(opc),
    date1904: workbook.date1904,
  };
}

function presentSheet(context: Context, part: string, index: number): PresentedSheet {
  const { opc, workbook, strings, colours, digit } = context;
  const cells: PresentedCell[] = [];
  const rows: PresentedRow[] = [];
  const around = readWorksheet(
    opc.text(part),
    { part, strings, date1904: workbook.date1904 },
    {
      row(row, attributes) {
        const height = flag(attributes['customHeight']) && attributes['ht'] !== undefined ? pixelsOfPoints(Number(attributes['ht'])) : null;
        if (height !== null || flag(attributes['hidden'])) rows.push({ row, height, hidden: flag(attributes['hidden']) });
      },
      cell({ row, column, style, value, formula, blank }) {
        if (row < 0 || column < 0 || (blank && style === 0)) return;
        cells.push({ row, column, value: blank ? null : value, formula: formula ?? null, style });
      },
    },
  );
  const element = (name: string): XmlNode | undefined => around.find((node) => node.name === name);
  const entry = workbook.sheets[index];
  const relationships = opc.relationships(part);
  const view = childOf(element('sheetViews'), 'sheetView');
  const sizes = element('sheetFormatPr')?.attributes ?? {};
  return {
    id: entry?.id ?? String(index + 1),
    name: entry?.name ?? '',
    visibility: entry?.state ?? 'visible',
    tabColor: colourOf(childOf(element('sheetPr'), 'tabColor'), colours),
    active: index === workbook.activeTab,
    generated: isGenerated(workbook, index),
    showGridLines: flag(view?.attributes['showGridLines'], true),
    defaultColumnWidth: defaultWidth(sizes, digit),
    defaultRowHeight: pixelsOfPoints(Number(sizes['defaultRowHeight'] ?? 15)),
    columns: childrenOf(element('cols'), 'col').map(({ attributes }) => columnsOf(attributes, digit)),
    rows,
    merges: mergesOf(around),
    frozen: frozenOf(view),
    cells,
    ...commentsOf(opc, relationships, workbook.relationships),
    hyperlinks: hyperlinksOf(element('hyperlinks'), relationships),
    ...conditionalFormatsOf(around, context.differentials),
    validations: validationsOf(around),
  };
}

function pixelsOfPoints(points: number): number {
  return Math.round((points * 96) / 72);
}

/** Width in characters, as the file states it, to pixels (18.3.1.13). */
function pixelsOfWidth(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}

function defaultWidth(sizes: Attributes, digit: number): number {
  if (sizes['defaultColWidth'] !== undefined) return pixelsOfWidth(Number(sizes['defaultColWidth']), digit);
  const characters = Number(sizes['baseColWidth'] ?? 8);
  // Five pixels of padding, then up to the next multiple of eight, as Excel does.
  return Math.ceil((characters * digit + 5) / 8) * 8;
}

function columnsOf(attributes: Attributes, digit: number): PresentedColumns {
  const { min = '1', max = min, width, style } = attributes;
  return {
    from: Number(min) - 1,
    to: Number(max) - 1,
    width: width === undefined ? null : pixelsOfWidth(Number(width), digit),
    hidden: flag(attributes['hidden']),
    style: style === undefined ? null : Number(style),
  };
}

function frozenOf(view: XmlNode | undefined): PresentedSheet['frozen'] {
  const pane = childOf(view, 'pane')?.attributes;
  if (!pane || !(pane['state'] ?? '').startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) };
}

function customXmlOf(opc: OpcPackage): PresentedXml[] {
  return customXmlParts(opc).map((target) => {
    const xml = opc.text(target);
    const properties = opc.relationships(target).find(({ kind }) => kind === 'customXmlProps')?.target;
    const item = properties === undefined || opc.find(properties) === null ? undefined : parseXml(opc.text(properties), properties);
    return { id: item?.attributes['itemID'] ?? target, namespace: rootNamespace(xml), xml };
  });
}
