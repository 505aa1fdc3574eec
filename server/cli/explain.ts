import { say } from '../../shared/index.ts';
import { explanation } from '../inspection/explanation.ts';
import type { ExplanationContext } from '../inspection/requestExplanation.ts';
import type { Inputs } from './collect.ts';
import type { Inspector } from './inspector.ts';
import { printProblem } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Prints the explanation of each input as Markdown; in folders, of our files only. */
export async function explain(
  inspector: Inspector,
  { inputs, problems }: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const failed = [...problems];
  const pages: string[] = [];
  for (const input of inputs) {
    const file = await inspector.explainedFile(input);
    if ('problem' in file) failed.push(file.problem);
    else if (file.subjects.length > 0 || input.by === 'name')
      pages.push(explanation(file, contextOf(inspector, file.root)));
  }
  terminal.out(pages.join('\n'));
  for (const problem of failed) terminal.error(`${printProblem(problem)}\n`);
  return failed.length > 0 ? 2 : 0;
}

function contextOf(inspector: Inspector, root: string | undefined): ExplanationContext {
  return {
    say: (text) => say(text),
    displayPath: (uri) => inspector.displayPath(uri),
    rootOf: () => root,
    commandLink: undefined,
  };
}
