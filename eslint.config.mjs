/**
 * ESLint holds what a compiler cannot: the direction of imports (CONTRIBUTING.md), what each layer may not touch, promises
 * that nobody waits for, and the habits of Office.js.
 */
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layerImports } from './eslint-rules/layer-imports.mjs';

const BROWSER_GLOBALS = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'self',
];
const NODE_GLOBALS = ['process', 'Buffer', '__dirname', '__filename', 'require', 'global'];
const OFFICE_GLOBALS = ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime'];
const IMPURE_GLOBALS = ['console', 'setTimeout', 'setInterval', 'setImmediate', 'Date', 'Intl', 'crypto', 'performance'];

const noGlobals = (reason, ...names) => ['error', ...names.flat().map((name) => ({ name, message: reason }))];
const folders = (...layers) => layers.map((layer) => `src/${layer}/**/*.{ts,tsx}`);

export default tseslint.config(
  { ignores: ['dist', 'build', 'coverage', 'node_modules'] },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'module',
          'require',
          '__dirname',
          '__filename',
          'URL',
          'setTimeout',
          'clearTimeout',
          'performance',
          'Buffer',
          'jest',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'object-shorthand': ['error', 'properties'],
      'no-eval': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { gouji: { rules: { 'layer-imports': layerImports } } },
    rules: {
      'gouji/layer-imports': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: folders('core', 'i18n', 'present'),
    rules: {
      'no-restricted-globals': noGlobals(
        'core, i18n and present are pure: no browser, no Node, no Office, no clock.',
        BROWSER_GLOBALS,
        NODE_GLOBALS,
        OFFICE_GLOBALS,
        IMPURE_GLOBALS,
      ),
    },
  },
  {
    files: folders('xlsx', 'docx'),
    rules: {
      'no-restricted-globals': noGlobals(
        'The file edges run in Node and in the browser alike.',
        BROWSER_GLOBALS,
        NODE_GLOBALS,
        OFFICE_GLOBALS,
      ),
    },
  },
  {
    files: folders('excel', 'taskpane', 'commands', 'workbench'),
    rules: { 'no-restricted-globals': noGlobals('This runs in a browser: no Node.', NODE_GLOBALS) },
  },
  {
    files: folders('cli'),
    rules: { 'no-restricted-globals': noGlobals('The command line runs in Node: no browser, no Office.', BROWSER_GLOBALS, OFFICE_GLOBALS) },
  },
  {
    files: folders('excel', 'commands', 'taskpane'),
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      // office.js makes the first three throw and takes history.pushState away.
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.name=/^(alert|confirm|prompt)$/]', message: 'office.js makes this throw in an add-in.' },
        { selector: 'MemberExpression[property.name=/^(pushState|replaceState)$/]', message: 'office.js takes this away in an add-in.' },
      ],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/taskpane/**/*.ts', 'src/workbench/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'].map((property) => ({
          property,
          message: 'Text from a workbook is hostile: build elements, never HTML.',
        })),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
