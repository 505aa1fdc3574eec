import { Turns } from '../../files/turns.ts';
import type { Input } from './collect.ts';
import type { Watcher } from './inspectionOptions.ts';
import type { Problems } from './problems.ts';

/** In milliseconds: only the terminal and the user's Ctrl+C wait. */
const turn = 100;

/**
 * The inputs, one after the other. Whoever watches sees how far we are, and can interrupt: then no more come, which is one of the
 * problems, if they are given.
 */
export async function* inTurn(
  inputs: readonly Input[],
  { progress, isInterrupted }: Pick<Watcher, 'progress' | 'isInterrupted'>,
  problems?: Problems,
): AsyncGenerator<Input> {
  const turns = new Turns(turn);
  for (const [at, input] of inputs.entries()) {
    await turns.next();
    if (isInterrupted?.()) {
      problems?.add({ file: null, message: `Interrupted: ${at} of ${inputs.length} files were looked at.` });
      return;
    }
    progress?.(`${at} of ${inputs.length} files`);
    yield input;
  }
}
