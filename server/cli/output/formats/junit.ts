import type { Problem } from '../../input/problems.ts';
import type { CheckedFile, Report } from '../checked.ts';
import { sum } from '../checked.ts';
import { type FindingDetails, printFinding } from '../report.ts';
import type { Format } from './format.ts';

/** JUnit's XML: a suite for each file, a case for each finding. What does not fail the check passes. */
export const junit: Format = {
  name: 'junit',
  end({ files, problems, warningsFail }: Report): string {
    const suites = [
      ...files.map((each) => suiteOf(each, warningsFail)),
      ...(problems.length > 0 ? [broken(problems)] : []),
    ];
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="zoom-request-lens" ${countsOf(suites)}>`,
      ...suites.flatMap(suiteLines),
      '</testsuites>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly outcome: 'failure' | 'error' | 'passed';
  readonly message?: string;
  readonly type?: string;
}

function suiteOf({ file, findings }: CheckedFile, warningsFail: boolean): Suite {
  if (findings.length === 0) return { name: file, cases: [{ name: 'no findings', outcome: 'passed' }] };
  return { name: file, cases: findings.map((each) => caseOf(file, each, warningsFail)) };
}

function caseOf(file: string, finding: FindingDetails, warningsFail: boolean): Case {
  const { severity, code, range } = finding;
  const fails = severity === 'error' || (severity === 'warning' && warningsFail);
  return {
    name: `${code} at ${range.start.line + 1}:${range.start.character + 1}`,
    outcome: fails ? 'failure' : 'passed',
    message: printFinding(file, finding),
    type: severity,
  };
}

function broken(problems: readonly Problem[]): Suite {
  const cases = problems.map(({ file, message }): Case => {
    return { name: file ?? 'the run', outcome: 'error', message, type: 'problem' };
  });
  return { name: 'problems', cases };
}

function countsOf(suites: readonly Suite[]): string {
  const count = (outcome: Case['outcome']) =>
    sum(suites, ({ cases }) => cases.filter((each) => each.outcome === outcome).length);
  const tests = sum(suites, ({ cases }) => cases.length);
  return `tests="${tests}" failures="${count('failure')}" errors="${count('error')}"`;
}

function suiteLines(suite: Suite): readonly string[] {
  return [
    `  <testsuite name="${escaped(suite.name)}" ${countsOf([suite])}>`,
    ...suite.cases.flatMap((each) => caseLines(suite.name, each)),
    '  </testsuite>',
  ];
}

function caseLines(suite: string, { name, outcome, message = '', type = '' }: Case): readonly string[] {
  const head = `    <testcase name="${escaped(name)}" classname="${escaped(suite)}"`;
  if (outcome === 'passed' && message === '') return [`${head}/>`];
  const body =
    outcome === 'passed'
      ? `      <system-out>${escaped(message)}</system-out>`
      : `      <${outcome} message="${escaped(message)}" type="${escaped(type)}"/>`;
  return [`${head}>`, body, '    </testcase>'];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML cannot hold are left out. */
function escaped(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
