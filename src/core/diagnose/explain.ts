/** What explains the violated equations of one system: the smallest sets, the programme's, or the strongest cell and then the rest? */
import { NO_CLAIM, type Cause, type Slip } from '../model';
import { agreedCells } from './agreed';
import { causesOf } from './causes';
import type { Work } from './input';
import { programmeSets } from './programme';
import { grouped } from './groups';
import { logSum, smallestSets, strongViolated, VALUED, violatedAfter, type Hypothesis } from './search';
import { standing, type Changes, type Equation, type System, type Variable } from './system';
import type { Scales } from './weigh';

export interface Explained {
  readonly causes: readonly Cause[];
  readonly capped: boolean;
  /** Some equations are explained by no set of cells: only candidates are listed. */
  readonly open: boolean;
}

/** With more violated equations than this one strong cell is taken out before sets are searched. */
const MOST_AT_ONCE = 40;
/** For three cells and their sums; the programme costs as much as so many steps of the search. */
const MOST_SIMULTANEOUS = 12;
const SOLVED = 1500;
/** Cells taken out one after the other. */
const MOST_PEELED = 40;
/** A cell that explains only part of what it touches, or was chosen step by step, is never nearly certain. */
const MOST_STEPWISE = 0.8;
/** Where no set of cells explains an equation, any of its cells is a mere possibility. */
const MOST_OF_CANDIDATES = 0.3;

const FINGERS: ReadonlySet<Slip> = new Set<Slip>([
  'transposed-digits',
  'digit-added',
  'digit-omitted',
  'digit-replaced',
  'decimal-shift',
  'unit',
  'sign',
]);

export function explain(scales: Scales): Work<Explained> {
  return explainPart(scales, strongViolated(scales.system), new Map(), MOST_PEELED);
}

/** The smallest sets among more cells than those of the violated equations; `null` when there are none. */
export function* explainWidely(scales: Scales): Work<Explained | null> {
  const base = strongViolated(scales.system);
  const { hypotheses, capped } = yield* smallestSets(scales, base, new Map());
  return hypotheses.length === 0 ? null : { causes: causesOf(scales, base, hypotheses, new Map()), capped, open: false };
}

function* explainPart(scales: Scales, base: readonly number[], fixed: Changes, depth: number): Work<Explained> {
  const most = fixed.size === 0 ? 1 : MOST_STEPWISE;
  let capped = false;
  if (base.length <= MOST_AT_ONCE) {
    const found = yield* smallestSets(scales, base, fixed);
    capped = found.capped;
    yield 0;
    const hypotheses = found.hypotheses.length > 0 ? found.hypotheses : yield* simultaneous(scales, base, fixed);
    if (hypotheses.length > 0) return { causes: causesOf(scales, base, hypotheses, fixed, most), capped, open: false };
  }
  yield 0;
  const strongest = depth > 0 ? strongestCell(scales, base, fixed) : null;
  const taken = strongest ? [strongest] : depth > 0 ? agreedCells(scales, base, fixed) : [];
  if (taken.length === 0) return { causes: yield* candidates(scales, base, fixed), capped, open: true };
  const own: Cause[] = [];
  let changes = fixed;
  let left = base;
  for (const { index, value } of taken) {
    const before = changes;
    const open = left;
    changes = new Map([...before, [index, value]]);
    left = violatedAfter(scales.system, open, new Map([[index, value]]), changes);
    const mended = open.filter((at) => !left.includes(at));
    // Of what one cell's value alone cannot mend no weight can be told: nothing stands beside it.
    const weight = strongest ? scales.weigh(changes) : 0;
    own.push(...causesOf(scales, mended, [{ changes, weight, total: weight }], before, MOST_STEPWISE));
  }
  const parts: Explained[] = [];
  for (const part of partsOf(scales.system, left, changes)) parts.push(yield* explainPart(scales, part, changes, depth - 1));
  const open = parts.some((part) => part.open);
  return {
    causes: [...(open ? own.map(doubted) : own), ...parts.flatMap((part) => part.causes)],
    capped: capped || parts.some((part) => part.capped),
    open,
  };
}

