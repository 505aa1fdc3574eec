import { readPattern, say } from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { matcher } from '../files/globs.ts';
import { repositoryOf } from '../files/repository.ts';
import { displayPath, folderOf, join, pathInside } from '../files/uris.ts';
import { isFolder } from '../files/world.ts';
import { type Arguments, resolvePath } from './arguments.ts';
import type { Problem } from './report.ts';
import type { Terminal } from './terminal.ts';

/** The user has named the folder and waits for it: high enough for any repository. */
const maxEntries = 1_000_000;

/** One file to inspect, and how the user named it. */
export interface Input {
  readonly uri: string;
  readonly by: 'name' | 'glob' | 'folder';
  /** If the file is not in a repository: files outside this folder do not apply to it. */
  readonly within: string;
  /** Standard input, already read. */
  readonly bytes?: Uint8Array;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What could not be found or read. */
  readonly problems: readonly Problem[];
}

/** The paths of the command line as files: each file once, in the order of the paths and of the names in a folder. */
export async function collect(
  { paths, overrides, otherProfiles }: Pick<Arguments, 'paths' | 'overrides' | 'otherProfiles'>,
  files: Files,
  terminal: Terminal,
): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const { profile, meeting } = overrides;
  const problems = [...(await missing([profile, ...otherProfiles, meeting], files, terminal.cwd))];
  for (const path of new Set(paths)) {
    const found = await inputsAt(path, files, terminal);
    if (!found) problems.push({ file: path, message: isGlob(path) ? 'no file matches' : 'no such file or folder' });
    for (const problem of found?.problems ?? []) problems.push(problem);
    for (const input of found?.inputs ?? [])
      if (!inputs.has(input.uri) || input.by === 'name') inputs.set(input.uri, input);
  }
  return { inputs: [...inputs.values()], problems };
}

/** The files that options name and that do not exist. One that cannot be read is reported with the request it is for. */
async function missing(
  options: readonly (string | undefined)[],
  files: Files,
  cwd: string,
): Promise<readonly Problem[]> {
  const named = options.filter((each) => each !== undefined);
  const reads = await Promise.all(named.map((uri) => files.read(uri)));
  const gone = named.filter((_, index) => reads[index]?.state === 'missing');
  return gone.map((uri) => ({ file: displayPath(cwd, uri), message: 'no such file' }));
}

/** Undefined where there is nothing at the path. A folder without any of our files is not an error. */
async function inputsAt(path: string, files: Files, terminal: Terminal): Promise<Inputs | undefined> {
  const { cwd, readStdin } = terminal;
  if (path === '-') return named({ uri: join(cwd, 'stdin'), by: 'name', within: cwd, bytes: await readStdin() });
  const uri = resolvePath(cwd, path);
  const read = await files.read(uri);
  if (read.state === 'unreadable' && read.reason === isFolder) return inputsBelow(files, terminal, uri);
  if (read.state !== 'missing') return named({ uri, by: 'name', within: innermost(cwd, folderOf(uri)) });
  return isGlob(path) ? globbed(path, files, terminal) : undefined;
}

function named(input: Input): Inputs {
  return { inputs: [input], problems: [] };
}

/** The working folder if it contains `folder`, else `folder`. */
function innermost(cwd: string, folder: string): string {
  return pathInside(cwd, folder) === undefined ? folder : cwd;
}

function isGlob(path: string): boolean {
  return /[*?{[]/.test(path);
}

/** Backslashes separate folders here, as on Windows. The part before the first wildcard is taken literally. */
async function globbed(path: string, files: Files, terminal: Terminal): Promise<Inputs | undefined> {
  const [, base = '', pattern = ''] = /^([^*?{[]*\/)?(.*)$/s.exec(path.replaceAll('\\', '/')) ?? [];
  const read = readPattern(pattern);
  if ('problem' in read)
    return { inputs: [], problems: [{ file: path, message: `no file matches. ${say(read.problem)}` }] };
  const folder = resolvePath(terminal.cwd, base || '.');
  const { inputs, problems } = await inputsBelow(files, terminal, folder);
  const matches = matcher(pattern);
  const matching = inputs.filter(({ uri }) => matches(pathInside(folder, uri) ?? ''));
  if (matching.length === 0 && problems.length === 0) return undefined;
  return { inputs: matching.map((each) => ({ ...each, by: 'glob' })), problems };
}

async function inputsBelow(files: Files, { world, cwd }: Terminal, folder: string): Promise<Inputs> {
  const bounds = innermost(cwd, folder);
  const within = (await repositoryOf(files, join(folder, '.git'))) ?? bounds;
  const found = await world.filesBelow(folder, { atMost: maxEntries, within });
  const place = (path: string) => displayPath(cwd, path === '' ? folder : join(folder, path)) || '.';
  return {
    inputs: found.paths.map((path) => ({ uri: join(folder, path), by: 'folder', within: bounds })),
    problems: found.problems.map(({ path, reason }) => ({ file: place(path), message: say(reason) })),
  };
}
