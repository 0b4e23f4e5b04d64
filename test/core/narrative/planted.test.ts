/** Plant a slip in any figure of a narrative, one at a time: it is found, unless the figure was said to be not checkable. */
import { check } from '../../../src/core/check';
import { factsOf } from '../../../src/core/facts';
import type { Facts, Finding, Paragraph } from '../../../src/core/model';
import { narrativeOf } from '../../../src/core/narrative';
import { figuresOf } from '../../../src/core/narrative/figures';
import { paragraphsOf } from '../../../src/core/narrative/paragraphs';
import { recogniseTables } from '../../../src/core/recognise';
import { caseWorkbook } from '../../support/cases';
import { NARRATIVE_RULES } from '../../support/narrative';

function factsIn(file: string): Facts {
  const workbook = caseWorkbook(file);
  const tables = recogniseTables(workbook);
  return { ...factsOf(workbook, tables), paragraphs: paragraphsOf(workbook, tables) };
}

const told = (findings: readonly Finding[]): Set<string> =>
  new Set(
    findings
      .filter((finding) => finding.class !== 'rounding')
      .map((finding) => `${finding.rule} ${finding.left} ${finding.right} ${finding.cells.length}`),
  );

/** The text with the figure 13.37 times as large (1337 for nothing), in its own writing. */
function planted(paragraph: Paragraph, from: number, printed: string): Paragraph {
  const value = Number(printed.replace(/,/g, ''));
  const slip = value === 0 ? '1337' : (value * 13.37).toFixed(2);
  return { ...paragraph, text: paragraph.text.slice(0, from) + slip + paragraph.text.slice(from + printed.length) };
}

/** Amounts of the sections about the budget: place, figure, found or not. */
function plantAll(file: string): { readonly found: string[]; readonly missed: string[] } {
  const facts = factsIn(file);
  const paragraphs = facts.paragraphs ?? [];
  const before = told(check(facts, NARRATIVE_RULES).findings);
  const result: { found: string[]; missed: string[] } = { found: [], missed: [] };
  for (const line of narrativeOf(facts).lines) {
    if (line.section.topic === 'none') continue;
    for (const figure of figuresOf(line)) {
      if (figure.kind !== 'amount' || figure.unchanged) continue;
      const from = line.at[figure.start] ?? 0;
      const changed = planted(line.paragraph, from, figure.printed);
      const findings = check(
        { ...facts, paragraphs: paragraphs.map((p) => (p === line.paragraph ? changed : p)) },
        NARRATIVE_RULES,
      ).findings;
      const words = `${line.paragraph.cell.row + 1}: ${line.text.slice(Math.max(0, figure.start - 9), figure.end)}`;
      const isNew = [...told(findings)].some((finding) => !before.has(finding));
      (isNew ? result.found : result.missed).push(words);
    }
  }
  return result;
}

// What no table and no other figure of the text can tell: last year's 运行经费, last year's income of all funds.
test.each([
  ['seed-000.xlsx', 44, ['38: ，比2023年减少5.18万元']],
  ['seed-004.xlsx', 35, ['25: 入较2022年减少661.58万元', '33: 7万元，比上年减少264.63万元']],
])('%s', (file, least, notCheckable) => {
  const { found, missed } = plantAll(file);
  expect(missed).toEqual(notCheckable);
  expect(found.length).toBeGreaterThanOrEqual(least);
});