/** As long as the rest is not explained, a value is claimed only where it looks like a slip of the fingers. */
function doubted(cause: Cause): Cause {
  return FINGERS.has(cause.slip) ? cause : { ...cause, confidence: Math.min(cause.confidence, NO_CLAIM) };
}

/** Sets that only a simultaneous solution finds. */
function* simultaneous(scales: Scales, base: readonly number[], fixed: Changes): Work<readonly Hypothesis[]> {
  if (base.length > MOST_SIMULTANEOUS || !scales.budget.spend(SOLVED)) return [];
  const sets = yield* programmeSets(scales, base, fixed);
  return sets.map((changes) => {
    const weight = scales.weigh(changes);
    return { changes, weight, total: weight };
  });
}

interface Strongest {
  readonly index: number;
  readonly value: number;
}

/** The one cell and value that mends the most, at least two equations, breaking none and leaving none of its own violated. */
function strongestCell(scales: Scales, base: readonly number[], fixed: Changes): Strongest | null {
  const { system } = scales;
  let best: (Strongest & { readonly mended: number; readonly weight: number }) | null = null;
  let tied = false;
  const cells = new Set(base.flatMap((at) => system.members[at] ?? []));
  for (const index of cells) {
    if (fixed.has(index)) continue;
    if (!scales.budget.spend(VALUED)) return null;
    const [valued] = scales.valuesOf(index, fixed);
    if (!valued) continue;
    const { weights } = system.variables[index] as Variable;
    const mended = new Set(base.filter((at) => weights.has(at)).map((at) => system.kinds[at])).size;
    if (mended < 2) continue;
    if (best && mended === best.mended && Math.abs(valued.weight - best.weight) < 1e-9) tied = true;
    if (!best || mended > best.mended || (mended === best.mended && valued.weight > best.weight)) {
      best = { index, value: valued.value, mended, weight: valued.weight };
      tied = false;
    }
  }
  return tied ? null : best;
}

/** Equations that no one set explains: each by itself, its cells with the values that would mend it, most plausible first. */
function* candidates(scales: Scales, base: readonly number[], fixed: Changes): Work<readonly Cause[]> {
  const causes: Cause[] = [];
  for (const at of base) {
    yield 0;
    const hypotheses = alone(scales, at, fixed);
    if (hypotheses.length === 0) continue;
    const whole = logSum(hypotheses.map(({ total }) => total));
    const likely = hypotheses.filter(({ total }) => total - whole > Math.log(0.01));
    causes.push(...causesOf(scales, [at], likely, fixed, MOST_OF_CANDIDATES));
  }
  return causes;
}

/** What each cell of one equation would have to be. */
function alone(scales: Scales, at: number, fixed: Changes): readonly Hypothesis[] {
  const { system } = scales;
  return (system.members[at] ?? []).flatMap((index): readonly Hypothesis[] => {
    if (fixed.has(index)) return [];
    const variable = system.variables[index] as Variable;
    const { residual } = standing(system, at, fixed);
    const value = variable.value - residual / (variable.weights.get(at) as number);
    if (value === variable.value || value % variable.grid !== 0) return [];
    const changes = new Map([...fixed, [index, value]]);
    const broken = [...variable.weights.keys()].filter((other) => isBroken(system, other, changes)).length;
    const weight = Math.log(scales.reading(index, value).likelihood) - 6 * broken;
    return [{ changes, weight, total: weight }];
  });
}

function isBroken(system: System, at: number, changes: Changes): boolean {
  const equation = system.equations[at] as Equation;
  return !equation.weak && !equation.violated && standing(system, at, changes).violated;
}

/** What is left, in pieces that share no cell but the changed ones. */
function partsOf(system: System, left: readonly number[], changes: Changes): readonly (readonly number[])[] {
  const places = new Map(left.map((at, place) => [at, place]));
  const last = (part: readonly number[]): number => Math.max(...part.map((at) => places.get(at) ?? 0));
  return [...grouped(left, (at) => (system.members[at] ?? []).filter((index) => !changes.has(index)))]
    .sort((a, b) => last(a) - last(b))
    .map((part) => [...part].sort((a, b) => a - b));
}
