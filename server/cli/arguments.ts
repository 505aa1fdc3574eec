import { parseArgs } from 'node:util';
import { URI, Utils } from 'vscode-uri';
import type { GroupModel, Level, Operation, Severities } from '../../shared/index.ts';
import type { Overrides } from '../inspection/profileInForce.ts';
import { severitiesOf } from './setSeverity.ts';

export interface Arguments {
  readonly command: 'predict' | 'check' | 'explain';
  readonly paths: readonly string[];
  readonly format: 'text' | 'json' | 'diff';
  readonly overrides: Overrides;
  /** Further lock profiles under which requests are predicted, as URIs. */
  readonly otherProfiles: readonly string[];
  readonly severities: Severities;
}

export interface ImportArguments {
  readonly command: 'import';
  readonly paths: readonly string[];
  readonly level: Level | undefined;
  readonly groups: GroupModel | undefined;
  /** A URI; undefined: standard output. */
  readonly output: string | undefined;
  /** Overwrites an existing file. */
  readonly force: boolean;
}

export interface VerifyArguments extends Pick<Arguments, 'paths' | 'overrides' | 'otherProfiles' | 'severities'> {
  readonly command: 'verify';
  readonly format: 'text' | 'json';
  /** Where standard input is stored first, without its number and ending, as a URI. */
  readonly record: string | undefined;
}

export interface ServeArguments {
  readonly command: 'serve';
  readonly port: number;
  /** A URI; undefined: the nearest one. */
  readonly profile: string | undefined;
  /** The folder for the responses, as a URI. */
  readonly record: string | undefined;
}

type Parsed =
  | Arguments
  | ServeArguments
  | VerifyArguments
  | ImportArguments
  | { readonly help: true }
  | { readonly version: true }
  | { readonly problem: string };

export const usage = `Usage: zoom-request-lens <command> [options] PATH…

Commands:
  predict PATH…   show what Zoom will store for each request
  check PATH…     report what Zoom will change, add or refuse
  explain PATH…   explain step by step what a file is and what Zoom stores, as Markdown
  verify PATH…    compare saved responses of Zoom (NAME.zoom-response.json) with the prediction
  serve           stand in for Zoom in tests: answer on this machine as Zoom would, by the lock profile
  import FILE…    create a lock profile from saved responses of Zoom's settings endpoints
  lsp --stdio     speak the Language Server Protocol

PATH is a file, a folder (searched for requests, lock profiles and meeting files; what git
ignores, node_modules, vendor, .venv, venv and .git are left out), a pattern such as
"**/*.zoom-create.json", or - for standard input.

Options of predict, check and explain:
  --format text|json          how to print (default: text; not for explain)
  --operation create|update   what kind of request the files contain
  --profile FILE              the lock profile, instead of the nearest zoom-lock-profile.json;
                              predict compares several
  --meeting FILE              the meeting before an update, as GET /meetings/{meetingId} returned it
  --set-severity CODE=LEVEL   report findings with this code as off, hint, information, warning or error,
                              whatever the lock profile says; can be repeated
  --diff                      predict only: unified diffs from what is sent to what is stored

verify takes --profile, --meeting, --format and --set-severity, too, and:
  --record NAME               instead of PATH: store the response on standard input next to the request NAME,
                              without secrets, and verify it

Options of serve:
  --port PORT                 where to listen, on this machine alone (default: 8377; 0: a free port)
  --profile FILE              the lock profile, instead of the nearest zoom-lock-profile.json
  --record FOLDER             store each response there, without secrets, named after the topic

Options of import:
  --level account|group|user  whose settings the responses show, if the files do not say
  --groups legacy|priority    how the account manages several groups: the first is the primary one (legacy),
                              or they are ordered by priority (new group management)
  --output FILE               where to write the profile (default: standard output)
  --force                     overwrite FILE

  --version, --help

Exit codes: 0 fine, 1 check found an error or a warning, or verify a difference, 2 incorrect usage or unreadable input,
130 or 143 serve was interrupted.
`;

