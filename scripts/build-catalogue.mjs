/**
 * How do the lists of accounts become code? `node scripts/build-catalogue.mjs` reads data/catalogue/*.csv and writes
 * src/core/accounts/*.data.ts; run it after every change of a list and commit both. `--check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Comma separated rows, quotes doubled inside quotes → one record a line, by the header's names. */
function readCsv(file) {
  const text = readFileSync(join(root, 'data/catalogue', file), 'utf8').replace(/^\uFEFF/, '');
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replace(/""/g, '"').trim()));
  const [head = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

const quote = (text) => JSON.stringify(text);

function names(file, constant, title) {
  const rows = readCsv(file).map((r) => `  [${quote(r.code)}, ${quote(r.name)}, ${quote(r.evidence)}],`);
  return `/** ${title}. Generated from data/catalogue/${file} by scripts/build-catalogue.mjs: code, name, evidence. */
export const ${constant}: readonly (readonly [code: string, name: string, evidence: string])[] = [\n${rows.join('\n')}\n];\n`;
}

function formerNames() {
  const rows = readCsv('former-names.csv').map(
    (r) => `  [${quote(r.code)}, ${quote(r.former_name)}, ${quote(r.name)}, ${Number(r.from_year)}, ${quote(r.evidence)}],`,
  );
  return `/** Names that accounts used to have. Generated from data/catalogue/former-names.csv by scripts/build-catalogue.mjs. */
export const FORMER_NAMES: readonly (readonly [code: string, former: string, name: string, fromYear: number, evidence: string])[] = [\n${rows.join('\n')}\n];\n`;
}

function economicMap() {
  const rows = readCsv('economic-map.csv').map(
    (r) => `  [${quote(r.gov_code)}, [${r.dept_codes.split(' ').map(quote).join(', ')}], ${quote(r.evidence)}],`,
  );
  return `/**
 * Which departmental economic accounts feed which government economic account (财预〔2017〕98号). A star stands for every
 * 款 of the 类. Generated from data/catalogue/economic-map.csv by scripts/build-catalogue.mjs.
 */
export const ECONOMIC_MAP: readonly (readonly [gov: string, dept: readonly string[], evidence: string])[] = [\n${rows.join('\n')}\n];\n`;
}

const outputs = {
  'functional.data.ts': names('functional.csv', 'FUNCTIONAL', '支出功能分类科目'),
  'economicDept.data.ts': names('economic-dept.csv', 'ECONOMIC_DEPT', '部门预算支出经济分类科目'),
  'economicGov.data.ts': names('economic-gov.csv', 'ECONOMIC_GOV', '政府预算支出经济分类科目'),
  'formerNames.data.ts': formerNames(),
  'economicMap.data.ts': economicMap(),
};

const check = process.argv.includes('--check');
for (const [name, source] of Object.entries(outputs)) {
  const path = join(root, 'src/core/accounts', name);
  const options = await prettier.resolveConfig(path);
  const text = await prettier.format(source, { ...options, parser: 'typescript' });
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`src/core/accounts/${name} is not what data/catalogue says: run node scripts/build-catalogue.mjs`);
    process.exitCode = 1;
  }
}
