import { accountOf, isUnsaid, type RequestContext, type Severity, settings } from '../../../shared/index.ts';
import { displayPath, nameOf } from '../../files/uris.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { InspectedFile } from '../input/inspector.ts';
import type { Problem } from '../input/problems.ts';
import type { FindingDetails, Reporter } from './report.ts';

/** A file as `check` reports it. */
export interface CheckedFile {
  readonly uri: string;
  /** From the working folder. */
  readonly file: string;
  /** From the root of the repository. */
  readonly fileInRoot: string;
  readonly requests: number;
  /** The number of requests without a lock profile. */
  readonly unprofiled: number;
  /** The number of requests whose lock profile says nothing of the three settings. */
  readonly unsettled: number;
  /** It is a lock profile that lists requests, and as far as is known, there may be such. */
  readonly lists: boolean;
  /** By severity, shown or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly findings: readonly FindingDetails[];
}

/** All that `check` has to say. */
export interface Report {
  /** In the order of the paths; with the findings that are shown, unless each file was printed once it was checked. */
  readonly files: readonly CheckedFile[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
  /** The user accepts requests without a lock profile. */
  readonly allowsNoProfile: boolean;
  /** How many findings are not shown. */
  readonly hidden: number;
  /** Whether warnings fail the check: there are more than allowed. */
  readonly warningsFail: boolean;
  readonly version: string;
  /** The page of each rule that has findings, as Markdown. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Counts also what is not shown. */
export interface Summary {
  readonly files: number;
  readonly requests: number;
  /** Requests without a lock profile, or whose profile says nothing of the three settings. */
  readonly withoutProfile: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

export function checkedFile(file: InspectedFile, reporter: Reporter): CheckedFile {
  const requests = requestSubjects(file.subjects);
  const findings = reporter.findingsIn(file);
  return {
    uri: file.uri,
    file: file.path,
    fileInRoot: displayPath(file.root, file.uri),
    requests: requests.length,
    unprofiled: requests.filter(({ inspection }) => !inspection.file.profile).length,
    unsettled: requests.filter(({ inspection }) => inspection.file.profile?.profile && knowsNoLock(inspection.context))
      .length,
    lists: mayListSome(file, findings),
    counts: countsOf(findings),
    findings,
  };
}

/** Of the profiles of several accounts, the plain one lists requests. */
function mayListSome({ uri, subjects }: InspectedFile, findings: readonly FindingDetails[]): boolean {
  const [first] = subjects;
  const isListing = first?.inspection.kind === 'profile' && first.inspection.profile.requests.length > 0;
  if (!isListing || accountOf(nameOf(uri)) !== undefined) return false;
  return !findings.some(({ code }) => code === 'profile-request-unmatched');
}

const none: CheckedFile['counts'] = { error: 0, warning: 0, information: 0, hint: 0 };

function countsOf(findings: readonly FindingDetails[]): CheckedFile['counts'] {
  if (findings.length === 0) return none;
  const counts = { ...none };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function knowsNoLock({ account }: RequestContext): boolean {
  return settings.every((each) => isUnsaid({ locks: account.locks[each] }));
}

export function summaryOf(files: readonly CheckedFile[]): Summary {
  const count = (severity: Severity) => sum(files, ({ counts }) => counts[severity]);
  return {
    files: files.length,
    requests: sum(files, ({ requests }) => requests),
    withoutProfile: sum(files, ({ unprofiled, unsettled }) => unprofiled + unsettled),
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
  };
}

export function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, each) => total + size(each), 0);
}

const bySeverity: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Without the findings below the severity. */
export function shownOf(file: CheckedFile, least: Severity): CheckedFile {
  const findings = file.findings.filter(({ severity }) => !isBelow(severity, least));
  return findings.length === file.findings.length ? file : { ...file, findings };
}

/** The number of findings below the severity. */
export function hiddenIn({ counts }: CheckedFile, least: Severity): number {
  return sum(bySeverity, (each) => (isBelow(each, least) ? counts[each] : 0));
}

function isBelow(severity: Severity, least: Severity): boolean {
  return bySeverity.indexOf(severity) < bySeverity.indexOf(least);
}
