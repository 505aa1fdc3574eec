import type { FeatureContext } from './feature.ts';
import type { Session } from './session.ts';
import { unlistedFiles } from './unlisted.ts';

/** What features may need of the session. */
export function contextIn(
  session: Session,
): Pick<FeatureContext, 'displayPath' | 'identify' | 'rootOf' | 'isInside' | 'unlistedFiles'> {
  const { folders } = session;
  return {
    displayPath: (uri) => folders.displayPath(uri),
    identify: (uri) => session.identify(uri),
    rootOf: (uri) => folders.rootOf(uri),
    isInside: (uri) => folders.isInside(uri),
    unlistedFiles: (profile, entries) => unlistedFiles(session, profile, entries),
  };
}
