import type { Files } from './files.ts';
import { foldersUpward, join } from './uris.ts';

/** The root of the git repository that the file is in; undefined: it is not in one. */
export async function repositoryOf(files: Files, uri: string): Promise<string | undefined> {
  for (const folder of foldersUpward(uri, undefined)) {
    if ((await files.read(join(folder, '.git'))).state !== 'missing') return folder;
  }
  return undefined;
}
