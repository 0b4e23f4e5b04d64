/**
 * How do conditional formats keep their identity while an add-in builds them? The API makes an empty one and fills it in
 * step by step; the model takes only whole ones. So they are held here under the API's ids and brought to the model at the
 * end of a batch or before a read.
 */
import type { Range } from '../../../core/workbook';
import type { ModelConditionalFormat, SheetId, WorkbookModel } from '../../model';
import { subtract } from './address';

export interface ConditionalFormatState {
  readonly id: string;
  readonly sheet: SheetId;
  ranges: readonly Range[];
  formula: string;
  fill: string | null;
  fontColor: string | null;
  border?: string;
  stopIfTrue: boolean;
}

interface Entry {
  readonly state: ConditionalFormatState;
  /** Its id in the model; `null` while it is not there. */
  modelId: string | null;
  changed: boolean;
}

export class ConditionalFormats {
  private readonly entries = new Map<string, Entry>();
  private next = 1;

  constructor(private readonly model: WorkbookModel) {}

  /** Highest priority first: Excel puts a new one on top. */
  list(sheet: SheetId): readonly ConditionalFormatState[] {
    this.commit();
    this.adopt(sheet);
    const order = this.model.conditionalFormats(sheet).map((format) => format.id);
    const position = (entry: Entry): number => (entry.modelId === null ? order.length : order.indexOf(entry.modelId));
    return [...this.entries.values()]
      .filter((entry) => entry.state.sheet === sheet)
      .sort((a, b) => position(b) - position(a))
      .map((entry) => entry.state);
  }

  add(sheet: SheetId, ranges: readonly Range[]): ConditionalFormatState {
    const state = { id: `{conditional-${this.next++}}`, sheet, ranges, formula: '', fill: null, fontColor: null, stopIfTrue: false };
    this.entries.set(state.id, { state, modelId: null, changed: false });
    return state;
  }

  find(id: string): ConditionalFormatState | null {
    return this.entries.get(id)?.state ?? null;
  }

  change(id: string, change: Partial<Omit<ConditionalFormatState, 'id' | 'sheet'>>): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    Object.assign(entry.state, change);
    entry.changed = true;
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (entry?.modelId) this.model.deleteConditionalFormat(entry.modelId);
    this.entries.delete(id);
  }

  /** Takes the range out of every format of the sheet; one that loses its last cell goes. */
  clear(sheet: SheetId, range: Range): void {
    for (const state of this.list(sheet)) {
      const rest = state.ranges.flatMap((area) => subtract(area, range));
      if (rest.length === 0) this.remove(state.id);
      else if (rest.length !== state.ranges.length || rest.some((area, i) => area !== state.ranges[i])) {
        this.change(state.id, { ranges: rest });
      }
    }
  }

  /** Brings changed formats to the model. One without a formula does not format anything and stays here. */
  commit(): void {
    for (const entry of this.entries.values()) {
      if (!entry.changed || entry.state.formula === '') continue;
      if (entry.modelId) this.model.deleteConditionalFormat(entry.modelId);
      const { sheet, ranges, formula, fill, fontColor, border } = entry.state;
      const format = { sheet, ranges, formula, fill, fontColor, ...(border === undefined ? {} : { border }) };
      entry.modelId = this.model.addConditionalFormat(format);
      entry.changed = false;
    }
  }

  /** Learns of formats that came with the file, follows those that moved with their rows, and forgets those that went without us. */
  private adopt(sheet: SheetId): void {
    const present = new Map<string, ModelConditionalFormat>();
    for (const format of this.model.conditionalFormats(sheet)) present.set(format.id, format);
    for (const [id, entry] of this.entries) {
      if (entry.state.sheet !== sheet || entry.modelId === null) continue;
      const format = present.get(entry.modelId);
      if (!format) this.entries.delete(id);
      else {
        entry.state.ranges = format.ranges;
        entry.state.formula = format.formula;
      }
      present.delete(entry.modelId);
    }
    for (const format of present.values()) {
      const { id: _id, ...look } = format;
      const state = { ...look, id: `{conditional-${this.next++}}`, stopIfTrue: false };
      this.entries.set(state.id, { state, modelId: format.id, changed: false });
    }
  }
}
