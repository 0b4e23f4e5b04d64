/** The door of a bureau's own relations: the text of a file in, rules out. */
import type { Message, Rule } from '../model';
import { parseOwnRelations } from './parse';
import { rulesOf } from './rules';

export { parseOwnRelations, type OwnRelations } from './parse';
export { OWN_PREFIX } from './rules';
export type { OwnRelation, OwnTerm } from './model';

/** What the text says as rules; entries that are wrong are told and left out. */
export function ownRules(text: string | undefined): { readonly rules: readonly Rule[]; readonly problems: readonly Message[] } {
  if (text === undefined || text.trim() === '') return { rules: [], problems: [] };
  const { relations, problems } = parseOwnRelations(text);
  return { rules: rulesOf(relations), problems };
}
