/** How do tests run the built command line: as a user does, one file through node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const program = path.resolve(__dirname, '../../dist/cli/gouji.js');

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `gouji ARGS` in a folder. Throws when the command line is not built. */
export function gouji(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): CliRun {
  if (!existsSync(program)) throw new Error('dist/cli/gouji.js is missing: npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 << 20,
  });
  return { status, stdout, stderr };
}
