/** What does a column mean, in ids of the dictionaries, and which headings said so? */
import type { Column, Evidence, Panel } from '../model';
import { message } from './evidence';
import type { Header } from './header';
import { cellIn, refOf } from './sheetView';

/** Ids of the dictionaries' `meaning.…`: what a column is, and what it measures. */
export function meaningOf({ role, measure }: Pick<Column, 'role' | 'measure'>): readonly string[] {
  if (role !== 'amount' || !measure) return [`role.${role}`];
  const { nature, fund, year, item, stage, beside, flow } = measure;
  const told = [
    ...(nature === undefined || nature === 'all' ? [] : [`nature.${nature}`]),
    ...(fund === undefined ? [] : [`fund.${fund}`]),
    ...(item === undefined ? [] : [`item.${item}`]),
  ];
  const context = [
    ...(year === 'last' ? ['year.last'] : []),
    ...(stage ? [`stage.${stage}`] : []),
    ...(flow ? [`flow.${flow}`] : []),
    ...(beside ? ['beside'] : []),
  ];
  return [...context, ...(told.length > 0 ? told : ['total'])];
}

/** Each headed column: its headings, what they were taken for, and the lowest of their cells. */
export function columnEvidence(panels: readonly Panel[], header: Header, sheet: string): readonly Evidence[] {
  return panels.flatMap((panel) =>
    panel.columns.flatMap((column): Evidence[] => {
      if (column.header.length === 0) return [];
      const own = [...header.rows].reverse().flatMap((row) => cellIn(row, column.index) ?? [])[0];
      const data = { column: column.header.join('·'), meaning: meaningOf(column).join(',') };
      return [{ what: 'column', because: message('column.header', data), cells: own ? [refOf(sheet, own)] : [] }];
    }),
  );
}
