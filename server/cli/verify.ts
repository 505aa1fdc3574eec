import { say } from '../../shared/index.ts';
import { Files } from '../files/files.ts';
import { displayPath, nameOf } from '../files/uris.ts';
import { tooLarge } from '../files/world.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { VerifyArguments } from './arguments.ts';
import { collect } from './collect.ts';
import { type InspectedFile, Inspector } from './inspector.ts';
import { recordResponse } from './recordResponse.ts';
import { type Problem, printProblem, Reporter } from './report.ts';
import { responsesAmong } from './responses.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { agrees, type VerifiedResponse, verifyJson, verifyText } from './verifyOutput.ts';

/** Holds saved responses of Zoom against the prediction. */
export async function verify(parsed: VerifyArguments, terminal: Terminal): Promise<ExitCode> {
  const recorded = parsed.record === undefined ? undefined : await recordResponse(parsed.record, terminal);
  if (recorded && 'problem' in recorded) {
    terminal.error(`${recorded.problem}\n`);
    return 2;
  }
  if (recorded) terminal.error(`${displayPath(terminal.cwd, recorded.uri)} is written, without secrets.\n`);
  const files = new Files(terminal.world);
  const paths = recorded ? [displayPath(terminal.cwd, recorded.uri)] : parsed.paths;
  const collected = await collect({ ...parsed, paths }, files, terminal);
  const inputs = await responsesAmong(collected, terminal);
  const inspector = new Inspector(files, terminal.cwd, parsed.overrides, parsed.severities);
  const reporter = new Reporter((uri) => inspector.displayPath(uri));
  const verified: VerifiedResponse[] = [];
  for await (const file of inspector.inspectAll(inputs)) {
    const result = verifiedIn(file, reporter);
    if ('problem' in result) inspector.report(result.problem);
    else verified.push(result);
  }
  const problems = [...inspector.problems, ...inspector.brokenProfiles(inputs.inputs)];
  const all = verified.length + problems.length > 0 ? problems : [nothingToVerify];
  terminal.out(parsed.format === 'json' ? verifyJson(verified, inspector, all) : verifyText(verified, inspector));
  for (const problem of all) terminal.error(`${printProblem(problem)}\n`);
  return all.length > 0 ? 2 : verified.every(agrees) ? 0 : 1;
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
