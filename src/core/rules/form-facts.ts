/** Amounts of performance forms as facts, so that they are judged like any other figure. */
import type { Decimal } from '../amount';
import { NO_DIMENSIONS } from '../bare-fact';
import type { FormAmountRole, PerformanceForm } from '../forms';
import type { Fact, Table, Unit } from '../model';
import type { CellRef } from '../workbook';

interface Stated {
  readonly cell: CellRef;
  readonly value: Decimal | null;
  readonly printed: string;
  readonly unit: Unit;
  readonly label: string;
  readonly columnLabel: string;
}

/**
 * A form states an amount once, in a cell of its own: its precision is that of all amounts of the forms of its table,
 * and never coarser than the hundredth of 万元 that budgets are stated to.
 */
export function formFact(table: Table, form: PerformanceForm, stated: Stated): Fact {
  const zero = stated.value !== null && stated.value.units === 0n;
  return {
    ...NO_DIMENSIONS,
    table,
    cell: stated.cell,
    value: zero ? null : stated.value,
    printed: stated.printed,
    decimals: Math.max(stated.unit === '元' ? 0 : 2, stated.value?.scale ?? 0, stated.unit === '元' ? 0 : precision(table)),
    unit: stated.unit,
    line: form.kind === 'overall' ? 'grand-total' : 'project',
    organisation: form.organisation?.text ?? null,
    project: form.project?.text ?? null,
    row: `form:${table.index}:${form.rows[0]}`,
    label: stated.label,
    columnLabel: stated.columnLabel,
  };
}

function precision(table: Table): number {
  let most = 0;
  for (const form of table.forms ?? []) for (const { value } of form.amounts) most = Math.max(most, value?.scale ?? 0);
  return Math.min(most, 6);
}

function amountFact(table: Table, form: PerformanceForm, amount: PerformanceForm['amounts'][number]): Fact {
  return formFact(table, form, {
    cell: amount.cell,
    value: amount.value,
    printed: amount.printed,
    unit: amount.unit ?? table.unit ?? '万元',
    label: form.project?.text ?? form.department?.text ?? table.title,
    columnLabel: amount.label,
  });
}

/** The amounts of one role that a form states, in its order. */
export function formAmounts(table: Table, form: PerformanceForm, role: FormAmountRole): readonly Fact[] {
  return form.amounts.filter((amount) => amount.role === role).map((amount) => amountFact(table, form, amount));
}

/** The whole budget amount of a form (预算数, 资金总额), and its parts; `null` where the form states none. */
export function budgetOf(table: Table, form: PerformanceForm): { readonly total: Fact; readonly parts: readonly Fact[] } | null {
  const asFact = (amount: PerformanceForm['amounts'][number]): Fact => amountFact(table, form, amount);
  const totals = form.amounts.filter((amount) => amount.role === 'total');
  const [total] = totals;
  if (!total || totals.length > 1) return null;
  return { total: asFact(total), parts: form.amounts.filter((amount) => amount.role !== 'total').map(asFact) };
}
