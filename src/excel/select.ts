/** Which question this file answers: how is the user taken to a cell, and at which one is he. */
import { addressOf, type CellRef } from '../core/workbook';
import { EdgeError } from './errors';
import { parsePlace } from './places';

export async function selectCell(context: Excel.RequestContext, cell: CellRef): Promise<void> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(cell.sheet);
  worksheet.load('visibility');
  await context.sync();
  if (worksheet.isNullObject) throw new EdgeError({ id: 'edge.select.gone', data: { sheet: cell.sheet } });
  if (worksheet.visibility !== 'Visible')
    throw new EdgeError({ id: 'edge.select.hidden', data: { sheet: cell.sheet, address: addressOf(cell) } });
  worksheet.activate();
  worksheet.getRangeByIndexes(cell.row, cell.column, 1, 1).select();
  await context.sync();
}

export async function activeCell(context: Excel.RequestContext): Promise<CellRef> {
  const cell = context.workbook.getActiveCell();
  cell.load('address');
  await context.sync();
  const place = parsePlace(cell.address);
  if (place === null) throw new EdgeError({ id: 'edge.select.none', data: {} });
  return place;
}
