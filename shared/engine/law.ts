/**
 * What Zoom stores for one request under known facts. The law behind the 23 + 23 rows:
 *
 * 1. Clamp. A setting that is enabled and locked forces its option on, one that is disabled and locked forces it off,
 *    one that is not locked takes what the request says. What a create does not mention is off, unless the account's value
 *    applies (below); what an update does not mention stays as the meeting has it.
 * 2. Secure. Where nothing is on after that, Zoom turns one option on: the Waiting Room, unless it is locked off; else
 *    a passcode (the meeting's own, or a generated one), unless that is locked off; else authentication.
 *    Update rows 23 and 2 first restore whatever the meeting had on. They do so, too, whenever the request tries to turn
 *    everything off, even where an option that it does not mention would have secured the meeting.
 * 3. Fill. A passcode that must exist and is not given stays as it was, or else is generated. Authentication that is on
 *    without a given option keeps the meeting's option, or else gets Zoom's default one.
 *
 * With the requirement off, step 2 and the special cases of single rows do not apply. An update of one occurrence leaves
 * passcode and authentication as they are, whatever it says about them.
 *
 * The tables of December 2020 ignore the account's own values. By Zoom's current API reference and its announcement of March
 * 2025 they count in step 1, for a create that gives no passcode and for settings without a lock. The Waiting Room: one
 * that does not give `waiting_room` either takes the account's value. The passcode: one is generated if the account has
 * passcodes on, unless `default_password` is false. That declines only this passcode: a lock and step 2 still generate one.
 * The tables do not know `default_password`: whether `true` generates a passcode under them is a fact like any other.
 */
import type { Held, Sent } from '../model/security.ts';
import type { Facts } from './facts.ts';
import { type Locks, lockPattern, scenarioOf } from './scenarios.ts';

type Source = 'request' | 'lock' | 'fallback' | 'generated' | 'default' | 'current' | 'none';

export interface Flag {
  readonly value: boolean;
  readonly source: Source;
}
export interface Holding extends Held {
  readonly source: Source;
}
/** What is stored in the four fields, before it is compared with what was sent. */
export interface Stored {
  readonly waiting_room: Flag;
  readonly meeting_authentication: Flag;
  readonly password: Holding;
  readonly authentication_option: Holding;
}

/** turned-on: step 2 turned an option on. restored: the meeting keeps all that it had on. */
export type Intervention = 'none' | 'turned-on' | 'restored';

/** How the law arrives at what is stored. */
export interface Steps {
  /** After step 1, and after step 2. They do not concern the authentication option, unless it is restored. */
  readonly clamped: Stored;
  readonly secured: Stored;
  readonly intervention: Intervention;
  readonly stored: Stored;
}

/** Total: every request under all facts has exactly one outcome. */
export function store(sent: Sent, facts: Facts): Steps {
  if (sent.occurrence) return storeOccurrence(sent, facts);
  const clamped = clamp(sent, facts);
  const intervention = interventionFor(sent, facts, clamped);
  const secured = secure(intervention, clamped, facts);
  const stored = intervention === 'restored' ? secured : fill(sent, facts, secured);
  return { clamped, secured, intervention, stored };
}

/** By Zoom's reference, an update of one occurrence can only change the Waiting Room; the meeting already has what locks force on it. */
function storeOccurrence(sent: Sent, facts: Facts): Steps {
  const { before, locks } = facts;
  const own: Holding = { ...before.password, set: true, source: 'current' };
  const authentication = clampFlag(undefined, locks.authentication, facts, before.meeting_authentication);
  const clamped: Stored = {
    waiting_room: clampWaitingRoom(sent, facts),
    password: locks.passcode === 'enabled-locked' ? own : clampPassword({}, facts),
    meeting_authentication: authentication,
    authentication_option: authentication.value ? current(before.authentication_option) : nothing,
  };
  const unsecured = facts.locks.waitingRoom === 'unlocked' && rowsApply(facts) && !anythingOn(clamped);
  const secured = unsecured ? turnOn(clamped, facts) : clamped;
  return { clamped, secured, intervention: unsecured ? 'turned-on' : 'none', stored: secured };
}

