/**
 * Is a code wrong, its row standing under another account than its digits say? Where the sums hold by place and not by digits, or
 * where another row has the code and this one's name is an account of the one above: then the code is the slip, and roll-up goes by
 * the corrected one (DOMAIN.md 3).
 */
import { append } from '../group';
import type { Account, AccountScheme } from '../model';
import { isWellFormed, type Catalogue } from '../accounts';
import type { Draft } from './draft';
import { addsUp } from './rowArithmetic';
import { stripOrdinal } from './text';

const LEVELS: readonly number[] = [3, 5, 7];

function digits(draft: Draft): string {
  return (draft.account?.code ?? draft.codeText ?? '').replace(/[.\-_]/g, '');
}

/** 类, 款, 项 by the number of digits; a code with a digit too few or too many counts as the level next to it. */
function levelOf(draft: Draft): number {
  const length = digits(draft).length;
  return LEVELS.find((level) => length <= level) ?? 7;
}

/** The rows of one unit: what stands above by place, and what each row has below it by place. */
function byPlace(rows: readonly Draft[]): { readonly parents: ReadonlyMap<Draft, Draft>; readonly children: ReadonlyMap<Draft, Draft[]> } {
  const parents = new Map<Draft, Draft>();
  const children = new Map<Draft, Draft[]>();
  const open: Draft[] = [];
  for (const row of rows) {
    while (open.length > 0 && levelOf(open[open.length - 1] as Draft) >= levelOf(row)) open.pop();
    const above = open[open.length - 1];
    if (above) {
      parents.set(row, above);
      append(children, above, row);
    }
    open.push(row);
  }
  return { parents, children };
}

/** The code that the name has directly under the account above it. */
function codeByName({ nameText }: Draft, above: Account, scheme: AccountScheme, catalogue: Catalogue): string | null {
  const code = scheme === 'functional' && nameText !== null ? catalogue.functionalByName(stripOrdinal(nameText)) : null;
  return code !== null && code.length === above.code.length + 2 && code.startsWith(above.code) ? code : null;
}

/** Whether the sum above holds with the row and not without it. */
function addsUpByPlaceOnly(row: Draft, above: Draft, siblings: readonly Draft[], columns: readonly number[]): boolean {
  if (!row.hasAmounts || !addsUp(above, siblings, columns)) return false;
  return !addsUp(
    above,
    siblings.filter((other) => other !== row),
    columns,
  );
}

/** Corrects the accounts of one unit's rows in place; `columns` hold the amounts. */
export function correctCodes(drafts: readonly Draft[], columns: readonly number[], scheme: AccountScheme, catalogue: Catalogue): void {
  const rows = drafts.filter((draft) => draft.line === 'account' && draft.codeText !== null);
  const suspicious = (row: Draft, above: Draft): boolean =>
    above.account !== null && !(row.account?.code.startsWith(above.account.code) ?? false) && levelOf(row) > above.account.code.length;
  const { parents, children } = byPlace(rows);
  if (![...parents].some(([row, above]) => suspicious(row, above))) return;
  const taken = new Set(rows.flatMap((row) => (row.account ? [row.account.code] : [])));
  for (const row of rows) {
    const above = parents.get(row);
    if (!above?.account || !suspicious(row, above)) continue;
    const named = codeByName(row, above.account, scheme, catalogue);
    const repeated = rows.some((other) => other !== row && other.account?.code === row.account?.code);
    if (!(named !== null && repeated) && !addsUpByPlaceOnly(row, above, children.get(above) ?? [], columns)) continue;
    const code = named ?? (row.account ? above.account.code + row.account.code.slice(-2) : null);
    if (code === null || taken.has(code) || !isWellFormed({ scheme, code })) continue;
    const account = { scheme, code };
    row.account = account;
    row.correctedAccount = account;
    taken.add(account.code);
  }
}
