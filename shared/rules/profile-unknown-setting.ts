import { propertyAt } from '../json/lookup.ts';
import { isLeftOut, isUnsaid, type Profile, profileSpan } from '../model/profile.ts';
import { type Setting, settings } from '../model/security.ts';
import { listed, type Text, text } from '../text.ts';
import type { Observation, ProfileRule, RequestRule } from './rule.ts';

const names: Readonly<Record<Setting, Text>> = {
  waitingRoom: text`the Waiting Room`,
  passcode: text`passcodes`,
  authentication: text`authentication`,
};

/** What a create request may take over from the account, and what is unknown without it. */
const hidden: Readonly<Partial<Record<Setting, Text>>> = {
  waitingRoom: text`"enabled" is missing: under these rules it decides whether a create request with neither waiting_room nor a passcode has a Waiting Room.`,
  passcode: text`"enabled" is missing: under these rules it decides whether a create request without a passcode gets one.`,
};

/** A setting that is left out is unknown. There is no fix: it would write what was never looked up. */
export const profileUnknownSetting: ProfileRule = {
  code: 'profile-unknown-setting',
  severity: 'hint',
  summary: text`The lock profile leaves out settings that predictions depend on.`,
  check({ profile }) {
    const { root, errors } = profile.document;
    if (errors.length > 0 || root?.type !== 'object') return [];
    const unknown = settings.filter((each) => saysNothing(profile, each)).map((each) => names[each]);
    return [...(unknown.length > 0 ? [leftOut(root.span.start, unknown)] : []), ...valuesLeftOut(profile)];
  },
};

/**
 * The same for passcodes of personal meeting IDs, which count only for requests that use one: reported in such a request, since
 * a profile cannot know of it.
 */
export const personalSettingUnknown: RequestRule = {
  code: profileUnknownSetting.code,
  severity: profileUnknownSetting.severity,
  summary: profileUnknownSetting.summary,
  check({ profile, account, body }) {
    const value = propertyAt(body.root, ['settings', 'use_pmi'])?.value;
    if (!profile || !value || account.personal !== true || !isUnsaid(profile.personalPasscode)) return [];
    const message = text`The profile does not mention passcodes for personal meeting IDs (personalMeetingId). Only what is true for every possible lock is reported.`;
    return [{ message, span: value.span, fixes: () => [] }];
  },
};

function leftOut(start: number, unknown: readonly Text[]): Observation {
  const message = text`The profile does not mention ${listed(unknown)}. Only what is true for every possible lock is reported.`;
  return { message, span: { start, end: start + 1 }, fixes: () => [] };
}

/** A setting of the wrong type has its own finding. */
function saysNothing({ document, settings: read }: Profile, setting: Setting): boolean {
  const value = propertyAt(document.root, [setting])?.value;
  return isUnsaid(read[setting]) && (!value || value.type === 'null' || value.type === 'object');
}

/** The tables do not need the value of a setting that is not locked; the rules of March 2025 do. */
function valuesLeftOut(profile: Profile): readonly Observation[] {
  if (profile.rules !== '2025-03-24') return [];
  return settings.flatMap((each) => {
    const message = hidden[each];
    const unlocked = profile.settings[each].locks.every((lock) => lock === 'unlocked');
    if (!message || !unlocked || !isLeftOut(profile, each, 'enabled')) return [];
    return [{ message, span: profileSpan(profile, each), fixes: () => [] }];
  });
}
