import { parseArguments } from './arguments/arguments.ts';
import { commands } from './commands/commands.ts';
import { helpOf, overview, program } from './commands/help.ts';
import { safely } from './output/print.ts';
import type { BareTerminal, ExitCode } from './terminal.ts';

export async function runCli(args: readonly string[], bare: BareTerminal): Promise<ExitCode> {
  const terminal = safely(bare);
  const parsed = parseArguments(args, commands, terminal.cwd);
  if ('version' in parsed) {
    terminal.out(`${terminal.version}\n`);
    return 0;
  }
  if ('help' in parsed) {
    terminal.out(parsed.help ? helpOf(parsed.help) : overview(commands));
    return 0;
  }
  if ('problem' in parsed) {
    terminal.error(`${parsed.problem}\n`);
    terminal.error(`${program}${parsed.command ? ` ${parsed.command.name}` : ''} --help shows how it is used.\n`);
    return 2;
  }
  const code = await parsed.action(terminal);
  return terminal.isInterrupted?.() ? 130 : code;
}
