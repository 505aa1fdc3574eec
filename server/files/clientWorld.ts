import type { Connection } from 'vscode-languageserver';
import { containerPattern, joined, mayBeOurs, profileName, type Readers, watchedPattern } from '../../shared/index.ts';
import {
  type ListFilesParams,
  listFilesRequest,
  loadReadersRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../../shared/protocol.ts';
import { GitIgnore } from './gitIgnore.ts';
import { Turns } from './turns.ts';
import { join } from './uris.ts';
import { isReadAlways } from './walk.ts';
import {
  dateOf,
  decode,
  type FilesBelow,
  maxFileSize,
  type ReadResult,
  reasons,
  tooLarge,
  type World,
} from './world.ts';

/**
 * Reads files through the client: for a server without a disk, in a browser. `run` runs the code of a bundle and returns
 * what it exports.
 */
export function clientWorld(connection: Connection, run: (code: string) => unknown): World {
  const world: World = {
    async read(uri) {
      try {
        const params: ReadFileParams = { uri, atMost: maxFileSize };
        return readResult(await connection.sendRequest<ReadFileAnswer>(readFileRequest, params));
      } catch {
        return { state: 'unreadable', reason: reasons.unreadable };
      }
    },
    filesBelow: (folder, { atMost }) => filesBelow(connection, world, folder, atMost),
    real: (uri) => uri,
    today: () => dateOf(new Date()),
    async loadReaders() {
      const code = await connection.sendRequest<string>(loadReadersRequest);
      return (run(code) as { readonly readers: Readers }).readers;
    },
  };
  return world;
}

/** The client finds the files, including git's ignore files. An empty answer may mean that it could not search. */
async function filesBelow(connection: Connection, world: World, folder: string, atMost: number): Promise<FilesBelow> {
  const found = await pathsBelow(connection, folder, atMost);
  const git = new GitIgnore();
  for (const path of found.filter(isIgnoreFile).slice(0, maxIgnoreFiles)) {
    const read = await world.read(join(folder, path));
    if (read.state === 'text') git.add(path.slice(0, Math.max(path.length - '/.gitignore'.length, 0)), read.text);
  }
  const ignores = (path: string) => !isReadAlways(path) && git.ignoresFile(path);
  const paths: string[] = [];
  const ignored: string[] = [];
  const turns = new Turns();
  for (const path of found.filter(mayBeOurs)) {
    (ignores(path) ? ignored : paths).push(path);
    await turns.next();
  }
  return { paths, ignored, problems: [], complete: found.length > 0, ignores };
}

/** Documents and code are searched only where a lock profile is. */
async function pathsBelow(connection: Connection, folder: string, atMost: number): Promise<readonly string[]> {
  const ours = await listed(connection, { folder, pattern: watchedPattern, atMost });
  if (!ours.some((path) => path.endsWith(profileName))) return ours;
  return [...ours, ...(await listed(connection, { folder, pattern: containerPattern, atMost: atMost - ours.length }))];
}

/** Each is a request to the client. */
const maxIgnoreFiles = 200;

async function listed(connection: Connection, params: ListFilesParams): Promise<readonly string[]> {
  try {
    return (await connection.sendRequest<readonly string[] | null>(listFilesRequest, params)) ?? [];
  } catch {
    return [];
  }
}

function isIgnoreFile(path: string): boolean {
  return path === '.gitignore' || path.endsWith('/.gitignore');
}

function readResult(answer: ReadFileAnswer): ReadResult {
  if (answer.state === 'bytes') return decode(answer.bytes);
  if (answer.state === 'tooLarge') return { state: 'unreadable', reason: tooLarge };
  // The client's message is already in the user's language.
  return answer.state === 'unreadable' ? { ...answer, reason: joined([answer.reason], '') } : answer;
}
