/** The one door to the engine. */
export type { Condition } from './engine/cases.ts';
export { enforcementOf, profileKeyOf } from './engine/enforcement.ts';
export { conditionText, rulesPage, storedText } from './engine/explain.ts';
export { lockMeaning, personalMeaning, ruleSetText, scenarioSentence } from './engine/meaning.ts';
export { type Note, notesOn } from './engine/notes.ts';
export { type Case, type ConditionalOutcome, outcomesOf, type Prediction } from './engine/predict.ts';
export type { Outcome } from './engine/settle.ts';
export { interventionOf, type Reasoning, reasoningOf, type Step, type Way } from './engine/steps.ts';
export {
  type Alternative,
  basisWords,
  changeWords,
  depends,
  type FieldRow,
  predictionTable,
} from './engine/table.ts';
export { type FileKind, fileKind, meetingNames, profileName } from './fileKind.ts';
export type { Change, Edit, Finding, Fix, Severity, Span } from './finding.ts';
export type { Level } from './import/calls.ts';
export { type Imported, importProfile, listUnresolved } from './import/importProfile.ts';
export type { GroupModel } from './import/precedence.ts';
export type { SavedResponse } from './import/recognise.ts';
export { applyEdits, editsFor } from './json/edit.ts';
export { propertiesAround, propertyAt } from './json/lookup.ts';
export { type JsonDocument, parse } from './json/parse.ts';
export { pointerAt } from './json/pointer.ts';
export { sketch } from './json/sketch.ts';
export { lookAt } from './lens.ts';
export { ageOf } from './model/age.ts';
export { type IgnoreEntry, ignoreCommentAbove, someReason } from './model/ignore.ts';
export { meetingFile } from './model/meetingFile.ts';
export { generatePasscode, type Random } from './model/passcode.ts';
export { isUnsaid, type Profile, type RequestFiles, readProfile } from './model/profile.ts';
export { type Field, type FieldState, fieldSpan, readMeeting, readRequest } from './model/request.ts';
export {
  type FieldFacts,
  type FieldName,
  fieldFacts,
  fields,
  type Meeting,
  namesAny,
  type Operation,
  settings,
} from './model/security.ts';
export { newRequest } from './newRequest.ts';
export { profileTemplate } from './profileTemplate.ts';
export { checkMeeting, checkProfile, checkRequest } from './rules/check.ts';
export { isIgnorable, type ProfileSurroundings, type RequestContext } from './rules/rule.ts';
export { writeAllStored } from './rules/securing.ts';
export { type Covers, type Judgement, judgeMeeting, judgeProfile, judgeRequest, silence } from './silence.ts';
export { brokenBody, conditionsText, type StoredText, storedTexts } from './stored.ts';
export { type Suggestion, suggest } from './suggest.ts';
export { beginning, distinct, type Gap, joined, say, type Text, type Translations, text } from './text.ts';
