import { say } from '../../shared/index.ts';
import { explanation } from '../inspection/explanation.ts';
import type { ExplanationContext } from '../inspection/requestExplanation.ts';
import type { Inputs } from './collect.ts';
import type { Inspector } from './inspector.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Prints what the lens makes of each input and why, as Markdown; in folders, of those that are its business. */
export async function explain(
  inspector: Inspector,
  { inputs, problems }: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const failed = [...problems];
  const told: string[] = [];
  for (const input of inputs) {
    const place = await inspector.explainedFile(input);
    if ('problem' in place) failed.push(place.problem);
    else if (place.inspection || input.by === 'name') told.push(explanation(place, contextOf(inspector, place.root)));
  }
  terminal.out(told.join('\n'));
  for (const problem of failed) terminal.error(`${problem}\n`);
  return failed.length > 0 ? 2 : 0;
}

function contextOf(inspector: Inspector, root: string | undefined): ExplanationContext {
  return {
    say: (text) => say(text),
    displayPath: (uri) => inspector.displayPath(uri),
    rootOf: () => root,
    runsCommands: false,
  };
}
