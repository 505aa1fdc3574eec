import { hasNoProfileKey, parse, readPattern, say } from '../../../shared/index.ts';
import type { Files } from '../../files/files.ts';
import { matcher } from '../../files/globs.ts';
import { repositoryOf } from '../../files/repository.ts';
import { displayPath, folderOf, join, pathInside } from '../../files/uris.ts';
import { isFolder, type ReadResult } from '../../files/world.ts';
import { isMisuse, type Misuse } from '../arguments/command.ts';
import { literalPath, resolvePath } from '../arguments/paths.ts';
import type { Selection } from '../arguments/selection.ts';
import type { Terminal } from '../terminal.ts';
import { fileFrom, folderFrom } from './links.ts';
import type { Problem } from './problems.ts';

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
  /** As it is shown to the user, where that is not its path. */
  readonly shownAs?: string;
}

/** What is at one of the paths. */
interface Found {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** What git ignores, as URIs; folders end in a slash. */
  readonly ignored: readonly string[];
  /** A folder or a pattern, in which files are searched. */
  readonly isPlace: boolean;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What could not be found or read. */
  readonly problems: readonly Problem[];
  readonly ignored: readonly string[];
  /** The URIs at each folder and pattern among the paths. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** The paths of the command line as files: each file once, in the order of the paths and of the names in a folder. */
export async function collect(selection: Selection, files: Files, terminal: Terminal): Promise<Inputs> {
  const { profile, meeting } = selection.overrides;
  const profiles = [profile, ...selection.otherProfiles];
  const search = new Search(selection, files, terminal);
  const problems = [
    ...(await problemsWith([...profiles, meeting], { files, cwd: terminal.cwd }, missing)),
    ...(await problemsWith(profiles, { files, cwd: terminal.cwd }, mistaken)),
    ...(await mistakable(selection.unwanted, files, terminal.cwd)),
  ];
  const inputs = new Map<string, Input>();
  const places = new Map<string, readonly string[]>();
  const ignored: string[] = [];
  for (const path of new Set(selection.paths)) {
    const found = await search.at(path);
    if (isMisuse(found)) {
      if (!selection.passesOverUnknown) problems.push({ file: path, message: found.problem });
      continue;
    }
    for (const problem of found.problems) problems.push(problem);
    for (const uri of found.ignored) ignored.push(uri);
    if (found.isPlace)
      places.set(
        path,
        found.inputs.map(({ uri }) => uri),
      );
    for (const input of found.inputs) if (!inputs.has(input.uri) || input.by === 'name') inputs.set(input.uri, input);
  }
  return { inputs: [...inputs.values()], problems, ignored, places };
}

/** What is wrong with the files that options name. One that cannot be read is reported with the request it is for. */
async function problemsWith(
  options: readonly (string | undefined)[],
  { files, cwd }: { readonly files: Files; readonly cwd: string },
  flawOf: (read: ReadResult) => string | undefined,
): Promise<readonly Problem[]> {
  const named = options.filter((each) => each !== undefined);
  const reads = await Promise.all(named.map((uri) => files.read(uri)));
  return named.flatMap((uri, index) => {
    const read = reads[index];
    const message = read && flawOf(read);
    return message === undefined ? [] : [{ file: displayPath(cwd, uri), message }];
  });
}

function missing({ state }: ReadResult): string | undefined {
  return state === 'missing' ? 'no such file' : undefined;
}

/** Of what is named as a lock profile. */
function mistaken(read: ReadResult): string | undefined {
  return read.state === 'text' && hasNoProfileKey(parse(read.text)) ? 'is not a lock profile' : undefined;
}

/** The patterns after a `!` that are, with it, the names of files: a hook may name whatever has changed. */
async function mistakable(patterns: readonly string[], files: Files, cwd: string): Promise<readonly Problem[]> {
  const names = patterns.map((each) => `!${each}`);
  const reads = await Promise.all(names.map((name) => files.read(resolvePath(cwd, name))));
  const found = names.filter((_, index) => reads[index]?.state !== 'missing');
  return found.map((file) => ({
    file,
    message: `is the name of a file: write ./${file} for the file, or --exclude for a pattern`,
  }));
}

const interrupted: Problem = { file: null, message: 'Interrupted: files were still searched for.' };

const nothing: Found = { inputs: [], problems: [], ignored: [], isPlace: false };

class Search {
  readonly #selection: Selection;
  readonly #files: Files;
  readonly #terminal: Terminal;

