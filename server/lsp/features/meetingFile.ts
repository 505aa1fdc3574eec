import { meetingFile, meetingNames, type Text, text } from '../../../shared/index.ts';
import type { MeetingFileAnswer, MeetingFileParams } from '../../../shared/protocol.ts';
import { isUntitled, nameOf } from '../../files/uris.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The meeting file of an update, for an editor that has Zoom's answer and writes the file. Undefined for anything else. */
export function meetingFileFor(
  file: FileSubject,
  { response }: MeetingFileParams,
  { say, isInside }: FeatureContext,
): MeetingFileAnswer | undefined {
  const updates = requestSubjects(file.subjects).filter(({ inspection }) => inspection.file.operation === 'update');
  const [update] = updates;
  if (!update || isUntitled(file.uri)) return undefined;
  const { meeting, meetingPlaces } = update.inspection.file;
  // Where one is already; else where the profile says, which is looked at last; else beside the update.
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
