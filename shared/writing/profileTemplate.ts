import { joined, type Text, text } from '../text.ts';

const comment = [
  text`What your Zoom account enforces. Request Lens needs it to predict what Zoom will store.`,
  text`You find the values in the Zoom web portal: Account Management > Account Settings > Meeting > Security.`,
  text`Uncomment the lines you know and correct the values.`,
  text`A setting that you leave out is unknown: what depends on it is not reported.`,
];

/** A new lock profile. Everything in it is commented out, since the account's settings are not known. */
export const profileTemplate: Text = joined(
  [
    '{',
    ...comment.map((line) => joined(['  // ', line], '')),
    `
  // "account": { "plan": "pro", "licenses": 5 },
  // "requireSecurityOption": { "enabled": true, "locked": true },

  // "waitingRoom": { "enabled": true, "locked": false },
  // "passcode": { "enabled": true, "locked": false },
  // "authentication": { "enabled": false, "locked": false }
}
`,
  ],
  '\n',
);
