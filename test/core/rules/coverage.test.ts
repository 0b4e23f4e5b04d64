/** The rules make the relations that people found in three published budgets: at least nine in ten of every family. */
import { checkWorkbook } from '../../../src/core';
import { caseWorkbook } from '../../support/cases';
import { formOfKey, formOfRelation, relationsKey, wordsOfKey, wordsOfRelation } from '../../support/relations';

const LEAST = 0.9;

/** Family → how many of its relations are made, and which are not. Those of which every cell is nil say nothing. */
function coverage(name: string): ReadonlyMap<string, { readonly made: number; readonly all: number; readonly missing: readonly string[] }> {
  const workbook = caseWorkbook(`seed-${name}.xlsx`);
  const relations = checkWorkbook(workbook).checks.map(({ relation }) => relation);
  const forms = counted(relations.map(formOfRelation));
  const words = new Set(relations.flatMap(wordsOfRelation));
  return new Map(
    Object.entries(relationsKey(`relations-${name}.json`)).map(([family, key]) => {
      const wanted = key.map((text) => ({ text, form: formOfKey(text, workbook) })).filter(({ form }) => form !== '');
      const asked = new Map<string, number>();
      const missing = wanted.filter(({ text, form }) => {
        if (form === null) return !words.has(wordsOfKey(text));
        const times = (asked.get(form) ?? 0) + 1;
        asked.set(form, times);
        return times > (forms.get(form) ?? 0);
      });
      return [family, { made: wanted.length - missing.length, all: wanted.length, missing: missing.map(({ text }) => text) }];
    }),
  );
}

/** The sums of one sentence are of the same cells: as many are needed as the key has. */
function counted(forms: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

describe.each(['000', '002', '003'])('seed %s', (name) => {
  const families = coverage(name);

  test.each([...families.keys()])('%s', (family) => {
    const { made, all, missing } = families.get(family)!;
    // The missing ones show when they are too many.
    expect(made / all >= LEAST ? [] : missing).toEqual([]);
  });

  test('all families together', () => {
    const counts = [...families.values()];
    const sum = (of: 'made' | 'all'): number => counts.reduce((total, count) => total + count[of], 0);
    expect(sum('made') / sum('all')).toBeGreaterThan(0.97);
  });
});
