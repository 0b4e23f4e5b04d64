/** Two projects: everything that runs in Node, and the pages in a real browser (one at a time). */
const toCommonJs = [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];
/** Packages behind the grid that exist as ES modules only; Jest's own loader takes CommonJS. */
const ESM_ONLY =
  'lodash-es|nanoid|rbush|quickselect|numfmt|kdbush|unicode-regex|cjk-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space';
const transform = {
  '^.+\\.(ts|tsx)$': toCommonJs,
  [`node_modules/(${ESM_ONLY})/.+\\.js$`]: toCommonJs,
};
const transformIgnorePatterns = [`/node_modules/(?!(?:${ESM_ONLY})/)`];
module.exports = {
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      transform,
      transformIgnorePatterns,
      setupFilesAfterEnv: ['<rootDir>/test/support/browser-timeout.cjs'],
    },
  ],
};
