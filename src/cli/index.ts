/**
 * The command line's entry: arguments and streams of the process in, exit code out.
 *
 * What this folder may not do: decide what is a finding or how it is worded (core and present do), read anything but the
 * files it is given, write anything but its result, use the network.
 */
import { main } from './main';

// A reader that stops early (`gouji … | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { NO_COLOR = '' } = process.env;
const terminal = {
  out: (text: string) => void process.stdout.write(text),
  complain: (text: string) => void process.stderr.write(text),
  colour: process.stdout.isTTY && NO_COLOR === '',
  // Back to the start of the line, and empty it.
  ...(process.stderr.isTTY ? { progress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) } : {}),
};

void main(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
