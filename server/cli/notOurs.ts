/** Why a file that was named is not checked. */
import { containerKind, mayBeListed, profileName } from '../../shared/index.ts';
import type { Subject } from '../inspection/subject.ts';

const notOurs = `cannot tell create from update: give --operation, name it NAME.zoom-create.json or NAME.zoom-update.json, or list it in ${profileName}`;

export function whyNotOurs(uri: string): string {
  const isDocument = containerKind(uri) !== undefined && !mayBeListed(uri);
  return isDocument ? 'no request to Zoom is recognized in it, or no lock profile applies' : notOurs;
}

/** A message for a file in which the lock profile lists requests, and in which there are none. */
export function nothingIn(subjects: readonly Subject[]): string | undefined {
  const [only, ...others] = subjects.map(({ inspection }) => inspection);
  if (only?.kind !== 'container' || others.length > 0 || only.document.errors.length > 0) return undefined;
  const places = only.file.bodies.map(({ at }) => at).join(', ');
  return places ? `no request at ${places}` : 'no request to Zoom is recognized in it';
}
