import type { Severity } from '../../shared/index.ts';
import type { Files } from '../files.ts';
import type { Arguments } from './arguments.ts';
import type { ExitCode, Terminal } from './cli.ts';
import type { Inputs } from './collect.ts';
import { type FindingJson, findingsJson, printFinding } from './findings.ts';
import { Looker } from './look.ts';

interface Checked {
  readonly file: string;
  readonly findings: readonly FindingJson[];
}

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
    if ('problem' in looked) {
      all.add(looked.problem);
      continue;
    }
    checked.push({ file: looked.path, findings: findingsJson(looked) });
    for (const problem of looker.unreadableAround(looked)) all.add(problem);
  }
  for (const problem of looker.brokenProfiles(inputs)) all.add(problem);
  terminal.out(format === 'json' ? `${JSON.stringify(checked, null, 2)}\n` : text(checked));
  for (const problem of all) terminal.error(`${problem}\n`);
  return all.size > 0 ? 2 : hasFindings(checked) ? 1 : 0;
}

function hasFindings(checked: readonly Checked[]): boolean {
  return checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
}

function text(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ file, findings }) => findings.map((each) => printFinding(file, each)));
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(checked), ''].join('\n');
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
  return `${parts.join(', ') || 'Nothing to report'} in ${files}.`;
}
