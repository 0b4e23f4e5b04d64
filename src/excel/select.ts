/** Which question this file answers: how is the user taken to a cell. */
import { addressOf, type CellRef } from '../core/workbook';
import { EdgeError } from './errors';

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
