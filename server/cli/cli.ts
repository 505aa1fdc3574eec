import { Files } from '../files/files.ts';
import { parseArguments, usage } from './arguments.ts';
import { check } from './check.ts';
import { collect } from './collect.ts';
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { importResponses } from './import.ts';
import { Inspector } from './inspector.ts';
import { predict } from './predict.ts';
import { safely } from './print.ts';
import { serve } from './serve.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { verify } from './verify.ts';

export async function runCli(args: readonly string[], bare: Terminal): Promise<ExitCode> {
  const terminal = safely(bare);
  const parsed = parseArguments(args, terminal.cwd);
  if ('help' in parsed || 'version' in parsed) {
    terminal.out('help' in parsed ? usage : `${terminal.version}\n`);
    return 0;
  }
  if ('problem' in parsed) {
    terminal.error(`${parsed.problem}\n`);
    terminal.error('zoom-request-lens --help shows how it is used.\n');
    return 2;
  }
  if (parsed.command === 'import') return importResponses(parsed, terminal);
  if (parsed.command === 'serve') return serve(parsed, terminal);
  if (parsed.command === 'verify') return verify(parsed, terminal);
  const files = new Files(terminal.world);
  const inputs = await collect(parsed, files, terminal);
  const inspector = new Inspector(files, terminal.cwd, parsed.overrides, parsed.severities);
  if (parsed.command === 'explain') return explain(inspector, inputs, terminal);
  if (parsed.otherProfiles.length > 0) {
    const profiles = parsed.otherProfiles.map((profile) => ({ ...parsed.overrides, profile }));
    const others = profiles.map((overrides) => new Inspector(files, terminal.cwd, overrides, parsed.severities));
    return compare(parsed.format, [inspector, ...others], inputs, terminal);
  }
  const run = parsed.command === 'predict' ? predict : check;
  // A patch must contain the exact bytes of the file.
  return run(parsed.format, inspector, inputs, parsed.format === 'diff' ? { ...terminal, out: bare.out } : terminal);
}
