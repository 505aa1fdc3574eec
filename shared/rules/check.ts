import type { Finding } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { IgnoreComment } from '../model/ignore.ts';
import { meetingIn } from '../model/meeting.ts';
import type { Profile } from '../model/profile.ts';
import { readRequest } from '../model/request.ts';
import { authenticationAdded } from './authentication-added.ts';
import { authenticationDomainsIgnored } from './authentication-domains-ignored.ts';
import { authenticationExceptionIgnored } from './authentication-exception-ignored.ts';
import { authenticationOptionAdded } from './authentication-option-added.ts';
import { authenticationOptionIgnored } from './authentication-option-ignored.ts';
import { authenticationOptionOverwritten } from './authentication-option-overwritten.ts';
import { authenticationOptionUnknown } from './authentication-option-unknown.ts';
import { authenticationOverwritten } from './authentication-overwritten.ts';
import { duplicateKey } from './duplicate-key.ts';
import { enforceLoginDeprecated } from './enforce-login-deprecated.ts';
import { fieldMisplaced } from './field-misplaced.ts';
import { fieldType } from './field-type.ts';
import { fieldUnknown } from './field-unknown.ts';
import { fieldUnknownOnUpdate } from './field-unknown-on-update.ts';
import { fileTooLarge } from './file-too-large.ts';
import { ignoreUnused } from './ignore-unused.ts';
import { joinBeforeHostLost } from './join-before-host-lost.ts';
import { jsonSyntax } from './json-syntax.ts';
import { notAMeeting } from './not-a-meeting.ts';
import { notARequest } from './not-a-request.ts';
import { occurrenceIgnored } from './occurrence-ignored.ts';
import { passcodeBlank } from './passcode-blank.ts';
import { passcodeCharacters } from './passcode-characters.ts';
import { passcodeGenerated } from './passcode-generated.ts';
import { passcodeOverwritten } from './passcode-overwritten.ts';
import { passcodeRequirement } from './passcode-requirement.ts';
import { passcodeTooLong } from './passcode-too-long.ts';
import { predictionMismatch } from './prediction-mismatch.ts';
import { profileContradiction } from './profile-contradiction.ts';
import { profileIgnoreUnused } from './profile-ignore-unused.ts';
import { profileLockedWithoutValue } from './profile-locked-without-value.ts';
import { profileOptionDefault } from './profile-option-default.ts';
import { profileOptionDuplicate } from './profile-option-duplicate.ts';
import { profilePasscodeRequirement } from './profile-passcode-requirement.ts';
import { profilePathOutside } from './profile-path-outside.ts';
import { profilePattern } from './profile-pattern.ts';
import { profilePlanPasscode } from './profile-plan-passcode.ts';
import { profileRequestUnmatched } from './profile-request-unmatched.ts';
import { profileRequirementForced } from './profile-requirement-forced.ts';
import { profileRulesMissing } from './profile-rules-missing.ts';
import { profileStale } from './profile-stale.ts';
import { profileSyntax } from './profile-syntax.ts';
import { profileType } from './profile-type.ts';
import { profileUnknownKey } from './profile-unknown-key.ts';
import { personalSettingUnknown, profileUnknownSetting } from './profile-unknown-setting.ts';
import {
  type CommentRule,
  type DocumentRule,
  type FileRule,
  findingOf,
  type MeetinglessRule,
  type MistakenBody,
  type MistakenRule,
  type ProfileRule,
  type ProfileSurroundings,
  type RequestContext,
  type RequestRule,
  type ResponseRule,
  type Rule,
  type RuleMetadata,
  type SavedMeeting,
  type UnreadFile,
} from './rule.ts';
import { passcodeFromVariable } from './support/passcodeFromVariable.ts';
import { unsecuredRequest } from './unsecured-request.ts';
import { waitingRoomAdded } from './waiting-room-added.ts';
import { waitingRoomOptionsIgnored } from './waiting-room-options-ignored.ts';
import { waitingRoomOverwritten } from './waiting-room-overwritten.ts';

/** The rules, by what they look at. */
export const fileRules: readonly FileRule[] = [fileTooLarge];

const mistakenRules: readonly MistakenRule[] = [notARequest];

const meetinglessRules: readonly MeetinglessRule[] = [notAMeeting];

const responseRules: readonly ResponseRule[] = [predictionMismatch];

export const documentRules: readonly DocumentRule[] = [jsonSyntax, duplicateKey];

/** What the request leaves out and Zoom adds. Their fixes can be made at the same time. */
export const addingRules: readonly RequestRule[] = [
  waitingRoomAdded,
  passcodeGenerated,
  authenticationAdded,
  authenticationOptionAdded,
];

