/** The fixes that several rules offer: three ways to secure a meeting, and to write what Zoom will store. */
import { type Case, isOpen, type Prediction, predictEach } from '../../engine/predict.ts';
import { type PossibleRequest, placeholderPasscode, sending } from '../../engine/requests.ts';
import type { Change, Fix } from '../../finding.ts';
import { type FieldName, fieldFacts, fields, isFlag, reaches, type Sent } from '../../model/security.ts';
import { type Text, text } from '../../text.ts';
import type { RequestContext } from '../rule.ts';
import { losesEffect } from './dependents.ts';

const makePasscode: Change = { op: 'generate-passcode', path: ['password'] };

/** Each way that the locks allow; empty where they allow none. The one for `preferred` comes first, if it is among them. */
export function fixesToSecure(context: RequestContext, preferred: FieldName): readonly Fix[] {
  const ways = [
    { name: 'password' as const, fix: addPasscode(context) },
    { name: 'waiting_room' as const, fix: turnOnWaitingRoom(context) },
    { name: 'meeting_authentication' as const, fix: requireAuthentication(context) },
  ].flatMap(({ name, fix }) => (fix ? [{ name, fix }] : []));
  const first = ways.find(({ name }) => name === preferred) ?? ways[0];
  const ordered = [...ways.filter((way) => way === first), ...ways.filter((way) => way !== first)];
  return ordered.map(({ fix }, index) => ({ ...fix, preferred: index === 0 }));
}

/** A passcode keeps Zoom from taking over the account's Waiting Room: where it may do so now, the fix turns that on, too. */
export function addPasscode(context: RequestContext): Fix | undefined {
  const takenOver = ({ outcome, sent }: Case) =>
    outcome.waiting_room.value && outcome.waiting_room.source === 'default' && sent.template === undefined;
  const { cases } = context.prediction;
  const keepsRoom = cases.some(takenOver);
  if (keepsRoom && !cases.every(({ outcome }) => outcome.waiting_room.value)) return undefined;
  const takesEffect = ({ outcome }: Case) =>
    outcome.password.effect === 'kept' && (!keepsRoom || outcome.waiting_room.value);
  const more = { password: placeholderPasscode, ...(keepsRoom ? { waiting_room: true } : {}) };
  const title = keepsRoom ? text`Add a passcode and keep the Waiting Room on` : text`Add a passcode`;
  return fixBySending(context, more, takesEffect, title, text`Add a passcode: no Waiting Room`);
}

export const replacePasscode: Fix = {
  title: text`Replace it with a passcode that works`,
  changes: [makePasscode],
  preferred: true,
};

export function turnOnWaitingRoom(context: RequestContext): Fix | undefined {
  const takesEffect = ({ outcome }: Case) => outcome.waiting_room.value;
  return fixBySending(context, { waiting_room: true }, takesEffect, text`Turn on the Waiting Room`);
}

export function requireAuthentication(context: RequestContext): Fix | undefined {
  const takesEffect = ({ outcome }: Case) => outcome.meeting_authentication.value;
  return fixBySending(
    context,
    authentication(context),
    takesEffect,
    text`Require authentication`,
    text`Require authentication: no Waiting Room`,
  );
}

/** Authentication with the option that was sent, else with the default one, where it is known. One filled in later stays. */
export function authentication(context: RequestContext): Sent {
  if (isOpen(context.prediction, 'authentication_option')) return { meeting_authentication: true };
  const option = knownOption(context) ?? context.account.defaultOption;
  return { meeting_authentication: true, ...(option ? { authentication_option: option } : {}) };
}

/**
 * Sends this, too, or instead of what is sent. Undefined where that has no effect, leaves something else without effect, or
 * would replace what is filled in later. `withoutRoom`: the title where it keeps Zoom from turning the Waiting Room on.
 */
export function fixBySending(
  context: RequestContext,
  more: Sent,
  takesEffect: (each: Case) => boolean,
  title: Text,
  withoutRoom = title,
): Fix | undefined {
  const { prediction, account, meeting } = context;
  if (fields.some(({ name }) => name in more && isOpen(prediction, name))) return undefined;
  const then = predictEach(prediction.operation, sending(prediction.requests, more), account, meeting);
  if (!then.cases.every(takesEffect) || losesEffect(context, then)) return undefined;
  const keepsOut = mayHaveRoom(prediction) && !mayHaveRoom(then);
  return { title: keepsOut ? withoutRoom : title, changes: writing(more) };
}

