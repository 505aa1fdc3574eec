import { say } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { displayPath, nameOf } from '../../files/uris.ts';
import { tooLarge } from '../../files/world.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import { type Action, type Given, isMisuse, type Misuse } from '../arguments/command.ts';
import { resolvePath } from '../arguments/paths.ts';
import { type Selection, selectionOf } from '../arguments/selection.ts';
import { collect, type Inputs } from '../input/collect.ts';
import { type InspectedFile, Inspector } from '../input/inspector.ts';
import type { Problem } from '../input/problems.ts';
import { responsesAmong } from '../input/responses.ts';
import { type Output, outputsOf, putAll } from '../output/outputs.ts';
import { Reporter } from '../output/report.ts';
import { agrees, type VerifiedResponse, verifyJson, verifyText } from '../output/verifyOutput.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { recordResponse } from './recordResponse.ts';

interface VerifyOptions extends Selection {
  readonly outputs: readonly Output[];
  /** Where standard input is stored first, without its number and ending, as a URI. */
  readonly record: string | undefined;
}

export function prepareVerify(given: Given): Action | Misuse {
  const { values, operands, cwd, command } = given;
  const { record } = values;
  if (record === undefined && operands.length === 0) return { problem: 'verify needs a PATH, or --record NAME.' };
  if (record !== undefined && operands.length > 0)
    return { problem: 'verify takes a PATH or --record NAME, not both.' };
  if (operands.includes('-')) return { problem: 'verify reads standard input only with --record NAME.' };
  if ((values.profile ?? []).length > 1) return { problem: 'verify takes one --profile.' };
  // What is recorded is known only once it is.
  const selection = selectionOf({ ...given, operands: record === undefined ? operands : [record] });
  const outputs = outputsOf(values.format ?? [], command.formats ?? [], cwd);
  if (isMisuse(selection)) return selection;
  if (isMisuse(outputs)) return outputs;
  const at = record === undefined ? undefined : resolvePath(cwd, record);
  return (terminal) => verify({ ...selection, outputs, record: at }, terminal);
}

/** Holds saved responses of Zoom against the prediction. */
async function verify(options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const recorded = options.record === undefined ? undefined : await recordResponse(options.record, terminal);
  if (recorded && 'problem' in recorded) {
    terminal.error(`${recorded.problem}\n`);
    return 2;
  }
  if (recorded) terminal.error(`${displayPath(terminal.cwd, recorded.uri)} is written, without secrets.\n`);
  const files = new Files(terminal.world);
  const paths = recorded ? [displayPath(terminal.cwd, recorded.uri)] : options.paths;
  const inputs = await responsesAmong(await collect({ ...options, paths }, files, terminal), terminal);
  const inspector = new Inspector(files, terminal, options);
  const verified = await verifiedFiles(inspector, inputs);
  const problems = inspector.problems.besides(inputs.inputs);
  const known = verified.length + problems.length > 0 ? problems : [nothingToVerify];
  const printedAs = (all: readonly Problem[]) => (format: string) =>
    format === 'json' ? verifyJson(verified, inspector, all) : verifyText(verified, inspector, terminal.columns);
  return putAll(options.outputs, inspector, known, printedAs, terminal) ?? (verified.every(agrees) ? 0 : 1);
}

async function verifiedFiles(inspector: Inspector, inputs: Inputs): Promise<readonly VerifiedResponse[]> {
  const reporter = new Reporter((uri) => inspector.displayPath(uri));
  const verified: VerifiedResponse[] = [];
  for await (const file of inspector.inspectAll(inputs)) {
    const result = verifiedIn(file, reporter);
    if ('problem' in result) inspector.problems.add(result.problem);
    else verified.push(result);
  }
  return verified;
}

const nothingToVerify: Problem = {
  file: null,
  message: 'Nothing to verify: there is no NAME.zoom-response.json next to a request.',
};

/** A response that cannot be compared is not silently taken as agreeing. */
function verifiedIn(file: InspectedFile, reporter: Reporter): VerifiedResponse | { readonly problem: Problem } {
  const { path, uri, subjects } = file;
  const inspection = subjects[0]?.inspection;
  const answered = inspection?.kind === 'response' ? inspection.answered : undefined;
  if (answered) return { path, answered, findings: reporter.findingsIn(file) };
  return { problem: { file: path, message: whyNotVerified(inspection, nameOf(uri)) } };
}

function whyNotVerified(inspection: Inspection | undefined, name: string): string {
  if (inspection?.kind === 'unread') return say(tooLarge);
  const [finding] = inspection?.findings ?? [];
  if (finding && (finding.code === 'not-a-meeting' || finding.code === 'json-syntax')) return say(finding.message);
  const base = name.replace(/\.zoom-response\.jsonc?$/i, '');
  return `no request to compare it with: ${base}.zoom-create.json, ${base}.zoom-update.json or a listed ${base}.json`;
}
