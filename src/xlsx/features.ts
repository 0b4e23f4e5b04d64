/** What do a worksheet's elements around its cells say: links, conditional formats, data validation? */
import type { Range } from '../core/workbook';
import type { Relationship } from './package';
import type { DifferentialStyle } from './styles';
import { parseRange } from './worksheet';
import { childOf, childrenOf, flag, type XmlNode } from './xml';

export interface PresentedHyperlink {
  readonly range: Range;
  /** `'表三'!C7`, for a place in this workbook. */
  readonly documentReference?: string;
  readonly address?: string;
  readonly textToDisplay?: string;
  readonly screenTip?: string;
}

/** A conditional format of the custom-formula kind. */
export interface PresentedConditionalFormat {
  readonly ranges: readonly Range[];
  /** With its leading `=`, relative to the first range's top left cell. */
  readonly formula: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly border?: string;
  /** 1 is looked at first. */
  readonly priority: number;
}

export interface UnsupportedFormat {
  /** As the file names it: cellIs, dataBar, colorScale, iconSet … */
  readonly kind: string;
  readonly ranges: readonly Range[];
}

export interface PresentedValidation {
  readonly range: Range;
  /** The attributes of the file (type, operator, allowBlank, error …) with formula1 and formula2. */
  readonly rule: Readonly<Record<string, string | boolean>>;
}

/** `A1:B2 D4` → ranges; what cannot be read is left out. */
export function parseRanges(sqref: string): Range[] {
  return sqref
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .filter((range): range is Range => range !== null);
}

export function hyperlinksOf(node: XmlNode | undefined, relationships: readonly Relationship[]): PresentedHyperlink[] {
  return childrenOf(node, 'hyperlink').flatMap(({ attributes }) => {
    const range = parseRange(attributes['ref'] ?? '');
    if (!range) return [];
    const address = relationships.find(({ id }) => id === attributes['id'])?.target;
    const { location, display, tooltip } = attributes;
    return [
      {
        range,
        ...(location === undefined ? {} : { documentReference: location }),
        ...(address === undefined ? {} : { address }),
        ...(display === undefined ? {} : { textToDisplay: display }),
        ...(tooltip === undefined ? {} : { screenTip: tooltip }),
      },
    ];
  });
}

/** The elements of an extension list whose local name is given, however deep (Excel 2010 keeps newer kinds there). */
function extensions(around: readonly XmlNode[], name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (node: XmlNode): void => {
    if (node.name === name) found.push(node);
    else for (const child of node.children) walk(child);
  };
  for (const node of around) if (node.name === 'extLst') walk(node);
  return found;
}

export function conditionalFormatsOf(
  around: readonly XmlNode[],
  differentials: readonly DifferentialStyle[],
): { readonly conditionalFormats: readonly PresentedConditionalFormat[]; readonly unsupported: readonly UnsupportedFormat[] } {
  const conditionalFormats: PresentedConditionalFormat[] = [];
  const unsupported: UnsupportedFormat[] = [];
  for (const node of around.filter(({ name }) => name === 'conditionalFormatting')) {
    const ranges = parseRanges(node.attributes['sqref'] ?? '');
    for (const rule of childrenOf(node, 'cfRule')) {
      const kind = rule.attributes['type'] ?? '';
      const formula = childOf(rule, 'formula')?.text;
      if (kind !== 'expression' || formula === undefined) {
        unsupported.push({ kind, ranges });
        continue;
      }
      const style = differentials[Number(rule.attributes['dxfId'] ?? -1)];
      conditionalFormats.push({
        ranges,
        formula: `=${formula}`,
        fill: style?.fill ?? null,
        fontColor: style?.fontColor ?? null,
        ...(style?.border === undefined ? {} : { border: style.border }),
        priority: Number(rule.attributes['priority'] ?? 0),
      });
    }
  }
  for (const node of extensions(around, 'conditionalFormatting')) {
    const ranges = parseRanges(childOf(node, 'sqref')?.text ?? '');
    for (const rule of childrenOf(node, 'cfRule')) unsupported.push({ kind: rule.attributes['type'] ?? '', ranges });
  }
  conditionalFormats.sort((a, b) => a.priority - b.priority);
  return { conditionalFormats, unsupported };
}

const VALIDATION_FLAGS: ReadonlySet<string> = new Set(['allowBlank', 'showDropDown', 'showErrorMessage', 'showInputMessage']);

export function validationsOf(around: readonly XmlNode[]): PresentedValidation[] {
  const plain = around.filter(({ name }) => name === 'dataValidations').flatMap((node) => childrenOf(node, 'dataValidation'));
  return [...plain, ...extensions(around, 'dataValidation')].flatMap((node) => {
    const rule: Record<string, string | boolean> = {};
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name !== 'sqref' && name !== 'uid') rule[name] = VALIDATION_FLAGS.has(name) ? flag(value) : value;
    }
    for (const name of ['formula1', 'formula2']) {
      const formula = childOf(node, name);
      // In the extension list the formula stands one level deeper, in xm:f.
      if (formula) rule[name] = childOf(formula, 'f')?.text ?? formula.text;
    }
    return parseRanges(node.attributes['sqref'] ?? childOf(node, 'sqref')?.text ?? '').map((range) => ({ range, rule }));
  });
}
