/** Passcodes in every place where a hand may put one, to be looked for in all that the product says. */

export const secret = 'S3cretPw';
/** As a number, which is no passcode and often is one all the same. */
const secretNumber = '83726451';

/** With what is around them. Nothing of a passcode is shown, not even how it begins. */
export function secretsIn(told: string): readonly string[] {
  // Nearly always there is none, which the expression takes long to find.
  if (!told.includes('S3cret') && !told.includes('837264')) return [];
  return told.match(/.{0,60}(?:S3cret|837264).{0,20}/g) ?? [];
}

/** A lock profile with this text is left out: it tells by name which keys it does not know. */
export const asKey = 'as a key';

/** Texts of requests and meeting files. */
export const secretBodies: Readonly<Record<string, string>> = {
  'at its place': `{ "password": "${secret}" }`,
  'too long': `{ "password": "${secret}${secret}" }`,
  'with forbidden characters': `{ "password": "${secret} ü" }`,
  'at the wrong level': `{ "settings": { "password": "${secret}", "default_password": "${secret}" } }`,
  'by another name': `{ "passcode": "${secret}", "Password": "${secret}", "settings": { "passcode": "${secret}" } }`,
  twice: `{ "password": "${secret}", "password": "${secret}2" }`,
  [asKey]: `{ "${secret}": true, "settings": { "${secret}": "x" } }`,
  'as the value of another field': `{ "default_password": "${secret}", "type": "${secret}", "settings": { "waiting_room": "${secret}" } }`,
  'as a number': `{ "password": ${secretNumber}, "settings": { "use_pmi": ${secretNumber} } }`,
  'in a list': `{ "password": ["${secret}"], "settings": ["${secret}"] }`,
  'in an object': `{ "password": { "value": "${secret}" } }`,
  'instead of a body': `"${secret}"`,
  'with an escape that is none': `{ "password": "${secret}\\q" }`,
  'in text that breaks off': `{ "password": "${secret}", "settings": { `,
  'in text that is broken right behind': `{ "password": "${secret}" "settings": {} }`,
  'without quotes': `{ "password": ${secret} }`,
  'in single quotes': `{ 'password': '${secret}' }`,
  'half typed': `{ "password": "${secret}`,
  'in comments': `{
  // zoom-request-lens-ignore passcode-requirement: it is ${secret}
  // zoom-request-lens-ignore waiting-room-overwritten: it is ${secret}
  "password": "${secret}" /* ${secret} */
}`,
  'beside what Zoom overwrites': `{ "password": "${secret}", "settings": { "waiting_room": false, "meeting_authentication": false } }`,
  'in an answer of Zoom': `{ "id": 1, "password": "${secret}", "pstn_password": "${secretNumber}", "encrypted_password": "${secret}",
  "join_url": "https://zoom.us/j/1?pwd=${secret}", "settings": { "waiting_room": true } }`,
  'in an answer about settings': `{ "meeting_security": { "meeting_password": "${secret}", "password": "${secret}",
  "meeting_password_requirement": { "length": "${secret}" } },
  "schedule_meeting": { "pmi_password": "${secretNumber}", "personal_meeting": "${secret}" } }`,
};
