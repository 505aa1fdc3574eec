import { isUnsaid, type RequestContext, type Severity, settings } from '../../shared/index.ts';
import { requestSubjects } from '../inspection/subject.ts';
import type { Arguments } from './arguments.ts';
import type { Inputs } from './collect.ts';
import type { InspectedFile, Inspector } from './inspector.ts';
import { type FindingDetails, type Problem, printFinding, printProblem, Reporter } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

interface Checked {
  readonly file: string;
  /** A lock profile: its findings are only known once all files are inspected. */
  readonly profile: InspectedFile | undefined;
  readonly requests: number;
  /** The number of requests without a lock profile. */
  readonly unprofiled: number;
  /** The number of requests whose lock profile says nothing of the three settings. */
  readonly unsettled: number;
  readonly findings: readonly FindingDetails[];
}

/** Reports the findings of the requests, profiles and meeting files among the inputs. */
export async function check(
  format: Arguments['format'],
  inspector: Inspector,
  inputs: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const reporter = new Reporter((uri) => inspector.displayPath(uri));
  const first: Checked[] = [];
  for await (const file of inspector.inspectAll(inputs)) first.push(checked(file, reporter));
  const all = first.map((each) => {
    return each.profile ? { ...each, findings: reporter.findingsIn(inspector.withUsedIgnores(each.profile)) } : each;
  });
  const problems = [...inspector.problems, ...inspector.brokenProfiles(inputs.inputs)];
  terminal.out(format === 'json' ? json(all, problems) : text(all, problems.length > 0));
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : hasFindings(all) ? 1 : 0;
}

function checked(file: InspectedFile, reporter: Reporter): Checked {
  const requests = requestSubjects(file.subjects);
  return {
    file: file.path,
    profile: file.subjects.some(({ inspection }) => inspection.kind === 'profile') ? file : undefined,
    requests: requests.length,
    unprofiled: requests.filter(({ inspection }) => !inspection.file.profile).length,
    unsettled: requests.filter(({ inspection }) => inspection.context.profile && knowsNoLock(inspection.context))
      .length,
    findings: reporter.findingsIn(file),
  };
}

/** The shape that docs/command-line.md promises. */
function json(checked: readonly Checked[], problems: readonly Problem[]): string {
  const files = checked.map(({ file, findings }) => ({ file, findings }));
  const severities = checked.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (severity: Severity) => severities.filter((each) => each === severity).length;
  const summary = {
    files: checked.length,
    requests: sum(checked, ({ requests }) => requests),
    withoutProfile: sum(checked, ({ unprofiled, unsettled }) => unprofiled + unsettled),
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
  };
  return `${JSON.stringify({ version: 1, files, problems, summary }, null, 2)}\n`;
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, each) => total + size(each), 0);
}

function knowsNoLock({ account }: RequestContext): boolean {
  return settings.every((each) => isUnsaid({ locks: account.locks[each] }));
}

const unchecked = "what depends on the account's locks was not checked.";

/** The likeliest mistakes in CI, since hardly anything can be found without what a profile says. */
function unprofiled(checked: readonly Checked[]): readonly string[] {
  const without = owners(sum(checked, (each) => each.unprofiled));
  const unsettled = owners(sum(checked, (each) => each.unsettled));
  const silent = 'a lock profile without waitingRoom, passcode and authentication';
  return [
    ...(without ? [`${without} no lock profile: ${unchecked}`] : []),
    ...(unsettled ? [`${unsettled} ${silent}: ${unchecked}`] : []),
  ];
}

/** "1 request has", "2 requests have"; undefined for none. */
function owners(requests: number): string | undefined {
  if (requests === 0) return undefined;
  return requests === 1 ? '1 request has' : `${requests} requests have`;
}

function hasFindings(checked: readonly Checked[]): boolean {
  return checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
}

function text(checked: readonly Checked[], hasProblems: boolean): string {
  // If nothing could be inspected, the problems are all there is to say.
  if (checked.length === 0) return hasProblems ? '' : 'No requests, lock profiles or meeting files found.\n';
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
  return `${parts.join(', ') || 'No findings'} in ${files}.`;
}
