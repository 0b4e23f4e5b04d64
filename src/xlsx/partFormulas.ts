/** Where does a part hold formulas, and how are they all changed at once? */
import { decodeEntities } from './markup';
import { escapeText } from './xml';

/** Of cells, names, conditional formats, validation, tables, charts and what extension lists hold. */
const FORMULA_ELEMENT =
  /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula)(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>)([^<]*)(?=<\/)/g;

/** The text with every formula, without `=`, as `change` has it; one that stays is not written anew. */
export function changedFormulas(xml: string, change: (formula: string, tag: string) => string): string {
  return xml.replace(FORMULA_ELEMENT, (_, open: string, text: string) => {
    const formula = decodeEntities(text);
    const next = change(formula, open);
    return open + (next === formula ? text : escapeText(next));
  });
}
