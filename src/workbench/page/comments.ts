/** How a comment is read: a card beside the cell under the pointer, with author, text and replies. It never takes a click. */
import type { ModelComment } from '../model';
import { type HoveredCell, watchPointer } from '../univer/marks';
import type { UniverWorkbookModel } from '../univer/univerModel';
import { element } from './dom';

const GAP = 6;

/** Shows cards over `grid` until the returned function is called. `clicked` hears of every click on a cell. */
export function showComments(grid: HTMLElement, model: UniverWorkbookModel, clicked: (cell: HoveredCell) => void): () => void {
  const card = element('div', { class: 'comment-card', attributes: { role: 'tooltip' } });
  card.hidden = true;
  grid.append(card);
  let over: HoveredCell | null = null;

  const draw = (): void => {
    const comment = over ? model.commentAt(over.sheet, over.row, over.column) : null;
    card.hidden = comment === null;
    const link = over ? model.hyperlink(over.sheet, over.row, over.column) : null;
    grid.classList.toggle('over-link', link !== null);
    if (!comment || !over) return;
    card.replaceChildren(...thread(comment));
    place(card, grid, over);
  };
  const stopPointer = watchPointer(
    model,
    (cell) => {
      over = cell;
      draw();
    },
    clicked,
  );
  const stopComments = model.onCommentsChanged(draw);
  const leave = (): void => {
    over = null;
    draw();
  };
  grid.addEventListener('mouseleave', leave);
  return () => {
    stopPointer();
    stopComments();
    grid.removeEventListener('mouseleave', leave);
    card.remove();
  };
}

function thread(comment: ModelComment): readonly HTMLElement[] {
  return [comment, ...comment.replies].map(({ author, content }) =>
    element('div', {
      class: 'comment',
      children: [element('div', { class: 'comment-author', text: author }), element('div', { class: 'comment-text', text: content })],
    }),
  );
}

/** Right of the cell; left of it when there is no room; always inside the grid. */
function place(card: HTMLElement, grid: HTMLElement, cell: HoveredCell): void {
  const canvas = mainCanvas(grid);
  if (!canvas) return;
  const outer = grid.getBoundingClientRect();
  const inner = canvas.getBoundingClientRect();
  const left = inner.left - outer.left;
  const top = inner.top - outer.top;
  const { offsetWidth: width, offsetHeight: height } = card;
  const right = left + cell.box.right + GAP;
  const x = right + width <= outer.width ? right : Math.max(GAP, left + cell.box.left - GAP - width);
  const y = Math.max(GAP, Math.min(top + cell.box.top, outer.height - height - GAP));
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
}

/** The canvas that the cells are drawn on: the largest of the grid's. */
export function mainCanvas(grid: HTMLElement): HTMLCanvasElement | null {
  let largest: HTMLCanvasElement | null = null;
  for (const canvas of grid.querySelectorAll('canvas')) {
    if (!largest || canvas.clientWidth * canvas.clientHeight > largest.clientWidth * largest.clientHeight) largest = canvas;
  }
  return largest;
}
