/** The linter holds the direction of imports and what each layer may touch: each violating snippet is reported. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Snippet {
  /** A file that exists, so that the typed rules know its project; its content is not read. */
  readonly filePath: string;
  readonly code: string;
  /** The rule that speaks up; `null` when the snippet is fine. */
  readonly rule: string | null;
}

const LAYERS = 'gouji/layer-imports';
const GLOBALS = 'no-restricted-globals';

const snippets: readonly Snippet[] = [
  { filePath: 'src/core/amount.ts', code: "export * from './model';", rule: null },
  { filePath: 'src/core/amount.ts', code: "export { translate } from '../i18n';", rule: LAYERS },
  { filePath: 'src/core/amount.ts', code: "export { readFileSync } from 'node:fs';", rule: LAYERS },
  { filePath: 'src/core/amount.ts', code: "export { unzipSync } from 'fflate';", rule: LAYERS },
  { filePath: 'src/core/amount.ts', code: "export type A = import('../cli/index').A;", rule: LAYERS },
  { filePath: 'src/core/amount.ts', code: 'export const today = (): Date => new Date();', rule: GLOBALS },
  { filePath: 'src/core/amount.ts', code: 'export const title = document.title;', rule: GLOBALS },
  { filePath: 'src/core/amount.ts', code: 'export const run = Excel.run;', rule: GLOBALS },
  { filePath: 'src/core/amount.ts', code: 'export const folder = process.cwd();', rule: GLOBALS },
  { filePath: 'src/i18n/index.ts', code: "export * from '../core/model';", rule: LAYERS },
  { filePath: 'src/present/messages.ts', code: "export * from '../core/model'; export * from '../i18n';", rule: null },
  { filePath: 'src/present/messages.ts', code: "export * from '../xlsx';", rule: LAYERS },
  { filePath: 'src/xlsx/zip.ts', code: "export { unzipSync } from 'fflate';", rule: null },
  { filePath: 'src/xlsx/zip.ts', code: "export const later = () => import('../excel');", rule: LAYERS },
  { filePath: 'src/xlsx/zip.ts', code: 'export const bytes = Buffer.alloc(1);', rule: GLOBALS },
  { filePath: 'src/cli/index.ts', code: "export { readFileSync } from 'node:fs';", rule: null },
  { filePath: 'src/cli/index.ts', code: "export * from '../taskpane';", rule: LAYERS },
  { filePath: 'src/cli/index.ts', code: "export * from '../../test/support/grid';", rule: LAYERS },
  { filePath: 'src/workbench/model.ts', code: "export { readFileSync } from 'node:fs';", rule: LAYERS },
  { filePath: 'src/workbench/model.ts', code: 'export const folder = process.cwd();', rule: GLOBALS },
  { filePath: 'src/core/amount.ts', code: 'export const f = (x: any): number => Number(x);', rule: '@typescript-eslint/no-explicit-any' },
  {
    filePath: 'src/xlsx/zip.ts',
    code: 'const f = async (): Promise<void> => {}; export const g = (): void => { f(); };',
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    filePath: 'src/workbench/model.ts',
    code: 'export const show = (e: Element, text: string): void => { e.innerHTML = text; };',
    rule: 'no-restricted-properties',
  },
  {
    filePath: 'src/excel/errors.ts',
    code: 'export const f = async (c: Excel.RequestContext): Promise<void> => { const r = c.workbook.getSelectedRange(); await c.sync(); void r.values; };',
    rule: 'office-addins/load-object-before-read',
  },
];

describe('lint', () => {
  const output = execFileSync(process.execPath, [path.join(__dirname, 'lint-snippets.mjs')], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify(snippets.map(({ filePath, code }) => ({ filePath: path.join(root, filePath), code }))),
  });
  const reported = JSON.parse(output) as readonly (readonly (readonly [string | null, string])[])[];

  test.each(snippets.map((snippet, index) => ({ ...snippet, index })))('$filePath: $code', ({ rule, index }) => {
    const rules = reported[index]?.map(([id]) => id).filter((id) => id === LAYERS || id === GLOBALS || id === rule || id === null);
    expect(rules).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
  });
});
