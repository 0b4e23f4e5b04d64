/** What happened in the grid, told in the model's words: which mutations are changes, and whose they were. */
import {
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IObjectMatrixPrimitiveType,
  type IRange,
  ObjectMatrix,
  type Nullable,
} from '@univerjs/core';
import {
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
  SelectionMoveType,
} from '@univerjs/sheets';
import type { ModelEvent, SheetId } from '../model';
import { ORIGIN } from './engine';
import { fromGridRange } from './sheets';

interface MutationParams {
  readonly unitId?: string;
  readonly subUnitId?: SheetId;
  readonly cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
  readonly sheet?: { readonly id: SheetId };
  readonly selections?: readonly { readonly range: IRange }[];
  readonly type?: SelectionMoveType;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly from?: { readonly subUnitId: SheetId; readonly value: IObjectMatrixPrimitiveType<Nullable<ICellData>> };
  readonly to?: { readonly subUnitId: SheetId; readonly value: IObjectMatrixPrimitiveType<Nullable<ICellData>> };
}

/** The events of one executed command of this unit; none for recalculated results and for formats. */
export function eventsOf(unitId: string, command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): readonly ModelEvent[] {
  const params = (command.params ?? {}) as MutationParams;
  if (params.unitId !== undefined && params.unitId !== unitId) return [];
  const origin = options?.[ORIGIN] === 'api' ? 'api' : 'user';
  const sheet = params.subUnitId ?? '';
  switch (command.id) {
    case SetRangeValuesMutation.id:
      return options?.fromFormula === true ? [] : changed(sheet, params.cellValue, origin);
    case MoveRangeMutation.id:
      return [
        ...changed(params.from?.subUnitId ?? sheet, params.from?.value, origin),
        ...changed(params.to?.subUnitId ?? sheet, params.to?.value, origin),
      ];
    case SetSelectionsOperation.id: {
      const range = params.selections?.at(-1)?.range;
      const finished = params.type === undefined || params.type === SelectionMoveType.MOVE_END;
      return range && finished ? [{ type: 'selection', sheet, range: fromGridRange(range) }] : [];
    }
    case SetWorksheetActiveOperation.id:
      return [{ type: 'sheet-activated', sheet }];
    case InsertSheetMutation.id:
      return [{ type: 'sheet-added', sheet: params.sheet?.id ?? '' }];
    case RemoveSheetMutation.id:
      return [{ type: 'sheet-deleted', sheet }];
    case SetWorksheetNameMutation.id:
      return [{ type: 'sheet-renamed', sheet }];
    default:
      return [];
  }
}

function changed(
  sheet: SheetId,
  cells: IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined,
  origin: 'user' | 'api',
): readonly ModelEvent[] {
  if (!cells) return [];
  let found: { top: number; left: number; bottom: number; right: number } | null = null;
  new ObjectMatrix(cells).forValue((row, column, cell) => {
    if (cell && !('v' in cell || 'f' in cell || 'p' in cell)) return;
    found = {
      top: Math.min(found?.top ?? row, row),
      left: Math.min(found?.left ?? column, column),
      bottom: Math.max(found?.bottom ?? row, row),
      right: Math.max(found?.right ?? column, column),
    };
  });
  return found ? [{ type: 'changed', sheet, range: found, origin }] : [];
}
