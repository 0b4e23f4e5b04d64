/** What about a cell that somebody is typing in? Its entry is finished, as a click elsewhere would, before anything reads the workbook. */
import { DeviceInputEventType } from '@univerjs/engine-render';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import type { UniverWorkbookModel } from './univerModel';

/** Takes over what is being typed; resolves when it is in the cell. Nothing happens when nobody is typing. */
export async function finishEditing(model: UniverWorkbookModel): Promise<void> {
  const { injector, commands, unitId } = model.engine;
  if (!injector.get(IEditorBridgeService).isVisible().visible) return;
  commands.syncExecuteCommand(SetCellEditVisibleOperation.id, { visible: false, eventType: DeviceInputEventType.PointerDown, unitId });
  // The entry is parsed and written in the following turns of the event loop.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await model.settle();
}
