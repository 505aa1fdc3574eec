import { responseFile, responseName, text } from '../../../shared/index.ts';
import type { MeetingFileAnswer, MeetingFileParams } from '../../../shared/protocol.ts';
import { folderOf, isUntitled, join, nameOf } from '../../files/uris.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/**
 * Makes the first response file of a request from Zoom's response; the editor writes it, under a further number where there
 * is one already. Undefined for anything but a file that is one request.
 */
export function responseFileFor(
  file: FileSubject,
  { response }: MeetingFileParams,
  { say, isInside }: FeatureContext,
): MeetingFileAnswer | undefined {
  const isRequest = requestSubjects(file.subjects).some(({ inspection }) => inspection.name === undefined);
  if (!isRequest || isUntitled(file.uri)) return undefined;
  const uri = join(folderOf(file.uri), responseName(nameOf(file.uri)));
  if (!isInside(uri))
    return {
      state: 'refused',
      reason: say(text`${nameOf(uri)} leads outside the workspace folder, and is not written.`),
    };
  const made = responseFile(response);
  if (made.state === 'problem') return { state: 'problem', problem: say(made.problem) };
  return { state: 'meeting', uri, text: made.text };
}
