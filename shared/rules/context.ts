import { enforcementOfEither } from '../engine/enforcement.ts';
import { predictEach } from '../engine/predict.ts';
import { personalCases, possibleRequests } from '../engine/requests.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Profile } from '../model/profile.ts';
import { readRequest } from '../model/request.ts';
import type { Meeting, Operation, Sent } from '../model/security.ts';
import type { RequestContext } from './rule.ts';
import { straysIn } from './support/strays.ts';

/** What surrounds a request; undefined where there is none. */
export interface Surroundings {
  readonly profile: Profile | undefined;
  readonly meeting: Meeting | undefined;
  /** The update is for one occurrence of the meeting. */
  readonly occurrence?: boolean;
}

/** Reads and predicts one request: findings, hovers and fixes are all made from this one result. */
export function requestContext(
  document: JsonDocument,
  operation: Operation,
  { profile, meeting, occurrence }: Surroundings,
): RequestContext {
  const body = readRequest(document);
  const usable = profile && profile.document.errors.length === 0 ? profile : undefined;
  const personal = personalCases(operation, body, meeting, usable);
  const account = enforcementOfEither(
    usable,
    personal.map(({ use }) => use),
  );
  const sent: Sent = occurrence && operation === 'update' ? { ...body.sent, occurrence } : body.sent;
  const requests = possibleRequests(operation, { ...body, sent }, account, personal);
  const prediction = droppedInBetween(() => predictEach(operation, requests, account, meeting));
  return {
    body,
    profile: usable,
    account,
    meeting,
    strays: straysIn(body, operation),
    get prediction() {
      return prediction();
    },
  };
}

/**
 * Makes a value again if memory was needed since: a prediction in which much is open takes a megabyte, and a file may
 * contain thousands of requests.
 */
function droppedInBetween<T extends object>(make: () => T): () => T {
  let kept: WeakRef<T> | undefined;
  return () => {
    const known = kept?.deref();
    if (known) return known;
    const made = make();
    kept = new WeakRef(made);
    return made;
  };
}
