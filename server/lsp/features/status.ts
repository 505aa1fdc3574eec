import { ageOf, settings, type Text, text } from '../../../shared/index.ts';
import type { DocumentParams, Status } from '../../../shared/protocol.ts';
import type { RequestInspection } from '../../inspection/inspection.ts';
import { type FoundProfile, governs } from '../../inspection/profileInForce.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The data of the editor's language status for the requests of a file. Undefined for any other file. */
export function status(file: FileSubject, _: DocumentParams, { say, today }: FeatureContext): Status | undefined {
  const [first, ...others] = requestSubjects(file.subjects).map(({ inspection }) => inspection);
  if (!first) return undefined;
  const { file: request, context } = first;
  const { locks, rules } = context.account;
  const said = (problem: Text | undefined) => (problem ? say(problem) : null);
  const problems = [first, ...others].map(meetingProblem);
  return {
    requests: others.length + 1,
    operation: request.isEither ? 'either' : request.operation,
    scenario: request.isEither ? null : context.prediction.scenario,
    profile: request.profile?.uri ?? null,
    profileProblem: said(request.profile && profileProblem(request.profile)),
    profileAge: (context.profile && ageOf(context.profile, today)) ?? null,
    unknown: [...settings.filter((each) => locks[each].length > 1), ...(rules.length > 1 ? ['rules'] : [])],
    meetingProblem: said(problems.find((each) => each !== undefined)),
  };
}

function profileProblem(found: FoundProfile): Text | undefined {
  return found.problem && governs(found)
    ? text`${found.problem}: its last valid text is used until it is saved`
    : found.problem;
}

function meetingProblem({ file }: RequestInspection): Text | undefined {
  if (file.operation === 'create') return undefined;
  return file.meeting ? file.meeting.problem : text`not found`;
}
