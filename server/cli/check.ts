import type { Severity } from '../../shared/index.ts';
import type { Arguments } from './arguments.ts';
import type { Inputs } from './collect.ts';
import type { InspectedFile, Inspector } from './inspector.ts';
import { type FindingJson, findingsJson, printFinding } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

interface Checked {
  readonly file: string;
  /** A lock profile: what is to be said about it is known once all files are looked at. */
  readonly profile: InspectedFile | undefined;
  /** A request for which there is no lock profile. */
  readonly unprofiled: boolean;
  readonly findings: readonly FindingJson[];
}

/** Reports the findings of the requests, profiles and meeting files among the inputs. */
export async function check(
  format: Arguments['format'],
  inspector: Inspector,
  inputs: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const first: Checked[] = [];
  for await (const looked of inspector.inspectAll(inputs)) {
    const profile = looked.inspection.kind === 'profile' ? looked : undefined;
    first.push({ file: looked.path, profile, unprofiled: isUnprofiled(looked), findings: findingsJson(looked) });
  }
  const checked = first.map((each) => {
    return each.profile ? { ...each, findings: findingsJson(inspector.withUsedIgnores(each.profile)) } : each;
  });
  const problems = [...inspector.problems, ...inspector.brokenProfiles(inputs.inputs)];
  terminal.out(format === 'json' ? json(checked) : text(checked, problems.length > 0));
  for (const problem of problems) terminal.error(`${problem}\n`);
  return problems.length > 0 ? 2 : hasFindings(checked) ? 1 : 0;
}

function isUnprofiled({ inspection }: InspectedFile): boolean {
  return inspection.kind === 'request' && !inspection.file.profile;
}

function json(checked: readonly Checked[]): string {
  return `${JSON.stringify(
    checked.map(({ file, findings }) => ({ file, findings })),
    null,
    2,
  )}\n`;
}

/** The likeliest mistake in CI: then hardly anything can be found. */
function unprofiled(checked: readonly Checked[]): readonly string[] {
  const count = checked.filter((each) => each.unprofiled).length;
  const requests = count === 1 ? '1 request has' : `${count} requests have`;
  return count === 0
    ? []
    : [`${requests} no lock profile: nothing was checked that depends on what the account locks.`];
}

function hasFindings(checked: readonly Checked[]): boolean {
  return checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
}

function text(checked: readonly Checked[], hasProblems: boolean): string {
  // Where nothing could be looked at, what went wrong says it all.
  if (checked.length === 0) return hasProblems ? '' : 'There is no request, lock profile or meeting file.\n';
  const lines = checked.flatMap(({ file, findings }) => findings.map((each) => printFinding(file, each)));
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(checked), ...unprofiled(checked), ''].join('\n');
}

function summary(checked: readonly Checked[]): string {
  const found = checked.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (severity: Severity, one: string, many: string) => {
    const number = found.filter((each) => each === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('information', 'info', 'infos'),
    ...count('hint', 'hint', 'hints'),
  ];
  const files = checked.length === 1 ? '1 file' : `${checked.length} files`;
  return `${parts.join(', ') || 'Nothing to report'} in ${files}.`;
}
