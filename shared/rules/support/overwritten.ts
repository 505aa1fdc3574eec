/** What the four `-overwritten` rules and the four `-added` rules share. */
import { type Enforcement, profileKeyOf } from '../../engine/enforcement.ts';
import { generatesUnasked, seemsToTurnAllOff } from '../../engine/law.ts';
import { type Case, leavesOption, type Prediction, wasOn } from '../../engine/predict.ts';
import type { Fix, Span } from '../../finding.ts';
import { property, propertyAt } from '../../json/lookup.ts';
import { alwaysHasPasscodes } from '../../model/plan.ts';
import { bodySpan, fieldSpan } from '../../model/request.ts';
import { type FieldName, fieldFacts, fields, type Meeting, type RuleSet } from '../../model/security.ts';
import { joined, type Text, text } from '../../text.ts';
import { decide, type Observation, type RequestContext, sentence, type Verdict } from '../rule.ts';
import { writeAllStored } from './secureFixes.ts';

/** The field was sent and is stored differently. In a broken text only locks are sure: what is missing may be unread. */
export function decideOverwritten(context: RequestContext, name: FieldName): Verdict | undefined {
  const overwritten = ({ outcome }: Case) =>
    outcome[name].effect === 'overwritten' && (context.body.isComplete || outcome[name].source === 'lock');
  return decide(context, name, overwritten);
}

/**
 * The field was not sent and Zoom turns it on or fills it in, for whatever reason: unless the reason is always that nothing
 * secures the meeting, which `unsecured-request` reports.
 */
export function decideAdded(context: RequestContext, name: FieldName): Verdict | undefined {
  if (!context.body.isComplete || isAboutSomethingElse(context)) return undefined;
  const added = (each: Case) =>
    each.outcome[name].effect === 'added' && !wasOn(name, each) && !leavesOption(name, each);
  const { cases } = context.prediction;
  const others = cases.filter((each) => added(each) && !isUnsecured(name, each));
  if (others.length === 0) return undefined;
  if (cases.every(added)) return decide(context, name, added);
  const meetings = new Map<Meeting, Set<RuleSet>>();
  for (const { facts } of others)
    meetings.set(facts.before, (meetings.get(facts.before) ?? new Set()).add(facts.rules));
  return decide(
    context,
    name,
    (each) => added(each) && Boolean(meetings.get(each.facts.before)?.has(each.facts.rules)),
  );
}

/** An update that does not name security at all: what may happen to an unknown meeting does not concern it. */
function isAboutSomethingElse({ body, prediction: { operation }, meeting }: RequestContext): boolean {
  if (operation === 'create' || meeting) return false;
  const isNamed = (name: string) => [body.root, body.settings].some((node) => property(node, name));
  return !fields.some(({ name }) => body.fields[name].state !== 'absent') && !aboutSecurity.some(isNamed);
}

/** What makes an update one about security, wherever it is: the four fields, and what depends on them. */
const aboutSecurity: readonly string[] = [
  ...fields.map(({ name }) => name),
  'authentication_domains',
  'authentication_exception',
  'enforce_login',
  'enforce_login_domains',
  'jbh_time',
  'join_before_host',
  'use_pmi',
  'waiting_room_options',
];

/**
 * Where nothing secures the meeting, `unsecured-request` reports what Zoom adds, the authentication option included,
 * unless the request names `meeting_authentication`: then that is overwritten.
 */
function isUnsecured(name: FieldName, { outcome, intervention }: Case): boolean {
  const named = name === 'authentication_option' && outcome.meeting_authentication.effect === 'overwritten';
  return intervention === 'turned-on' && !named;
}

/** The field's value where there is one, else the place for the whole body. */
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
  const doubt = doubtAbout(context, name);
  return {
    message: joined([sentence(verdict, clause), ...(doubt?.wayOut ?? [])], ' '),
    span: placeOf(context, name),
    fixes: () => {
      const possible = onePreferred(fixes());
      return possible.length > 0 ? possible : onePreferred([writeWithOthers(context, name)]);
    },
    change: { field: name, certain: verdict.certain },
    ...(doubt ? { doubtful: true } : {}),
    ...(cause ? { cause } : {}),
  };
}

/**
 * Whether the change rests on Zoom's taking an update that does not name the passcode for an attempt to turn everything off,
 * and what avoids it.
 */
function doubtAbout({ prediction }: RequestContext, name: FieldName): { readonly wayOut: readonly Text[] } | undefined {
  const attempts = prediction.cases.filter(
    ({ sent, facts, intervention }) => intervention !== 'none' && seemsToTurnAllOff(sent, facts),
  );
  const effects = attempts.map(({ outcome }) => outcome[name].effect);
  if (!effects.includes('overwritten')) return effects.includes('added') ? { wayOut: [] } : undefined;
  return attempts.every(({ facts }) => facts.before.password.set)
    ? { wayOut: [text`Send the passcode again to avoid this.`] }
    : { wayOut: [text`Send a passcode to avoid this.`] };
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
  const said = profileKeyOf(setting, account);
  const byPlan = said === 'passcode' && profile && alwaysHasPasscodes(profile.account);
  const own = byPlan ? 'account' : said;
  const decisive = prediction.cases.some(({ facts }) => facts.locks[setting] !== 'unlocked');
  const takenOver = prediction.cases.some((each) => takesOver(name, each));
  const stepsIn = prediction.cases.some(({ intervention, outcome }) => intervention !== 'none' && isOn(outcome[name]));
  const byDefault = name === 'authentication_option' && takesDefaultOfProfile(account, prediction);
  const byItself = decisive || takenOver || byDefault;
  const key = byItself ? own : stepsIn ? 'requireSecurityOption' : undefined;
  return key && propertyAt(profile?.document.root, [key]) ? key : undefined;
}

/** The option that the profile marks as default; Zoom takes one of its own where the profile lists none. */
function takesDefaultOfProfile({ defaultOption }: Enforcement, { cases }: Prediction): boolean {
  const takesDefault = cases.some(({ outcome }) => outcome.authentication_option.source === 'default');
  return takesDefault && defaultOption !== undefined;
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
