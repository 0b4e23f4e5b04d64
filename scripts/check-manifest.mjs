/**
 * Checks manifest.xml (or the file named) without any network: Microsoft's converter turns it into the JSON form, whose schema
 * Microsoft's own package validates offline; then the checks of our own (scripts/manifest/structure.mjs).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { structuralProblems } from './manifest/structure.mjs';
import { parseTree } from './manifest/tree.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** The converter writes 1.17, whose schema does not know the first-run callout (GetStarted) that it also writes; 1.24 does. */
const SCHEMA_VERSION = '1.24';

/** @param {string} file @returns {Promise<string[]>} */
async function schemaProblems(file) {
  const { convert } = require('office-addin-manifest-converter');
  const { validateManifest } = require('office-addin-manifest');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-manifest-'));
  try {
    await convert(file, folder, false);
    const converted = path.join(folder, 'manifest.json');
    const json = JSON.parse(readFileSync(converted, 'utf8'));
    const $schema = json.$schema.replace(json.manifestVersion, SCHEMA_VERSION);
    writeFileSync(converted, JSON.stringify({ ...json, $schema, manifestVersion: SCHEMA_VERSION }));
    const { isValid, report } = await validateManifest(converted);
    return isValid ? [] : (report?.errors ?? []).map((error) => error.content ?? error.title ?? 'the schema is not met');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {Promise<string[]>} */
async function problemsOf(file) {
  let tree;
  try {
    tree = parseTree(readFileSync(file, 'utf8'));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return [...structuralProblems(tree, root), ...(await schemaProblems(file))];
}

const file = process.argv[2] ?? path.join(root, 'manifest.xml');
const problems = await problemsOf(file);
for (const problem of problems) process.stderr.write(`${path.basename(file)}: ${problem}\n`);
if (problems.length === 0) process.stdout.write(`${path.basename(file)} is valid\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
