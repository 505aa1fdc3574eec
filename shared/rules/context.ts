import type { Prediction } from '../engine/predict.ts';
import { type Predicted, Predictions } from '../engine/predictions.ts';
import { fitOf } from '../engine/verification.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Profile } from '../model/profile.ts';
import { readRequest } from '../model/request.ts';
import type { Seen } from '../model/response.ts';
import { type Meeting, type Operation, ruleSets } from '../model/security.ts';
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
  surroundings: Surroundings,
  predictions = new Predictions(),
): RequestContext {
  const { profile, meeting, occurrence = false } = surroundings;
  const body = readRequest(document);
  const usable = profile && profile.document.errors.length === 0 ? profile : undefined;
  const predict = () => predictions.of({ operation, body, profile: usable, meeting, occurrence });
  return new PredictedRequest({ body, profile: usable, meeting, strays: straysIn(body, operation) }, predict);
}

/**
 * Compares Zoom's response to a request with what is predicted by each rule set. Undefined for a body of which nothing is
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

/** A class, since each object of a literal with a getter would have a shape of its own. */
class PredictedRequest implements RequestContext {
  readonly body;
  readonly profile;
  readonly account;
  readonly meeting;
  readonly strays;
  readonly #predict: () => Predicted;
  #predicted: { deref(): Predicted | undefined };

  constructor(known: Omit<RequestContext, 'account' | 'prediction'>, predict: () => Predicted) {
    const predicted = predict();
    this.body = known.body;
    this.profile = known.profile;
    this.account = predicted.account;
    this.meeting = known.meeting;
    this.strays = known.strays;
    this.#predict = predict;
    this.#predicted = holding(predicted);
  }

  get prediction(): Prediction {
    const kept = this.#predicted.deref();
    if (kept) return kept.prediction;
    const made = this.#predict();
    this.#predicted = holding(made);
    return made.prediction;
  }
}

const manyCases = 10;

/**
 * Predicted again if memory was needed since: a prediction in which much is open takes a megabyte, and a file may contain
 * thousands of requests.
 */
function holding(predicted: Predicted): { deref(): Predicted | undefined } {
  return predicted.prediction.cases.length > manyCases ? new WeakRef(predicted) : { deref: () => predicted };
}
