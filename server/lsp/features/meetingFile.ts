import { meetingFile, meetingNames, type Text, text } from '../../../shared/index.ts';
import type { MeetingFileAnswer, MeetingFileParams } from '../../../shared/protocol.ts';
import { isUntitled, nameOf } from '../../files/uris.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** Makes the meeting file of an update from Zoom's answer; the editor writes it. Undefined for anything but an update. */
export function meetingFileFor(
  file: FileSubject,
  { response }: MeetingFileParams,
  { say, isInside }: FeatureContext,
): MeetingFileAnswer | undefined {
  const updates = requestSubjects(file.subjects).filter(({ inspection }) => inspection.file.operation === 'update');
  const update = updates.find(({ inspection }) => !inspection.context.meeting) ?? updates[0];
  if (!update || isUntitled(file.uri)) return undefined;
  const { meeting, meetingPlaces } = update.inspection.file;
  // Where it already is; else where the profile says, which is searched last; else next to the update.
  const [beside] = meetingPlaces;
  const uri = meeting?.uri ?? meetingPlaces[meetingNames(nameOf(file.uri)).length] ?? beside;
  if (uri !== undefined && !isInside(uri)) return { state: 'refused', reason: say(refused(uri)) };
  const made = meetingFile(response);
  if (made.state === 'problem') return { state: 'problem', problem: say(made.problem) };
  return uri === undefined ? undefined : { state: 'meeting', uri, text: made.text };
}

function refused(uri: string): Text {
  return text`${nameOf(uri)} leads outside the workspace folder, and is not written.`;
}
