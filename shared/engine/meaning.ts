/** What a lock profile means for requests, in words. */
import type { Lock, Setting } from '../model/security.ts';
import type { Enforcement } from './enforcement.ts';
import { predict } from './predict.ts';

const meanings: Record<Setting, Record<Lock, string>> = {
  waitingRoom: {
    'enabled-locked': 'Every meeting has its Waiting Room on: a request that turns it off is overwritten.',
    'disabled-locked': 'No meeting has a Waiting Room: a request that turns it on is overwritten.',
    unlocked: 'The request decides about the Waiting Room.',
  },
  passcode: {
    'enabled-locked': 'Every meeting has a passcode: where a request gives none, Zoom generates one.',
    'disabled-locked': 'No meeting has a passcode: one that a request gives is dropped.',
    unlocked: 'The request decides about the passcode.',
  },
  authentication: {
    'enabled-locked':
      'Every meeting requires authentication: where a request names no option, Zoom takes its default one.',
    'disabled-locked': 'No meeting requires authentication: a request that asks for it is overwritten.',
    unlocked: 'The request decides about authentication.',
  },
};

/** What a setting does to requests; where its lock is open, that it is. */
export function lockMeaning(setting: Setting, locks: readonly Lock[]): string {
  const [only] = locks;
  if (only && locks.length === 1) return meanings[setting][only];
  return 'The profile does not settle this: every possibility is worked out, and what differs is not reported.';
}

/** Zoom's rows for the account, in a sentence. */
export function scenarioSentence(account: Enforcement): string {
  const [create, update] = (['create', 'update'] as const).map((operation) => predict(operation, {}, account).scenario);
  if (create === null || update === null) {
    return account.required
      ? "No single scenario of Zoom's applies: the profile leaves a lock open, or contradicts itself"
      : "Zoom's scenarios do not apply: the account does not require a security option";
  }
  return create === update
    ? `Zoom's scenario ${create} applies to create and update requests`
    : `Zoom's scenario ${create} applies to create requests, ${update} to update requests`;
}