/** Where several findings are about one place, the rule that comes first here counts. */
export const requestRules: readonly RequestRule[] = [
  passcodeTooLong,
  passcodeRequirement,
  passcodeCharacters,
  passcodeBlank,
  authenticationOptionUnknown,
  fieldType,
  fieldMisplaced,
  fieldUnknown,
  fieldUnknownOnUpdate,
  enforceLoginDeprecated,
  waitingRoomOverwritten,
  passcodeOverwritten,
  authenticationOverwritten,
  authenticationOptionOverwritten,
  occurrenceIgnored,
  authenticationOptionIgnored,
  authenticationDomainsIgnored,
  authenticationExceptionIgnored,
  waitingRoomOptionsIgnored,
  joinBeforeHostLost,
  unsecuredRequest,
  ...addingRules,
];

const profileRules: readonly ProfileRule[] = [
  profileSyntax,
  profileType,
  profileContradiction,
  profileRequirementForced,
  profilePlanPasscode,
  profileLockedWithoutValue,
  profilePasscodeRequirement,
  profileOptionDefault,
  profileOptionDuplicate,
  profileUnknownKey,
  profileUnknownSetting,
  profileRulesMissing,
  profilePathOutside,
  profilePattern,
  profileRequestUnmatched,
  profileIgnoreUnused,
  profileStale,
];

/** With the one whose code is that of a rule for profiles: what the profile leaves out matters to the request alone. */
const rulesOfRequests: readonly RequestRule[] = [...requestRules, personalSettingUnknown];

const commentRules: readonly CommentRule[] = [ignoreUnused];

/** Every rule: its code, severity and summary. */
export const rules: readonly RuleMetadata[] = [
  ...fileRules,
  ...mistakenRules,
  ...meetinglessRules,
  ...responseRules,
  ...documentRules,
  ...requestRules,
  ...profileRules,
  ...commentRules,
];

export const codes: readonly string[] = rules.map(({ code }) => code);

/** The findings of a file of which nothing was read. */
export function checkUnread(file: UnreadFile): readonly Finding[] {
  return run(fileRules, file);
}

/** The findings of a request body, in the order of the text. */
export function checkRequest(context: RequestContext): readonly Finding[] {
  const { document } = context.body;
  const found = inOrder([...run(documentRules, document), ...run(rulesOfRequests, context)]);
  return document.code ? found.map((each) => passcodeFromVariable(document, each)) : found;
}

/** The findings of a text that contains requests: what is wrong with it as JSON, in the order of the text. */
export function checkDocument(document: JsonDocument): readonly Finding[] {
  return inOrder(run(documentRules, document));
}

/** The findings of a lock profile, in the order of the text. */
export function checkProfile(profile: Profile, around: ProfileSurroundings = {}): readonly Finding[] {
  return inOrder([...run([duplicateKey], profile.document), ...run(profileRules, { ...around, profile, codes })]);
}

/** The findings about comments that were meant to ignore others. */
export function checkComments(unused: readonly IgnoreComment[], conclusive: boolean): readonly Finding[] {
  return run(commentRules, { unused, conclusive, codes });
}

/** The findings of a text that is called a request and visibly is none. */
export function checkMistaken(body: MistakenBody): readonly Finding[] {
  return run(mistakenRules, body);
}

/**
 * The findings of a meeting or response file: what keeps it from being read, and where a response is not as predicted. In an
 * empty or broken one, a meeting is not looked for.
 */
export function checkMeeting(file: JsonDocument, saved: SavedMeeting = { kind: 'meeting' }): readonly Finding[] {
  const found = meetingIn(file);
  if ('problem' in found && file.errors.length === 0 && file.root)
    return run(meetinglessRules, { document: file, problem: found.problem, kind: saved.kind });
  const document = 'problem' in found ? file : found.document;
  const compared = saved.kind === 'response' && saved.answered ? run(responseRules, saved.answered) : [];
  const findings = inOrder([
    ...run(documentRules, document),
    ...run([fieldType], { body: readRequest(document) }),
    ...compared,
  ]);
  // The paths of fixes begin at the root of the file.
  return document.root === file.root ? findings : findings.map((each) => ({ ...each, fixes: () => [] }));
}

function run<T>(those: readonly Rule<T>[], subject: T): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of those) for (const each of rule.check(subject)) found.push(findingOf(rule, each));
  return found;
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2 ? findings : findings.toSorted((a, b) => a.span.start - b.span.start);
}