  constructor(selection: Selection, files: Files, terminal: Terminal) {
    this.#selection = selection;
    this.#files = files;
    this.#terminal = terminal;
  }

  /** `problem`: there is nothing at the path. A folder without any of our files is not an error here. */
  async at(path: string): Promise<Found | Misuse> {
    const { cwd } = this.#terminal;
    if (path === '-') return this.#stdin();
    for (const uri of urisOf(cwd, path)) {
      const read = await this.#files.read(uri);
      if (read.state === 'unreadable' && read.reason === isFolder) return this.#below(folderFrom(uri, this.#terminal));
      if (read.state !== 'missing') return this.#named(fileFrom(uri, this.#terminal));
    }
    return isGlob(path) ? this.#globbed(path) : { problem: 'no such file or folder' };
  }

  async #stdin(): Promise<Found> {
    const { cwd, readStdin } = this.#terminal;
    const { stdin } = this.#selection;
    const bytes = await readStdin();
    if (stdin === undefined)
      return { ...nothing, inputs: [{ uri: join(cwd, 'stdin'), by: 'name', within: cwd, bytes, shownAs: '-' }] };
    return this.#named(fileFrom(stdin, this.#terminal), bytes);
  }

  #named(uri: string, bytes?: Uint8Array): Found {
    if (this.#selection.excludes(uri)) return nothing;
    const within = innermost(this.#terminal.cwd, folderOf(uri));
    return { ...nothing, inputs: [{ uri, by: 'name', within, ...(bytes ? { bytes } : {}) }] };
  }

  /** Backslashes separate folders here, as on Windows. The part before the first wildcard is taken literally. */
  async #globbed(path: string): Promise<Found | Misuse> {
    const [, base = '', pattern = ''] = /^([^*?{[]*\/)?(.*)$/s.exec(path.replaceAll('\\', '/')) ?? [];
    const read = readPattern(pattern);
    if ('problem' in read) return { problem: `no file matches. ${say(read.problem)}` };
    const folder = folderFrom(resolvePath(this.#terminal.cwd, base || '.'), this.#terminal);
    const { inputs, ignored, ...others } = await this.#below(folder, mostNamesIn(pattern));
    const matches = matcher(pattern);
    const isMatch = (uri: string) => matches(pathInside(folder, uri) ?? '');
    const matching = inputs.filter(({ uri }) => isMatch(uri));
    if (matching.length === 0 && others.problems.length === 0) return { problem: 'no file matches' };
    return { ...others, inputs: matching.map((each) => ({ ...each, by: 'glob' })), ignored: ignored.filter(isMatch) };
  }

  async #below(folder: string, mostNames?: number): Promise<Found> {
    const { world, cwd, isInterrupted } = this.#terminal;
    const bounds = innermost(cwd, folder);
    const within = (await repositoryOf(this.#files, join(folder, '.git'))) ?? bounds;
    const { searchesIgnored, excludes } = this.#selection;
    const stops = isInterrupted ? { isStopped: isInterrupted } : {};
    const depth = mostNames === undefined ? {} : { mostNames };
    const limits = { atMost: maxEntries, within, searchesIgnored, excludes, ...depth, ...stops };
    const found = await world.filesBelow(folder, limits);
    if (isInterrupted?.()) return { ...nothing, problems: [interrupted] };
    const place = (path: string) => displayPath(cwd, path === '' ? folder : join(folder, path));
    return {
      inputs: found.paths.map((path) => ({ uri: join(folder, path), by: 'folder', within: bounds })),
      problems: found.problems.map(({ path, reason }) => ({ file: place(path), message: say(reason) })),
      ignored: found.ignored.map((path) => join(folder, path)),
      isPlace: true,
    };
  }
}

/** The working folder if it contains `folder`, else `folder`. */
function innermost(cwd: string, folder: string): string {
  return pathInside(cwd, folder) === undefined ? folder : cwd;
}

/** What a path as typed may mean: outside Windows, a name may have a backslash in it. */
function urisOf(cwd: string, path: string): readonly string[] {
  return path.includes('\\') ? [resolvePath(cwd, path), literalPath(cwd, path)] : [resolvePath(cwd, path)];
}

/** The number of names in a path that matches; undefined where it may be any. */
function mostNamesIn(pattern: string): number | undefined {
  return /\*\*|\{/.test(pattern) ? undefined : pattern.split('/').length;
}

function isGlob(path: string): boolean {
  return /[*?{[]/.test(path);
}
