/** Which cells told what a table is? */
import type { Evidence, Message } from '../model';
import type { Caption } from './caption';
import type { Draft } from './draft';
import { refOf, type ViewRow } from './sheetView';

/** A message of src/i18n's recognise area. */
export const message = (id: string, data: Readonly<Record<string, string>> = {}): Message => ({ id: `recognise.${id}`, data });

/** Title, unit, year and department as the caption states them. */
export function captionEvidence(caption: Caption, sheet: string): Evidence[] {
  const evidence: Evidence[] = [];
  if (caption.title)
    evidence.push({
      what: 'title',
      because: message('title.cell', { title: caption.title.value }),
      cells: [refOf(sheet, caption.title.cell)],
    });
  if (caption.unit)
    evidence.push({
      what: 'unit',
      because: message('unit.caption', { unit: caption.unit.value }),
      cells: [refOf(sheet, caption.unit.cell)],
    });
  if (caption.year)
    evidence.push({
      what: 'year',
      because: message('year.caption', { year: String(caption.year.value) }),
      cells: [refOf(sheet, caption.year.cell)],
    });
  if (caption.department) {
    evidence.push({
      what: 'department',
      because: message('department.caption', { department: caption.department.value }),
      cells: [refOf(sheet, caption.department.cell)],
    });
  }
  return evidence;
}

/** The rows that were taken as totals. */
export function totalEvidence(drafts: readonly (readonly Draft[])[], sheet: string): Evidence[] {
  return drafts.flat().flatMap((draft): Evidence[] => {
    const at = draft.codeCell ?? draft.nameCell ?? draft.view.cells[0];
    if (!at) return [];
    const cells = [refOf(sheet, at)];
    const row = String(draft.view.index + 1);
    if (draft.duplicateTotal) return [{ what: 'total-row', because: message('total.duplicate', { row }), cells }];
    if (draft.line !== 'grand-total') return [];
    const label = draft.nameText ?? draft.codeText ?? draft.organisationText;
    return [
      { what: 'total-row', because: label === null ? message('total.nameless', { row }) : message('total.label', { label, row }), cells },
    ];
  });
}

/** A row whose meaning only its figures tell. */
export function sumEvidence(draft: Draft, sheet: string): Evidence {
  const cells = draft.view.cells.slice(0, 1).map((cell) => refOf(sheet, cell));
  const id = draft.line === 'grand-total' ? 'row-total' : draft.line === 'project' ? 'row-project' : 'row-unit';
  return { what: 'arithmetic', because: message(`arithmetic.${id}`, { row: String(draft.view.index + 1) }), cells };
}

/** 收入 and 支出 below one another: where the second begins. */
export function stackedEvidence(row: ViewRow, sheet: string): Evidence {
  const cells = row.cells.slice(0, 1).map((cell) => refOf(sheet, cell));
  return { what: 'header', because: message('header.stacked', { row: String(row.index + 1) }), cells };
}

/** The rows whose code as written is wrong. */
export function correctionEvidence(drafts: readonly (readonly Draft[])[], sheet: string): Evidence[] {
  return drafts.flat().flatMap((draft): Evidence[] =>
    draft.correctedAccount && draft.codeCell
      ? [
          {
            what: 'arithmetic',
            because: message('arithmetic.code', { code: draft.codeText ?? '', corrected: draft.correctedAccount.code }),
            cells: [refOf(sheet, draft.codeCell)],
          },
        ]
      : [],
  );
}
