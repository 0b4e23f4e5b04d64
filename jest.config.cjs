/** Two projects: everything that runs in Node, and the pages in a real browser (one at a time). */
const transform = {
  '^.+\\.(ts|tsx)$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    },
  ],
};
module.exports = {
  projects: [
    { displayName: 'node', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts', '!<rootDir>/test/e2e/**'], transform },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      transform,
      setupFilesAfterEnv: ['<rootDir>/test/support/browser-timeout.cjs'],
    },
  ],
};
