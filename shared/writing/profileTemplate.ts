import { commentLines, objectText, onOneLine } from '../json/objectText.ts';
import { joined, type Text, text } from '../text.ts';

/** A setting of the account as its user describes it; undefined where they do not know it. */
export interface SettingAnswer {
  readonly enabled: boolean;
  readonly locked: boolean;
}

export interface ListedRequest {
  /** A pattern, relative to the profile. */
  readonly files: string;
  readonly operation: 'create' | 'update';
}

/** What a user says of the account when asked; undefined: unknown. */
export interface AskedProfile {
  readonly plan: string | undefined;
  readonly rules: string | undefined;
  readonly waitingRoom: SettingAnswer | undefined;
  readonly passcode: SettingAnswer | undefined;
  readonly authentication: SettingAnswer | undefined;
  readonly requests: readonly ListedRequest[];
  /** `2026-11-24` */
  readonly capturedAt: string;
}

const purpose = text`What your Zoom account enforces. Request Lens needs it to predict what Zoom will store.`;
const unknownToo = text`A setting that you leave out is unknown: what depends on it is not reported.`;

/** A lock profile with all that is known. */
export function askedProfile(asked: AskedProfile): Text {
  const { plan, requests, waitingRoom, passcode, authentication, rules, capturedAt } = asked;
  const members = Object.entries({
    rules,
    account: plan === undefined ? undefined : { plan },
    waitingRoom,
    passcode,
    authentication,
  }).flatMap(([key, value]) => (value === undefined ? [] : [`  "${key}": ${onOneLine(value)}`]));
  const lists = requests.length > 0 ? [`  "requests": [\n    ${requests.map(onOneLine).join(',\n    ')}\n  ]`] : [];
  const all = [...members, ...lists, `  "capturedAt": ${JSON.stringify(capturedAt)}`];
  return objectText(commentLines([purpose, unknownToo]), all);
}

const comment = [
  purpose,
  text`You find the values in the Zoom web portal: Account Management > Account Settings > Meeting > Security.`,
  text`Uncomment the lines you know and correct the values.`,
  unknownToo,
];

/**
 * The same for an editor that cannot ask. It names today's rules; all else in it is commented out, since the account's settings
 * are not known. The rules come last, so that no comma is missing or left over whichever lines are uncommented.
 */
export const profileTemplate: Text = joined(
  [
    '{',
    ...commentLines(comment),
    `
  // "account": { "plan": "pro", "licenses": 5 },
  // "requireSecurityOption": { "enabled": true, "locked": true },

  // "waitingRoom": { "enabled": true, "locked": false },
  // "passcode": { "enabled": true, "locked": false },
  // "authentication": { "enabled": false, "locked": false },

  "rules": "2025-03-24"
}
`,
  ],
  '\n',
);
