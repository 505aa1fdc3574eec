import { say } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { tooLarge } from '../../files/world.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import { bodySubjects } from '../../inspection/subject.ts';
import { type Action, type Given, isMisuse, type Misuse } from '../arguments/command.ts';
import { type Selection, selectionOf } from '../arguments/selection.ts';
import { collect, type Inputs } from '../input/collect.ts';
import { Inspector } from '../input/inspector.ts';
import { noRequestIn } from '../input/notChecked.ts';
import type { Problem } from '../input/problems.ts';
import { type DiffedFile, diffText } from '../output/diff.ts';
import { type Output, outputsOf, putAll } from '../output/outputs.ts';
import { isRefused, predictionJson } from '../output/predictionJson.ts';
import { defaultWidth, predictionText } from '../output/predictionText.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { compare } from './compare.ts';

const kinds: Partial<Record<Inspection['kind'], string>> = {
  profile: 'lock profile',
  meeting: 'meeting file',
  response: 'response of Zoom',
};

interface PredictOptions extends Selection {
  /** What is printed: text, json, or diff. */
  readonly outputs: readonly Output[];
}

export function preparePredict(given: Given): Action | Misuse {
  const { values, cwd, command } = given;
  const selection = selectionOf(given);
  const outputs = outputsOf(values.format ?? [], command.formats ?? [], cwd);
  if (isMisuse(selection)) return selection;
  if (isMisuse(outputs)) return outputs;
  if (!values.diff) return (terminal) => predict({ ...selection, outputs }, terminal);
  if (values.format) return { problem: '--diff is a format of its own: use it without --format.' };
  return (terminal) => predict({ ...selection, outputs: [{ format: 'diff', file: undefined }] }, terminal);
}

/** Prints what Zoom will store for each request among the inputs. */
async function predict(options: PredictOptions, terminal: Terminal): Promise<ExitCode> {
  const files = new Files(terminal.world);
  const inputs = await collect(options, files, terminal);
  const inspector = new Inspector(files, terminal, options);
  if (options.otherProfiles.length > 0) {
    const others = options.otherProfiles.map((profile) => ({ ...options.overrides, profile }));
    const more = others.map((overrides) => new Inspector(files, terminal, { ...options, overrides }));
    return compare(options.outputs, [inspector, ...more], inputs, terminal);
  }
  const predicted = await predictedFiles(inspector, inputs);
  const printed = (problems: readonly Problem[]) => (format: string) =>
    output(format, predicted, inspector, problems, terminal);
  const refused = predicted.some(({ subjects }) => subjects.some(isRefused));
  const problems = inspector.problems.besides(inputs.inputs);
  return putAll(options.outputs, inspector, problems, printed, terminal) ?? (refused ? 1 : 0);
}

async function predictedFiles(inspector: Inspector, inputs: Inputs): Promise<readonly DiffedFile[]> {
  const files: DiffedFile[] = [];
  for await (const { path, text, marked, input, subjects } of inspector.inspectAll(inputs)) {
    files.push({ path, text, marked, subjects: bodySubjects(subjects) });
    const kind = subjects[0]?.inspection.kind;
    if (kind === 'unread') inspector.problems.add({ file: path, message: say(tooLarge) });
    const missing = noRequestIn(subjects);
    if (missing !== undefined) inspector.problems.add({ file: path, message: missing });
    const other = kind && kinds[kind];
    if (input.by === 'name' && other) inspector.problems.add({ file: path, message: `is a ${other}, not a request` });
  }
  return files;
}

function output(
  format: string,
  files: readonly DiffedFile[],
  inspector: Inspector,
  problems: readonly Problem[],
  { columns = defaultWidth }: Terminal,
): string {
  if (format === 'diff') return files.map(diffText).join('');
  const requests = files.flatMap(({ path, subjects }) => subjects.map((subject) => ({ path, subject })));
  return format === 'json'
    ? predictionJson(requests, inspector, problems)
    : predictionText(requests, inspector, columns);
}
