/** The only entry point to the engine. */
export {
  type Contained,
  type ContainedRequest,
  type ContainerText,
  longestCode,
  type PassedOver,
  type PassedOverReason,
  type Readers,
  requestPath,
  type Target,
} from './containers/containers.ts';
export { mayHoldRequests } from './containers/firstLook.ts';
export { bodiesAt } from './containers/jsonBodies.ts';
export { settlingEdit } from './containers/settle.ts';
export { enforcementOf, profileKeyOf } from './engine/enforcement.ts';
export { type Condition, isOfZoom } from './engine/facts.ts';
export { type ConditionalOutcome, dependsOnUnknown, outcomesOf, type Prediction } from './engine/predict.ts';
export { Predictions } from './engine/predictions.ts';
export type { Fit } from './engine/verification.ts';
export { conditionText } from './explain/conditions.ts';
export { lockMeaning, personalMeaning, requirementMeaning, ruleSetText, scenarioSentence } from './explain/meaning.ts';
export { type Note, notesOn } from './explain/notes.ts';
export { possibilitiesOf } from './explain/possibilities.ts';
export { announcement, reference, rulesPage, storedText } from './explain/reasons.ts';
export { interventionOf, type Reasoning, reasoningOf, type Step, type Way } from './explain/steps.ts';
export {
  type Alternative,
  basisWords,
  changeWords,
  depends,
  type FieldRow,
  predictionTable,
  type StoredValue,
} from './explain/table.ts';
export {
  accountOf,
  accountProfile,
  type ContainerKind,
  containerKind,
  containerKinds,
  containerNames,
  containerPattern,
  documentPattern,
  fileKind,
  isCode,
  literalGlob,
  mayBeListed,
  mayBeOurs,
  meetingNames,
  profileName,
  requestFileName,
  requestNames,
  responseName,
  skippedFolders,
  watchedPattern,
} from './fileKind.ts';
export type { Change, Edit, Finding, Fix, Path, Severity, Span } from './finding.ts';
export type { Level } from './import/endpoints.ts';
export { type Imported, importProfile, listUnresolved } from './import/importProfile.ts';
export type { GroupModel } from './import/precedence.ts';
export type { SavedResponse } from './import/recogniseResponse.ts';
export { asJson } from './json/asJson.ts';
export { cursorAt } from './json/cursor.ts';
export { applyEdits, editsFor, sharedEdits } from './json/edit.ts';
export { propertiesAround, propertyAt } from './json/lookup.ts';
export { type JsonDocument, type Placeholders, parse } from './json/parse.ts';
export { quotedPlaceholders } from './json/placeholders.ts';
export { pointerAt } from './json/pointer.ts';
export { bodyOffset, fileEdit, fileSpan, type TextMap, wholeFile } from './json/textMap.ts';
export { ageOf } from './model/age.ts';
export { fieldNames } from './model/bodyFields.ts';
export { type IgnoreEntry, ignoreCommentAbove, someReason } from './model/ignore.ts';
export { looksLikeBody } from './model/looksLikeBody.ts';
export { readMeetingFile } from './model/meeting.ts';
export { nearestName, spelled } from './model/nearestName.ts';
export {
  generatePasscode,
  maxPasscodeLength,
  type PasscodeRequirement,
  type Random,
  unmetRequirements,
} from './model/passcode.ts';
export { maxPatternLength, readGitPattern, readPattern } from './model/pattern.ts';
export {
  type AuthenticationOption,
  hostMayUsePersonalId,
  isRequired,
  isUnsaid,
  type Profile,
  type RequestFiles,
  readProfile,
} from './model/profile.ts';
export { hasNoProfileKey, hasProfileKeysOnly, isLockProfile, profileKeys } from './model/profileKeys.ts';
export { mistakenFor } from './model/recognise.ts';
export { type Field, fieldSpan } from './model/request.ts';
export { readResponseFile, type Seen } from './model/response.ts';
export {
  type FieldFacts,
  type FieldName,
  fieldFacts,
  fields,
  isFlag,
  type Lock,
  type Meeting,
  namesAny,
  type Operation,
  type RuleSet,
  ruleSets,
  settings,
} from './model/security.ts';
export { matchesPath, type PathPattern } from './model/segments.ts';
export {
  type ChosenSeverities,
  combinedSeverities,
  isSeverityLevel,
  noSeverities,
  type Severities,
  type SeverityLevel,
  severityLevels,
} from './model/severities.ts';
export { codes, rules } from './rules/check.ts';
export { requestContext, type Surroundings, verificationOf } from './rules/context.ts';
export {
  type CoversFile,
  type Report,
  type Reporting,
  reportContainer,
  reportMeeting,
  reportMistaken,
  reportProfile,
  reportRequest,
  reportUnread,
} from './rules/report.ts';
export { isIgnorable, type ProfileSurroundings, type RequestContext, type UnreadFile } from './rules/rule.ts';
export { commentMark } from './rules/support/ignoreMarks.ts';
export { type OuterComment, outerComments } from './rules/support/outerComments.ts';
export { writeAllStored } from './rules/support/secureFixes.ts';
export {
  bestFit,
  isAsPredicted,
  type Verification,
  valueText,
  verifiedFields,
} from './rules/support/verification.ts';
export { beginning, distinct, type Gap, joined, listed, say, type Text, text, visible } from './text.ts';
export { meetingFile, responseFile } from './writing/meetingFile.ts';
export { newRequest } from './writing/newRequest.ts';
export {
  type AskedProfile,
  askedProfile,
  profileTemplate,
  type SettingAnswer,
} from './writing/profileTemplate.ts';
export { conditionsText, noRequest, outcomeText, type StoredText, storedTexts, whyNothing } from './writing/stored.ts';
export { type Suggestion, suggest } from './writing/suggest.ts';
