/** What a lock profile means for requests, in words. */

import type { Enforcement } from '../engine/enforcement.ts';
import { predict } from '../engine/predict.ts';
import { type AccountSetting, isRequired, type Profile } from '../model/profile.ts';
import type { Lock, RuleSet, Setting } from '../model/security.ts';
import { joined, type Text, text } from '../text.ts';

const meanings: Record<Setting, Record<Lock, Text>> = {
  waitingRoom: {
    'enabled-locked': text`Every meeting has its Waiting Room on: a request that turns it off is overwritten.`,
    'disabled-locked': text`No meeting has a Waiting Room: a request that turns it on is overwritten.`,
    unlocked: text`The request decides about the Waiting Room.`,
  },
  passcode: {
    'enabled-locked': text`Every meeting has a passcode: where a request gives none, Zoom generates one.`,
    'disabled-locked': text`No meeting has a passcode: one that a request gives is dropped.`,
    unlocked: text`The request decides about the passcode.`,
  },
  authentication: {
    'enabled-locked': text`Every meeting requires authentication: where a request names no option, Zoom takes its default one.`,
    'disabled-locked': text`No meeting requires authentication: a request that asks for it is overwritten.`,
    unlocked: text`The request decides about authentication.`,
  },
};

/** What the account's value does as well, by Zoom's current API reference and without a lock: if it is on, and if it is left out. */
const takenOver: Partial<Record<Setting, readonly [on: Text, leftOut: Text]>> = {
  waitingRoom: [
    text`A create request with neither waiting_room nor a passcode has the Waiting Room on.`,
    text`A create request with neither waiting_room nor a passcode gets the account's value, which is not in the profile.`,
  ],
  passcode: [
    text`Zoom generates one for a create request without one, unless default_password is false.`,
    text`A create request without one gets one if the account has passcodes on, which is not in the profile.`,
  ],
};

const leftOpen = text`The profile does not say whether this is locked. Only what is true for every possible lock is reported.`;

/** What a setting does to requests; where its lock is unknown, that it is. */
export function lockMeaning(setting: Setting, { settings, rules }: Profile): Text {
  return meaningOf(setting, settings[setting], rules);
}

/** The same for the passcode of personal meeting IDs. */
export function personalMeaning({ personalPasscode, rules }: Profile): Text {
  return joined(
    [
      text`This applies instead of passcode if a request has use_pmi on.`,
      meaningOf('passcode', personalPasscode, rules),
    ],
    ' ',
  );
}

function meaningOf(setting: Setting, { locks, enabled }: AccountSetting, rules: RuleSet | undefined): Text {
  const [only] = locks;
  if (!only || locks.length > 1) return leftOpen;
  const meaning = meanings[setting][only];
  const [on, leftOut] = takenOver[setting] ?? [];
  const more = enabled === undefined ? leftOut : enabled ? on : undefined;
  if (only !== 'unlocked' || rules === '2020-12-20' || !more) return meaning;
  return joined([meaning, rules ? more : text`Zoom's current API reference says: ${more}`], ' ');
}

/** What it does to requests that Zoom requires one security option. */
export function requirementMeaning(profile: Profile): Text {
  if (!isRequired(profile)) return text`A meeting needs no security option: Zoom turns none on.`;
  const meaning = text`Every meeting needs a security option: where locks and request leave none on, Zoom turns on the first of these that is not locked off: the Waiting Room, a passcode, authentication. In an update, Zoom may keep what the meeting has on instead.`;
  return profile.requirementEnabled === false
    ? joined([text`The account's plan does not allow turning this off, so it counts as on.`, meaning], ' ')
    : meaning;
}

/** Undefined: the profile does not name one. */
export function ruleSetText(rules: RuleSet | undefined): Text {
  if (!rules)
    return text`Rules used: both, Zoom's tables of December 2020 and its current API reference, because the profile names neither`;
  return rules === '2025-03-24'
    ? text`Rules used: Zoom's current API reference, with its tables of December 2020 (${'"rules"'})`
    : text`Rules used: Zoom's tables of December 2020 (${'"rules"'})`;
}

/** The rows of Zoom's tables that apply to the account, in a sentence. */
export function scenarioSentence(account: Enforcement): Text {
  const [create = null, update = null] = (['create', 'update'] as const).map(
    (operation) => predict(operation, {}, account).scenario,
  );
  if (create === null || update === null) {
    return account.required
      ? text`No single scenario of Zoom's applies: a lock is not in the profile, or the profile contradicts itself`
      : text`Zoom's scenarios do not apply: the account does not require a security option`;
  }
  return create === update
    ? text`Zoom's scenario ${create} applies to create and update requests`
    : text`Zoom's scenario ${create} applies to create requests, ${update} to update requests`;
}
