import { ageOf, settings, type Text, text } from '../../../shared/index.ts';
import type { Status, StatusParams } from '../../../shared/protocol.ts';
import type { RequestInspection } from '../../inspection/inspect.ts';
import type { FeatureContext, Subject } from '../feature.ts';

/** What is in force for a request, for the editor's status line. Undefined for any other file. */
export function status({ inspection }: Subject, _: StatusParams, { say, today }: FeatureContext): Status | undefined {
  if (inspection.kind !== 'request') return undefined;
  const { file, context } = inspection;
  const said = (problem: Text | undefined) => (problem ? say(problem) : null);
  return {
    operation: file.operation,
    scenario: context.prediction.scenario,
    profile: file.profile?.uri ?? null,
    profileProblem: said(file.profile?.problem),
    profileAge: (context.profile && ageOf(context.profile, today)) ?? null,
    unknown: settings.filter((each) => context.account.locks[each].length > 1),
    meetingProblem: said(meetingProblem(inspection)),
  };
}

function meetingProblem({ file }: RequestInspection): Text | undefined {
  if (file.operation === 'create') return undefined;
  return file.meeting ? file.meeting.problem : text`is not at hand`;
}
