import type { Case } from '../engine/predict.ts';
import { whereToRead } from '../explain/reasons.ts';
import { type FieldName, namesAny } from '../model/security.ts';
import { joined, type Text, text } from '../text.ts';
import { decide, type RequestContext, type RequestRule, sentence } from './rule.ts';
import { finding } from './support/overwritten.ts';
import { fixesToSecure } from './support/secureFixes.ts';

const code = 'unsecured-request';

const clauses = {
  waiting_room: text`nothing in this request secures the meeting, so Zoom will turn the Waiting Room on`,
  password: text`nothing in this request secures the meeting, so Zoom will generate a passcode`,
  meeting_authentication: text`nothing in this request secures the meeting, so Zoom will require authentication`,
} satisfies Partial<Record<FieldName, Text>>;

/**
 * Nothing in the request secures the meeting, and Zoom turns on an option that the request does not name. An option that
 * it does name is overwritten, which is that rule's finding.
 */
export const unsecuredRequest: RequestRule = {
  code,
  check(context) {
    if (!context.body.isComplete || !saysAnything(context)) return [];
    return (Object.keys(clauses) as (keyof typeof clauses)[]).flatMap((name) => findingFor(context, name));
  },
};

function findingFor(context: RequestContext, name: keyof typeof clauses) {
  const turnedOn = ({ outcome, intervention }: Case) =>
    intervention === 'turned-on' && outcome[name].effect === 'added' && outcome[name].source !== 'lock';
  const told = decide(context, 'warning', name, turnedOn);
  if (!told) return [];
  const message = sentence({ ...told, because: undefined }, clauses[name]);
  const where = name === 'password' ? [whereToRead(context.prediction.operation)] : [];
  const found = finding(code, context, name, told, clauses[name], fixesToSecure(context, name));
  return found.map((each) => ({ ...each, message: joined([message, ...where], ' ') }));
}

/**
 * An update that names no security option is about something else; whether its meeting was ever secured is not its matter.
 * Nor is it that of an update of one occurrence, which names none but the Waiting Room to any effect.
 */
function saysAnything({ prediction: { operation, sent }, meeting }: RequestContext): boolean {
  return operation === 'create' || meeting !== undefined || (namesAny(sent) && !sent.occurrence);
}
