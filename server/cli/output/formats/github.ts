import type { Severity } from '../../../../shared/index.ts';
import { requestPath } from '../../../../shared/index.ts';
import type { Problem } from '../../input/problems.ts';
import type { CheckedFile, Report } from '../checked.ts';
import type { FindingDetails } from '../report.ts';
import type { Format } from './format.ts';

/** Workflow commands, which GitHub Actions shows as annotations. */
export const github: Format = {
  name: 'github',
  commands: true,
  end: ({ files, problems }: Report) => [...files.flatMap(annotations), ...problems.map(ofProblem)].join(''),
};

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

function annotations({ fileInRoot, findings }: CheckedFile): readonly string[] {
  return findings.map((each) => {
    const { code, severity, message, request } = each;
    const where = request === undefined ? '' : ` (${requestPath('', request)})`;
    return command(levels[severity], { file: fileInRoot, ...placeOf(each), title: code }, message + where);
  });
}

/** GitHub takes columns only where they are in one line. */
function placeOf({ range: { start, end } }: FindingDetails): Readonly<Record<string, number>> {
  const lines = { line: start.line + 1, endLine: end.line + 1 };
  return start.line === end.line ? { ...lines, col: start.character + 1, endColumn: end.character + 1 } : lines;
}

function ofProblem({ file, message }: Problem): string {
  return command('error', { title: 'zoom-request-lens' }, file === null ? message : `${file}: ${message}`);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const all = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${all.join(',')}::${escaped(message)}\n`;
}

function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(value: string): string {
  return escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
