/** The rules make the relations that people found in three published budgets: at least nine in ten of every family. */
import { checkWorkbook } from '../../../src/core';
import { caseWorkbook } from '../../support/cases';
import { formOfKey, formOfRelation, relationsKey, wordsOfKey, wordsOfRelation } from '../../support/relations';

const LEAST = 0.9;
const SHORT = 20;

/** Family → how many of its relations are made, and which are not. Those of which every cell is nil say nothing. */
function coverage(name: string): ReadonlyMap<string, { readonly made: number; readonly all: number; readonly missing: readonly string[] }> {
  const workbook = caseWorkbook(`seed-${name}.xlsx`);
  const relations = checkWorkbook(workbook).checks.map(({ relation }) => relation);
  const forms = new Set(relations.map(formOfRelation));
  const words = new Set(relations.flatMap(wordsOfRelation));
  return new Map(
    Object.entries(relationsKey(`relations-${name}.json`)).map(([family, key]) => {
      const wanted = key.map((text) => ({ text, form: formOfKey(text, workbook) })).filter(({ form }) => form !== '');
      const missing = wanted.filter(({ text, form }) => (form === null ? !words.has(wordsOfKey(text)) : !forms.has(form)));
      return [family, { made: wanted.length - missing.length, all: wanted.length, missing: missing.map(({ text }) => text) }];
    }),
  );
}

describe.each(['000', '002', '003'])('seed %s', (name) => {
  const families = coverage(name);

  test.each([...families.keys()])('%s', (family) => {
    const { made, all, missing } = families.get(family)!;
    // of a short list two may be missing; the missing ones show when they are too many
    const enough = made / all >= LEAST || (all < SHORT && all - made <= 2);
    expect(enough ? [] : missing).toEqual([]);
  });

  test('all families together', () => {
    const counts = [...families.values()];
    const sum = (of: 'made' | 'all'): number => counts.reduce((total, count) => total + count[of], 0);
    expect(sum('made') / sum('all')).toBeGreaterThan(0.97);
  });
});
