/** How do statements of the text meet the tables: which set of tables they speak of, which year, which figure holds? */
import { compare, isZero, shift } from '../amount';
import { holds } from '../judge-narrative';
import { statedLastYear } from '../counterparts';
import { UNIT_POWER, type Fact, type Facts, type NarrativeRelation, type NarrativeTerm, type TextFigure } from '../model';
import { oncePer } from '../once';
import { indexOf } from '../rules/select';
import { tableSets, type TableSet } from '../rules/table-sets';
import { narrativeOf } from './index';
import { meaningOf, type Context, type Meaning, type Reading, type Year } from './resolve';
import type { Statement } from './statements';
import type { Subject } from './subjects';

/** False for blank forms: their words ask to be filled in. */
export function isFilledIn({ facts, tables }: Facts): boolean {
  return (
    facts.some(({ value }) => value !== null) ||
    tables.some(({ forms = [] }) => forms.some(({ amounts }) => amounts.some(({ value }) => value !== null)))
  );
}

/** The budget year: of most tables. */
export function yearOf(set: TableSet): number | null {
  const counts = new Map<number, number>();
  for (const { year } of set.values()) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** The words call the figure a budget's: 预算数, not only 一般公共预算. */
export function isCalledBudget({ figure }: Statement): boolean {
  return /预算/.test(figure.text.replace(/\s/g, '').replace(/公共预算|基金预算|经营预算/g, ''));
}

/** Of which year's figures a statement speaks; `null`: of neither that the tables have. */
export function yearMeant(statement: Statement, set: TableSet): Year | null {
  const year = yearOf(set);
  // Beside a 决算数 the text tells the budget's too, which few of these tables have.
  if (statement.line.paragraph.table.phase === 'final' && isCalledBudget(statement))
    return statement.year === null || statement.year === year ? 'planned' : null;
  if (statement.year === null || statement.year === year) return 'current';
  return statement.year === 'last' || (year !== null && statement.year === year - 1) ? 'last' : null;
}

const MEANINGS = new WeakMap<Statement, { readonly subject: Subject; readonly year: Year; readonly meaning: Meaning }[]>();

/** What a subject means in the place of a statement; several rules ask for the same. */
export function meaningIn(facts: Facts, set: TableSet, statement: Statement, subject: Subject, year: Year): Meaning {
  const known = MEANINGS.get(statement) ?? [];
  const found = known.find((entry) => entry.subject === subject && entry.year === year);
  if (found) return found.meaning;
  const { section, sentence } = statement;
  const context = { facts, set, section, year, sentence, listed: statement.whole !== null };
  const own = meaningOf(subject, context);
  const meaning = year === 'last' && own.readings.length === 0 ? (meaningLastYear(subject, context) ?? own) : own;
  MEANINGS.set(statement, [...known, { subject, year, meaning }]);
  return meaning;
}

/** The same of all money; one object for each subject, whose meaning is looked up once. */
export const allFundsOf = oncePer((subject: Subject): Subject => ({ ...subject, fund: 'all' }));

/** What the subject means in last year's workbook; `null` when none is given, or not the year before's. */
function meaningLastYear(subject: Subject, { facts, set, ...place }: Context): Meaning | null {
  const { lastYear } = facts;
  const year = yearOf(set);
  const phase = [...set.values()][0]?.phase;
  const sets = lastYear ? tableSets(lastYear).sets.filter((other) => [...other.values()][0]?.phase === phase) : [];
  const [before] = sets;
  if (!lastYear || !before || sets.length > 1 || (year !== null && yearOf(before) !== year - 1)) return null;
  return meaningOf(subject, { ...place, facts: { ...lastYear, paragraphs: facts.paragraphs ?? [] }, set: before, year: 'current' });
}

/** A figure of the text taken to be as precise as the table figure it names, unless it stands in a larger unit. */
export function preciseAs(figure: TextFigure, fact: Fact | undefined): TextFigure {
  if (figure.unit === null || fact === undefined) return figure;
  const larger = UNIT_POWER[figure.unit] > UNIT_POWER[fact.unit];
  const decimals = larger
    ? figure.value.scale
    : Math.max(figure.value.scale, fact.decimals + UNIT_POWER[figure.unit] - UNIT_POWER[fact.unit]);
  return { ...figure, decimals };
}

/** Amounts of one sentence and one unit are equally precise. */
export function precise(figure: TextFigure, other: TextFigure): TextFigure {
  return figure.unit === other.unit ? { ...figure, decimals: Math.max(figure.value.scale, other.value.scale) } : figure;
}

export const said = (figure: TextFigure, sign: 1 | -1 = 1): NarrativeTerm => ({ figure, sign });
export const stated = (facts: readonly Fact[], sign: 1 | -1 = 1): NarrativeTerm[] => facts.map((fact) => ({ fact, sign }));

/** The figure as it must be read when only its unit is wrong: 23元 beside 23.00 in a table of 万元; `null` when it is not so. */
export function slippedUnit(figure: TextFigure, readings: readonly Reading[]): Fact | null {
  if (figure.unit === null || isZero(figure.value)) return null;
  for (const reading of readings) {
    const [fact] = reading;
    if (reading.length !== 1 || !fact?.value || fact.unit === figure.unit) continue;
    if (
      compare(figure.value, fact.value) === 0 &&
      compare(figure.value, shift(fact.value, UNIT_POWER[fact.unit] - UNIT_POWER[figure.unit])) !== 0
    )
      return fact;
  }
  return null;
}

/** The same row and column of last year, where last year's budget is stated; else what last year's workbook says, where one is given. */
export function lastYearOf(facts: Facts, fact: Fact): Fact | null {
  const row = indexOf(facts).byRow.get(fact.row) ?? [];
  const last = row.find(
    (other) =>
      other.year === 'last' &&
      other.fund === fact.fund &&
      other.nature === fact.nature &&
      other.item === fact.item &&
      other.stage === undefined &&
      other.flow === undefined,
  );
  return last && !/执行|决算|完成/.test(last.columnLabel) ? last : statedLastYear(facts, fact);
}

/** Of several readings of a figure those that it agrees with, as precise as they are stated; all when it agrees with none. */
export function agreeing(figure: TextFigure, readings: readonly Reading[]): readonly Reading[] {
  const found = readings.filter((reading) => agrees(figure, reading));
  return found.length > 0 ? found : readings;
}

/** True when the figure is the reading's, be it by rounding. */
export function agrees(figure: TextFigure, reading: Reading): boolean {
  const [left, right] = [[said(preciseAs(figure, reading[0]))], stated(reading)];
  return holds({ type: 'narrative', rule: '', op: '=', left, right, message: { id: '', data: {} } });
}

export interface Choice {
  /** Against the reading that holds; else against the likeliest. */
  readonly relation: NarrativeRelation;
  readonly holds: boolean;
}

/** A relation for each reading: the first that holds, else the first. */
export function choose(relations: readonly NarrativeRelation[]): Choice | null {
  const holding = relations.find(holds);
  if (holding) return { relation: holding, holds: true };
  return relations[0] ? { relation: relations[0], holds: false } : null;
}

/** Statements of one kind in sections that speak of the budget. */
export function statementsOf(facts: Facts, kind: Statement['kind']): readonly Statement[] {
  return narrativeOf(facts).statements.filter((statement) => statement.kind === kind && statement.section.topic !== 'none');
}

/** What several sentences have in common that could not be checked, counted by sheet. */
export function countBySheet(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { figure } of statements) counts.set(figure.cell.sheet, (counts.get(figure.cell.sheet) ?? 0) + 1);
  return counts;
}
