import { joined, type Text, text } from '../text.ts';

const comment = [
  text`What your Zoom account enforces, so that Request Lens can tell what Zoom will store.`,
  text`Look the values up in the Zoom web portal: Account Management > Account Settings > Security.`,
  text`Then remove the slashes and correct them.`,
  text`A setting that is left out is unknown: the lens says nothing that depends on it.`,
];

/**
 * A new lock profile. It names today's rules; all else in it is commented out, since the account's settings are not known.
 * The rules come last, so that no comma is missing or left over whichever lines are uncommented.
 */
export const profileTemplate: Text = joined(
  [
    '{',
    ...comment.map((line) => joined(['  // ', line], '')),
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
