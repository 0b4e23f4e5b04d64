/** 「A、B和C分别为1万元、2万元和3万元」: which name belongs to which figure? */
import type { Figure } from './figures';

const RESPECTIVELY = /分别(?:为|是|安排|达|达到)?$/;
const NEXT = /^[、,，和及与]$/;
/** From the surest mark of a list to the least: 及 also stands inside 公务用车购置及运行费. */
const SEPARATORS: readonly RegExp[] = [/、/, /、|和|与/, /、|和|与|以及|及/];

/** For the figures of such lists, by their place among all: the words that name each; `null` where names and figures do not match in number. */
export function namesOf(text: string, figures: readonly Figure[]): ReadonlyMap<number, string | null> {
  const names = new Map<number, string | null>();
  figures.forEach((figure, i) => {
    if (figure.kind !== 'amount' || figure.unchanged) return;
    const lead = text.slice(figures[i - 1]?.end ?? 0, figure.before);
    if (!RESPECTIVELY.test(lead)) return;
    let end = i + 1;
    while (figures[end]?.kind === 'amount' && NEXT.test(text.slice(figures[end - 1]?.end, figures[end]?.before))) end += 1;
    const count = end - i;
    const clause =
      lead
        .replace(RESPECTIVELY, '')
        .split(/[,，。;:]/)
        .pop() ?? '';
    const lists = SEPARATORS.map((separator) => clause.split(separator).filter((name) => name !== ''));
    const list = lists.find(({ length }) => length === count);
    for (let at = 0; at < count; at += 1) names.set(i + at, list?.[at] ?? null);
  });
  return names;
}
