import type { Report } from '../checked.ts';
import type { FindingDetails } from '../report.ts';
import type { Format } from './format.ts';

/** The shape that docs/command-line.md promises. */
export const json: Format = {
  name: 'json',
  end({ files, problems, summary }: Report): string {
    const elements = files.map(({ file, findings }) => ({ file, findings: findings.map(findingJson) }));
    return `${JSON.stringify({ version: 1, files: elements, problems, summary }, null, 2)}\n`;
  },
};

export function findingJson({ code, severity, message, range, request, pointer, page, cause }: FindingDetails) {
  return {
    code,
    severity,
    message,
    range,
    ...(request === undefined ? {} : { request }),
    pointer,
    page,
    ...(cause ? { cause: { file: cause.file, line: cause.line } } : {}),
  };
}
