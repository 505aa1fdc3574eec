import { parseArgs } from 'node:util';
import { URI, Utils } from 'vscode-uri';
import type { Operation } from '../../shared/index.ts';
import type { Overrides } from '../surroundings.ts';

export interface Arguments {
  readonly command: 'predict' | 'check';
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly overrides: Overrides;
}

export type Parsed = Arguments | { readonly help: true } | { readonly version: true } | { readonly problem: string };

export const usage = `Usage: zoom-request-lens <command> [options] PATH…

Commands:
  predict PATH…   show what Zoom will store for each request
  check PATH…     report what Zoom will change, add or refuse
  lsp --stdio     speak the Language Server Protocol

PATH is a file, a folder (searched for requests, lock profiles and meeting files;
node_modules and .git are left out), a glob, or - for standard input.

Options:
  --format text|json          how to print (default: text)
  --operation create|update   what kind of request the files hold
  --profile FILE              the lock profile, instead of the nearest zoom-lock-profile.json
  --meeting FILE              the meeting before an update, as GET /meetings/{meetingId} returned it
  --version, --help

Exit codes: 0 fine, 1 check found an error or a warning, 2 wrong use or unreadable input.
`;

/** Never throws: wrong use is a \`problem\` in words. Files named by options are resolved against the working folder. */
export function parseArguments(args: readonly string[], cwd: string): Parsed {
  try {
    return interpret(parse(args), cwd);
  } catch (error) {
    // Node's own words, without its advice on how to pass such a thing all the same.
    return { problem: (error as Error).message.replace(/\. To specify.*$/s, '.') };
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      operation: { type: 'string' },
      profile: { type: 'string' },
      meeting: { type: 'string' },
      version: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function interpret({ values, positionals }: ReturnType<typeof parse>, cwd: string): Parsed {
  const [command, ...paths] = positionals;
  const { format, operation, profile, meeting } = values;
  if (values.help || command === 'help') return { help: true };
  if (values.version) return { version: true };
  if (command === 'lsp') return { problem: 'lsp needs --stdio.' };
  if (command !== 'predict' && command !== 'check')
    return { problem: command ? `Unknown command: ${command}` : 'Which command?' };
  if (format !== 'text' && format !== 'json') return { problem: `Unknown format: ${format}` };
  if (!isOperation(operation)) return { problem: `Unknown operation: ${operation}` };
  if (paths.length === 0) return { problem: `${command} needs a PATH.` };
  if (paths.includes('-') && !operation) return { problem: 'Standard input needs --operation create or update.' };
  const overrides = {
    ...(operation ? { operation } : {}),
    ...(profile ? { profile: resolvePath(cwd, profile) } : {}),
    ...(meeting ? { meeting: resolvePath(cwd, meeting) } : {}),
  };
  return { command, paths, format, overrides };
}

function isOperation(word: string | undefined): word is Operation | undefined {
  return word === undefined || word === 'create' || word === 'update';
}

/** A path as typed on the command line, as a URI. */
export function resolvePath(cwd: string, path: string): string {
  const absolute = /^([a-zA-Z]:[\\/]|[\\/])/.test(path);
  return absolute ? URI.file(path).toString() : Utils.joinPath(URI.parse(cwd), path.replaceAll('\\', '/')).toString();
}
