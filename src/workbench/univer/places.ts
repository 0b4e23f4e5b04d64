/** Where on the screen is a cell? The other way round from the pointer; for the page's own tests and debugging. */
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { SheetId } from '../model';
import type { HoveredCell } from './marks';
import type { UniverWorkbookModel } from './univerModel';

/** The viewport of the cells that scroll; the frozen ones stand still. */
const SCROLLING_VIEWPORT = 'viewMain';

/** Relative to the grid's canvas, in pixels, as scrolled now; `null` when the sheet is not in front or not drawn yet. */
export function cellBox(model: UniverWorkbookModel, sheet: SheetId, row: number, column: number): HoveredCell['box'] | null {
  if (model.active() !== sheet) return null;
  const render = model.engine.injector.get(IRenderManagerService).getRenderById(model.engine.unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheet)?.skeleton;
  if (!render || !skeleton) return null;
  const { startX, startY, endX, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const viewport = render.scene.getViewport(SCROLLING_VIEWPORT);
  const { rows, columns } = model.frozen(sheet);
  const x = column < columns ? 0 : (viewport?.viewportScrollX ?? 0);
  const y = row < rows ? 0 : (viewport?.viewportScrollY ?? 0);
  const { scaleX, scaleY } = render.scene;
  return { left: (startX - x) * scaleX, top: (startY - y) * scaleY, right: (endX - x) * scaleX, bottom: (endY - y) * scaleY };
}
