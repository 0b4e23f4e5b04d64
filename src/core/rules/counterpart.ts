/** Which expenditure table counts the same money as a table of one nature (基本, 项目), and tells that nature in a column? */
import { judge } from '../interval';
import type { Facts, Nature, Table } from '../model';
import { plus, select, totalOf } from './select';
import type { TableSet } from './table-sets';

/**
 * For money of the general budget its own expenditure table; where that has no such column, the department's, if both state
 * the same total, so that no other money is in it. For money of all funds the department's table.
 */
export function counterpart(facts: Facts, set: TableSet | undefined, fund: 'all' | 'general', nature: Nature): Table | undefined {
  const department = set?.get('dept-expenditure');
  const general = set?.get('general-expenditure');
  const tells = (table: Table | undefined): boolean => table !== undefined && select(facts, table, { nature }).length > 0;
  if (fund === 'all') return tells(department) ? department : undefined;
  if (tells(general)) return general;
  if (!department || !general || !tells(department)) return undefined;
  const left = plus(totalOf(facts, department, { nature: 'all' }));
  const right = plus(totalOf(facts, general, { nature: 'all' }));
  const same = judge({ type: 'amount', rule: '', op: '=', left, right, message: { id: '', data: {} } }).verdict === 'held';
  return left.length > 0 && right.length > 0 && same ? department : undefined;
}

/** Units that a table tells apart. */
export function organisationsOf(facts: Facts, table: Table): readonly string[] {
  const names = new Set<string>();
  for (const fact of select(facts, table, {})) if (fact.organisation !== null) names.add(fact.organisation);
  return [...names];
}