function clamp(sent: Sent, facts: Facts): Stored {
  return {
    waiting_room: clampWaitingRoom(sent, facts),
    password: clampPassword(sent, facts),
    meeting_authentication: clampAuthentication(sent, facts),
    authentication_option: nothing,
  };
}

function interventionFor(sent: Sent, facts: Facts, clamped: Stored): Intervention {
  if (!rowsApply(facts)) return 'none';
  const secured = anythingOn(clamped) && !triesToTurnAllOff(sent, facts);
  if (secured) return 'none';
  if (mayRestore(facts) && hadSomethingOn(facts)) return 'restored';
  return anythingOn(clamped) ? 'none' : 'turned-on';
}

function secure(intervention: Intervention, clamped: Stored, facts: Facts): Stored {
  if (intervention === 'none') return clamped;
  return intervention === 'restored' ? restore(facts) : turnOn(clamped, facts);
}

function fill(sent: Sent, facts: Facts, secured: Stored): Stored {
  return { ...secured, authentication_option: fillOption(sent, facts, secured.meeting_authentication) };
}

const nothing: Holding = { set: false, source: 'none' };

function clampWaitingRoom(sent: Sent, facts: Facts): Flag {
  if (takesFromTemplate(sent, facts)) return { value: sent.template === true, source: 'default' };
  const ofAccount = takesOverWaitingRoom(sent, facts) && facts.enabled.waitingRoom;
  const unsaid = facts.operation === 'create' ? ofAccount : facts.before.waiting_room;
  return clampFlag(sent.waiting_room, facts.locks.waitingRoom, facts, unsaid);
}

/** Zoom's announcement of March 2025: a create that gives neither a passcode nor `waiting_room` takes the account's value. */
export function takesOverWaitingRoom(sent: Sent, { operation, rules }: Facts): boolean {
  const says = sent.waiting_room !== undefined || sent.password || sent.template !== undefined;
  return operation === 'create' && rules === '2025-03-24' && !says;
}

/** A template brings its Waiting Room along, for creates and updates alike, if no lock and no value in the request decides. */
export function takesFromTemplate(sent: Sent, { locks }: Facts): boolean {
  return sent.template !== undefined && sent.waiting_room === undefined && locks.waitingRoom === 'unlocked';
}

function clampFlag(sent: boolean | undefined, lock: Locks[keyof Locks], facts: Facts, unsaid: boolean): Flag {
  if (lock === 'enabled-locked') return { value: true, source: 'lock' };
  if (lock === 'disabled-locked') return { value: false, source: 'lock' };
  if (sent !== undefined) return { value: sent, source: 'request' };
  return { value: unsaid, source: facts.operation === 'create' ? 'default' : 'current' };
}

function clampAuthentication(sent: Sent, facts: Facts): Flag {
  const before = facts.before.meeting_authentication;
  if (leavesAuthentication(sent, facts)) return { value: before, source: 'current' };
  return clampFlag(sent.meeting_authentication, facts.locks.authentication, facts, before);
}

function clampPassword(sent: Sent, facts: Facts): Holding {
  const lock = facts.locks.passcode;
  if (lock === 'disabled-locked') return { set: false, source: 'lock' };
  if (sent.password) return { set: true, value: sent.password, source: 'request' };
  if (removesPassword(sent, facts)) return { set: false, source: 'request' };
  if (generatesUnasked(sent, facts)) return { set: true, source: 'generated' };
  return lock === 'enabled-locked' ? ownOrGenerated(facts) : current(facts.before.password);
}

/** A create without a passcode gets one that neither a lock nor step 2 makes. */
export function generatesUnasked({ password, default_password }: Sent, facts: Facts): boolean {
  const { operation, rules, locks, enabled, heedsDefaultPassword } = facts;
  if (operation === 'update' || password || locks.passcode !== 'unlocked') return false;
  return rules === '2025-03-24'
    ? enabled.passcode && default_password !== false
    : default_password === true && heedsDefaultPassword;
}

/** Without `default_password: false`, Zoom would have generated a passcode. */
export function declinesPasscode(sent: Sent, facts: Facts): boolean {
  const { default_password, ...plain } = sent;
  return default_password === false && facts.rules === '2025-03-24' && generatesUnasked(plain, facts);
}

