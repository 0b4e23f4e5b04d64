/** How is a finding shown that the user accepted, and one that is open again? */
import { exitCodeOf } from '../../src/cli/check';
import { checkWorkbook } from '../../src/core';
import { NO_SETTINGS, withIgnored } from '../../src/core/settings';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { reportOf } from '../../src/present/json';
import { countSeverities, textOf } from '../../src/present/text';
import { book, sheet } from '../support/grid';

const workbook = (income: number) =>
  book(
    sheet('表一', [
      ['部门收支总表'],
      ['部门：某局', null, null, '单位：万元'],
      ['收入', null, '支出', null],
      ['项目', '2024年预算数', '项目', '2024年预算数'],
      ['一般公共预算拨款收入', income, '一般公共服务支出', 486.4],
      ['收入总计', income, '支出总计', 486.4],
    ]),
  );

const open = checkWorkbook(workbook(468.4));
const settings = open.findings.reduce((before, finding) => withIgnored(before, finding, '上级已批复'), NO_SETTINGS);
const accepted = checkWorkbook(workbook(468.4), { settings });
const reopened = checkWorkbook(workbook(464.8), { settings });

test('JSON: it stays in the list with its reason', () => {
  expect(reportOf(accepted, 'a.xlsx', 'zh-CN').findings).toEqual(
    reportOf(open, 'a.xlsx', 'zh-CN').findings.map((finding) => ({
      ...finding,
      message: `${finding.message}（已接受：上级已批复）`,
      accepted: { reason: '上级已批复' },
    })),
  );
  expect(reportOf(reopened, 'a.xlsx', 'en').findings[0]).toMatchObject({
    reopened: true,
    message: expect.stringMatching(/was accepted, but the figures have changed/) as string,
  });
});

test('it does not count for the exit code, nor among the severities', () => {
  const outcome = (result: typeof open) => ({ checked: [{ file: 'a.xlsx', result }], errors: [] });
  expect([open, accepted, reopened].map((result) => exitCodeOf(outcome(result), 'info'))).toEqual([1, 0, 1]);
  expect(countSeverities(accepted.findings)).toEqual({ error: 0, warning: 0, info: 0 });
});

test('no cell is marked', () => {
  expect(annotationsOf(open, 'zh-CN')).not.toEqual([]);
  expect(annotationsOf(accepted, 'zh-CN')).toEqual([]);
});

test('text and discrepancy sheet list it apart', () => {
  const text = textOf(accepted, 'a.xlsx', { locale: 'zh-CN', colour: false });
  expect(text).toMatch(/\n {2}已接受 1 条：\n {4}表一 B6 .*（已接受：上级已批复）\n/);
  expect(text).not.toContain('[错误]');
  const texts = discrepancySheet(accepted, 'zh-CN').rows.map((row) => (row[0]?.type === 'text' ? row[0].text : ''));
  expect(texts).toContain('已接受（1 条）');
});
