import { requestPath, say, visible } from '../../../shared/index.ts';
import { type ComparedRequest, comparedFields } from '../../inspection/comparison.ts';
import { whyNotPredicted } from '../../inspection/inspection.ts';
import { bodySubjects } from '../../inspection/subject.ts';
import type { Inputs } from '../input/collect.ts';
import type { Inspector } from '../input/inspector.ts';
import { type Problem, printProblem } from '../input/problems.ts';
import { type Output, putAll } from '../output/outputs.ts';
import { isRefused, type PredictedBody, predictionJson } from '../output/predictionJson.ts';
import { printed } from '../output/print.ts';
import { tableText } from '../output/table.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

/** Prints what Zoom will store for each request under each of several lock profiles, one inspector each. */
export async function compare(
  outputs: readonly Output[],
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
  const found = inspectors.flatMap(({ problems }) => problems.besides(inputs.inputs));
  const known = [...new Map(found.map((each) => [printProblem(each), each])).values()];
  const [inspector] = inspectors;
  if (!inspector) return 0;
  const all = [...byRequest.values()].flat();
  const printedAs = (problems: readonly Problem[]) => (format: string) =>
    format === 'json' ? predictionJson(all, inspector, problems) : comparisonsText(byRequest, inspector, terminal);
  const refused = all.some(({ subject }) => isRefused(subject));
  return putAll(outputs, inspector, known, printedAs, terminal) ?? (refused ? 1 : 0);
}

function comparisonsText(
  byRequest: ReadonlyMap<string, readonly PredictedBody[]>,
  inspector: Inspector,
  { columns = Number.POSITIVE_INFINITY }: Terminal,
): string {
  const tables = [...byRequest].map(([path, requests]) => comparisonText(path, requests, inspector, columns));
  return tables.map((each) => `${each}\n`).join('\n');
}

/** A table: a column for each profile, and a sign before each field that is stored differently. */
function comparisonText(path: string, requests: readonly PredictedBody[], inspector: Inspector, width: number): string {
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
  const table =
    rows.length > 0
      ? tableText(
          [heads, ...rows].map((cells) => ({ cells })),
          width,
        )
      : reasons;
  return [path, '', ...table].map(visible).join('\n');
}
