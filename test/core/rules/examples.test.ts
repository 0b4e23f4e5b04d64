/** Every rule file opens with a small example, and the rule says of it what the example says. */
import { checkWorkbook } from '../../../src/core';
import { exampleIn, ruleFiles, verdictOf, workbookOf } from '../../support/examples';

test.each(ruleFiles())('%s', (file, text) => {
  const example = exampleIn(text);
  expect(example).not.toBeNull();
  const findings = checkWorkbook(workbookOf(example!)).findings;
  expect(findings.filter(({ rule }) => `${rule}.ts` === file).map(verdictOf)).toContain(example!.verdict);
});
