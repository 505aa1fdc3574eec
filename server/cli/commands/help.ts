import type { Command } from '../arguments/command.ts';
import { everywhere, type OptionName, optionOf } from '../arguments/options.ts';
import { wrapped } from '../output/columns.ts';

export const program = 'zoom-request-lens';

const width = 100;

/** The help of the program. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trimEnd(), summary] as const);
  return [
    `Usage: ${program} <command> [options] PATH…`,
    '',
    'Commands:',
    ...table(rows),
    '',
    paths,
    '',
    ...table(everywhere.map(optionRow)),
    '',
    `${program} <command> --help shows the options of a command.`,
    '',
    exitCodes,
    '',
  ].join('\n');
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const { name, operands, summary, options, formats, notes } = command;
  const rows = options.map((each): readonly [string, string] => {
    const [option, words] = optionRow(each);
    return each === 'format' && formats ? [option, `${words}. NAME: ${formats.join(', ')}`] : [option, words];
  });
  return [
    `Usage: ${program} ${name} [options] ${operands}`.trimEnd(),
    '',
    ...wrapped(beginning(summary), width),
    '',
    ...(operands.includes('PATH') ? [paths, ''] : []),
    'Options:',
    ...table([...rows, optionRow('help')]),
    ...(notes ? ['', ...wrapped(notes, width)] : []),
    '',
    exitCodes,
    '',
  ].join('\n');
}

const paths = wrapped(
  'PATH is a file, a folder (searched for requests, lock profiles and meeting files; what git ignores, node_modules, vendor, .venv, venv and .git are left out), a pattern such as "**/*.zoom-create.json", a pattern with ! before it (left out), or - for standard input.',
  width,
).join('\n');

const exitCodes = wrapped(
  'Exit codes: 0 fine, 1 findings that fail the check or a request that Zoom refuses, 2 incorrect usage, something that could not be read or written, or nothing to check, 130 interrupted.',
  width,
).join('\n');

/** `-f, --format NAME[=FILE]` and what it does. */
function optionRow(name: OptionName): readonly [string, string] {
  const { short, value, summary } = optionOf(name);
  return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, summary];
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const first = Math.min(
    28,
    rows.reduce((most, [name]) => Math.max(most, name.length), 0),
  );
  return rows.flatMap(([name, words]) => {
    const lines = wrapped(words, width - first - 4);
    const indent = ' '.repeat(first + 4);
    if (name.length > first) return [`  ${name}`, ...lines.map((line) => indent + line)];
    return lines.map((line, at) => (at === 0 ? `  ${name.padEnd(first)}  ${line}` : indent + line));
  });
}

function beginning(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}
