import { maxPasscodeLength } from '../model/passcode.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { listed, text } from '../text.ts';
import type { Observation, ProfileRule } from './rule.ts';

const place = ['passcode', 'requirement'];

const beyondDigits = [
  { key: 'have_letter', words: text`a letter` },
  { key: 'have_special_character', words: text`a special character` },
  { key: 'have_upper_and_lower_characters', words: text`upper and lower case letters` },
] as const;

/** Rules that no passcode can satisfy: every passcode in a request would be an error. */
export const profilePasscodeRequirement: ProfileRule = {
  code: 'profile-passcode-requirement',
  severity: 'error',
  summary: text`No passcode can satisfy the profile's rules for passcodes.`,
  check: ({ profile }) => [...tooLong(profile), ...digitsAndMore(profile)],
};

function tooLong(profile: Profile): readonly Observation[] {
  const { length = 0 } = profile.passcodeRequirement;
  if (length <= maxPasscodeLength) return [];
  const path = [...place, 'length'];
  const changes = [{ op: 'set' as const, path, value: maxPasscodeLength }];
  const fixes = () => [{ title: text`Write ${maxPasscodeLength}`, changes, preferred: true }];
  const message = text`length asks for at least ${length} characters, and a passcode has at most ${maxPasscodeLength}: no passcode can satisfy that.`;
  return [{ message, span: profileSpan(profile, ...path), fixes }];
}

/** No fix is preferred: which of the two the account has, only the account knows. */
function digitsAndMore(profile: Profile): readonly Observation[] {
  const requirement = profile.passcodeRequirement;
  const more = beyondDigits.filter(({ key }) => requirement[key]);
  if (!requirement.only_allow_numeric || more.length === 0) return [];
  const keys = listed(more.map(({ key }) => key));
  const wanted = listed(more.map(({ words }) => words));
  const message =
    more.length > 1
      ? text`only_allow_numeric allows digits only, and ${keys} ask for ${wanted}: no passcode can satisfy both.`
      : text`only_allow_numeric allows digits only, and ${keys} asks for ${wanted}: no passcode can satisfy both.`;
  const fixes = () =>
    [['only_allow_numeric'], more.map(({ key }) => key)].map((surplus) => ({
      title: text`Remove ${listed(surplus)}`,
      changes: surplus.map((key) => ({ op: 'remove' as const, path: [...place, key] })),
    }));
  return [{ message, span: profileSpan(profile, ...place, 'only_allow_numeric'), fixes }];
}
