import { enforcementOf, hostMayUsePersonalId, type Profile, reportProfile, say, settings } from '../../shared/index.ts';

/** What a lock profile has to say before there is one outcome for each request. Empty where it says all. */
export function missingFrom(profile: Profile): readonly string[] {
  const { rules, locks, enabled, defaultOption } = enforcementOf(profile);
  const isUnlocked = (each: keyof typeof enabled) => locks[each].includes('unlocked');
  const usesValues = rules.includes('2025-03-24');
  const open = settings.filter((each) => locks[each].length > 1);
  const valueless = (['waitingRoom', 'passcode'] as const).filter(
    (each) => usesValues && !open.includes(each) && isUnlocked(each) && enabled[each].length > 1,
  );
  const mayAuthenticate = locks.authentication.some((lock) => lock !== 'disabled-locked');
  return [
    ...(rules.length > 1 ? ['"rules": which of Zoom\'s rules apply ("2025-03-24" is today\'s)'] : []),
    ...open.map((each) => `"${each}": "enabled" and "locked"`),
    ...valueless.map((each) => `"${each}": "enabled"`),
    ...(mayAuthenticate && defaultOption === undefined
      ? ['"authentication": "options", one of them with "default": true']
      : []),
    ...(hostMayUsePersonalId(profile) ? ['"personalMeetingId": "useForScheduled"'] : []),
  ];
}

/** The errors of the profile, in words: what it says cannot be. */
export function errorsIn(profile: Profile): readonly string[] {
  return reportProfile(profile, {})
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => say(message));
}
