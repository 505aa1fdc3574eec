import { applyEdits, type Edit, say } from '../../../shared/index.ts';
import type { Disk } from '../../files/world.ts';
import { changesKeepingMeaning, changesToStored, editsOfAll } from '../../inspection/fileFixes.ts';
import { requestSubjects } from '../../inspection/subject.ts';
import type { InspectedFile, Inspector } from '../input/inspector.ts';
import { patch } from '../output/diff.ts';
import { masked } from '../output/masked.ts';
import type { Terminal } from '../terminal.ts';

/** What `check` writes into the requests. */
export interface Fixing {
  /** What keeps the meaning. */
  readonly fixes: boolean;
  /** What Zoom will store. */
  readonly writesStored: boolean;
  readonly isDryRun: boolean;
}

/** A fix may make way for another one; after so many rounds it is enough. */
const mostRounds = 10;

/** The file as it is after its fixes are written: the same if there are none, or if it cannot be written. */
export async function fixed(
  file: InspectedFile,
  fixing: Fixing,
  inspector: Inspector,
  { world }: Terminal,
): Promise<InspectedFile> {
  const after = await withFixes(file, fixing, inspector);
  if (after.text === file.text) return file;
  const problem = file.input.bytes ? 'cannot be fixed: it is standard input' : await write(file, after.text, world);
  if (problem === undefined) return after;
  inspector.problems.add({ file: file.path, message: problem });
  return file;
}

/** Why it is not written; undefined once it is. */
async function write({ uri, text, marked }: InspectedFile, fresh: string, world: Disk): Promise<string | undefined> {
  const now = await world.read(uri);
  const isSame = now.state === 'text' && now.text === text && (now.marked ?? false) === marked;
  if (!isSame) return 'has changed meanwhile, and is left as it is';
  const failed = world.write(uri, `${marked ? '\uFEFF' : ''}${fresh}`);
  return failed && say(failed);
}

/** What would be written, as a diff in which passcodes are masked; empty where nothing would. */
export async function dryRun(file: InspectedFile, fixing: Fixing, inspector: Inspector): Promise<string> {
  const { text } = await withFixes(file, fixing, inspector);
  if (text === file.text) return '';
  const edits = [difference(file.text, text)];
  const found = patch(file, edits, ['as it is', 'as it would be written']);
  const [before = '', after = '', ...lines] = found.split('\n');
  return [before, after, ...lines.map(maskedLine)].join('\n');
}

/** One edit that makes the second text of the first. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}

/** Of a line of a diff; those that begin with `@@` and `\` are not from the file. */
function maskedLine(line: string): string {
  return /^[ +-]/.test(line) ? line.slice(0, 1) + masked(line.slice(1)) : line;
}

async function withFixes(file: InspectedFile, fixing: Fixing, inspector: Inspector): Promise<InspectedFile> {
  let now = file;
  for (let round = 0; round < mostRounds; round++) {
    const text = edited(now, fixing);
    if (text === now.text) break;
    now = await inspector.withText(now, text);
  }
  return now;
}

/** What is meant first: what Zoom will store may depend on it. */
function edited({ text, subjects }: InspectedFile, { fixes, writesStored }: Fixing): string {
  const requests = requestSubjects(subjects);
  const better = fixes ? applyEdits(text, editsOfAll(requests, changesKeepingMeaning)) : text;
  return better === text && writesStored ? applyEdits(text, editsOfAll(requests, changesToStored)) : better;
}
