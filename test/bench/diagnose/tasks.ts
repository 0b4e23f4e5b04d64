/** The benchmark cut into pieces that several processes can share: one kind of slip in one workbook. */
import { PLANTS } from './plant';
import { SENTENCE_SLIPS, sentenceTrials, type SentenceOutcome } from './sentences';
import { STRETCH_SLIPS, stretchTrials, type StretchOutcome } from './stretches';
import type { Subject } from './subjects';
import { multipleTrials, singleTrials, type MultipleOutcome, type Outcome } from './trials';

export interface Results {
  readonly single: readonly Outcome[];
  readonly several: readonly (MultipleOutcome & { readonly title: string })[];
  readonly stretches: readonly StretchOutcome[];
  readonly sentences: readonly SentenceOutcome[];
}

export interface Task {
  readonly name: string;
  run(): Results;
}

const SEVERAL = [
  { title: 'two slips', count: 2, near: false },
  { title: 'three slips', count: 3, near: false },
  { title: 'two slips in one row or 款', count: 2, near: true },
] as const;
const MOST_SEVERAL = 60;
const MOST_STRETCHES = 20;

/** `cells`: how many for each slip and workbook; Infinity for all. */
export function tasksOf(subjects: readonly Subject[], cells: number): readonly Task[] {
  const none: Results = { single: [], several: [], stretches: [], sentences: [] };
  return subjects.flatMap((subject): readonly Task[] => [
    ...Object.keys(PLANTS).map((slip) => ({
      name: `${subject.name} ${slip}`,
      run: () => ({ ...none, single: singleTrials(subject, slip, cells) }),
    })),
    ...SEVERAL.map(({ title, count, near }) => ({
      name: `${subject.name} ${title}`,
      run: () => ({
        ...none,
        several: multipleTrials(subject, count, Math.min(MOST_SEVERAL, cells), near).map((outcome) => ({ ...outcome, title })),
      }),
    })),
    ...STRETCH_SLIPS.map((slip) => ({
      name: `${subject.name} ${slip}`,
      run: () => ({ ...none, stretches: stretchTrials(subject, slip, Math.min(MOST_STRETCHES, cells)) }),
    })),
    ...SENTENCE_SLIPS.map((slip) => ({
      name: `${subject.name} ${slip}`,
      run: () => ({ ...none, sentences: sentenceTrials(subject, slip, cells) }),
    })),
  ]);
}

export function joined(parts: readonly Results[]): Results {
  return {
    single: parts.flatMap(({ single }) => single),
    several: parts.flatMap(({ several }) => several),
    stretches: parts.flatMap(({ stretches }) => stretches),
    sentences: parts.flatMap(({ sentences }) => sentences),
  };
}
