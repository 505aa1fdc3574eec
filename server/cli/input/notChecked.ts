/** Why a file is not checked. */
import { containerKind, mayBeListed, profileName } from '../../../shared/index.ts';
import { nameOf } from '../../files/uris.ts';
import type { Subject } from '../../inspection/subject.ts';

const ways = 'give --operation, name it NAME.zoom-create.json or NAME.zoom-update.json';
const notOurs = `cannot tell create from update: ${ways}, or list it in ${profileName}`;
/** A lock profile cannot list it. */
const otherKind = `no requests are looked for in a file with this name: ${ways.replace(', ', ', or ')}`;

export function whyNotOurs(uri: string): string {
  if (mayBeListed(uri)) return notOurs;
  const isDocument = containerKind(nameOf(uri)) !== undefined;
  return isDocument ? 'no request to Zoom is recognized in it, or no lock profile applies' : otherKind;
}

/** Whether the lock profile lists requests in the file. */
export function isListed(subjects: readonly Subject[]): boolean {
  return subjects.some(({ inspection }) => inspection.kind === 'container' && inspection.file.bodies.length > 0);
}

/** A message for a file that may have several requests, and has none. A finding says why, where there is one. */
export function nothingIn(subjects: readonly Subject[]): string | undefined {
  const isReported = subjects.some(({ inspection }) => inspection.findings.length > 0);
  return isReported ? undefined : noRequestIn(subjects);
}

export function noRequestIn(subjects: readonly Subject[]): string | undefined {
  const [only, ...others] = subjects.map(({ inspection }) => inspection);
  if (only?.kind !== 'container' || others.length > 0) return undefined;
  const places = only.file.bodies.map(({ at }) => at).join(', ');
  return places ? `no request at ${places}` : 'no request to Zoom is recognized in it';
}
