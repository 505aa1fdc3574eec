import { text } from '../text.ts';
import type { FileRule } from './rule.ts';

/** A file that was not inspected, since it is larger than any request. */
export const fileTooLarge: FileRule = {
  code: 'file-too-large',
  severity: 'warning',
  summary: text`The file is too large to be inspected.`,
  check: (limit) => [
    {
      message:
        'requests' in limit
          ? text`This file contains more than ${limit.requests} requests and is not inspected.`
          : text`This file is larger than ${limit.megabytes} MB and is not inspected.`,
      span: { start: 0, end: 0 },
      fixes: () => [],
    },
  ],
};
