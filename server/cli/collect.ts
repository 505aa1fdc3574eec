import picomatch from 'picomatch';
import type { Files } from '../files/files.ts';
import { skippedFolders } from '../files/listing.ts';
import { displayPath, join, pathInside } from '../files/uris.ts';
import { isFolder, type World } from '../files/world.ts';
import type { Overrides } from '../inspection/classify.ts';
import { type Arguments, resolvePath } from './arguments.ts';
import type { Problem } from './report.ts';
import type { Terminal } from './terminal.ts';

/** One file to look at, and how the user asked for it. */
export interface Input {
  readonly uri: string;
  readonly by: 'name' | 'glob' | 'folder';
  /** Standard input, already read. */
  readonly bytes?: Uint8Array;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What could not be found or read. */
  readonly problems: readonly Problem[];
}

/** The paths of the command line as files: each file once, in the order of the paths and of the names in a folder. */
export async function collect({ paths, overrides }: Arguments, files: Files, terminal: Terminal): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const problems = [...(await missing(overrides, files, terminal.cwd))];
  for (const path of new Set(paths)) {
    const found = await inputsAt(path, files, terminal);
    if (!found) problems.push({ file: path, message: isGlob(path) ? 'no file matches' : 'no such file or folder' });
    for (const input of found ?? []) if (!inputs.has(input.uri) || input.by === 'name') inputs.set(input.uri, input);
  }
  return { inputs: [...inputs.values()], problems };
}

/** The files that options name and that are not there. One that cannot be read is told with the request it is for. */
async function missing({ profile, meeting }: Overrides, files: Files, cwd: string): Promise<readonly Problem[]> {
  const named = [profile, meeting].filter((each) => each !== undefined);
  const reads = await Promise.all(named.map((uri) => files.read(uri)));
  const gone = named.filter((_, index) => reads[index]?.state === 'missing');
  return gone.map((uri) => ({ file: displayPath(cwd, uri), message: 'no such file' }));
}

/** Undefined where there is nothing at the path. A folder without any file of ours is no mistake. */
async function inputsAt(
  path: string,
  files: Files,
  { world, cwd, readStdin }: Terminal,
): Promise<readonly Input[] | undefined> {
  if (path === '-') return [{ uri: join(cwd, 'stdin'), by: 'name', bytes: await readStdin() }];
  const uri = resolvePath(cwd, path);
  const read = await files.read(uri);
  if (read.state === 'unreadable' && read.reason === isFolder) return filesBelow(world, uri);
  if (read.state !== 'missing') return [{ uri, by: 'name' }];
  const matching = isGlob(path) ? await globbed(world, cwd, path) : [];
  return matching.length > 0 ? matching : undefined;
}

function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

async function globbed(world: World, cwd: string, glob: string): Promise<readonly Input[]> {
  const { base, glob: pattern } = picomatch.scan(glob.replaceAll('\\', '/'));
  const folder = resolvePath(cwd, base || '.');
  const matches = picomatch(pattern, { dot: true });
  const all = await filesBelow(world, folder);
  return all.filter(({ uri }) => matches(pathInside(folder, uri) ?? '')).map(({ uri }) => ({ uri, by: 'glob' }));
}

async function filesBelow(world: World, folder: string): Promise<readonly Input[]> {
  const entries = await world.list(folder);
  const found: Input[] = [];
  for (const { name, type } of entries) {
    const uri = join(folder, name);
    if (type === 'file' && /\.jsonc?$/.test(name)) found.push({ uri, by: 'folder' });
    if (type === 'folder' && !skippedFolders.has(name)) {
      for (const below of await filesBelow(world, uri)) found.push(below);
    }
  }
  return found;
}
