/** The user's say about rules: off, or of another severity. */
import type { Facts, Rule, Severity } from '../../../src/core/model';
import { rulesAsSet } from '../../../src/core/settings/rules';
import { equation } from '../../support/findings';

const FACTS: Facts = { tables: [], facts: [], labels: [] };

/** A rule whose relations have these severities of their own. */
const rule = (severity: Severity, ...own: readonly (Severity | undefined)[]): Rule => ({
  meta: { id: 'some', title: '', basis: '', severity },
  relations: () => own.map((given) => equation(['表三!C6', '1.00'], [['表三!C7', '2.00']], given ? { severity: given } : {})),
});

const severities = (given: Rule, severity: Severity) =>
  rulesAsSet([given], [{ rule: 'some', severity }]).rules.flatMap((set) =>
    [...set.relations(FACTS)].map((relation) => ('severity' in relation ? relation.severity : undefined)),
  );

test('a rule that is off is left out and told', () => {
  expect(rulesAsSet([rule('error')], [{ rule: 'some', off: true }])).toEqual({
    rules: [],
    off: [{ rule: 'some', reason: { id: 'skip.rule-off', data: {} } }],
  });
});

test.each<[string, Rule, Severity, readonly (Severity | undefined)[]]>([
  ['less severe: all of it', rule('error', undefined, 'error', 'warning'), 'info', ['info', 'info', 'info']],
  ['more severe: but for its own hints', rule('warning', undefined, 'info'), 'error', ['error', 'info']],
  ['a hint made a warning', rule('info', undefined, 'info'), 'warning', ['warning', 'warning']],
  ['in between: its own hints stay hints', rule('error', undefined, 'info'), 'warning', ['warning', 'info']],
  ['the same as before', rule('error', undefined, 'info'), 'error', [undefined, 'info']],
])('%s', (_, given, severity, expected) => {
  expect(severities(given, severity)).toEqual(expected);
});

test('what is said of rules that do not exist does no harm', () => {
  const own = rule('error', undefined);
  expect(rulesAsSet([own], [{ rule: 'gone', off: true }])).toEqual({ rules: [own], off: [] });
});
