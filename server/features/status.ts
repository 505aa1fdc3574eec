import { ageOf, settings } from '../../shared/index.ts';
import type { Status } from '../../shared/protocol.ts';
import type { Scope, Subject } from '../feature.ts';
import type { RequestInspection } from '../inspect.ts';

/** What is in force for a request, for the editor's status line. Undefined for any other file. */
export function status({ inspection }: Subject, _: unknown, { today }: Scope): Status | undefined {
  if (inspection.kind !== 'request') return undefined;
  const { file, context } = inspection;
  return {
    operation: file.operation,
    scenario: context.prediction.scenario,
    profile: file.profile?.uri ?? null,
    profileProblem: file.profile?.problem ?? null,
    profileAge: (context.profile && ageOf(context.profile, today)) ?? null,
    unknown: settings.filter((each) => context.account.locks[each].length > 1),
    meetingProblem: meetingProblem(inspection),
  };
}

function meetingProblem({ file }: RequestInspection): string | null {
  if (file.operation === 'create') return null;
  return file.meeting ? (file.meeting.problem ?? null) : 'is not at hand';
}
