/**
 * Writes docs/rules.md, the catalogue of the rules, from their meta and the examples in their headers. `--check` only says whether it is up to date. The rules
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

/** The comment above a rule: its heading, the example as it stands, and the finding. */
function exampleOf(id) {
  const text = readFileSync(path.join(root, 'src/core/rules', `${id}.ts`), 'utf8');
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Rule = \{/.exec(text)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const verdict = lines.find((line) => line.startsWith('→ ')) ?? '';
  const first = lines.findIndex((line) => line.startsWith('    '));
  const last = lines.findLastIndex((line) => line.startsWith('    '));
  const shown = lines.slice(first, last + 1).map((line) => line.slice(4));
  return ['```text', ...shown, '', verdict, '```'];
}

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
    '## 示例',
    '',
    '每条规则一个小例：各表的前几行，和规则由此得出的结论（左 ≠ 右，均为表中所列或合计所得的数）。这些例子也是测试。',
    ...RULES.flatMap(({ meta }) => ['', `### ${name(zhCN, meta)}（\`${meta.id}\`）`, '', ...exampleOf(meta.id)]),
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
