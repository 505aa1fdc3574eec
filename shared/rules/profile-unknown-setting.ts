import { propertyAt } from '../json/lookup.ts';
import type { Profile } from '../model/profile.ts';
import { type Setting, settings } from '../model/security.ts';
import { listed, type Text, text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-unknown-setting';

const names: Readonly<Record<Setting, Text>> = {
  waitingRoom: text`the Waiting Room`,
  passcode: text`passcodes`,
  authentication: text`authentication`,
};

/** A setting that is left out is unknown. There is no fix: whatever it wrote, nobody has looked it up. */
export const profileUnknownSetting: ProfileRule = {
  code,
  check({ profile }) {
    const { root, errors } = profile.document;
    const unknown = settings.filter((each) => isLeftOut(profile, each)).map((each) => names[each]);
    if (errors.length > 0 || root?.type !== 'object' || unknown.length === 0) return [];
    const message = text`The profile says nothing of ${listed(unknown)}. Every possible lock is worked out, and what does not hold under all of them is not reported.`;
    const span = { start: root.span.start, end: root.span.start + 1 };
    return [{ code, severity: 'hint', message, span, fixes: [] }];
  },
};

/** A setting of the wrong type has its own finding. */
function isLeftOut({ document, settings: read }: Profile, setting: Setting): boolean {
  const value = propertyAt(document.root, [setting])?.value;
  return read[setting].locks.length === 3 && (!value || value.type === 'null' || value.type === 'object');
}
