/**
 * Which lines of figures total others? Learnt from the figures alone, as TaCLe does (Kolb, Paramonov, Guns, De Raedt, "Learning constraints
 * in spreadsheets and tabular data", 2017), but proof against coincidence: a line is the total of a block beside it only when it is so in
 * three places or more that say something, and when so many figures could hardly have come together by chance.
 *
 * A line is a row and its places are the columns, or the other way round. A block lies before or after its total, without a gap; totals that
 * were found take their parts' place, so that subtotals are added up to the total above them, whichever of
 * them is found first.
 */

/** One figure, in whole numbers of one scale for all lines. */
export interface Stated {
  readonly value: number;
  /** Half of its last digit, in the same scale; 0 for nil. */
  readonly half: number;
}

/** The figures of a line place by place; `null` where a place holds words, so that nothing can be said there. */
export type Figures = readonly (Stated | null)[];

export interface Sum {
  /** Indexes of lines. */
  readonly total: number;
  readonly parts: readonly number[];
  /** Places where it holds, and where at least two parts are not nil. */
  readonly held: readonly number[];
  /** The one place where it does not hold, if any. */
  readonly broken: number | null;
}

/** Less is no relation, whatever the figures. */
export const LEAST_PLACES = 3;
/** The odds against chance, in bits, after every candidate that is looked at: one in a million. */
export const CERTAINTY = 20;
/** Longer blocks are not looked through: lists of thousands are no tables of totals. */
const LONGEST_BLOCK = 200;

export function findSums(lines: readonly Figures[]): readonly Sum[] {
  if (lines.length < 3) return [];
  const found: Sum[] = [];
  let active = lines.map((_line, at) => at);
  const needed = CERTAINTY + Math.log2(2 * lines.length * Math.min(lines.length, LONGEST_BLOCK));
  for (;;) {
    const candidates = candidatesAmong(lines, active, needed, new Set(found.map(({ total }) => total)));
    const whole = candidates.filter(({ broken }) => broken === null);
    const totals = new Set(whole.map(({ total }) => total));
    // What holds everywhere comes first: only then it is seen what a broken total is made of.
    const next = first(whole) ?? first(candidates.filter(({ total }) => !totals.has(total)));
    if (next === undefined) return found;
    found.push(next);
    const taken = new Set(next.parts);
    active = active.filter((line) => !taken.has(line));
  }
}

/** The shortest block first, as the parts of a subtotal come before the subtotals of a total. */
function first(sums: readonly Sum[]): Sum | undefined {
  return sums.reduce<Sum | undefined>((best, sum) => (best && best.parts.length <= sum.parts.length ? best : sum), undefined);
}

function candidatesAmong(lines: readonly Figures[], active: readonly number[], needed: number, known: ReadonlySet<number>): readonly Sum[] {
  const candidates: Sum[] = [];
  lines.forEach((_line, total) => {
    if (known.has(total)) return;
    const after = active.filter((line) => line > total);
    const before = active.filter((line) => line < total).reverse();
    for (const beside of [after, before]) {
      const tally = new Tally(lines, total);
      for (const part of beside.slice(0, LONGEST_BLOCK)) {
        tally.take(part);
        const sum = tally.sum(needed);
        if (sum && sum.parts.length >= 2) candidates.push(sum);
      }
    }
  });
  return candidates;
}

/** Of how many amounts, as exactly as it is stated, a total is the one: in bits. */
export function bitsOf({ value, half }: Stated = { value: 0, half: 0 }): number {
  return Math.max(0, Math.log2(Math.abs(value) / (2 * half || 1)));
}

/** A total and the block that grows beside it. */
class Tally {
  private readonly parts: number[] = [];
  private readonly own: Figures;
  private readonly values: number[];
  private readonly halves: number[];
  private readonly stated: number[];
  private readonly words: boolean[];

  constructor(
    private readonly lines: readonly Figures[],
    private readonly total: number,
  ) {
    this.own = lines[total] ?? [];
    this.values = this.own.map(() => 0);
    this.halves = this.own.map((figure) => figure?.half ?? 0);
    this.stated = this.own.map(() => 0);
    this.words = this.own.map((figure) => figure === null || figure.value === 0);
  }

  take(part: number): void {
    this.parts.push(part);
    this.lines[part]?.forEach((figure, place) => {
      if (figure === null) this.words[place] = true;
      else if (figure.value !== 0) {
        this.values[place] = (this.values[place] ?? 0) + figure.value;
        this.halves[place] = (this.halves[place] ?? 0) + figure.half;
        this.stated[place] = (this.stated[place] ?? 0) + 1;
      }
    });
  }

  /** The sum as it stands now, when enough places bear it out and at most one does not. */
  sum(needed: number): Sum | null {
    const held: number[] = [];
    let broken: number | null = null;
    for (let place = 0; place < this.own.length; place += 1) {
      const figure = this.own[place];
      // A total that is left blank, and nothing but one part, say nothing.
      if (!figure || this.words[place]) continue;
      const gap = Math.abs(figure.value - (this.values[place] ?? 0));
      if (gap > (this.halves[place] ?? 0)) {
        if (broken !== null) return null;
        broken = place;
      } else if ((this.stated[place] ?? 0) >= 2) held.push(place);
    }
    if (held.length < LEAST_PLACES || this.evidence(held) < needed) return null;
    return { total: this.total, parts: [...this.parts], held, broken };
  }

  /**
   * Bits that the places speak against chance: of how many totals, as exactly as they are stated, each is the one. Places that follow from
   * others (a column that is the sum of two, or twice another) say nothing new: only those count that are linearly independent.
   */
  private evidence(held: readonly number[]): number {
    const bits = (place: number): number => bitsOf({ value: this.own[place]?.value ?? 0, half: this.halves[place] ?? 0 });
    const strongest = [...held].sort((a, b) => bits(b) - bits(a) || a - b);
    const basis = new Basis();
    return strongest.reduce((sum, place) => sum + (basis.adds(this.vector(place)) ? bits(place) : 0), 0);
  }

  /** The place's figures in all lines: in few lines any place would follow from others. */
  private vector(place: number): readonly number[] {
    return this.lines.map((line) => line[place]?.value ?? 0);
  }
}

/** A prime whose products stay exact in doubles. */
const PRIME = 67_108_859;

/** Vectors that do not follow from one another, modulo a prime. */
class Basis {
  private readonly rows: { readonly pivot: number; readonly vector: readonly number[] }[] = [];

  /** True, and kept, when the vector is independent of those before. */
  adds(vector: readonly number[]): boolean {
    let rest = vector.map((value) => ((value % PRIME) + PRIME) % PRIME);
    for (const { pivot, vector: row } of this.rows) {
      const factor = rest[pivot] ?? 0;
      if (factor !== 0) rest = rest.map((value, at) => (value - ((factor * (row[at] ?? 0)) % PRIME) + PRIME) % PRIME);
    }
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot < 0) return false;
    const inverse = power(rest[pivot] ?? 1, PRIME - 2);
    this.rows.push({ pivot, vector: rest.map((value) => (value * inverse) % PRIME) });
    return true;
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
