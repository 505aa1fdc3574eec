/** What a lock profile means for requests, in words. */
import type { Lock, Setting } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import type { Enforcement } from './enforcement.ts';
import { predict } from './predict.ts';

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

/** What a setting does to requests; where its lock is open, that it is. */
export function lockMeaning(setting: Setting, locks: readonly Lock[]): Text {
  const [only] = locks;
  if (only && locks.length === 1) return meanings[setting][only];
  return text`The profile does not settle this: every possibility is worked out, and what differs is not reported.`;
}

/** Zoom's rows for the account, in a sentence. */
export function scenarioSentence(account: Enforcement): Text {
  const [create = null, update = null] = (['create', 'update'] as const).map(
    (operation) => predict(operation, {}, account).scenario,
  );
  if (create === null || update === null) {
    return account.required
      ? text`No single scenario of Zoom's applies: the profile leaves a lock open, or contradicts itself`
      : text`Zoom's scenarios do not apply: the account does not require a security option`;
  }
  return create === update
    ? text`Zoom's scenario ${create} applies to create and update requests`
    : text`Zoom's scenario ${create} applies to create requests, ${update} to update requests`;
}
