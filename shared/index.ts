/** The one door to the engine. */
export { type Condition } from './engine/cases.ts';
export { conditionText, reasonFor, rulesPage, storedText } from './engine/explain.ts';
export { type Outcome } from './engine/law.ts';
export { type Case, outcomesOf, type Prediction } from './engine/predict.ts';
export { type FileKind, fileKind, meetingNames, profileName } from './fileKind.ts';
export type { Change, Edit, Finding, Fix, Severity, Span } from './finding.ts';
export { applyEdits, editsFor } from './json/edit.ts';
export { propertiesAround } from './json/lookup.ts';
export { type JsonDocument, parse } from './json/parse.ts';
export { lookAt } from './lens.ts';
export { generatePasscode, type Random } from './model/passcode.ts';
export { type Profile, type RequestFiles, readProfile } from './model/profile.ts';
export { type FieldState, readMeeting, readRequest } from './model/request.ts';
export { type FieldName, fields, type Meeting, type Operation } from './model/security.ts';
export { checkMeeting, checkProfile, checkRequest } from './rules/check.ts';
export type { RequestContext } from './rules/rule.ts';
export { writeAllStored } from './rules/securing.ts';
