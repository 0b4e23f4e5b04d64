/**
 * When does an add-in hear of a change, and in which order? Turns the model's events into Excel's, for those who registered,
 * and delivers them after the answer to the batch that caused them.
 */
import type { Range } from '../../core/workbook';
import type { ModelEvent, SheetId, WorkbookModel } from '../model';
import { EVENT_CATEGORY, type EventEntry } from './protocol';

/** Excel's numbers of event types. */
export enum ExcelEvent {
  Changed = 10,
  Activated = 11,
  Deactivated = 12,
  Added = 13,
  SelectionChanged = 14,
  Deleted = 15,
}

/** Target id of events for all sheets together. */
export const WORKBOOK_TARGET = 'Workbook';

export interface EventSink {
  /** Rich API events. */
  readonly entries: (entries: readonly EventEntry[]) => void;
  /** The common API's "selection changed", which `Workbook.onSelectionChanged` uses. */
  readonly selectionChanged: () => void;
}

interface EventRange {
  readonly sheet: SheetId;
  readonly range: Range;
}

/** How many event ranges `event.getRange` can still find. */
const KEPT_RANGES = 2000;

/** The next turn of the event loop: never a microtask, so that answers stay before events. */
export const nextTurn: (task: () => void) => void = typeof setImmediate === 'function' ? (task) => void setImmediate(task) : messageTurns();

/** Messages to oneself: timers wait 4 ms once they are nested, and far longer in a page that is not looked at. */
function messageTurns(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  return (task) => {
    tasks.push(task);
    port2.postMessage(null);
  };
}

export class EventQueue {
  /** `runtime.enableEvents`: while false, nothing is queued. */
  enabled = true;
  private readonly registered = new Map<string, number>();
  private readonly sinks = new Set<EventSink>();
  private readonly ranges = new Map<string, EventRange>();
  private readonly stop: () => void;
  private queue: EventEntry[] = [];
  private selectionMoved = false;
  private active: SheetId;
  private next = 1;
  private held = 0;
  private remote = false;

  constructor(
    model: WorkbookModel,
    private readonly address: (range: Range) => string,
  ) {
    this.active = model.active();
    this.stop = model.subscribe((event) => this.take(event));
  }

  dispose(): void {
    this.stop();
    this.sinks.clear();
  }

  subscribe(sink: EventSink): () => void {
    this.sinks.add(sink);
    return () => this.sinks.delete(sink);
  }

  register(type: number, target: string, on: boolean): void {
    const key = `${type}|${target}`;
    const count = (this.registered.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.registered.set(key, count);
    else this.registered.delete(key);
  }

  forgetRegistrations(): void {
    this.registered.clear();
  }

  get registrations(): number {
    let sum = 0;
    for (const count of this.registered.values()) sum += count;
    return sum;
  }

  rangeOf(referenceId: string): EventRange | null {
    return this.ranges.get(referenceId) ?? null;
  }

  /** What is changed meanwhile was changed by another person who has the workbook open. */
  asCoauthor(change: () => void): void {
    this.remote = true;
    try {
      change();
    } finally {
      this.remote = false;
    }
  }

  /** Keeps events back while a batch runs; `release` delivers them in the next turn. */
  hold(): void {
    this.held++;
  }

  release(): void {
    this.held--;
    nextTurn(() => this.flush());
  }

  /** For events that do not come from the model. */
  push(entry: EventEntry): void {
    this.queue.push(entry);
    if (this.held === 0) nextTurn(() => this.flush());
  }

  private take(event: ModelEvent): void {
    const entries = this.translate(event);
    if (!this.enabled) return;
    this.queue.push(...entries);
    if (event.type === 'selection') this.selectionMoved = true;
    if (this.held === 0) nextTurn(() => this.flush());
  }

  private flush(): void {
    if (this.held > 0) return;
    const entries = this.queue;
    const moved = this.selectionMoved;
    this.queue = [];
    this.selectionMoved = false;
    for (const sink of this.sinks) {
      if (entries.length > 0) sink.entries(entries);
      if (moved) sink.selectionChanged();
    }
  }

  private translate(event: ModelEvent): readonly EventEntry[] {
    const worksheetId = event.sheet;
    const source = this.remote ? 'Remote' : 'Local';
    switch (event.type) {
      case 'changed': {
        const { range, origin } = event;
        const changed = {
          changeType: event.change ?? 'RangeEdited',
          source,
          shiftDirection: 'None',
          // Excel sends this from ExcelApi 1.14 on.
          triggerSource: origin === 'api' ? 'ThisLocalAddin' : 'Unknown',
        };
        return this.entries(ExcelEvent.Changed, worksheetId, { worksheetId, ...this.located(worksheetId, range), ...changed });
      }
      case 'selection':
        return this.entries(ExcelEvent.SelectionChanged, worksheetId, { worksheetId, address: this.address(event.range) });
      case 'sheet-activated': {
        const before = this.active;
        this.active = worksheetId;
        return [
          ...(before === worksheetId ? [] : this.entries(ExcelEvent.Deactivated, before, { worksheetId: before })),
          ...this.entries(ExcelEvent.Activated, worksheetId, { worksheetId }),
        ];
      }
      case 'sheet-added':
        return this.entries(ExcelEvent.Added, null, { worksheetId, source });
      case 'sheet-deleted':
        return this.entries(ExcelEvent.Deleted, null, { worksheetId, source });
      case 'sheet-renamed':
        // Excel tells of a new name only in an online-only set that no profile here declares.
        return [];
    }
  }

  private located(sheet: SheetId, range: Range): { readonly address: string; readonly referenceId: string } {
    const referenceId = `event-range-${this.next++}`;
    this.ranges.set(referenceId, { sheet, range });
    const [oldest] = this.ranges.keys();
    if (this.ranges.size > KEPT_RANGES && oldest !== undefined) this.ranges.delete(oldest);
    return { address: this.address(range), referenceId };
  }

  /** To the sheet's own listeners first, then to those of all sheets. */
  private entries(type: ExcelEvent, sheet: SheetId | null, args: Readonly<Record<string, unknown>>): readonly EventEntry[] {
    const targets = sheet === null ? [WORKBOOK_TARGET] : [sheet, WORKBOOK_TARGET];
    return targets
      .filter((target) => this.registered.has(`${type}|${target}`))
      .map((target) => [EVENT_CATEGORY, type, target, JSON.stringify(args), String(this.next++), this.remote]);
  }
}
