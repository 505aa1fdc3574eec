/** What the four `-overwritten` rules and the four `-added` rules share. */
import { profileKeyOf } from '../../engine/enforcement.ts';
import { generatesUnasked } from '../../engine/law.ts';
import { type Case, leavesOption } from '../../engine/predict.ts';
import type { Fix, Span } from '../../finding.ts';
import { propertyAt } from '../../json/lookup.ts';
import { bodySpan, fieldSpan } from '../../model/request.ts';
import { type FieldName, fieldFacts } from '../../model/security.ts';
import type { Text } from '../../text.ts';
import { decide, type Observation, type RequestContext, sentence, type Verdict } from '../rule.ts';
import { writeAllStored } from './secureFixes.ts';

/** The field was sent and is stored differently. In a broken text only locks are sure: what is missing may be unread. */
export function decideOverwritten(context: RequestContext, name: FieldName): Verdict | undefined {
  const overwritten = ({ outcome }: Case) =>
    outcome[name].effect === 'overwritten' && (context.body.isComplete || outcome[name].source === 'lock');
  return decide(context, name, overwritten);
}

/** The field was not sent and Zoom turns it on or fills it in, and not because nothing secures the meeting. */
export function decideAdded(context: RequestContext, name: FieldName): Verdict | undefined {
  if (!context.body.isComplete) return undefined;
  const anyway = isAddedAnyway(context, name);
  const added = (each: Case) =>
    adds(name, each) && (anyway || !isUnsecured(name, each)) && !wasOn(name, each) && !leavesOption(name, each);
  return decide(context, name, added);
}

/** The field is added in every case, but not always because nothing secures the meeting: that it is added is certain, not why. */
export function isAddedAnyway({ prediction: { cases } }: RequestContext, name: FieldName): boolean {
  return cases.every((each) => adds(name, each)) && !cases.every((each) => isUnsecured(name, each));
}

function adds(name: FieldName, { outcome }: Case): boolean {
  return outcome[name].effect === 'added';
}

/**
 * Where nothing secures the meeting, `unsecured-request` reports what Zoom adds, the authentication option included,
 * unless the request names `meeting_authentication`: then that is overwritten.
 */
function isUnsecured(name: FieldName, { outcome, intervention }: Case): boolean {
  const named = name === 'authentication_option' && outcome.meeting_authentication.effect === 'overwritten';
  return intervention === 'turned-on' && !named;
}

/** A lock that turns on what is on in the meeting already adds nothing. */
function wasOn(name: FieldName, { facts }: Case): boolean {
  return facts.before[name] === true;
}

/** The field's value where there is one, else the place that stands for the whole body. */
export function placeOf({ body }: RequestContext, name: FieldName): Span {
  return body.fields[name].state === 'absent' ? bodySpan(body) : fieldSpan(body.fields[name]);
}

/** Where none of the fixes can be made (undefined), writing all that Zoom will store is offered if it fixes this, too. */
export function observation(
  context: RequestContext,
  name: FieldName,
  verdict: Verdict,
  clause: Text,
  fixes: () => readonly (Fix | undefined)[],
): Observation {
  const cause = causeOf(context, name, verdict);
  return {
    message: sentence(verdict, clause),
    span: placeOf(context, name),
    fixes: () => {
      const possible = onePreferred(fixes());
      return possible.length > 0 ? possible : onePreferred([writeWithOthers(context, name)]);
    },
    change: { field: name, certain: verdict.certain },
    ...(cause ? { cause } : {}),
  };
}

/**
 * The key of the profile that decides the field, where the profile has that key: its lock, the account's value, or the
 * requirement that makes Zoom step in. Undefined where it is not the same in every case, or the request decides.
 */
export function causeOf(
  { profile, account, prediction }: RequestContext,
  name: FieldName,
  { certain, contested, because }: Verdict,
): string | undefined {
  if (contested || (certain && !because)) return undefined;
  const { setting } = fieldFacts(name);
  const own = profileKeyOf(setting, account);
  const decisive = prediction.cases.some(({ facts }) => facts.locks[setting] !== 'unlocked');
  const takenOver = prediction.cases.some((each) => takesOver(name, each));
  const stepsIn = prediction.cases.some(({ intervention, outcome }) => intervention !== 'none' && isOn(outcome[name]));
  const byItself = decisive || takenOver || name === 'authentication_option';
  const key = byItself ? own : stepsIn ? 'requireSecurityOption' : undefined;
  return key && propertyAt(profile?.document.root, [key]) ? key : undefined;
}

/** The account's value decides the field, as Zoom has it since March 2025. */
function takesOver(name: FieldName, { sent, facts, outcome }: Case): boolean {
  if (facts.rules !== '2025-03-24') return false;
  return name === 'password'
    ? generatesUnasked(sent, facts)
    : name === 'waiting_room' && outcome.waiting_room.value && outcome.waiting_room.source === 'default';
}

function isOn(field: Case['outcome'][FieldName]): boolean {
  return 'set' in field ? field.set : field.value;
}

/** Fields that depend on each other can only be written together. */
function writeWithOthers(context: RequestContext, name: FieldName): Fix | undefined {
  const all = writeAllStored(context);
  const path = fieldFacts(name).path.join();
  return all?.changes.some((change) => 'path' in change && change.path.join() === path) ? all : undefined;
}

/** Those that can be made. The first that claims it is preferred; where none does, the first. */
export function onePreferred(fixes: readonly (Fix | undefined)[]): readonly Fix[] {
  const possible = fixes.filter((fix) => fix !== undefined);
  const chosen = possible.find(({ preferred }) => preferred) ?? possible[0];
  return possible.map((fix) => ({ ...fix, preferred: fix === chosen }));
}
