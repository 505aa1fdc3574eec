/** Scripts that complete the command line in a shell, made of the lists of commands and options. */
import { codes } from '../../../shared/index.ts';
import type { Command } from '../arguments/command.ts';
import { everywhere, type OptionName, optionOf } from '../arguments/options.ts';
import { program } from './help.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export function completionScript(shell: Shell, commands: readonly Command[]): string {
  return scripts[shell](commands);
}

const scripts: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const own = '_zoom_request_lens';

function bashScript(commands: readonly Command[]): string {
  return `# ${program}: completion for bash. Add to ~/.bashrc: source <(${program} completions bash)
${own}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${commands.map(({ name }) => name).join('|')}) command="$word"; break ;; esac
  done
  # After --option=, which bash takes for three words.
  if [[ $current == "=" ]]; then current=""
  elif [[ $previous == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  COMPREPLY=()
  case "$command $previous" in
${commands.flatMap(bashValues).join('\n')}
  esac
  local options="" operands=""
  case "$command" in
${commands.map(bashCommand).join('\n')}
    *) options="${optionWords(everywhere)}"; operands="${commands.map(({ name }) => name).join(' ')}" ;;
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"));
  else COMPREPLY=($(compgen -W "$operands" -- "$current")); fi
}
complete -o default -F ${own} ${program}
`;
}

/** What follows an option that takes certain values alone; after any other, bash completes files by default. */
function bashValues(command: Command): readonly string[] {
  return command.options.flatMap((name) => {
    const choices = choicesOf(name, command);
    const { short } = optionOf(name);
    const written = [`--${name}`, ...(short ? [`-${short}`] : [])].map((each) => `"${command.name} ${each}"`);
    if (choices.length > 0)
      return [`    ${written.join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`];
    return optionOf(name).type === 'string' ? [`    ${written.join('|')}) return ;;`] : [];
  });
}

function bashCommand(command: Command): string {
  const options = optionWords([...command.options, ...everywhere]);
  return `    ${command.name}) options="${options}"; operands="${operandsOf(command).join(' ')}" ;;`;
}

function optionWords(names: readonly OptionName[]): string {
  return names.map((each) => `--${each}`).join(' ');
}

/** The values that an option takes with a command. */
function choicesOf(name: OptionName, { formats = [] }: Command): readonly string[] {
  return name === 'format' ? formats : (optionOf(name).choices ?? []);
}

function operandsOf({ name, choices = [] }: Command): readonly string[] {
  return name === 'explain' ? codes : choices;
}

function zshScript(commands: readonly Command[]): string {
  return `#compdef ${program}
# Completion for zsh: write it to a file _${program} in a folder of $fpath.
${own}() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${zshWords(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(zshCommand).join('\n')}
  esac
}
if [[ $funcstack[1] == _${program} ]]; then ${own} "$@"; else compdef ${own} ${program}; fi
`;
}

function zshCommand(command: Command): string {
  const all: readonly OptionName[] = [...command.options, ...everywhere];
  const lines = [...all.flatMap((name) => zshOption(name, command)), ...zshOperands(command)];
  return `    ${command.name})\n      _arguments ${lines.join(' \\\n        ')} ;;`;
}

/** The blank before `_alternative` keeps zsh from giving it options. */
function zshOperands(command: Command): readonly string[] {
  const words = `(${operandsOf(command).join(' ')})`;
  if (command.operands === '') return [];
  if (command.choices) return [quoted(`1:word:${words}`)];
  return [
    quoted(words === '()' ? '*:file:_files' : `*:operand: _alternative 'words:word:${words}' 'files:file:_files'`),
  ];
}

function zshOption(name: OptionName, command: Command): readonly string[] {
  const { short, type, names, multiple, value = '', summary } = optionOf(name);
  const choices = choicesOf(name, command);
  const action = choices.length > 0 ? `(${choices.join(' ')})` : names ? '_files' : ' ';
  const rest = `[${zshWords(summary)}]${type === 'string' ? `:${zshWords(value)}:${action}` : ''}`;
  const [afterName, afterLetter] = type === 'string' ? ['=', '+'] : ['', ''];
  const written = [`--${name}${afterName}`, ...(short ? [`-${short}${afterLetter}`] : [])];
  return written.map((each) => quoted(`${multiple ? '*' : ''}${each}${rest}`));
}

function zshWords(words: string): string {
  return words.replace(/[[\]:\\]/g, '\\$&');
}

function fishScript(commands: readonly Command[]): string {
  const lines = [
    `# ${program}: completion for fish. Write it to ~/.config/fish/completions/${program}.fish`,
    `complete -c ${program} -n __fish_use_subcommand -f`,
    ...everywhere.map((name) => `complete -c ${program} -n __fish_use_subcommand ${fishOption(name, [])}`),
    ...commands.flatMap((command) => [
      `complete -c ${program} -n __fish_use_subcommand -a ${command.name} -d ${fishQuoted(command.summary)}`,
      ...[...command.options, ...everywhere].map((name) => {
        return `complete -c ${program} -n ${seen(command)} ${fishOption(name, choicesOf(name, command))}`;
      }),
      ...(takesFiles(command) ? [] : [`complete -c ${program} -n ${seen(command)} -f`]),
      ...(operandsOf(command).length > 0
        ? [`complete -c ${program} -n ${seen(command)} -a ${fishQuoted(operandsOf(command).join(' '))}`]
        : []),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function takesFiles({ operands, choices }: Command): boolean {
  return operands !== '' && !choices;
}

function seen({ name }: Command): string {
  return fishQuoted(`__fish_seen_subcommand_from ${name}`);
}

function fishOption(name: OptionName, choices: readonly string[]): string {
  const { short, type, names, summary } = optionOf(name);
  const free = type === 'string' ? [names ? '-r' : '-x'] : [];
  const value = choices.length > 0 ? [`-x -a ${fishQuoted(choices.join(' '))}`] : free;
  return [...(short ? [`-s ${short}`] : []), `-l ${name}`, ...value, `-d ${fishQuoted(summary)}`].join(' ');
}

/** For zsh. */
function quoted(words: string): string {
  return `'${words.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(words: string): string {
  return `'${words.replace(/['\\]/g, '\\$&')}'`;
}
