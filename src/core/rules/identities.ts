/** Functional 项 whose basic expenditure is what certain departmental economic 款 spend: in the whole department, or unit by unit. */
import type { AmountRelation, Facts, Skipped, Table } from '../model';
import { counterpart, organisationsOf } from './counterpart';
import { plus, select } from './select';
import { skip } from './skip';
import { across, setOf } from './table-sets';

/** Source: 《政府收支分类科目》, what each account is for. */
export interface Identity {
  readonly functional: readonly string[];
  readonly economic: readonly string[];
  /** `>=`: the functional accounts pay for more than these economic ones. */
  readonly op?: '=' | '>=';
  readonly message?: string;
  /** A functional account that may be spent from the same economic ones: where it has money nothing can be said. */
  readonly unless?: string;
}

/** Only where both sides state something. */
export function* identities(rule: string, facts: Facts, wanted: readonly Identity[]): Iterable<AmountRelation | Skipped> {
  yield* across(rule, facts, ['general-expenditure', 'general-basic'], function* (_general, basic) {
    const table = counterpart(facts, setOf(facts, basic), 'general', 'basic');
    if (!table) {
      yield skip(rule, 'skip.no-basic-column', {}, basic.sheet);
      return;
    }
    const units = organisationsOf(facts, basic).filter((unit) => organisationsOf(facts, table).includes(unit));
    const scopes: readonly Scope[] = units.length === 0 ? [{}] : units.map((organisation) => ({ organisation }));
    for (const scope of scopes) for (const identity of wanted) yield* identityOf(rule, facts, { table, basic, scope }, identity);
  });
}

interface Scope {
  readonly organisation?: string;
}

interface Compared {
  /** By functional account, and by economic account. */
  readonly table: Table;
  readonly basic: Table;
  readonly scope: Scope;
}

function* identityOf(
  rule: string,
  facts: Facts,
  { table, basic, scope }: Compared,
  { functional, economic, op = '=', message = 'rule.insurance-identities', unless }: Identity,
): Iterable<AmountRelation | Skipped> {
  const paid = (code: string) => select(facts, table, { ...scope, account: { scheme: 'functional', code }, nature: 'basic' });
  const spent = (code: string) => select(facts, basic, { ...scope, account: { scheme: 'economic-dept', code }, nature: 'basic' });
  if (unless !== undefined && paid(unless).some((fact) => fact.value !== null)) {
    yield skip(rule, 'skip.identity-shared', { unit: scope.organisation ?? '', code: unless }, table.sheet);
    return;
  }
  const [left, right] = [functional.flatMap(paid), economic.flatMap(spent)];
  if (![left, right].every((side) => side.some((fact) => fact.value !== null))) return;
  yield {
    type: 'amount',
    rule,
    op,
    left: plus(left),
    right: plus(right),
    message: { id: message, data: { functional: functional.join('＋'), economic: economic.join('＋') } },
  };
}
