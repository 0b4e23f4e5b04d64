/** How are relations of a bureau's own checked? Each is a rule like any other: the same evaluation, the same findings. */
import type { AmountRelation, Facts, Rule, Skipped, Table, TableKind, Term } from '../model';
import { across } from '../rules/table-sets';
import { skip } from '../rules/skip';
import { addressOf } from '../workbook';
import type { OwnRelation, OwnTerm } from './model';
import { factsOfTerm } from './terms';

const SIGNS: Readonly<Record<OwnRelation['op'], string>> = { '=': '＝', '<=': '≤', '>=': '≥' };

/** Begins the id of every such rule; the title follows. */
export const OWN_PREFIX = 'own:';

export function rulesOf(relations: readonly OwnRelation[]): readonly Rule[] {
  return relations.map(ruleOf);
}

function ruleOf(relation: OwnRelation): Rule {
  const id = `${OWN_PREFIX}${relation.title}`;
  const kinds = [...new Set<TableKind>([...relation.left, ...relation.right].map(({ table }) => table))];
  return {
    meta: { id, title: relation.title, basis: relation.basis, severity: relation.severity },
    *relations(facts) {
      yield* across(id, facts, kinds, function* (...tables) {
        yield equation(id, relation, facts, new Map(kinds.map((kind, at) => [kind, tables[at] as Table])));
      });
    },
  };
}

/** The equation over the facts of these tables; what cannot be found is said, and nothing is checked then. */
function equation(
  rule: string,
  { title, op, left, right, note }: OwnRelation,
  facts: Facts,
  tables: ReadonlyMap<TableKind, Table>,
): AmountRelation | Skipped {
  const sides: Term[][] = [];
  for (const side of [left, right]) {
    const terms: Term[] = [];
    for (const term of side) {
      const found = termsOf(rule, facts, tables, term);
      if ('reason' in found) return found;
      terms.push(...found.terms);
    }
    sides.push(terms);
  }
  const message = { id: note === '' ? 'rule.own' : 'rule.own-note', data: { title, note, op: SIGNS[op] } };
  return { type: 'amount', rule, op, left: sides[0] ?? [], right: sides[1] ?? [], message };
}

function termsOf(
  rule: string,
  facts: Facts,
  tables: ReadonlyMap<TableKind, Table>,
  term: OwnTerm,
): { readonly terms: readonly Term[] } | Skipped {
  const table = tables.get(term.table) as Table;
  const found = factsOfTerm(facts, table, term);
  if ('facts' in found) return { terms: found.facts.map((fact) => ({ fact, sign: term.sign })) };
  const data = { term: term.words };
  if (found.problem === 'none') return skip(rule, 'skip.own-none', data, table.sheet);
  return skip(rule, 'skip.own-unclear', { ...data, cell: `${found.fact.cell.sheet} ${addressOf(found.fact.cell)}` }, table.sheet);
}
