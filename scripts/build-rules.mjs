/**
 * Writes docs/rules.md, the catalogue of the rules, from their meta. `--check` only says whether it is up to date. The rules
 * are bundled for the purpose: they are TypeScript, and this is plain Node.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'docs/rules.md');
const SEVERITIES = { error: '错误', warning: '警告', info: '提示' };

/** What a module of src exports. */
function load(entry) {
  const { outputFiles } = buildSync({ entryPoints: [path.join(root, entry)], bundle: true, format: 'cjs', platform: 'node', write: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function catalogue() {
  const { RULES } = load('src/core/rules/index.ts');
  const { zhCN } = load('src/i18n/zh-CN/index.ts');
  const { en } = load('src/i18n/en/index.ts');
  const name = (dictionary, { id, title }) => dictionary[`rule-name.${id}`] ?? title;
  const rows = RULES.map(({ meta }) => [
    `\`${meta.id}\``,
    name(zhCN, meta),
    name(en, meta),
    meta.title,
    SEVERITIES[meta.severity],
    meta.basis,
  ]);
  return [
    '# 规则目录',
    '',
    '由 `npm run docs:rules` 从 `src/core/rules` 生成，请勿手工修改。级别是差额不能由四舍五入解释时的级别；能解释的一律为提示。',
    '',
    '| 编号 | 名称 | English | 核对什么 | 级别 | 依据 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
  ].join('\n');
}

const text = catalogue();
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/rules.md is out of date: npm run docs:rules\n');
    process.exitCode = 1;
  }
} else writeFileSync(file, text);
