import type { Severity } from '../../shared/index.ts';
import type { Files } from '../files.ts';
import type { Arguments } from './arguments.ts';
import type { ExitCode, Terminal } from './cli.ts';
import type { Inputs } from './collect.ts';
import { findingJson, printFinding } from './findings.ts';
import { type Looked, Looker } from './look.ts';

type Checked = Exclude<Looked, { problem: string }>;

/** Reports the findings of the requests, profiles and meeting files among the inputs. */
export async function check(
  { format, overrides }: Arguments,
  files: Files,
  { inputs, problems }: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const looker = new Looker(files, terminal.cwd, overrides);
  const checked: Checked[] = [];
  const all = new Set(problems);
  for (const input of inputs) {
    const looked = await looker.look(input);
    if (!looked) continue;
    if ('problem' in looked) all.add(looked.problem);
    else {
      checked.push(looked);
      for (const problem of unreadableAround(looked, looker)) all.add(problem);
    }
  }
  terminal.out(format === 'json' ? json(checked) : text(checked));
  for (const problem of all) terminal.error(`${problem}\n`);
  return all.size > 0 ? 2 : hasFindings(checked) ? 1 : 0;
}

/** A profile or a meeting file that is there and cannot be read: without it, the check is not what was asked for. */
function unreadableAround({ inspection }: Checked, looker: Looker): readonly string[] {
  if (inspection.kind !== 'request') return [];
  const { profile, meeting } = inspection.file;
  return [
    ...(profile && !profile.profile ? [`${looker.displayPath(profile.uri)}: ${profile.problem}`] : []),
    ...(meeting?.problem ? [`${looker.displayPath(meeting.uri)}: ${meeting.problem}`] : []),
  ];
}

function hasFindings(checked: readonly Checked[]): boolean {
  return checked.some(({ inspection }) =>
    inspection.findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
}

function json(checked: readonly Checked[]): string {
  const all = checked.map(({ path, text: document, inspection }) => ({
    file: path,
    findings: inspection.findings.map((each) => findingJson(document, each)),
  }));
  return `${JSON.stringify(all, null, 2)}\n`;
}

function text(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ path, text: document, inspection }) =>
    inspection.findings.map((each) => printFinding(path, document, each)),
  );
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(checked), ''].join('\n');
}

function summary(checked: readonly Checked[]): string {
  const found = checked.flatMap(({ inspection }) => inspection.findings.map(({ severity }) => severity));
  const count = (severity: Severity, one: string, many: string) => {
    const number = found.filter((each) => each === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('information', 'information', 'informations'),
    ...count('hint', 'hint', 'hints'),
  ];
  const files = checked.length === 1 ? '1 file' : `${checked.length} files`;
  return `${parts.join(', ') || 'Nothing to report'} in ${files}.`;
}
