import { type Text, text } from '../text.ts';
import type { FileRule, UnreadFile } from './rule.ts';

/** A file that was not inspected, since it is larger than any request, or would take too long. */
export const fileTooLarge: FileRule = {
  code: 'file-too-large',
  severity: 'warning',
  summary: text`The file is too large or too complex to be inspected.`,
  check: (limit) => [
    {
      message: messageFor(limit),
      span: { start: 0, end: 0 },
      fixes: () => [],
    },
  ],
};

function messageFor(limit: UnreadFile): Text {
  if ('requests' in limit) return text`This file contains more than ${limit.requests} requests and is not inspected.`;
  if ('megabytes' in limit) return text`This file is larger than ${limit.megabytes} MB and is not inspected.`;
  return limit.why === 'complex'
    ? text`This file is too complex and is not inspected.`
    : text`This file cannot be read and is not inspected.`;
}
