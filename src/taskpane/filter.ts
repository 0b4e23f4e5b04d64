/** Which question this file answers: which findings does the user want to see? */
import { tablesOfRelation, type CheckResult, type Finding, type Table } from '../core';
import type { Locale } from '../i18n';
import { levelOf, type Level } from '../present/levels';
import { classOf, findingText, placeName, type ClassName } from '../present/messages';
import { ruleTitle } from '../present/rules';

export interface Filter {
  readonly level: Level | null;
  readonly class: ClassName | null;
  /** Indices of tables (of one table, or of the tables that one node of the map stands for): findings that touch one of them. */
  readonly tables: readonly number[] | null;
  /** Ids of findings: those of one line of the map. */
  readonly findings: ReadonlySet<string> | null;
  /** Words that must all occur; '' for none. */
  readonly text: string;
}

export const NO_FILTER: Filter = { level: null, class: null, tables: null, findings: null, text: '' };

/** What a part of the pane needs that narrows the list. */
export interface Filtering {
  readonly result: CheckResult;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function isFiltering(filter: Filter): boolean {
  return filter.level !== null || filter.class !== null || filter.tables !== null || filter.findings !== null || filter.text.trim() !== '';
}

/** The classes that occur, in the order in which the pane offers them. */
export function classesIn(findings: readonly Finding[]): readonly ClassName[] {
  const order: readonly ClassName[] = ['mismatch', 'label', 'narrative', 'doubtful', 'rounding'];
  const present = new Set(findings.map(classOf));
  return order.filter((name) => present.has(name));
}

/** The tables that findings touch, in the workbook's order. */
export function tablesIn(findings: readonly Finding[]): readonly Table[] {
  const tables = new Map(findings.flatMap(({ relation }) => tablesOfRelation(relation)).map((table) => [table.index, table]));
  return [...tables.values()].sort((a, b) => a.index - b.index);
}

/** The findings that pass, in their own order. */
export function filtered(findings: readonly Finding[], filter: Filter, locale: Locale): readonly Finding[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return findings.filter(
    (finding) =>
      (filter.level === null || levelOf(finding) === filter.level) &&
      (filter.class === null || classOf(finding) === filter.class) &&
      (filter.tables === null || tablesOfRelation(finding.relation).some(({ index }) => filter.tables?.includes(index))) &&
      (filter.findings === null || filter.findings.has(finding.id)) &&
      (words.length === 0 || says(finding, words, locale)),
  );
}

/** Sentence, rule, cells, labels and figures are searched; full-width and thousands separators do not matter. */
function says(finding: Finding, words: readonly string[], locale: Locale): boolean {
  const cells = finding.cells.map(({ cell, label, value }) => `${placeName(cell)} ${label} ${value}`);
  const text = [findingText(locale, finding), ruleTitle(locale, finding.rule), finding.rule, finding.difference, ...cells]
    .join(' ')
    .toLowerCase();
  const bare = text.replace(/,/g, '');
  return words.every((word) => text.includes(word) || bare.includes(word.replace(/,/g, '')));
}
