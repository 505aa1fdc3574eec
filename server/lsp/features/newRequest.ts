import { newRequest } from '../../../shared/index.ts';
import type { NewRequestParams } from '../../../shared/protocol.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The first body of a new request; undefined where the file name does not say the operation. */
export function newRequestText(
  { classification }: FileSubject,
  { topic }: NewRequestParams,
  { random }: FeatureContext,
): string | undefined {
  const { operation, profile, meeting } = classification;
  const surroundings = { profile: profile?.profile, meeting: meeting?.meeting };
  return operation && newRequest(operation, topic, surroundings, random);
}
