/** Where do pictures, charts and the boxes of notes stand when rows come in or go? */
import { attributeOf, elementNamed, elementsOf, rootOf, splice, textOf } from './markup';
import { movedRow, type RowMove } from './rowMoves';

/** A drawing part; what stands on no cell, or is not to move with cells, stays. */
export function withMovedAnchors(xml: string, move: RowMove): string {
  const splices = elementsOf(xml, rootOf(xml)).flatMap((anchor) => {
    if (attributeOf(xml, anchor, 'editAs') === 'absolute') return [];
    return ['from', 'to'].flatMap((corner) => {
      const row = elementNamed(xml, elementNamed(xml, anchor, corner), 'row');
      if (!row) return [];
      return [{ start: row.openEnd, end: row.closeStart, text: String(movedRow(Number(textOf(xml, row)), move) ?? move.at) }];
    });
  });
  return splice(xml, splices);
}