/** By the tables alone Zoom would turn the Waiting Room on, but the passcode that is generated anyway secures the meeting. */
export function sparesWaitingRoom(sent: Sent, facts: Facts, stored: Stored): boolean {
  const { waiting_room, meeting_authentication } = stored;
  const isOff = !waiting_room.value && waiting_room.source !== 'lock' && !meeting_authentication.value;
  return isOff && rowsApply(facts) && generatesUnasked(sent, facts);
}

/** An empty passcode removes the meeting's own only where no option is locked on (rows with such a lock ignore it). */
function removesPassword(sent: Sent, { operation, locks }: Facts): boolean {
  return operation === 'update' && sent.password === '' && !Object.values(locks).includes('enabled-locked');
}

/** Update rows 18 and 19 (EDU, DEU) change authentication only if both of its fields are given; `false` needs no option. */
export function leavesAuthentication(sent: Sent, facts: Facts): boolean {
  if (!rowsApply(facts) || facts.operation === 'create') return false;
  if (!['EDU', 'DEU'].includes(lockPattern(facts.locks))) return false;
  return sent.meeting_authentication === undefined || (sent.meeting_authentication && !sent.authentication_option);
}

function turnOn(stored: Stored, facts: Facts): Stored {
  const { locks } = facts;
  if (locks.waitingRoom !== 'disabled-locked') return { ...stored, waiting_room: { value: true, source: 'fallback' } };
  if (locks.passcode !== 'disabled-locked') return { ...stored, password: ownOrGenerated(facts) };
  return { ...stored, meeting_authentication: { value: true, source: 'fallback' } };
}

function fillOption(sent: Sent, facts: Facts, authentication: Flag): Holding {
  if (!authentication.value) return nothing;
  if (leavesAuthentication(sent, facts)) return current(facts.before.authentication_option);
  if (sent.authentication_option) return { set: true, value: sent.authentication_option, source: 'request' };
  if (facts.before.authentication_option.set) return current(facts.before.authentication_option);
  return { set: true, ...ifKnown(facts.defaultOption), source: 'default' };
}

/** The attempt that update rows 23 and 2 describe: all that is not locked off is turned off, and no passcode is given. */
function triesToTurnAllOff(sent: Sent, facts: Facts): boolean {
  if (!mayRestore(facts) || sent.meeting_authentication !== false || sent.password) return false;
  return facts.locks.waitingRoom === 'disabled-locked' || sent.waiting_room === false;
}

/** The same where the request does not name the passcode: Zoom's page does not say that this is such an attempt. */
export function seemsToTurnAllOff(sent: Sent, facts: Facts): boolean {
  return sent.password === undefined && triesToTurnAllOff(sent, facts);
}

/** Update rows 23 and 2. */
function mayRestore(facts: Facts): boolean {
  return rowsApply(facts) && facts.operation === 'update' && ['UUU', 'DUU'].includes(lockPattern(facts.locks));
}

function hadSomethingOn({ before, locks }: Facts): boolean {
  const waitingRoom = before.waiting_room && locks.waitingRoom !== 'disabled-locked';
  return waitingRoom || before.password.set || before.meeting_authentication;
}

function restore({ before, locks }: Facts): Stored {
  const lockedOff = locks.waitingRoom === 'disabled-locked';
  return {
    waiting_room: lockedOff ? { value: false, source: 'lock' } : { value: before.waiting_room, source: 'current' },
    password: current(before.password),
    meeting_authentication: { value: before.meeting_authentication, source: 'current' },
    authentication_option: before.meeting_authentication ? current(before.authentication_option) : nothing,
  };
}

function current(held: Held): Holding {
  return held.set ? { ...held, source: 'current' } : nothing;
}

function ownOrGenerated({ before }: Facts): Holding {
  return before.password.set ? { ...before.password, source: 'current' } : { set: true, source: 'generated' };
}

function ifKnown(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}

/** Zoom's rows presuppose the requirement; with all three options locked off there is no row. */
export function rowsApply(facts: Facts): boolean {
  return facts.required && scenarioOf(facts.operation, facts.locks) !== undefined;
}

function anythingOn(stored: Stored): boolean {
  return stored.waiting_room.value || stored.password.set || stored.meeting_authentication.value;
}
