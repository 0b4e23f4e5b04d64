/** How cells show that something hangs on them: a corner mark for a comment, blue underlined text for a link. */
import { BooleanNumber, InterceptorEffectEnum } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { HoverManagerService, type IHoverCellPosition } from '@univerjs/sheets-ui';
import type { SheetId } from '../model';
import type { UniverWorkbookModel } from './univerModel';

/** The purple of Excel's threaded comments. */
const COMMENT_MARK = '#7B5EA7';
const LINK_COLOR = '#0563C1';

/** Draws the marks of `model` until the returned function is called. */
export function drawMarks(model: UniverWorkbookModel): () => void {
  const { injector, unitId } = model.engine;
  const interception = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: 100,
    handler: (cell, place, next) => {
      if (place.unitId !== unitId) return next(cell);
      const comment = model.commentAt(place.subUnitId, place.row, place.col);
      const link = model.hyperlink(place.subUnitId, place.row, place.col);
      if (!comment && !link) return next(cell);
      const drawn = !cell || cell === place.rawData ? { ...place.rawData } : cell;
      if (comment) drawn.markers = { ...drawn.markers, tr: { color: COMMENT_MARK, size: 7 } };
      if (link) {
        drawn.interceptorStyle = { ...drawn.interceptorStyle, cl: { rgb: LINK_COLOR }, ul: { s: BooleanNumber.TRUE } };
      }
      return next(drawn);
    },
  });
  const stop = model.onCommentsChanged(() => redraw(model));
  return () => {
    stop();
    interception.dispose();
  };
}

export interface HoveredCell {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
  /** Relative to the grid's canvas, in pixels. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** Calls back with the cell under the pointer (`null` when it leaves the cells), and with every cell that is clicked. */
export function watchPointer(
  model: UniverWorkbookModel,
  hovered: (cell: HoveredCell | null) => void,
  clicked: (cell: HoveredCell) => void,
): () => void {
  const pointer = model.engine.injector.get(HoverManagerService);
  const subscriptions = [
    pointer.currentCell$.subscribe((cell) => hovered(cell ? cellOf(cell) : null)),
    pointer.currentClickedCell$.subscribe((cell) => clicked(cellOf(cell))),
  ];
  return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
}

function cellOf({ location, position }: IHoverCellPosition): HoveredCell {
  const { startX, startY, endX, endY } = position;
  return {
    sheet: location.subUnitId,
    row: location.row,
    column: location.col,
    box: { left: startX, top: startY, right: endX, bottom: endY },
  };
}

function redraw(model: UniverWorkbookModel): void {
  model.engine.injector.get(IRenderManagerService).getRenderById(model.engine.unitId)?.mainComponent?.makeForceDirty();
}
