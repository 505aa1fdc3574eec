import { containerKind, profileName } from '../../shared/index.ts';
import { nameOf } from '../files/uris.ts';
import type { Subject } from '../inspection/subject.ts';

const notOurs = `cannot tell create from update: give --operation, name it NAME.zoom-create.json or NAME.zoom-update.json, or list it in ${profileName}`;

/** For a file that was named and is not one of ours. */
export function whyNotOurs(uri: string): string {
  return containerKind(nameOf(uri)) === undefined ? notOurs : 'no request is found in it';
}

/** A message for a file in which the lock profile lists requests, and in which there are none. */
export function nothingIn(subjects: readonly Subject[]): string | undefined {
  const [only, ...others] = subjects.map(({ inspection }) => inspection);
  if (only?.kind !== 'container' || others.length > 0 || only.document.errors.length > 0) return undefined;
  return `no request at ${only.file.bodies.map(({ at }) => at).join(', ')}`;
}
