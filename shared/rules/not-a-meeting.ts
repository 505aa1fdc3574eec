import { type Text, text } from '../text.ts';
import type { MeetinglessFile, MeetinglessRule } from './rule.ts';

/** A meeting file, or a response file, without a meeting in it. */
export const notAMeeting: MeetinglessRule = {
  code: 'not-a-meeting',
  severity: 'warning',
  summary: text`The meeting or response file does not contain a meeting as Zoom returns it.`,
  check({ document: { root }, problem, kind }) {
    const start = root?.span.start ?? 0;
    return [{ message: messages[kind](problem), span: { start, end: start + 1 }, fixes: () => [] }];
  },
};

const messages: Readonly<Record<MeetinglessFile['kind'], (problem: Text) => Text>> = {
  meeting: (problem) =>
    text`This ${problem}, so it is treated as missing. Save the response of GET /meetings/{meetingId} here.`,
  response: (problem) =>
    text`This ${problem}, so nothing is compared with it. Save the response of the create request here, or of GET /meetings/{meetingId} after the update.`,
};
