/** The static server on a built folder, in a process of its own: it is an ES module, which Jest's own loader does not take. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const SCRIPT = path.join(__dirname, '../../scripts/serve.mjs');

export async function serveFolder(folder: string): Promise<Server> {
  const child = spawn(process.execPath, [SCRIPT, folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with code ${String(code)}.`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    close: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}
