import type { Severity } from '../../shared/finding.ts';

/** The severity of each code where what it says is certain; what hangs on an unknown meeting is information. */
const severities: Readonly<Record<string, Severity>> = {
  'authentication-added': 'information',
  'authentication-domains-ignored': 'warning',
  'authentication-exception-ignored': 'warning',
  'authentication-option-added': 'information',
  'authentication-option-ignored': 'warning',
  'authentication-option-overwritten': 'warning',
  'authentication-option-unknown': 'warning',
  'authentication-overwritten': 'warning',
  'duplicate-key': 'warning',
  'enforce-login-deprecated': 'hint',
  'field-misplaced': 'warning',
  'field-type': 'error',
  'field-unknown-on-update': 'warning',
  'ignore-unused': 'hint',
  'join-before-host-lost': 'warning',
  'json-syntax': 'error',
  'occurrence-ignored': 'warning',
  'passcode-blank': 'warning',
  'passcode-characters': 'error',
  'passcode-generated': 'information',
  'passcode-overwritten': 'warning',
  'passcode-requirement': 'error',
  'passcode-too-long': 'error',
  'profile-contradiction': 'error',
  'profile-ignore-unused': 'hint',
  'profile-locked-without-value': 'warning',
  'profile-option-default': 'warning',
  'profile-option-duplicate': 'warning',
  'profile-passcode-requirement': 'error',
  'profile-request-unmatched': 'warning',
  'profile-requirement-forced': 'error',
  'profile-stale': 'hint',
  'profile-syntax': 'error',
  'profile-type': 'error',
  'profile-unknown-key': 'warning',
  'profile-unknown-setting': 'hint',
  'unsecured-request': 'warning',
  'waiting-room-added': 'information',
  'waiting-room-options-ignored': 'warning',
  'waiting-room-overwritten': 'warning',
};

/** `unheard-of` for a code that there is not: no finding has it. */
export function usualSeverity(code: string): Severity | 'unheard-of' {
  return severities[code] ?? 'unheard-of';
}
