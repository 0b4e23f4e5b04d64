/**
 * Whose tables does the text speak of? A workbook of one department has one set of tables; where it holds several departments', a
 * title or heading that names one of them begins its text.
 */
import { append } from '../group';
import { oncePer } from '../once';
import { compact } from '../recognise/text';
import type { Facts, Paragraph, Passage, Phase, Relation, Skipped } from '../model';
import { tableSets, type TableSet } from '../rules/table-sets';

interface DepartmentText {
  /** With the sentences of this department only. */
  readonly facts: Facts;
  readonly set: TableSet;
}

/** `[]` where no table states an amount, or the text does not say of which department it speaks. */
export const departmentsOf = oncePer((facts: Facts): readonly DepartmentText[] =>
  facts.facts.every(({ value }) => value === null) ? [] : read(facts),
);

/** Every department's sentences against its own tables. */
export function* byDepartment(
  facts: Facts,
  make: (facts: Facts, set: TableSet) => Iterable<Relation | Skipped>,
): Iterable<Relation | Skipped> {
  for (const text of departmentsOf(facts)) yield* make(text.facts, text.set);
}

function read(facts: Facts): readonly DepartmentText[] {
  const phase = facts.paragraphs?.[0]?.table.phase ?? facts.passages?.[0]?.table.phase ?? 'budget';
  const sets = tableSets(facts).sets.filter((set) => phaseOf(set) === phase);
  const [only, ...others] = sets;
  if (!only) return [];
  if (others.length === 0) return [{ facts, set: only }];
  const paragraphs = new Map<TableSet, Paragraph[]>();
  let sheet: string | null = null;
  let current: TableSet | null = null;
  for (const paragraph of facts.paragraphs ?? []) {
    if (paragraph.cell.sheet !== sheet) current = named(sets, paragraph.table.department ?? '');
    sheet = paragraph.cell.sheet;
    current = headed(sets, paragraph.text) ?? current;
    if (current) append(paragraphs, current, paragraph);
  }
  return sets.flatMap((set) => {
    const own = paragraphs.get(set) ?? [];
    const passages = (facts.passages ?? []).filter((passage) => isOf(set, passage));
    return own.length + passages.length === 0 ? [] : [{ facts: { ...facts, paragraphs: own, passages }, set }];
  });
}

function phaseOf(set: TableSet): Phase | undefined {
  return [...set.values()][0]?.phase;
}

/** 732-某区某局: without the number. */
function nameOf(set: TableSet): string {
  const department = [...set.values()].find((table) => table.department !== null)?.department ?? '';
  return compact(department).replace(/^\d+-?/, '');
}

/** The set of the department that the words name: the longest name, since 某局 is part of 某局下属中心. */
function named(sets: readonly TableSet[], words: string): TableSet | null {
  const found = sets.filter((set) => nameOf(set) !== '' && words.includes(nameOf(set)));
  return found.sort((a, b) => nameOf(b).length - nameOf(a).length)[0] ?? null;
}

/** Only a title or a heading begins another department's text. */
function headed(sets: readonly TableSet[], text: string): TableSet | null {
  const words = compact(text);
  return words.length > 60 || /[，。；;]|\d元|万元/.test(words) ? null : named(sets, words);
}

function isOf(set: TableSet, { table }: Passage): boolean {
  return [...set.values()].some((other) => other === table || (table.department !== null && other.department === table.department));
}
