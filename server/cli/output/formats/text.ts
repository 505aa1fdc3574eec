import { type Severity, visible } from '../../../../shared/index.ts';
import { type CheckedFile, type Report, type Summary, sum } from '../checked.ts';
import { wrapped } from '../columns.ts';
import { columnsOf } from '../excerpt.ts';
import { type FindingDetails, printFinding } from '../report.ts';
import { type Paint, painter } from '../style.ts';
import type { Format, Page } from './format.ts';

/** For people: the findings of a file together, each with its line and the line of the lock profile that causes it. */
export const text: Format = {
  name: 'text',
  detail: ({ width = defaultWidth }) => ({ excerpts: width - indent }),
  file: fileText,
  end: (report, page) =>
    page.quiet && !failsUnseen(report)
      ? ''
      : ending(report)
          .map((line) => `${line}\n`)
          .join(''),
};

/** Where the width of the terminal is not known. */
const defaultWidth = 100;

/** What precedes an excerpt. */
const indent = 10;

function fileText({ file, findings }: CheckedFile, page: Page): string {
  if (findings.length === 0) return '';
  const paint = painter(page.colours);
  return `${findings.map((each) => findingLines(file, each, page, paint).join('\n')).join('\n')}\n\n`;
}

const colours: Record<Severity, Parameters<Paint>[0]> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
};

function findingLines(file: string, finding: FindingDetails, { width }: Page, paint: Paint): readonly string[] {
  const { severity, excerpt, cause, range } = finding;
  const line = printFinding(file, finding);
  const [first = '', ...more] = width === undefined ? [line] : wrapped(line, width - 2);
  const number = String(range.start.line + 1).padStart(5);
  const gutter = ' '.repeat(number.length);
  return [
    first.replace(`: ${severity}: `, `: ${paint(colours[severity], severity)}: `),
    ...more.map((each) => `  ${each}`),
    ...(excerpt ? [`${number} | ${excerpt.line}`, `${gutter} | ${paint(colours[severity], excerpt.carets)}`] : []),
    ...(cause ? [paint('dim', causeLine(cause, width))] : []),
  ];
}

function causeLine(
  { file, line, excerpt = '' }: NonNullable<FindingDetails['cause']>,
  width: number | undefined,
): string {
  const words = visible(`      cause: ${file}:${line + 1}: ${excerpt}`);
  return width === undefined ? words : columnsOf(words, 0, width);
}

/** Nothing is printed of what fails the check: then at least that there is something. */
function failsUnseen({ summary, hidden, warningsFail }: Report): boolean {
  const { errors, warnings, informations, hints } = summary;
  return warningsFail && hidden === errors + warnings + informations + hints;
}

function ending({ files, problems, summary, hidden, allowsNoProfile }: Report): readonly string[] {
  // If nothing could be inspected, the problems are all there is to say.
  if (files.length === 0) return problems.length > 0 ? [] : ['No requests, lock profiles or meeting files found.'];
  return [
    summaryText(summary),
    ...(hidden > 0 ? [`${hidden} not shown (--min-severity).`] : []),
    // Otherwise it is a problem.
    ...(allowsNoProfile ? unprofiled(files) : []),
  ];
}

function summaryText(summary: Summary): string {
  const { errors, warnings, informations, hints } = summary;
  const parts = [
    ...counted(errors, 'error', 'errors'),
    ...counted(warnings, 'warning', 'warnings'),
    ...counted(informations, 'info', 'infos'),
    ...counted(hints, 'hint', 'hints'),
  ];
  return `${parts.join(', ') || 'No findings'} in ${counted(summary.files, 'file', 'files').join('')}.`;
}

function counted(number: number, one: string, many: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
}

const unchecked = "what depends on the account's locks was not checked.";

/** The likeliest mistakes in CI, since hardly anything can be found without what a profile says. */
function unprofiled(files: readonly CheckedFile[]): readonly string[] {
  const without = owners(sum(files, (each) => each.unprofiled));
  const unsettled = owners(sum(files, (each) => each.unsettled));
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