/** Never throws: incorrect usage is returned as a \`problem\` in words. Files named by options are resolved against `cwd`, a URI. */
export function parseArguments(args: readonly string[], cwd: string): Parsed {
  try {
    return interpret(parse(args), cwd);
  } catch (error) {
    // Node's message, without its advice on how to pass the argument anyway.
    return { problem: (error as Error).message.replace(/\. To specify.*$/s, '.') };
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      operation: { type: 'string' },
      profile: { type: 'string', multiple: true },
      meeting: { type: 'string' },
      'set-severity': { type: 'string', multiple: true },
      diff: { type: 'boolean' },
      record: { type: 'string' },
      port: { type: 'string' },
      level: { type: 'string' },
      groups: { type: 'string' },
      output: { type: 'string' },
      force: { type: 'boolean' },
      version: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

type Values = ReturnType<typeof parse>['values'];

function interpret({ values, positionals }: ReturnType<typeof parse>, cwd: string): Parsed {
  const [command, ...paths] = positionals;
  if (values.help || command === 'help') return { help: true };
  if (values.version) return { version: true };
  if (command === 'lsp') return { problem: 'lsp needs --stdio.' };
  if (!isCommand(command)) return { problem: command ? `Unknown command: ${command}` : 'No command given.' };
  const surplus = Object.keys(values).find((option) => importOptions.has(option) !== (command === 'import'));
  if (surplus) return { problem: `${command} has no option --${surplus}.` };
  if (command === 'explain' && values.format) return { problem: 'explain has no option --format.' };
  if (command === 'import') return interpretImport(values, paths, cwd);
  if (command === 'serve') return interpretServe(values, paths, cwd);
  if (values.port !== undefined) return { problem: `${command} has no option --port.` };
  if (command === 'verify') return interpretVerify(values, paths, cwd);
  if (values.record !== undefined) return { problem: `${command} has no option --record.` };
  if (paths.length === 0) return { problem: `${command} needs a PATH.` };
  return interpretLook(command, values, paths, cwd);
}

function interpretLook(command: Arguments['command'], values: Values, paths: readonly string[], cwd: string): Parsed {
  const { format = 'text', diff = false, operation, profile = [], meeting } = values;
  const severities = severitiesOf(values['set-severity'] ?? []);
  const [first, ...others] = profile.map((each) => resolvePath(cwd, each));
  if (format !== 'text' && format !== 'json') return { problem: `Unknown format: ${format}` };
  if (diff && command !== 'predict') return { problem: `${command} has no option --diff.` };
  if (diff && format === 'json') return { problem: '--diff is text: use it without --format json.' };
  if (others.length > 0 && (command !== 'predict' || diff))
    return { problem: 'Only predict takes several --profile, and not with --diff.' };
  if ('problem' in severities) return severities;
  if (!isOperation(operation)) return { problem: `Unknown operation: ${operation}` };
  if (paths.includes('-') && !operation) return { problem: 'Standard input needs --operation create or update.' };
  const overrides = {
    ...(operation ? { operation } : {}),
    ...(first ? { profile: first } : {}),
    ...(meeting ? { meeting: resolvePath(cwd, meeting) } : {}),
  };
  return { command, paths, format: diff ? 'diff' : format, overrides, otherProfiles: others, severities };
}

/** Understands the options that it shares with check. */
function interpretVerify(values: Values, paths: readonly string[], cwd: string): Parsed {
  const { record, ...shared } = values;
  if (values.operation) return { problem: 'verify has no option --operation.' };
  if (record === undefined && paths.length === 0) return { problem: 'verify needs a PATH, or --record NAME.' };
  if (record !== undefined && paths.length > 0) return { problem: 'verify takes a PATH or --record NAME, not both.' };
  if (record === '') return { problem: '--record needs a NAME.' };
  if (paths.includes('-')) return { problem: 'verify reads standard input only with --record NAME.' };
  if (values.diff) return { problem: 'verify has no option --diff.' };
  if ((values.profile ?? []).length > 1) return { problem: 'verify takes one --profile.' };
  const looked = interpretLook('check', shared, paths, cwd);
  if (!('overrides' in looked)) return looked;
  const { overrides, otherProfiles, severities, format } = looked;
  const at = record === undefined ? undefined : resolvePath(cwd, record);
  return {
    command: 'verify',
    paths,
    overrides,
    otherProfiles,
    severities,
    record: at,
    format: format === 'json' ? format : 'text',
  };
}

const usualPort = '8377';

function interpretServe(
  { port = usualPort, profile = [], record, ...others }: Values,
  paths: readonly string[],
  cwd: string,
): Parsed {
  const [surplus] = Object.keys(others);
  if (surplus) return { problem: `serve has no option --${surplus}.` };
  if (paths.length > 0) return { problem: 'serve takes no PATH.' };
  if (profile.length > 1) return { problem: 'serve takes one --profile.' };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { problem: `Not a port: ${port}` };
  const at = (path: string | undefined) => (path ? resolvePath(cwd, path) : undefined);
  return { command: 'serve', port: Number(port), profile: at(profile[0]), record: at(record) };
}

const commands = ['predict', 'check', 'explain', 'verify', 'serve', 'import'] as const;

function isCommand(word: string | undefined): word is (typeof commands)[number] {
  return commands.some((each) => each === word);
}

const importOptions = new Set(['level', 'groups', 'output', 'force']);

function interpretImport(values: Values, paths: readonly string[], cwd: string): Parsed {
  const { level, groups, output, force = false } = values;
  if (paths.length === 0) return { problem: 'import needs a FILE.' };
  if (level !== undefined && level !== 'account' && level !== 'group' && level !== 'user')
    return { problem: `Unknown level: ${level}` };
  if (groups !== undefined && groups !== 'legacy' && groups !== 'priority')
    return { problem: `Unknown model of groups: ${groups}` };
  return { command: 'import', paths, level, groups, output: output ? resolvePath(cwd, output) : undefined, force };
}

function isOperation(word: string | undefined): word is Operation | undefined {
  return word === undefined || word === 'create' || word === 'update';
}

/** A path as typed on the command line, as a URI. */
export function resolvePath(cwd: string, path: string): string {
  const absolute = /^([a-zA-Z]:[\\/]|[\\/])/.test(path);
  return absolute ? URI.file(path).toString() : Utils.joinPath(URI.parse(cwd), path.replaceAll('\\', '/')).toString();
}
