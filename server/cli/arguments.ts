import type { Action, Command, Misuse } from './command.ts';
import { everywhere, type OptionName, optionOf, options, parseOptions, type Values } from './options.ts';
import { didYouMean, either } from './suggestions.ts';

type Parsed =
  | { readonly action: Action }
  /** Of a command, or of the whole program. */
  | { readonly help: Command | undefined }
  | { readonly version: true }
  | (Misuse & { readonly command: Command | undefined });

/** Never throws: incorrect usage is returned as a `problem` in words. */
export function parseArguments(args: readonly string[], commands: readonly Command[], cwd: string): Parsed {
  try {
    return interpret(parseOptions(args), commands, cwd);
  } catch (error) {
    const command = commands.find(({ name }) => args.includes(name));
    return { problem: parsingProblem((error as Error).message, command), command };
  }
}

function interpret(
  { values, positionals }: ReturnType<typeof parseOptions>,
  commands: readonly Command[],
  cwd: string,
): Parsed {
  const [first, ...operands] = positionals;
  const named = commands.find(({ name }) => name === first);
  if (first === 'help') return { help: commands.find(({ name }) => name === operands[0]) };
  if (values.help) return { help: named };
  if (values.version) return { version: true };
  if (!named) return { problem: unknownCommand(first, commands), command: undefined };
  const misused = misusedOption(named, values) ?? misusedOperands(named, operands);
  if (misused) return { problem: misused, command: named };
  const prepared = named.prepare({ command: named, values, operands, cwd });
  return typeof prepared === 'function' ? { action: prepared } : { ...prepared, command: named };
}

/** Node's message, without its advice on how to pass the argument anyway; of an unknown option with the one that is meant. */
function parsingProblem(message: string, command: Command | undefined): string {
  const unknown = /^Unknown option '(--?[^']*)'/s.exec(message)?.[1];
  if (unknown === undefined)
    return message
      .replace(/\n.*$/s, '')
      .replace(/\. To specify.*$/s, '.')
      .replace('argument is ambiguous', 'needs a value');
  const names = command ? [...command.options, ...everywhere] : Object.keys(options);
  const meant = didYouMean(unknown, names, '--');
  return `Unknown option '${unknown}'.${meant}`;
}

function unknownCommand(name: string | undefined, commands: readonly Command[]): string {
  if (name === undefined) return 'No command given.';
  const names = commands.map((each) => each.name);
  return `Unknown command: ${name}.${didYouMean(name, names)}`;
}

function misusedOption(command: Command, values: Values): string | undefined {
  for (const name of Object.keys(values) as OptionName[]) {
    if (!command.options.includes(name) && !everywhere.includes(name))
      return `${command.name} has no option --${name}.`;
    const { choices } = optionOf(name);
    const value = values[name];
    if (choices && typeof value === 'string' && !choices.includes(value))
      return `--${name} takes ${either(choices)}, not ${value}.${didYouMean(value, choices)}`;
  }
  return undefined;
}

function misusedOperands({ name, choices, operands: expected }: Command, operands: readonly string[]) {
  const [surplus] = choices ? operands.slice(1) : expected === '' ? operands : [];
  if (surplus !== undefined) return `${name} takes no ${surplus}.`;
  const wrong = choices && operands.find((each) => !choices.includes(each));
  return wrong && `${name} takes ${either(choices)}, not ${wrong}.${didYouMean(wrong, choices)}`;
}
