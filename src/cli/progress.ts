/** Which question this file answers: which of several files is worked on, for whoever sits at the terminal? */
import { oneLine } from '../present/width';
import type { Input } from './inputs';
import type { Terminal } from './main';

/** The inputs one after the other, each told of while it is worked on; the line is gone when there are no more. */
export function* told(inputs: readonly Input[], terminal: Terminal): Generator<Input> {
  const several = inputs.length > 1;
  for (const [index, input] of inputs.entries()) {
    if (several) terminal.progress?.(`${index + 1}/${inputs.length} ${oneLine(input.file)}`);
    yield input;
  }
  if (several) terminal.progress?.('');
}
