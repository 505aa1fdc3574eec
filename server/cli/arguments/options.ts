/** Every option of the command line: parsing, help and completion come from this one list. */
import { parseArgs } from 'node:util';
import { severityLevels } from '../../../shared/index.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** The placeholder of its value in the help. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly names?: 'file' | 'folder';
  readonly summary: string;
}

const states: readonly string[] = ['on-locked', 'off-locked', 'on', 'off', 'unknown'];

const state = (what: string) =>
  ({ type: 'string', value: 'STATE', choices: states, summary: `${what}: ${states.join(', ')}` }) as const;

export const options = {
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'NAME[=FILE]',
    summary: 'how to print, and where: standard output, or FILE; can be repeated',
  },
  operation: {
    type: 'string',
    value: 'create|update',
    choices: ['create', 'update'],
    summary: 'what kind of request the files contain',
  },
  profile: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    names: 'file',
    summary: 'the lock profile, instead of the nearest zoom-lock-profile.json; predict compares several',
  },
  meeting: {
    type: 'string',
    value: 'FILE',
    names: 'file',
    summary: 'the meeting before an update, as GET /meetings/{meetingId} returned it',
  },
  exclude: {
    type: 'string',
    multiple: true,
    value: 'PATTERN',
    names: 'file',
    summary: 'leave out files and folders that match, as a PATH with ! before it does; can be repeated',
  },
  'no-gitignore': { type: 'boolean', summary: 'search what git ignores, too' },
  'ignore-unknown': {
    type: 'boolean',
    summary: 'pass over named files that are missing or not ours; implies --allow-empty',
  },
  'stdin-filepath': {
    type: 'string',
    value: 'PATH',
    names: 'file',
    summary: 'read standard input as if it were this file',
  },
  'allow-empty': { type: 'boolean', summary: 'do not fail where nothing is found to check' },
  'allow-no-profile': { type: 'boolean', summary: 'do not fail where requests have no lock profile, or an empty one' },
  'set-severity': {
    type: 'string',
    multiple: true,
    value: 'CODE=LEVEL',
    summary: `report findings with this code as ${severityLevels.join(', ')}, whatever the lock profile says; can be repeated`,
  },
  'min-severity': {
    type: 'string',
    value: 'LEVEL',
    choices: ['hint', 'information', 'warning', 'error'],
    summary: 'print no finding below this level; the exit code stays as it is',
  },
  'max-warnings': { type: 'string', value: 'N', summary: 'how many warnings do not fail the check (default: 0)' },
  quiet: { type: 'boolean', short: 'q', summary: 'print findings and problems, and nothing else' },
  fix: { type: 'boolean', summary: 'fix what can be fixed without changing what was meant' },
  'write-stored': { type: 'boolean', summary: 'write what Zoom will store into the requests' },
  'dry-run': {
    type: 'boolean',
    summary: 'with --fix or --write-stored: print what would be written, and write nothing',
  },
  diff: { type: 'boolean', summary: 'print unified diffs from what is sent to what is stored' },
  record: {
    type: 'string',
    value: 'NAME|FOLDER',
    names: 'file',
    summary:
      'store responses without secrets. verify: that on standard input, next to the request NAME, instead of PATH; serve: each, in FOLDER',
  },
  port: {
    type: 'string',
    value: 'PORT',
    summary: 'where to listen, on this machine alone (default: 8377; 0: a free port)',
  },
  level: {
    type: 'string',
    value: 'account|group|user',
    choices: ['account', 'group', 'user'],
    summary: 'whose settings the responses show, if the files do not say',
  },
  groups: {
    type: 'string',
    value: 'legacy|priority',
    choices: ['legacy', 'priority'],
    summary:
      'how the account manages several groups: the first is the primary one (legacy), or they are ordered by priority (new group management)',
  },
  output: { type: 'string', value: 'FILE', names: 'file', summary: 'where to write (default: standard output)' },
  force: { type: 'boolean', summary: 'overwrite an existing lock profile' },
  plan: {
    type: 'string',
    value: 'PLAN',
    choices: ['basic', 'pro', 'business', 'enterprise', 'education', 'api', 'trial', 'unknown'],
    summary: 'the plan of the Zoom account: basic, pro, business, enterprise, education, api, trial, unknown',
  },
  'waiting-room': state('the Waiting Room'),
  passcode: state('the meeting passcode'),
  authentication: state('only authenticated users can join'),
  rules: {
    type: 'string',
    value: 'DATE',
    choices: ['2025-03-24', '2020-12-20', 'unknown'],
    summary: "which of its rules Zoom applies: 2025-03-24 (today's), 2020-12-20, unknown",
  },
  stdio: { type: 'boolean', summary: 'speak over standard input and output' },
  version: { type: 'boolean', short: 'V', summary: 'print the version' },
  help: { type: 'boolean', short: 'h', summary: 'print this help, or that of the command' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** The options that every command takes. */
export const everywhere: readonly OptionName[] = ['version', 'help'];

export function optionOf(name: OptionName): Option {
  return options[name];
}

/** Throws, with Node's words, for an option that is unknown or lacks its value. */
export function parseOptions(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

export type Values = ReturnType<typeof parseOptions>['values'];
