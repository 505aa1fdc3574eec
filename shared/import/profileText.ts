import { commentLines, membersOf, objectText, onOneLine } from '../json/objectText.ts';
import type { RuleSet } from '../model/security.ts';
import { joined, type Text, text } from '../text.ts';
import type { Kept } from './carriedOver.ts';
import { type AccountFact, unresolvedText } from './endpoints.ts';
import type { Resolution, Resolved } from './resolve.ts';

/** The rules of an imported profile, unless the profile that it replaces names others. */
const today: RuleSet = '2025-03-24';

/** The profile as a file, in the order of docs/profile.md. The only strings from responses are ids and names of options. */
export function profileText(resolved: Resolved, capturedAt: string, kept: Kept = {}): Text {
  const { entries, requirement, options } = resolved;
  const setting = (
    key: Exclude<AccountFact, 'personalPasscode' | 'personalUse'>,
    more: Readonly<Record<string, unknown>> = {},
  ) => member(key, { ...entries[key], ...more });
  const asItWas = (key: keyof Kept) => (kept[key] === undefined ? [] : [`  "${key}": ${kept[key]}`]);
  const members = [
    `  "rules": ${kept.rules ?? JSON.stringify(today)}`,
    ...asItWas('account'),
    ...setting('requireSecurityOption'),
    ...setting('waitingRoom'),
    ...setting('passcode', requirement ? { requirement } : {}),
    ...personal(entries, kept),
    ...setting('authentication', options ? { options: options.map(withoutFalse) } : {}),
    ...asItWas('requests'),
    ...asItWas('ignore'),
    `  "capturedAt": ${JSON.stringify(capturedAt)}`,
  ];
  return objectText(header(resolved), members);
}

function header({ unresolved, modelMatters }: Resolved): readonly Text[] {
  const open = [
    ...unresolved.map(unresolvedText),
    ...modelMatters.map((words) => text`the result for ${words} depends on how the account manages groups`),
  ];
  return commentLines([
    text`Imported from responses of Zoom's settings endpoints. What they do not settle is left out: it is unknown.`,
    ...(open.length > 0 ? ['', text`Not known:`, ...open.map((line) => joined(['  ', line], ''))] : []),
  ]);
}

function personal(
  { personalPasscode, personalUse }: Resolved['entries'],
  { personalMeetingId }: Kept,
): readonly string[] {
  const members = [
    ...(personalUse.enabled === undefined ? [] : [`"useForScheduled": ${personalUse.enabled}`]),
    ...(Object.keys(personalPasscode).length > 0 ? [`"passcode": ${onOneLine(personalPasscode)}`] : []),
  ];
  if (members.length > 0) return [`  "personalMeetingId": { ${members.join(', ')} }`];
  return personalMeetingId === undefined ? [] : [`  "personalMeetingId": ${personalMeetingId}`];
}

/** Empty where nothing is known. */
function member(key: string, value: Resolution & Readonly<Record<string, unknown>>): readonly string[] {
  if (Object.keys(value).length === 0) return [];
  const nested = Object.values(value).some((each) => typeof each === 'object');
  return [`  "${key}": ${nested ? block(value) : onOneLine(value)}`];
}

/** One line per key; lists, and values that are too long for a line, are broken up. */
function block(value: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(value).map(([key, each]) => {
    const items = Array.isArray(each) ? each.map(onOneLine) : membersOf(each);
    const line = `    "${key}": ${onOneLine(each)}`;
    if (!Array.isArray(each) && line.length < 100) return line;
    const [open, close] = Array.isArray(each) ? '[]' : '{}';
    return `    "${key}": ${open}\n${items.map((item) => `      ${item}`).join(',\n')}\n    ${close}`;
  });
  return `{\n${lines.join(',\n')}\n  }`;
}

function withoutFalse({ id, name, default: isDefault }: { id: string; name: string | undefined; default: boolean }) {
  return { id, name, ...(isDefault ? { default: true } : {}) };
}
