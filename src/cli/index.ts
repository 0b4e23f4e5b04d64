/** The command line's entry: arguments and streams of the process in, exit code out. */
import packageJson from '../../package.json';

process.stdout.write(`${packageJson.version}\n`);
