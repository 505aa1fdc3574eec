import type { Profile } from '../model/profile.ts';
import { personalFacts, type RequestBody } from '../model/request.ts';
import type { Meeting, Operation, Sent } from '../model/security.ts';
import { type Enforcement, enforcementOfEither } from './enforcement.ts';
import type { Stored } from './law.ts';
import { type Prediction, predictEach } from './predict.ts';
import { personalCases, placeholderPasscode, possibleRequests } from './requests.ts';

interface RequestToPredict {
  readonly operation: Operation;
  readonly body: RequestBody;
  readonly profile: Profile | undefined;
  readonly meeting: Meeting | undefined;
  /** The update is for one occurrence of the meeting. */
  readonly occurrence: boolean;
}

export interface Predicted {
  readonly account: Enforcement;
  readonly prediction: Prediction;
}

const noProfile = {};

/** Of all that is kept: a prediction in which much is open has thousands, and they take a megabyte. */
const mostCases = 1000;

/** Predictions of many requests: those that say the same to the same account share one. */
export class Predictions {
  #kept = new WeakMap<object, Map<string, Predicted>>();
  #cases = 0;

  /** The profile counts as it is: one with errors is for the caller to leave out. */
  of(request: RequestToPredict): Predicted {
    const { body, meeting } = request;
    const { password } = body.sent;
    // What is stored rests on whether one is given, not on its characters, unless it may be that of the meeting.
    if (!password || meeting?.password.value !== undefined) return this.#shared(request);
    const withAny = { ...request, body: { ...body, sent: { ...body.sent, password: placeholderPasscode } } };
    return withPasscode(this.#shared(withAny), password);
  }

  #shared(request: RequestToPredict): Predicted {
    const key = basisOf(request);
    const known = this.#ofAccount(request).get(key);
    if (known) return known;
    const made = predicted(request);
    if (this.#cases > mostCases) this.#forget();
    this.#cases += made.prediction.cases.length;
    this.#ofAccount(request).set(key, made);
    return made;
  }

  #ofAccount({ profile }: RequestToPredict): Map<string, Predicted> {
    const known = this.#kept.get(profile ?? noProfile) ?? new Map<string, Predicted>();
    this.#kept.set(profile ?? noProfile, known);
    return known;
  }

  #forget(): void {
    this.#kept = new WeakMap();
    this.#cases = 0;
  }
}

/** All that is read of a request to predict it, besides the profile. */
function basisOf({ operation, body, meeting, occurrence }: RequestToPredict): string {
  const { sent, open, namesTemplate } = body;
  return JSON.stringify([operation, occurrence, sent, open, namesTemplate, personalFacts(body), meeting]);
}

function predicted({ operation, body, profile, meeting, occurrence }: RequestToPredict): Predicted {
  const personal = personalCases(operation, body, meeting, profile);
  const account = enforcementOfEither(
    profile,
    personal.map(({ use }) => use),
  );
  const sent: Sent = occurrence && operation === 'update' ? { ...body.sent, occurrence } : body.sent;
  const requests = possibleRequests(operation, { ...body, sent }, account, personal);
  return { account, prediction: predictEach(operation, requests, account, meeting) };
}

function withPasscode({ account, prediction }: Predicted, password: string): Predicted {
  const sends = ({ sent }: { readonly sent: Sent }) =>
    sent.password === placeholderPasscode ? { ...sent, password } : sent;
  const holds = <S extends Stored>(stored: S): S =>
    stored.password.value === placeholderPasscode
      ? { ...stored, password: { ...stored.password, value: password } }
      : stored;
  const requests = prediction.requests.map((each) => ({ ...each, sent: sends(each) }));
  const cases = prediction.cases.map((each) => ({
    ...each,
    sent: sends(each),
    clamped: holds(each.clamped),
    secured: holds(each.secured),
    stored: holds(each.stored),
    outcome: holds(each.outcome),
  }));
  return { account, prediction: { ...prediction, sent: sends(prediction), requests, cases } };
}
