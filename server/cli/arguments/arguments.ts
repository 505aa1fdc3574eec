import { type Action, type Command, type Misuse, operandsIn } from './command.ts';
import { everywhere, type OptionName, optionOf, options, parseOptions, type Values } from './options.ts';
import { didYouMean, either, quoted } from './suggestions.ts';

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
  if (first === 'help') return helpFor(operands[0], commands);
  if (values.help) return { help: named };
  if (values.version) return { version: true };
  if (!named) return { problem: unknownCommand(first, commands), command: undefined };
  const misused = misusedOption(named, values) ?? misusedOperands(named, operands);
  if (misused) return { problem: misused, command: named };
  const prepared = named.prepare({ command: named, values, operands, cwd });
  return typeof prepared === 'function' ? { action: prepared } : { ...prepared, command: named };
}

function helpFor(name: string | undefined, commands: readonly Command[]): Parsed {
  const named = commands.find((each) => each.name === name);
  return name === undefined || named
    ? { help: named }
    : { problem: unknownCommand(name, commands), command: undefined };
}

/** Node's message, without its advice on how to pass the argument anyway; of an unknown option with the one that is meant. */
function parsingProblem(message: string, command: Command | undefined): string {
  const unknown = /^Unknown option '(--?[^']*)'/s.exec(message)?.[1];
  if (unknown === undefined)
    return message
      .replace(/\n.*$/s, '')
      .replace(/\. To specify.*$/s, '.')
      .replace('argument is ambiguous', 'needs a value')
      .replace(/ <value>' argument missing$/, "' needs a value.");
  const names = command ? [...command.options, ...everywhere] : Object.keys(options);
  const meant = didYouMean(unknown, names, '--');
  return `Unknown option '${unknown}'.${meant}`;
}

function unknownCommand(name: string | undefined, commands: readonly Command[]): string {
  if (name === undefined) return 'No command given.';
  const meant = /[./\\*]/.test(name)
    ? ` Did you mean check ${name}?`
    : didYouMean(
        name,
        commands.map((each) => each.name),
      );
  return `Unknown command: ${quoted(name)}.${meant}`;
}

function misusedOption(command: Command, values: Values): string | undefined {
  for (const name of Object.keys(values) as OptionName[]) {
    if (!command.options.includes(name) && !everywhere.includes(name))
      return `${command.name} has no option --${name}.`;
    const { choices } = optionOf(name);
    const value = values[name];
    if (value === '' || (Array.isArray(value) && value.includes(''))) return `--${name} has an empty value.`;
    if (choices && typeof value === 'string' && !choices.includes(value))
      return `--${name} takes ${either(choices)}, not ${quoted(value)}.${didYouMean(value, choices)}`;
  }
  return undefined;
}

function misusedOperands({ name, choices, operands: expected }: Command, operands: readonly string[]) {
  const [surplus] = choices ? operands.slice(1) : expected === '' ? operands : [];
  if (surplus !== undefined) return `${name} takes no ${quoted(surplus)}.`;
  if (!choices && operands.includes('')) return `A ${operandsIn(expected).at(-1)} is empty.`;
  const wrong = choices && operands.find((each) => !choices.includes(each));
  if (!choices || wrong === undefined) return undefined;
  return `${name} takes ${either(choices)}, not ${quoted(wrong)}.${didYouMean(wrong, choices)}`;
}
