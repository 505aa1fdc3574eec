import { text } from '../text.ts';
import type { MeetinglessRule } from './rule.ts';

/** A meeting file without a meeting in it. */
export const notAMeeting: MeetinglessRule = {
  code: 'not-a-meeting',
  severity: 'warning',
  summary: text`The meeting file does not contain a meeting as Zoom returns it.`,
  check({ document: { root }, problem }) {
    const start = root?.span.start ?? 0;
    const message = text`This ${problem}, so it is treated as missing. Save the response of GET /meetings/{meetingId} here.`;
    return [{ message, span: { start, end: start + 1 }, fixes: () => [] }];
  },
};
