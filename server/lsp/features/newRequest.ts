import { newRequest } from '../../../shared/index.ts';
import type { NewRequestParams } from '../../../shared/protocol.ts';
import type { Place, Scope } from '../feature.ts';

/** The first body of a request that is yet to be written; undefined where its name says no operation. */
export function newRequestText(
  { standing }: Place,
  { topic }: NewRequestParams,
  { random }: Scope,
): string | undefined {
  const { operation, profile, meeting } = standing;
  const surroundings = { profile: profile?.profile, meeting: meeting?.meeting };
  return operation && newRequest(operation, topic, surroundings, random);
}
