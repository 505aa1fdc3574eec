/** What a new lock profile begins with: nothing is claimed that nobody has looked up. */
export const profileTemplate = `{
  // What your Zoom account enforces, so that Request Lens can tell what Zoom will store.
  // Look the values up in the Zoom web portal (Account Management > Account Settings > Security),
  // then remove the slashes and correct them. A setting that is left out is unknown: the lens
  // says nothing that depends on it.

  // "account": { "plan": "pro", "licenses": 5 },
  // "requireSecurityOption": { "enabled": true, "locked": true },

  // "waitingRoom": { "enabled": true, "locked": false },
  // "passcode": { "enabled": true, "locked": false },
  // "authentication": { "enabled": false, "locked": false }
}
`;
