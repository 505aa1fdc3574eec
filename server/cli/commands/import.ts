import {
  type GroupModel,
  hasProfileKeysOnly,
  type Imported,
  importProfile,
  isLockProfile,
  type Level,
  listUnresolved,
  parse,
  type SavedResponse,
  say,
} from '../../../shared/index.ts';
import { displayPath } from '../../files/uris.ts';
import type { ReadResult } from '../../files/world.ts';
import type { Action, Given, Misuse } from '../arguments/command.ts';
import { resolvePath } from '../arguments/paths.ts';
import { type ExitCode, refuse, type Terminal } from '../terminal.ts';

interface ImportOptions {
  readonly paths: readonly string[];
  readonly level: Level | undefined;
  readonly groups: GroupModel | undefined;
  /** A URI; undefined: standard output. */
  readonly output: string | undefined;
  /** Overwrites an existing file. */
  readonly force: boolean;
}

export function prepareImport({ values, operands: paths, cwd }: Given): Action | Misuse {
  if (paths.length === 0) return { problem: 'import needs a FILE.' };
  const options: ImportOptions = {
    paths,
    level: values.level as Level | undefined,
    groups: values.groups as GroupModel | undefined,
    output: values.output ? resolvePath(cwd, values.output) : undefined,
    force: values.force ?? false,
  };
  return (terminal) => importResponses(options, terminal);
}

/** Makes a lock profile from saved responses. The profile goes to the output, messages go to standard error. */
async function importResponses(parsed: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const reads = await Promise.all(parsed.paths.map((path) => readResponse(path, parsed, terminal)));
  const unread = reads.filter((each) => typeof each === 'string');
  if (unread.length > 0) return refuse(unread, terminal);
  const files = reads.filter((each) => typeof each !== 'string');
  const before = parsed.output ? await terminal.world.read(parsed.output) : undefined;
  const obstacle = parsed.output && obstacleAt(before);
  if (obstacle) return refuse([`${displayPath(terminal.cwd, parsed.output)}: ${obstacle}`], terminal);
  const existing = before?.state === 'text' ? before.text : undefined;
  const imported = importProfile(files, { groups: parsed.groups, capturedAt: terminal.world.today(), existing });
  if (imported.state === 'problems')
    return refuse(
      imported.problems.map((each) => say(each)),
      terminal,
    );
  if (imported.state === 'level') return refuse(imported.files.map(askLevel), terminal);
  return put(say(imported.text), before, parsed, terminal) ?? printNotes(imported, terminal);
}

/** A string is the reason why it cannot be read. */
async function readResponse(
  path: string,
  { level }: ImportOptions,
  { world, cwd }: Terminal,
): Promise<SavedResponse | string> {
  const read = await world.read(resolvePath(cwd, path));
  if (read.state === 'text') return { name: path, text: read.text, level };
  return `${path}: ${read.state === 'missing' ? 'no such file' : say(read.reason)}`;
}

function askLevel(name: string): string {
  return `${name}: whose settings are these? Say --level account, group or user, or put one of these words into the name of the file.`;
}

/** Why the profile cannot be written there, even with `--force`: import replaces only lock profiles. Undefined if it can. */
function obstacleAt(before: ReadResult | undefined): string | undefined {
  if (before?.state === 'unreadable') return say(before.reason);
  const isOther = before?.state === 'text' && !isLockProfile(parse(before.text));
  return isOther ? 'is not a lock profile, and import overwrites nothing else' : undefined;
}

/** Undefined once the profile is written. */
function put(
  text: string,
  before: ReadResult | undefined,
  { output, force }: ImportOptions,
  terminal: Terminal,
): ExitCode | undefined {
  if (!output || !before) {
    terminal.out(text);
    return undefined;
  }
  const path = displayPath(terminal.cwd, output);
  if (before.state === 'text' && before.text === text) {
    terminal.error(`${path}: nothing changes.\n`);
    return undefined;
  }
  if (before.state === 'text' && !force) return refuse(overwriting(path, before.text, text), terminal);
  const problem = terminal.world.write(output, text);
  return problem ? refuse([`${path}: ${say(problem)}`], terminal) : undefined;
}

/** The changed lines are shown only of a file that is nothing but a profile. */
function overwriting(path: string, before: string, after: string): readonly string[] {
  const shown = hasProfileKeysOnly(parse(before));
  return shown
    ? [`${path} is there already; --force overwrites it:`, ...changes(before, after)]
    : [`${path} is there already; --force overwrites it.`];
}

/** The lines that would be removed and added: just enough to decide. */
function changes(before: string, after: string): readonly string[] {
  const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const only = (these: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return these.filter((each) => !known.has(each));
  };
  const [old, fresh] = [linesOf(before), linesOf(after)];
  return [...only(old, fresh).map((line) => `- ${line}`), ...only(fresh, old).map((line) => `+ ${line}`)];
}

function printNotes(imported: Extract<Imported, { state: 'profile' }>, terminal: Terminal): ExitCode {
  const { unresolved, notes, modelMatters } = imported;
  if (unresolved.length > 0) terminal.error('Not known from these responses:\n');
  for (const line of listUnresolved(unresolved)) terminal.error(`  ${say(line)}\n`);
  for (const note of notes) terminal.error(`${say(note)}\n`);
  if (modelMatters.length > 0) terminal.error('Run again with --groups legacy or --groups priority.\n');
  return 0;
}
