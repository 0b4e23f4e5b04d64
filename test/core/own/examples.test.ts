/** The documented examples are files that can be used as they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../../../src/core';
import { parseOwnRelations } from '../../../src/core/own';
import { encodeSettings, NO_SETTINGS, withRelations } from '../../../src/core/settings';
import { findingText } from '../../../src/present/messages';
import { caseWorkbook } from '../../support/cases';

const example = (name: string): string => readFileSync(path.resolve(__dirname, '../../../docs/examples', name), 'utf8');
const own = (text: string) => {
  const settings = encodeSettings(withRelations(NO_SETTINGS, text));
  const { checks, findings, skipped } = checkWorkbook({ ...caseWorkbook('seed-000.xlsx'), settings: settings! });
  return {
    checked: checks
      .filter(({ relation }) => relation.rule.startsWith('own:'))
      .map(({ relation, verdict }) => [relation.rule.slice(4), verdict]),
    findings: findings.filter(({ rule }) => rule.startsWith('own:')).map((finding) => findingText('zh-CN', finding)),
    skipped: skipped.filter(({ rule }) => rule.startsWith('own:') || rule === 'settings').map(({ reason }) => reason),
  };
};

test.each(['own-relations.yaml', 'own-relations.json'])('%s has no mistake', (name) => {
  const { relations, problems } = parseOwnRelations(example(name));
  expect(problems).toEqual([]);
  expect(relations.length).toBeGreaterThan(1);
});

test('the YAML example on a published budget', () => {
  expect(own(example('own-relations.yaml'))).toEqual({
    checked: [
      ['养老保险缴费与机关事业单位基本养老保险缴费一致', 'held'],
      ['项目支出合计等于支出合计减基本支出', 'held'],
      ['公务接待费不超过商品和服务支出的接待费科目', 'held'],
    ],
    findings: [],
    skipped: [],
  });
});

test('the JSON example on a published budget', () => {
  expect(own(example('own-relations.json'))).toEqual({
    checked: [
      ['收支总表的财政拨款等于财政拨款收支总表的收入', 'held'],
      ['工资福利支出不低于基本工资与津贴补贴之和', 'held'],
    ],
    findings: [],
    skipped: [],
  });
});

test('a mistake in the relations that a workbook carries is told; the rest is checked', () => {
  expect(own(`${example('own-relations.yaml')}  - title: 甲\n`).skipped).toEqual([
    { id: 'own.missing-field', data: { line: '25', field: 'left' } },
    { id: 'own.missing-field', data: { line: '25', field: 'right' } },
  ]);
});
