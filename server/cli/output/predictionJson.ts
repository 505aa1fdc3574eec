import { type ConditionalOutcome, type Note, notesOn, outcomesOf, say } from '../../../shared/index.ts';
import type { BodyInspection } from '../../inspection/inspection.ts';
import type { BodySubject } from '../../inspection/subject.ts';
import type { Inspector } from '../input/inspector.ts';
import type { Problem } from '../input/problems.ts';
import { findingData } from './report.ts';

/** What a file calls a request, and the file that contains it. */
export interface PredictedBody {
  readonly path: string;
  readonly subject: BodySubject;
}

export function predictionJson(
  requests: readonly PredictedBody[],
  inspector: Inspector,
  problems: readonly Problem[],
): string {
  const elements = requests.map((each) => requestJson(each, inspector));
  return `${JSON.stringify({ version: 1, requests: elements, problems }, null, 2)}\n`;
}

/** The shape that docs/command-line.md promises. */
function requestJson({ path, subject }: PredictedBody, inspector: Inspector) {
  const { file, name, findings } = subject.inspection;
  return {
    ...(name === undefined ? {} : { request: name }),
    file: path,
    operation: file.isEither ? null : file.operation,
    profile: file.profile ? inspector.displayPath(file.profile.uri) : null,
    meeting: file.meeting?.meeting ? inspector.displayPath(file.meeting.uri) : null,
    ...storedJson(subject.inspection),
    findings: findings.map((each) => findingData(subject, each)),
  };
}

function storedJson(inspection: BodyInspection) {
  if (inspection.kind === 'mistaken' || inspection.file.isEither)
    return { rules: null, scenario: null, outcomes: [], notes: [] };
  const { account, body, prediction } = inspection.context;
  return {
    rules: ruleSetOf(account.rules),
    scenario: prediction.scenario,
    // Zoom refuses a broken body, so that nothing is known about what it would store.
    outcomes: body.isComplete ? outcomesOf(prediction).map(outcomeJson) : [],
    notes: notesOn(inspection.context).map(noteText),
  };
}

/** The set that is used; null where both are, since the profile names none. */
function ruleSetOf([only, second]: readonly string[]): string | null {
  return second ? null : (only ?? null);
}

/** A passcode is never printed, only whether there is one. */
function outcomeJson({ when, outcome }: ConditionalOutcome) {
  const { waiting_room, meeting_authentication, password, authentication_option } = outcome;
  const { value: _secret, ...passcode } = password;
  return { when, waiting_room, meeting_authentication, password: passcode, authentication_option };
}

export function noteText({ text: sentence, source }: Note): string {
  return `${say(sentence)} (${source})`;
}

/** Zoom refuses it, or nothing is predicted. */
export function isRefused({ inspection }: BodySubject): boolean {
  const isPredicted = inspection.kind === 'request' && inspection.context.body.isComplete;
  return !isPredicted || inspection.findings.some(({ severity }) => severity === 'error');
}
