import type { Setting } from '../model/security.ts';
import { type Text, text } from '../text.ts';

/** Zoom's settings endpoints: who answers what. The paths are those of Zoom's API reference. */

export type Level = 'account' | 'group' | 'user';
export type Kind = 'settings' | 'lock_settings';

/** The `option` of a call. It replaces the whole answer, so that each call has its own part of the settings. */
export type SettingsOption = 'meeting_security' | 'meeting_authentication' | 'without option';

/** Where a response says something: the answer to an option, or a second place within it. */
export type Place = SettingsOption | 'waiting_room_options' | 'more_options';

/** Settings that have a value and a lock. */
export type AccountFact = Setting | 'requireSecurityOption' | 'personalPasscode' | 'personalUse';

/** Settings that have only a value. */
export type Extra = 'requirement' | 'options';

export const facts: readonly AccountFact[] = [
  'requireSecurityOption',
  'waitingRoom',
  'passcode',
  'personalPasscode',
  'authentication',
  'personalUse',
];

/**
 * False for the passcode of personal meeting IDs, which most requests do not use: it is listed with what else is open, but
 * is not by itself a reason to make a call, or to ask how the account manages groups.
 */
export function isReasonToAsk(about: AccountFact | Extra): boolean {
  return about !== 'personalPasscode';
}

interface Endpoint {
  readonly words: Text;
  /** The option of the call that returns the value, and of the one that returns the lock; the same for all levels. */
  readonly settings: SettingsOption;
  readonly lock_settings: SettingsOption;
}

/** Only the call without an option returns the lock of authentication. */
export const sources: Readonly<Record<AccountFact, Endpoint>> = {
  requireSecurityOption: {
    words: text`the requirement of one security option`,
    settings: 'meeting_security',
    lock_settings: 'meeting_security',
  },
  waitingRoom: { words: text`the Waiting Room`, settings: 'meeting_security', lock_settings: 'meeting_security' },
  passcode: { words: text`the passcode`, settings: 'meeting_security', lock_settings: 'meeting_security' },
  personalPasscode: {
    words: text`the passcode of personal meeting IDs`,
    settings: 'meeting_security',
    lock_settings: 'meeting_security',
  },
  authentication: { words: text`authentication`, settings: 'meeting_authentication', lock_settings: 'without option' },
  personalUse: {
    words: text`the use of the personal meeting ID for scheduled meetings`,
    settings: 'without option',
    lock_settings: 'without option',
  },
};

const extras: Readonly<Record<Extra, { readonly words: Text; readonly settings: SettingsOption }>> = {
  requirement: { words: text`what a passcode must contain`, settings: 'meeting_security' },
  options: { words: text`the authentication options`, settings: 'meeting_authentication' },
};

export function isExtra(about: AccountFact | Extra): about is Extra {
  return about === 'requirement' || about === 'options';
}

export function wordsFor(about: AccountFact | Extra): Text {
  return (isExtra(about) ? extras[about] : sources[about]).words;
}

/** Where it is asked for. Extras have no lock. */
export function placeOf(kind: Kind, about: AccountFact | Extra): SettingsOption {
  return isExtra(about) ? extras[about].settings : sources[about][kind];
}

/** A call that would settle something that is still open. */
export interface Unresolved {
  readonly method: 'GET';
  readonly path: string;
  /** Null: the call is made without an option. */
  readonly option: string | null;
  /** Granular. An app with classic scopes needs the other one. */
  readonly scope: string;
  readonly classicScope: string;
  /** What it would settle: "whether authentication is locked", "the authentication options". */
  readonly shows: readonly Text[];
}

const paths: Readonly<Record<Level, string>> = {
  account: '/accounts/me',
  group: '/groups/{groupId}',
  user: '/users/{userId}',
};

const scopes: Readonly<Record<Level, Readonly<Record<Kind, string>>>> = {
  account: { settings: 'account:read:settings:admin', lock_settings: 'account:read:lock_settings:master' },
  group: { settings: 'group:read:settings:admin', lock_settings: 'group:read:lock_settings:admin' },
  // Users have no locks.
  user: { settings: 'user:read:settings:admin', lock_settings: '' },
};

export function unresolved(level: Level, kind: Kind, place: SettingsOption, shows: readonly Text[]): Unresolved {
  return {
    method: 'GET',
    path: `${paths[level]}/${kind}`,
    option: place === 'without option' ? null : place,
    scope: scopes[level][kind],
    classicScope: `${level}:read:admin`,
    shows,
  };
}

/** `whether authentication is locked: GET /accounts/me/lock_settings without option (scope …)` */
export function unresolvedText({ method, path, option, scope, classicScope, shows }: Unresolved): Text {
  const call = `${method} ${path}`;
  const whole = option === null ? text`${call} without option` : `${call}?option=${option}`;
  const all = shows.reduce((sofar, each) => text`${sofar}, and ${each}`);
  return text`${all}: ${whole} (scope ${scope}, classic ${classicScope})`;
}
