import { meetingFile } from '../../../shared/index.ts';
import type { MeetingFileAnswer, MeetingFileParams } from '../../../shared/protocol.ts';
import { isUntitled } from '../../files/uris.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The meeting file of an update, for an editor that has Zoom's answer and writes the file. Undefined for anything else. */
export function meetingFileFor(
  file: FileSubject,
  { response }: MeetingFileParams,
  { say }: FeatureContext,
): MeetingFileAnswer | undefined {
  const updates = requestSubjects(file.subjects).filter(({ inspection }) => inspection.file.operation === 'update');
  const [update] = updates;
  if (!update || isUntitled(file.uri)) return undefined;
  const { meeting, meetingPlaces, listed } = update.inspection.file;
  // Where one is already; else where the profile says, which is looked at last; else beside the update.
  const uri = meeting?.uri ?? (listed?.meeting ? meetingPlaces.at(-1) : meetingPlaces[0]);
  const made = meetingFile(response);
  if (made.state === 'problem') return { state: 'problem', problem: say(made.problem) };
  return uri === undefined ? undefined : { state: 'meeting', uri, text: made.text };
}