function mayHaveRoom({ cases }: Prediction): boolean {
  return cases.some(({ outcome }) => outcome.waiting_room.value);
}

function writing(more: Sent): readonly Change[] {
  return fields.flatMap(({ name }) => {
    const value = more[name];
    if (value === undefined || value === null) return [];
    return value === placeholderPasscode ? [makePasscode] : [set(name, value)];
  });
}

/** The option that was sent, unless the profile lists others. */
function knownOption({ prediction, profile }: RequestContext): string | undefined {
  const sent = prediction.sent.authentication_option;
  const listed = profile?.options ?? [];
  return sent && (listed.length === 0 || listed.some(({ id }) => id === sent)) ? sent : undefined;
}

/**
 * Writes the named fields as Zoom will store them. Undefined where that is not certain, cannot be written (a passcode
 * that Zoom generates) or would make Zoom store something else than it does now.
 */
export function writeStored(context: RequestContext, names: readonly FieldName[], title: Text): Fix | undefined {
  const changes = names.map((name) => storedChange(context, name));
  if (changes.length === 0 || changes.includes(undefined)) return undefined;
  const certain = changes.filter((each) => each !== undefined);
  const requests = context.prediction.requests.map((each) => ({ ...each, sent: after(each.sent, certain) }));
  return storesTheSame(context, requests) ? { title, changes: certain } : undefined;
}

/**
 * All fields that Zoom changes or adds, as far as their stored values are certain: the fix for the whole file. Those in
 * `leftAlone` stay as they are, and so does the option of authentication where that is one of them; so does what is filled
 * in later.
 */
export function writeAllStored(context: RequestContext, leftAlone: readonly string[] = []): Fix | undefined {
  if (!context.body.isComplete) return undefined;
  const owners: Partial<Record<FieldName, FieldName>> = { authentication_option: 'meeting_authentication' };
  const names = fields
    .map(({ name }) => name)
    .filter((name) => !leftAlone.includes(name) && !leftAlone.includes(owners[name] ?? name))
    .filter((name) =>
      context.prediction.cases.every(({ outcome }) => ['overwritten', 'added'].includes(outcome[name].effect)),
    )
    .filter((name) => storedChange(context, name));
  return writeStored(context, names, text`Write what Zoom will store`);
}

function storedChange({ prediction }: RequestContext, name: FieldName): Change | undefined {
  const { path } = fieldFacts(name);
  if (isOpen(prediction, name)) return undefined;
  if (!reaches(prediction.sent, name)) return prediction.sent[name] === undefined ? undefined : { op: 'remove', path };
  const values = new Set(prediction.cases.map(({ outcome }) => writable(name, outcome)));
  const [value] = values;
  if (values.size !== 1 || value === undefined) return undefined;
  return value === 'nothing' ? { op: 'remove', path } : set(name, value);
}

/** What can be written in the field's place; undefined where the value is unknown. */
function writable(name: FieldName, outcome: Case['outcome']): boolean | string | undefined {
  if (isFlag(name)) return outcome[name].value;
  const { set, source, value } = outcome[name];
  if (!set || (name === 'password' && source === 'current')) return 'nothing';
  return name === 'password' ? undefined : value;
}

function after(sent: Sent, changes: readonly Change[]): Sent {
  const fieldOf = (change: Change) => ('path' in change ? change.path.at(-1) : undefined);
  const touched = changes.map(fieldOf);
  const kept = Object.entries(sent).filter(([name]) => !touched.includes(name));
  const written = changes.flatMap((each) => (each.op === 'set' ? [[fieldOf(each), each.value]] : []));
  return Object.fromEntries([...kept, ...written]);
}

function storesTheSame(
  { prediction, account, meeting }: RequestContext,
  requests: readonly PossibleRequest[],
): boolean {
  const then = predictEach(prediction.operation, requests, account, meeting);
  return prediction.cases.every(({ outcome }, at) => {
    const other = then.cases[at]?.outcome;
    return other && fields.every(({ name }) => isAlike(outcome[name], other[name]));
  });
}

function isAlike(a: Case['outcome'][FieldName], b: Case['outcome'][FieldName]): boolean {
  return a.value === b.value && ('set' in a && a.set) === ('set' in b && b.set);
}

export function set(name: FieldName, value: string | boolean): Change {
  return { op: 'set', path: fieldFacts(name).path, value };
}
