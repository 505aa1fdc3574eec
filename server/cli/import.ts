import { type Imported, importProfile, listUnresolved, type SavedResponse, say } from '../../shared/index.ts';
import { displayPath } from '../files/uris.ts';
import type { ReadResult } from '../files/world.ts';
import { type ImportArguments, resolvePath } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Makes a lock profile of saved responses. The profile goes to the output, all that is said about it to standard error. */
export async function importResponses(parsed: ImportArguments, terminal: Terminal): Promise<ExitCode> {
  const reads = await Promise.all(parsed.paths.map((path) => readResponse(path, parsed, terminal)));
  const unread = reads.filter((each) => typeof each === 'string');
  if (unread.length > 0) return refuse(unread, terminal);
  const files = reads.filter((each) => typeof each !== 'string');
  const before = parsed.output ? await terminal.world.read(parsed.output) : undefined;
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

/** A string says why it cannot be read. */
async function readResponse(
  path: string,
  { level }: ImportArguments,
  { world, cwd }: Terminal,
): Promise<SavedResponse | string> {
  const read = await world.read(resolvePath(cwd, path));
  if (read.state === 'text') return { name: path, text: read.text, level };
  return `${path}: ${read.state === 'missing' ? 'no such file' : say(read.reason)}`;
}

function askLevel(name: string): string {
  return `${name}: whose settings are these? Say --level account, group or user, or put one of these words into the name of the file.`;
}

function refuse(problems: readonly string[], terminal: Terminal): ExitCode {
  for (const problem of problems) terminal.error(`${problem}\n`);
  return 2;
}

/** Undefined once the profile is where it is wanted. */
function put(
  text: string,
  before: ReadResult | undefined,
  { output, force }: ImportArguments,
  terminal: Terminal,
): ExitCode | undefined {
  if (!output || !before) {
    terminal.out(text);
    return undefined;
  }
  const path = displayPath(terminal.cwd, output);
  if (before.state === 'unreadable' && !force) return refuse([`${path}: ${say(before.reason)}`], terminal);
  if (before.state === 'text' && before.text === text) {
    terminal.error(`${path}: nothing changes.\n`);
    return undefined;
  }
  if (before.state === 'text' && !force)
    return refuse([`${path} is there already; --force overwrites it:`, ...changes(before.text, text)], terminal);
  const problem = terminal.world.write(output, text);
  return problem ? refuse([`${path}: ${say(problem)}`], terminal) : undefined;
}

/** The lines that would go and those that would come: enough to decide, and no more. */
function changes(before: string, after: string): readonly string[] {
  const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const only = (these: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return these.filter((each) => !known.has(each));
  };
  const [old, fresh] = [linesOf(before), linesOf(after)];
  return [...only(old, fresh).map((line) => `- ${line}`), ...only(fresh, old).map((line) => `+ ${line}`)];
}

function printNotes({ unresolved, notes }: Extract<Imported, { state: 'profile' }>, terminal: Terminal): ExitCode {
  if (unresolved.length > 0) terminal.error('Not settled by these responses:\n');
  for (const line of listUnresolved(unresolved)) terminal.error(`  ${say(line)}\n`);
  for (const note of notes) terminal.error(`${say(note)}\n`);
  return 0;
}
