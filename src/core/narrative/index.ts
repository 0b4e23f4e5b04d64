/**
 * The narrative (预算说明): sentences → stated amounts with what they are about. Rules ask here for statements and listings.
 *
 * What this folder may not do: judge, or touch a table's layout; it reads words.
 */
import { append } from '../group';
import type { Facts, Paragraph, Table } from '../model';
import { oncePer } from '../once';
import { Outline, sectionOfPassage } from './sections';
import { Reader } from './reader';
import { listingsOf, type Listing, type Statement } from './statements';
import { joinedLinesOf, type Line } from './text';
import type { Section } from './sections';

export interface PlacedLine extends Line {
  readonly section: Section;
}

export interface Narrative {
  readonly lines: readonly PlacedLine[];
  readonly statements: readonly Statement[];
  readonly listings: readonly Listing[];
}

/** Everything that the running text of a workbook states; read once. */
export const narrativeOf = oncePer((facts: Facts): Narrative => {
  const byTable = new Map<Table, Paragraph[]>();
  for (const paragraph of facts.paragraphs ?? []) {
    append(byTable, paragraph.table, paragraph);
  }
  const lines: PlacedLine[] = [];
  const statements: Statement[] = [];
  for (const paragraphs of byTable.values()) {
    const outline = new Outline();
    const reader = new Reader();
    for (const line of joinedLinesOf(paragraphs)) {
      const section = outline.enter(line);
      lines.push({ ...line, section });
      reader.read(line, section);
    }
    statements.push(...reader.statements);
  }
  for (const passage of facts.passages ?? []) {
    const section = sectionOfPassage(passage);
    const reader = new Reader();
    for (const line of joinedLinesOf([passage])) {
      lines.push({ ...line, section });
      if (section.topic !== 'none') reader.read(line, section);
    }
    statements.push(...reader.statements);
  }
  return { lines, statements, listings: listingsOf(statements) };
});
