import type { Operation, Severities } from '../../../shared/index.ts';
import type { Overrides } from '../../inspection/profileInForce.ts';
import { type Command, type Given, isMisuse, type Misuse, operandsIn } from './command.ts';
import { type Excludes, excludedBy } from './excluded.ts';
import { resolvePath } from './paths.ts';
import { severitiesOf } from './setSeverity.ts';
import { either } from './suggestions.ts';

/** Which files a command is about, and what applies to them. */
export interface Selection {
  readonly paths: readonly string[];
  /** What follows the `!` of paths that have one. */
  readonly unwanted: readonly string[];
  readonly excludes: Excludes;
  /** Something is left out. */
  readonly leavesOut: boolean;
  /** What git ignores is searched, too. */
  readonly searchesIgnored: boolean;
  /** Named files that are missing or not ours are passed over. */
  readonly passesOverUnknown: boolean;
  /** What standard input is called, as a URI. */
  readonly stdin: string | undefined;
  readonly overrides: Overrides;
  /** Further lock profiles under which requests are predicted, as URIs. */
  readonly otherProfiles: readonly string[];
  readonly severities: Severities;
}

export function selectionOf({ command, values, operands, cwd }: Given): Selection | Misuse {
  const unwanted = operands.flatMap((each) => (each.startsWith('!') ? [each.slice(1)] : []));
  const patterns = [...unwanted, ...(values.exclude ?? [])];
  const excludes = excludedBy(patterns, cwd);
  const named = operands.filter((each) => !each.startsWith('!'));
  const stdinName = values['stdin-filepath'];
  const paths = named.length === 0 && stdinName !== undefined ? ['-'] : named;
  const passesOverUnknown = values['ignore-unknown'] ?? false;
  const severities = severitiesOf(values['set-severity'] ?? []);
  const operation = values.operation as Operation | undefined;
  const [profile, ...otherProfiles] = (values.profile ?? []).map((each) => resolvePath(cwd, each));
  if (isMisuse(excludes)) return excludes;
  if (paths.length === 0 && !passesOverUnknown) return { problem: needed(command, unwanted) };
  if (otherProfiles.length > 0 && (command.name !== 'predict' || values.diff))
    return { problem: 'Only predict takes several --profile, and not with --diff.' };
  if (isMisuse(severities)) return severities;
  if (stdinName !== undefined && !paths.includes('-'))
    return { problem: '--stdin-filepath is for standard input: use - as a PATH.' };
  if (paths.includes('-') && !operation && stdinName === undefined)
    return { problem: 'Standard input needs --operation create or update, or --stdin-filepath PATH.' };
  return {
    paths,
    unwanted,
    excludes,
    leavesOut: patterns.length > 0,
    searchesIgnored: values['no-gitignore'] ?? false,
    passesOverUnknown,
    stdin: stdinName === undefined ? undefined : resolvePath(cwd, stdinName),
    overrides: {
      ...(operation ? { operation } : {}),
      ...(profile ? { profile } : {}),
      ...(values.meeting ? { meeting: resolvePath(cwd, values.meeting) } : {}),
    },
    otherProfiles,
    severities,
  };
}

function needed({ name, operands }: Command, unwanted: readonly string[]): string {
  const besides = unwanted.length > 0 ? ', besides what ! leaves out' : '';
  return `${name} needs a ${either(operandsIn(operands))}${besides}.`;
}
