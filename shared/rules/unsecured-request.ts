import type { Case } from '../engine/predict.ts';
import { whereToRead } from '../explain/reasons.ts';
import { type FieldName, namesAny } from '../model/security.ts';
import { joined, type Text, text } from '../text.ts';
import { decide, type Observation, type RequestContext, type RequestRule } from './rule.ts';
import { decideAdded, observation } from './support/overwritten.ts';
import { fixesToSecure } from './support/secureFixes.ts';

const reason = text`nothing in this request secures the meeting`;

const clauses = {
  waiting_room: text`Zoom will turn the Waiting Room on`,
  password: text`Zoom will generate a passcode`,
  meeting_authentication: text`Zoom will require authentication`,
} satisfies Partial<Record<FieldName, Text>>;

/**
 * Nothing in the request secures the meeting, and Zoom turns on an option that the request does not name. An option that
 * it does name is overwritten, which another rule reports.
 */
export const unsecuredRequest: RequestRule = {
  code: 'unsecured-request',
  severity: 'warning',
  summary: text`Nothing in the request secures the meeting, so Zoom turns on an option.`,
  check(context) {
    if (!context.body.isComplete || !saysAnything(context)) return [];
    return (Object.keys(clauses) as (keyof typeof clauses)[]).flatMap((name) => observe(context, name));
  },
};

function observe(context: RequestContext, name: keyof typeof clauses): readonly Observation[] {
  const turnedOn = ({ outcome, intervention }: Case) =>
    intervention === 'turned-on' && outcome[name].effect === 'added' && outcome[name].source !== 'lock';
  const verdict = decide(context, name, turnedOn);
  if (!verdict || isCertainlyAdded(context, name)) return [];
  const where = name === 'password' ? [whereToRead(context.prediction.operation)] : [];
  const explained = { ...verdict, because: reason };
  const found = observation(context, name, explained, clauses[name], () => fixesToSecure(context, name));
  return [{ ...found, message: joined([found.message, ...where], ' '), awaitsPause: true }];
}

/** Zoom adds it in any case, though only in some for this reason: another rule says so. */
function isCertainlyAdded(context: RequestContext, name: FieldName): boolean {
  return decideAdded(context, name)?.certain === true;
}

/**
 * An update that names no security option is about something else, and so is an update of one occurrence, where only the
 * Waiting Room has an effect: whether the meeting was ever secured does not concern them.
 */
function saysAnything({ prediction: { operation, sent }, meeting }: RequestContext): boolean {
  return operation === 'create' || meeting !== undefined || (namesAny(sent) && !sent.occurrence);
}
