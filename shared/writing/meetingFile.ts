import { parse } from '../json/parse.ts';
import { responseIn } from '../model/meeting.ts';
import { personalFacts, readRequest } from '../model/request.ts';
import { keptPasscodeMark } from '../model/security.ts';
import { type Text, text } from '../text.ts';

type MeetingFile =
  | { readonly state: 'meeting'; readonly text: string }
  /** Why it cannot be made, in a sentence. */
  | { readonly state: 'problem'; readonly problem: Text };

/**
 * Makes a meeting file from the answer to GET /meetings/{meetingId}, possibly wrapped by a tool. It contains only the fields
 * that a prediction needs: no links, names, mails or keys. Of the passcode, only that there is one.
 */
export function meetingFile(response: string): MeetingFile {
  const found = responseIn(parse(response, 'literal'));
  if ('problem' in found) return { state: 'problem', problem: text`This ${found.problem}.` };
  const body = readRequest(found.document);
  const { waiting_room = false, meeting_authentication = false, password, authentication_option } = body.sent;
  const { type, use_pmi } = personalFacts(body);
  const kept = {
    ...(type === undefined ? {} : { type }),
    ...(password ? { password: keptPasscodeMark } : {}),
    settings: {
      ...(use_pmi === undefined ? {} : { use_pmi }),
      waiting_room,
      meeting_authentication,
      ...(authentication_option ? { authentication_option } : {}),
    },
  };
  return { state: 'meeting', text: `${JSON.stringify(kept, null, 2)}\n` };
}
