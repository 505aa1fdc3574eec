import { requestPath, say, visible } from '../../shared/index.ts';
import { type ComparedRequest, comparedFields } from '../inspection/comparison.ts';
import { whyNotPredicted } from '../inspection/inspection.ts';
import { bodySubjects } from '../inspection/subject.ts';
import type { Arguments } from './arguments.ts';
import type { Inputs } from './collect.ts';
import type { Inspector } from './inspector.ts';
import { type PredictedBody, predictionJson } from './predict.ts';
import { printed, tableText } from './print.ts';
import { printProblem } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Prints what Zoom will store for each request under each of several lock profiles, one inspector each. */
export async function compare(
  format: Arguments['format'],
  inspectors: readonly Inspector[],
  inputs: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const byRequest = new Map<string, PredictedBody[]>();
  for (const inspector of inspectors) {
    for await (const { path, subjects } of inspector.inspectAll(inputs))
      for (const subject of bodySubjects(subjects)) {
        const key = requestPath(path, subject.inspection.name);
        byRequest.set(key, [...(byRequest.get(key) ?? []), { path, subject }]);
      }
  }
  const found = inspectors.flatMap((each) => [...each.problems, ...each.brokenProfiles(inputs.inputs)]);
  const problems = [...new Map(found.map((each) => [printProblem(each), each])).values()];
  const [inspector] = inspectors;
  if (inspector && format === 'json') terminal.out(predictionJson([...byRequest.values()].flat(), inspector, problems));
  if (inspector && format === 'text')
    terminal.out([...byRequest].map(([path, requests]) => `${comparisonText(path, requests, inspector)}\n`).join('\n'));
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : 0;
}

/** A table: a column for each profile, and a sign before each field that is stored differently. */
function comparisonText(path: string, requests: readonly PredictedBody[], inspector: Inspector): string {
  const accounts = requests.map(({ subject: { inspection } }) => ({
    profile: inspector.displayPath(inspection.file.profile?.uri ?? ''),
    inspection,
  }));
  const request: ComparedRequest = { path, accounts };
  const heads = ['', 'field', 'sent', ...accounts.map(({ profile }) => profile)];
  const rows = comparedFields(request).map(({ name, sent, stored, differs }) => [
    differs ? '≠' : '',
    name,
    printed(sent),
    ...stored.map((each) => each.map(printed).join(' or ')),
  ]);
  const reasons = accounts.slice(0, 1).map(({ inspection }) => `  ${say(whyNotPredicted(inspection))}`);
  const table = rows.length > 0 ? tableText([heads, ...rows]) : reasons;
  return [path, '', ...table].map(visible).join('\n');
}
