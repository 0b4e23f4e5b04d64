/**
 * The grid engine under the adapter: which Univer unit we speak to, and how a write of ours is told from a person's.
 * Writes go out as mutations, below Univer's commands: they are synchronous, never switch the visible sheet and leave no
 * entry in the person's undo stack.
 */
import {
  ICommandService,
  IUniverInstanceService,
  type Injector,
  LocaleType,
  type IWorkbookData,
  type Univer,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import type { SheetId } from '../model';

/** The mutation option that marks a write through the API (or a write made on a person's behalf). */
export const ORIGIN = 'goujiOrigin';
export type Origin = 'user' | 'api';

export interface GridEngine {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly unitId: string;
  readonly workbook: Workbook;
  /** Throws `ItemNotFound` for a sheet that is gone. */
  sheet(id: SheetId): Worksheet;
  /** Runs a mutation or operation; throws when Univer refuses it. */
  run(id: string, params: object, origin?: Origin): void;
}

/** An error with a code of the kind that Excel reports. */
export class GridError extends Error {
  constructor(
    readonly code: 'ItemNotFound' | 'InvalidArgument' | 'DuplicateSheetName' | 'InvalidSheetName' | 'InvalidOperation',
    message: string,
  ) {
    super(message);
    this.name = code;
  }
}

/** Makes the workbook `data` describes the only unit of this Univer, and returns its handle. */
export function openUnit(univer: Univer, data: Partial<IWorkbookData>): GridEngine {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  for (const old of instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
    instances.disposeUnit(old.getUnitId());
  }
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const unitId = workbook.getUnitId();
  // Headless, no view does this for us; selections and formulas ask for the focused unit.
  instances.setCurrentUnitForType(unitId);
  instances.focusUnit(unitId);
  const commands = injector.get(ICommandService);
  return {
    univer,
    injector,
    commands,
    unitId,
    workbook,
    sheet: (id) => {
      const sheet = workbook.getSheetBySheetId(id);
      if (!sheet) throw new GridError('ItemNotFound', `No sheet with id ${id}`);
      return sheet;
    },
    run: (id, params, origin = 'api') => {
      const done = commands.syncExecuteCommand(id, { unitId, ...params }, { [ORIGIN]: origin });
      if (!done) throw new GridError('InvalidOperation', `The grid refused ${id}`);
    },
  };
}

/** A workbook with one empty sheet, as a new file has it. */
export function emptyWorkbook(sheetName = 'Sheet1'): Partial<IWorkbookData> {
  return {
    name: '',
    locale: LocaleType.ZH_CN,
    styles: {},
    sheetOrder: ['sheet-1'],
    sheets: { 'sheet-1': { id: 'sheet-1', name: sheetName, cellData: {}, rowCount: 100, columnCount: 26 } },
  };
}
