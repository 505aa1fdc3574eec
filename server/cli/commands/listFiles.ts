import { containerKind, fileKind } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { nameOf } from '../../files/uris.ts';
import type { Classification } from '../../inspection/classify.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import { bodySubjects } from '../../inspection/subject.ts';
import { type Action, type Given, isMisuse, type Misuse } from '../arguments/command.ts';
import { type Selection, selectionOf } from '../arguments/selection.ts';
import { collect, type Input, type Inputs } from '../input/collect.ts';
import { Inspector } from '../input/inspector.ts';
import { inTurn } from '../input/inTurn.ts';
import type { Problem } from '../input/problems.ts';
import { type Output, outputsOf, putAll } from '../output/outputs.ts';
import { printed } from '../output/print.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

/** What `check` would check, and what it would not. */
interface Listing {
  readonly checked: readonly ListedFile[];
  readonly others: readonly { readonly file: string; readonly reason: string }[];
}

interface ListedFile {
  readonly file: string;
  readonly kind: 'create' | 'update' | 'profile' | 'meeting' | 'response' | 'several';
  /** What says so. */
  readonly by: NonNullable<Classification['by']>;
  readonly requests: number;
  /** The lock profile in force; null: none. */
  readonly profile: string | null;
  readonly meeting: string | null;
}

export function prepareFiles(given: Given): Action | Misuse {
  const { values, cwd, command } = given;
  const selection = selectionOf(given);
  const outputs = outputsOf(values.format ?? [], command.formats ?? [], cwd);
  if (isMisuse(selection)) return selection;
  if (isMisuse(outputs)) return outputs;
  return (terminal) => listFiles(selection, outputs, terminal);
}

async function listFiles(selection: Selection, outputs: readonly Output[], terminal: Terminal): Promise<ExitCode> {
  const files = new Files(terminal.world);
  const inputs = await collect(selection, files, terminal);
  const inspector = new Inspector(files, terminal, selection);
  for (const problem of inputs.problems) inspector.problems.add(problem);
  const listing = await listingOf(inputs, inspector, terminal);
  const printedAs = (problems: readonly Problem[]) => (format: string) =>
    format === 'json' ? json(listing, problems) : text(listing);
  return putAll(outputs, inspector, inspector.problems.all, printedAs, terminal) ?? 0;
}

async function listingOf(inputs: Inputs, inspector: Inspector, terminal: Terminal): Promise<Listing> {
  const checked: ListedFile[] = [];
  const others: { readonly file: string; readonly reason: string }[] = [];
  for await (const input of inTurn(inputs.inputs, terminal, inspector.problems)) {
    const found = await listed(input, inspector);
    if ('reason' in found) others.push(found);
    else checked.push(found);
  }
  for (const uri of inputs.ignored.toSorted())
    others.push({ file: inspector.displayPath(uri), reason: 'git ignores it' });
  return { checked, others };
}

async function listed(input: Input, inspector: Inspector): Promise<ListedFile | Listing['others'][number]> {
  const file = input.shownAs ?? inspector.displayPath(input.uri);
  const found = await inspector.explainedFile(input);
  if ('problem' in found) {
    if (input.by === 'name' || fileKind(nameOf(input.uri)) !== undefined) inspector.problems.add(found.problem);
    return { file, reason: found.problem.message };
  }
  const { classification, subjects } = found;
  const [first] = subjects;
  const kind = first && kindOf(first.inspection, subjects.length);
  const requests = bodySubjects(subjects);
  const isEmpty = kind === 'several' && requests.length === 0 && classification.bodies.length === 0;
  if (!kind || isEmpty) return { file, reason: whyNot(input.uri) };
  return {
    file,
    kind,
    by: requests[0]?.inspection.file.by ?? classification.by ?? 'name',
    requests: requests.length,
    profile: classification.profile ? inspector.displayPath(classification.profile.uri) : null,
    meeting: classification.meeting ? inspector.displayPath(classification.meeting.uri) : null,
  };
}

function whyNot(uri: string): string {
  return containerKind(nameOf(uri)) === undefined
    ? 'its name does not say what it is, and no lock profile lists it'
    : 'no request is found in it';
}

function kindOf(first: Inspection, subjects: number): ListedFile['kind'] {
  if (first.kind === 'profile' || first.kind === 'meeting' || first.kind === 'response') return first.kind;
  if (first.kind === 'container' || subjects > 1 || ('name' in first && first.name !== undefined)) return 'several';
  return first.file.operation ?? 'several';
}

function json({ checked, others }: Listing, problems: readonly Problem[]): string {
  return `${JSON.stringify({ version: 1, files: checked, notChecked: others, problems }, null, 2)}\n`;
}

function text({ checked, others }: Listing): string {
  const lines = [
    ...checked.map((each) => `${each.file}: ${about(each)}`),
    ...(others.length > 0 ? [...(checked.length > 0 ? [''] : []), 'Not checked:'] : []),
    ...others.map(({ file, reason }) => `${file}: ${reason}`),
  ];
  return lines.map((line) => `${printed(line)}\n`).join('');
}

const reasons: Readonly<Record<ListedFile['by'], string>> = {
  option: 'by --operation',
  name: 'by its name',
  list: 'listed',
  document: 'named by a document',
  endpoint: 'by the endpoint',
};

function about({ kind, by, requests, profile, meeting }: ListedFile): string {
  if (kind === 'profile') return 'lock profile';
  if (kind === 'meeting') return 'meeting file';
  if (kind === 'response') return 'response of Zoom';
  const what = kind === 'several' ? `${requests} ${requests === 1 ? 'request' : 'requests'}` : `${kind} request`;
  const why = reasons[by];
  return [`${what}, ${why}`, profile ?? 'no lock profile', ...(meeting ? [meeting] : [])].join(' · ');
}
