import { codes, say } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { explanation } from '../../inspection/explanation.ts';
import type { ExplanationContext } from '../../inspection/requestExplanation.ts';
import { type Action, type Given, isMisuse, type Misuse } from '../arguments/command.ts';
import { type Selection, selectionOf } from '../arguments/selection.ts';
import { didYouMean } from '../arguments/suggestions.ts';
import { collect } from '../input/collect.ts';
import { Inspector } from '../input/inspector.ts';
import { inTurn } from '../input/inTurn.ts';
import { type Problem, printProblem } from '../input/problems.ts';
import { rulePage } from '../output/rulePage.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

export function prepareExplain(given: Given): Action | Misuse {
  const asked = given.operands.filter((each) => codes.includes(each));
  const operands = given.operands.filter((each) => !codes.includes(each));
  const isAboutFiles = operands.length > 0 || asked.length === 0;
  const selection = isAboutFiles ? selectionOf({ ...given, operands }) : undefined;
  if (selection && isMisuse(selection)) return selection;
  return async (terminal) => {
    const pages = await rulePages(asked, terminal);
    const files = selection ? await filePages(selection, terminal) : { pages: [], problems: [] };
    return print([...pages.pages, ...files.pages], [...pages.problems, ...files.problems], terminal);
  };
}

interface Pages {
  readonly pages: readonly string[];
  readonly problems: readonly Problem[];
}

async function rulePages(asked: readonly string[], terminal: Terminal): Promise<Pages> {
  const pages = await Promise.all(asked.map((code) => rulePage(code, terminal)));
  const missing = asked.filter((_, at) => pages[at] === undefined);
  return {
    pages: pages.filter((each) => each !== undefined),
    problems: missing.map((code) => ({ file: null, message: `The page of ${code} is not installed.` })),
  };
}

/** The explanation of each input; in folders, of our files only. */
async function filePages(selection: Selection, terminal: Terminal): Promise<Pages> {
  const files = new Files(terminal.world);
  const inputs = await collect(selection, files, terminal);
  const inspector = new Inspector(files, terminal, selection);
  const problems = inputs.problems.map(withMeantRule);
  const pages: string[] = [];
  for await (const input of inTurn(inputs.inputs, terminal, inspector.problems)) {
    const file = await inspector.explainedFile(input);
    if ('problem' in file) {
      problems.push(file.problem);
      continue;
    }
    inspector.problems.addAround(file.subjects);
    if (file.subjects.length > 0 || input.by === 'name')
      pages.push(await explanation(file, contextOf(inspector, file.root)));
  }
  return { pages, problems: [...problems, ...inspector.problems.besides(inputs.inputs)] };
}

/** A word that names neither a file nor a rule may be a slip. */
function withMeantRule({ file, message }: Problem): Problem {
  return { file, message: file === null ? message : `${message}${didYouMean(file, codes).replace(/^ /, '. ')}` };
}

/** As Markdown. */
function print(pages: readonly string[], problems: readonly Problem[], terminal: Terminal): ExitCode {
  terminal.out(pages.join('\n'));
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : 0;
}

function contextOf(inspector: Inspector, root: string | undefined): ExplanationContext {
  return {
    say: (text) => say(text),
    displayPath: (uri) => inspector.displayPath(uri),
    rootOf: () => root,
    commandLink: undefined,
  };
}
