/** How are conditional formats put above a sheet's own, and taken off again so that nothing remains? */
import {
  attributeOf,
  attributeSplice,
  elementNamed,
  elementsOf,
  insertOrdered,
  rootOf,
  splice,
  textOf,
  type Markup,
  type Splice,
} from './markup';
import { WORKSHEET_ORDER } from './worksheetOrder';
import { escapeText } from './xml';

export interface MarkRule {
  readonly addresses: readonly string[];
  /** With or without its leading `=`. */
  readonly formula: string;
  /** Index into dxfs. */
  readonly differential: number;
}

/** Every cfRule of the sheet, those of Excel 2010's extension list included: they share one order of priorities. */
function rulesOf(xml: string): Markup[] {
  const found: Markup[] = [];
  const walk = (element: Markup): void => {
    for (const child of elementsOf(xml, element)) {
      if (child.name === 'cfRule') found.push(child);
      else if (!['formula', 'sqref', 'cfvo'].includes(child.name)) walk(child);
    }
  };
  for (const element of elementsOf(xml, rootOf(xml))) {
    if (element.name === 'conditionalFormatting' || element.name === 'extLst') walk(element);
  }
  return found;
}

/** Adds rules with the first priorities; the present ones move behind them in their own order. */
export function addMarks(xml: string, rules: readonly MarkRule[]): string {
  if (rules.length === 0) return xml;
  const moved = splice(
    xml,
    rulesOf(xml).flatMap((rule): Splice[] => {
      const priority = attributeOf(xml, rule, 'priority');
      return priority === undefined ? [] : [attributeSplice(xml, rule, 'priority', String(Number(priority) + rules.length))];
    }),
  );
  const { prefix } = rootOf(moved);
  const content = rules
    .map(({ addresses, formula, differential }, i) => {
      const condition = `<${prefix}formula>${escapeText(formula.replace(/^=/, ''))}</${prefix}formula>`;
      const rule = `<${prefix}cfRule type="expression" dxfId="${differential}" priority="${i + 1}">${condition}</${prefix}cfRule>`;
      return `<${prefix}conditionalFormatting sqref="${addresses.join(' ')}">${rule}</${prefix}conditionalFormatting>`;
    })
    .join('');
  return insertOrdered(moved, WORKSHEET_ORDER, 'conditionalFormatting', content);
}

/** Takes away the expression rules whose formula (with `=`) is ours; the others move up again. */
export function removeMarks(xml: string, isOurs: (formula: string) => boolean): string {
  const removed: number[] = [];
  const splices: Splice[] = [];
  const gone = new Set<number>();
  for (const element of elementsOf(xml, rootOf(xml))) {
    if (element.name !== 'conditionalFormatting') continue;
    const rules = elementsOf(xml, element).filter(({ name }) => name === 'cfRule');
    const ours = rules.filter(
      (rule) => attributeOf(xml, rule, 'type') === 'expression' && isOurs(`=${textOf(xml, elementNamed(xml, rule, 'formula')).trim()}`),
    );
    for (const rule of ours) {
      removed.push(Number(attributeOf(xml, rule, 'priority') ?? 0));
      gone.add(rule.start);
    }
    if (ours.length > 0 && ours.length === rules.length) splices.push({ start: element.start, end: element.end, text: '' });
    else for (const rule of ours) splices.push({ start: rule.start, end: rule.end, text: '' });
  }
  if (removed.length === 0) return xml;
  for (const rule of rulesOf(xml)) {
    const priority = Number(attributeOf(xml, rule, 'priority') ?? 0);
    const above = removed.filter((each) => each < priority).length;
    if (!gone.has(rule.start) && above > 0) splices.push(attributeSplice(xml, rule, 'priority', String(priority - above)));
  }
  return splice(xml, splices);
}

/** The worksheet with the reference to its legacy drawing set, or taken away by `null`. */
export function withLegacyDrawing(xml: string, relationship: string | null, namespace: string): string {
  const present = elementNamed(xml, rootOf(xml), 'legacyDrawing');
  if (present) {
    if (relationship !== null) return xml;
    return splice(xml, [{ start: present.start, end: present.end, text: '' }]);
  }
  if (relationship === null) return xml;
  const root = rootOf(xml);
  const content = `<${root.prefix}legacyDrawing xmlns:r="${namespace}" r:id="${relationship}"/>`;
  const known = new RegExp(`xmlns:r=["']${namespace.replace(/[.]/g, '\\.')}["']`).test(xml.slice(root.start, root.openEnd));
  return insertOrdered(xml, WORKSHEET_ORDER, 'legacyDrawing', known ? content.replace(` xmlns:r="${namespace}"`, '') : content);
}
