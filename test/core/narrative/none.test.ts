/** What the text says there is none of, against tables that have some; and where it speaks of something or somebody else. */
import { factsOfLiterals } from '../../support/facts';
import { trial } from '../../support/narrative';
import { BUDGET } from '../../support/narrativeTables';

const FACTS = factsOfLiterals(BUDGET);
const said = (text: string): readonly string[] => trial(FACTS, ['五、其他情况', text], 'budget').said;

test.each<[string, readonly string[]]>([
  ['本部门2024年没有使用政府性基金预算拨款安排的支出。', ['「没有使用政府性基金预算拨款安排的支出」 0 ≠ 520.00']],
  [
    '2024年没有政府性基金预算拨款收入，也没有使用政府性基金预算拨款安排的支出。',
    ['「没有政府性基金预算拨款收入」 0 ≠ 500.00', '「没有使用政府性基金预算拨款安排的支出」 0 ≠ 520.00'],
  ],
  ['某市某区自然资源和规划局2024年无政府性基金预算收支。', ['「无政府性基金预算收支」 0 ≠ 520.00']],
  ['政府性基金预算支出为零。', ['「政府性基金预算支出为零」 0 ≠ 520.00']],
  ['2024年未安排因公出国（境）费，无公务接待费，未安排公务用车购置费。', ['「无公务接待费」 0 ≠ 8.00']],
  ['不涉及“三公”经费。', ['「不涉及“三公”经费」 0 ≠ 30.00']],
  ['2024年本部门未安排政府采购预算。', ['「未安排政府采购预算」 0 ≠ 400.00']],
])('found: %s', (text, expected) => {
  expect(said(text)).toEqual(expected.map((words) => `error narrative-none ${words}`));
});

test.each([
  '本部门2024年无国有资本经营预算拨款收入，也没有国有资本经营预算安排的支出。',
  '国有资本经营预算未安排支出。',
  '2024年未安排公务用车购置费、因公出国（境）费用。',
  // something else
  '没有政府性基金预算支出的增减变化。',
  '本年度无政府性基金预算财政拨款结转。',
  '2024年没有政府采购投诉，无政府采购违规。',
  '没有新增政府采购项目。',
  // somebody else, another year
  '某区规划中心2024年没有政府性基金预算支出，也没有政府采购预算。',
  '除某中心外，没有政府性基金预算支出。',
  '2022年没有政府性基金预算支出。',
  '上年未安排政府采购预算。',
])('right, or of something else: %s', (text) => {
  expect(said(text)).toEqual([]);
});
