/** What do the sentences of performance forms state: each figure with the clause before it? */
import type { Facts, Passage, TextFigure } from '../model';
import { oncePer } from '../once';
import { figuresOf, type Figure } from './figures';
import { linesOf, wordsOf } from './text';

export interface FormFigure {
  readonly passage: Passage;
  readonly kind: Figure['kind'];
  readonly figure: TextFigure;
  /** The words before it, compacted, from the last comma or figure on. */
  readonly clause: string;
  readonly approximate: boolean;
}

/** In the order of the forms and of their text. */
export const formFiguresOf = oncePer(({ passages = [] }: Facts): readonly FormFigure[] =>
  passages.filter(({ form }) => form !== undefined).flatMap(read),
);

function read(passage: Passage): readonly FormFigure[] {
  return linesOf(passage).flatMap((line) => {
    let from = 0;
    return figuresOf(line)
      .filter(({ unchanged }) => !unchanged)
      .map((found): FormFigure => {
        const clause =
          line.text
            .slice(from, found.before)
            .split(/[,，。;:：、(]/)
            .pop() ?? '';
        from = found.end;
        const { value, unit, measure, printed, kind, approximate } = found;
        const words = wordsOf(line, found.before - clause.length, found.end);
        return {
          passage,
          kind,
          clause,
          approximate,
          figure: { ...words, value, unit, measure, printed, decimals: value.scale, label: clause },
        };
      });
  });
}
