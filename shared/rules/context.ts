import { enforcementOf } from '../engine/enforcement.ts';
import { predict } from '../engine/predict.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Profile } from '../model/profile.ts';
import { readRequest, usesPersonalId } from '../model/request.ts';
import type { Meeting, Operation, Sent } from '../model/security.ts';
import type { RequestContext } from './rule.ts';

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
  const account = enforcementOf(usable, usesPersonalId(operation, body, meeting));
  const sent: Sent = occurrence && operation === 'update' ? { ...body.sent, occurrence } : body.sent;
  return { body, profile: usable, account, meeting, prediction: predict(operation, sent, account, meeting) };
}
