import { enforcementOfEither } from '../engine/enforcement.ts';
import { predictEach } from '../engine/predict.ts';
import { personalCases, possibleRequests } from '../engine/requests.ts';
import { fitOf } from '../engine/verification.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Profile } from '../model/profile.ts';
import { readRequest } from '../model/request.ts';
import type { Seen } from '../model/response.ts';
import { type Meeting, type Operation, ruleSets, type Sent } from '../model/security.ts';
import type { RequestContext } from './rule.ts';
import { straysIn } from './support/strays.ts';
import type { Verification } from './support/verification.ts';

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
 * Holds Zoom's response to a request against what is predicted by each rule set. Undefined for a body of which nothing is
 * predicted, since it is broken.
 */
export function verificationOf(
  body: JsonDocument,
  operation: Operation,
  surroundings: Surroundings,
  seen: Seen,
): Verification | undefined {
  const request = requestContext(body, operation, surroundings);
  if (!request.body.isComplete) return undefined;
  const { profile, account } = request;
  const anyRules = profile && { ...profile, rules: undefined };
  const { prediction } = requestContext(body, operation, { ...surroundings, profile: anyRules });
  const fits = ruleSets.flatMap((rules) => fitOf(rules, prediction, seen) ?? []);
  return { profile, rules: account.rules, prediction: request.prediction, seen, fits };
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
