import { fileKind, profileName } from '../../shared/index.ts';
import { join, nameOf } from '../files/uris.ts';
import type { Session } from './session.ts';

/** Whether there is a lock profile in the workspace, or open. */
export async function hasProfile({ openUris, files, folders }: Session): Promise<boolean> {
  const isProfile = (uri: string) => fileKind(nameOf(uri)) === 'profile';
  if (openUris.some(isProfile)) return true;
  for (const root of folders.roots) {
    const listing = await files.listings.below(root);
    if (listing?.paths.some(isProfile)) return true;
    // Of a folder with too many files, there is no listing.
    if (!listing && (await files.read(join(root, profileName), root)).state !== 'missing') return true;
  }
  return false;
}
