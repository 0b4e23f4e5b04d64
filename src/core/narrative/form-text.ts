/** What do the sentences of performance forms state: each figure with the clause before it? */
import type { TextFigure } from '../model';
import type { Facts, Passage } from '../model';
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

const READ = new WeakMap<Facts, readonly FormFigure[]>();

/** In the order of the forms and of their text. */
export function formFiguresOf(facts: Facts): readonly FormFigure[] {
  const known = READ.get(facts);
  if (known) return known;
  const made = (facts.passages ?? []).filter(({ form }) => form !== undefined).flatMap(read);
  READ.set(facts, made);
  return made;
}

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
