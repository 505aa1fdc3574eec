import { fileKind, mayBeListed, type RequestFiles } from '../../shared/index.ts';
import { entriesByPath } from '../files/globs.ts';
import { canonical, folderOf, join } from '../files/uris.ts';
import type { UnlistedFile } from './feature.ts';
import type { Session } from './session.ts';

/**
 * The JSON files in the folder of a lock profile and below that no entry lists and whose name does not say what they are. None
 * outside of the workspace folders, or where there are too many.
 */
export async function unlistedFiles(
  session: Session,
  profile: string,
  entries: readonly RequestFiles[],
): Promise<readonly UnlistedFile[]> {
  const root = session.folders.rootOf(profile);
  const folder = folderOf(session.files.spelled(canonical(profile)));
  const listing = root === undefined ? undefined : await session.files.listings.below(folder, root);
  const entriesFor = entriesByPath(entries);
  return (listing?.paths ?? [])
    .filter(
      (path) => mayBeListed(path) && !fileKind(path.slice(path.lastIndexOf('/') + 1)) && entriesFor(path).length === 0,
    )
    .map((path) => ({
      path,
      read: async () => {
        const read = await session.files.readOnce(join(folder, path), root);
        return read.state === 'text' ? read.text : undefined;
      },
    }));
}
