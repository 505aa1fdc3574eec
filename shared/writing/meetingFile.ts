import { parse } from '../json/parse.ts';
import { responseIn } from '../model/meeting.ts';
import { encryptionOf, personalFacts, type RequestBody, readRequest } from '../model/request.ts';
import { type Seen, seenIn } from '../model/response.ts';
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
  return fileOf(response, (body) => ({
    waiting_room: false,
    meeting_authentication: false,
    ...seenIn(body),
    password: { set: Boolean(body.sent.password) },
  }));
}

/** The same of a response that is compared with the prediction: what it does not show stays unsaid. */
export function responseFile(response: string): MeetingFile {
  return fileOf(response, seenIn);
}

function fileOf(response: string, read: (body: RequestBody) => Seen): MeetingFile {
  const found = responseIn(parse(bodyOf(response), 'literal'));
  if ('problem' in found) return { state: 'problem', problem: text`This ${found.problem}.` };
  const body = readRequest(found.document);
  return { state: 'meeting', text: `${JSON.stringify(kept(body, read(body)), null, 2)}\n` };
}

/** Without the status line and the headers, of redirects, too, that `curl -i` and other tools print before it. */
function bodyOf(response: string): string {
  let rest = response;
  while (/^\s*HTTP\/[\d.]+ \d{3}/.test(rest)) {
    const end = /\r?\n\r?\n/.exec(rest);
    if (!end) break;
    rest = rest.slice(end.index + end[0].length);
  }
  return rest;
}

function kept(body: RequestBody, { password, authentication_option, ...flags }: Seen): object {
  const { type, use_pmi } = personalFacts(body);
  return {
    ...(type === undefined ? {} : { type }),
    ...(password?.set ? { password: keptPasscodeMark } : {}),
    settings: {
      ...(use_pmi === undefined ? {} : { use_pmi }),
      ...flags,
      ...(authentication_option?.set ? { authentication_option: authentication_option.value } : {}),
      ...encryptionOf(body),
    },
  };
}
