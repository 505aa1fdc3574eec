import type { Severity } from '../../../../shared/index.ts';
import type { CheckedFile, Report } from '../checked.ts';
import { fingerprints } from '../fingerprint.ts';
import type { Format } from './format.ts';

/** GitLab's code quality report. */
export const gitlab: Format = {
  name: 'gitlab',
  end: ({ files }: Report) => `${JSON.stringify(files.flatMap(issues), null, 2)}\n`,
};

const levels: Record<Severity, string> = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' };

function issues(file: CheckedFile) {
  const prints = fingerprints(file);
  return file.findings.map(({ code, severity, message, range: { start, end } }, at) => ({
    description: message,
    check_name: code,
    fingerprint: prints[at],
    severity: levels[severity],
    location: { path: file.fileInRoot, lines: { begin: start.line + 1, end: end.line + 1 } },
  }));
}
