import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import {
  applyEdits,
  conditionsText,
  type Edit,
  fileEdit,
  requestPath,
  type Span,
  type StoredText,
  say,
  visible,
} from '../../../shared/index.ts';
import { storedOf, whyNotPredicted } from '../../inspection/inspection.ts';
import { type BodySubject, type RequestSubject, requestSubjects } from '../../inspection/subject.ts';
import { quotedPath } from './print.ts';
import { faultsOf } from './report.ts';

/** A file as a diff shows it. */
interface DiffableFile {
  readonly path: string;
  readonly text: string;
  /** The file begins with a byte order mark, which is not in the text. */
  readonly marked: boolean;
}

/** What one file calls requests. */
export interface DiffedFile extends DiffableFile {
  readonly subjects: readonly BodySubject[];
}

/**
 * Unified diffs of requests and what Zoom will store: one for all that is certain in the file, and one for each case of what
 * is not. Everything else is in lines that begin with `#`, which programs that read diffs skip.
 */
export function diffText(file: DiffedFile): string {
  const { path, subjects } = file;
  const all = requestSubjects(subjects).map((subject) => ({
    subject,
    texts: storedOf(subject.inspection),
  }));
  const certain = all.flatMap(({ subject, texts: [first, second] }) =>
    first && !second ? editsInFile(subject, first) : [],
  );
  const notes = all.flatMap(({ subject, texts }) => [
    ...(texts.length === 0 ? [`# ${nameOf(path, subject)}: ${say(whyNotPredicted(subject.inspection))}\n`] : []),
    ...(texts.length === 1 && texts[0]?.edits.length === 0 ? [unchanged(path, subject, '')] : []),
    ...(texts.length > 1 ? texts.map((each) => caseText(file, each, subject)) : []),
    ...faultLines(path, subject),
  ]);
  const mistaken = subjects
    .filter(({ inspection }) => inspection.kind === 'mistaken')
    .flatMap((each) => [
      `# ${nameOf(path, each)}: ${say(whyNotPredicted(each.inspection))}\n`,
      ...faultLines(path, each),
    ]);
  return [patch(file, certain, labels('')), ...notes, ...mistaken].join('');
}

function faultLines(path: string, subject: BodySubject): readonly string[] {
  return faultsOf(path, subject).map((each) => `# ${each}\n`);
}

function caseText(file: DiffableFile, stored: StoredText, subject: RequestSubject): string {
  const { context, name } = subject.inspection;
  const condition = conditionsText(stored.when, context.prediction);
  const suffix = condition ? ` if ${say(condition)}` : '';
  const request = name === undefined ? '' : ` (${visible(requestPath('', name))})`;
  const changed = patch(file, editsInFile(subject, stored), labels(suffix + request));
  return changed || unchanged(file.path, subject, suffix);
}

function labels(suffix: string): readonly [string, string] {
  return ['as it is sent', `as Zoom will store it${suffix}`];
}

function editsInFile({ inspection: { map } }: RequestSubject, { edits }: StoredText): readonly Edit[] {
  return edits.map((each) => fileEdit(map, each));
}

function unchanged(path: string, subject: RequestSubject, suffix: string): string {
  return `# ${nameOf(path, subject)}: Zoom changes nothing${suffix}\n`;
}

function nameOf(path: string, { inspection: { name } }: BodySubject): string {
  return visible(requestPath(path, name));
}

/** More lines than a hunk has around its change. */
const margin = 20;

/** A unified diff; empty where nothing changes. Only the lines around the edits are compared, since a file may contain thousands of bodies. */
export function patch(
  { path, text, marked }: DiffableFile,
  edits: readonly Edit[],
  [before, after]: readonly [before: string, after: string],
): string {
  if (edits.length === 0) return '';
  const { start, end } = linesAround(text, edits);
  const sent = text.slice(start, end);
  const shifted = edits.map((each) => {
    return { ...each, span: { start: each.span.start - start, end: each.span.end - start } };
  });
  const stored = applyEdits(sent, shifted);
  if (stored === sent) return '';
  const mark = marked && start === 0 ? '\uFEFF' : '';
  const found = structuredPatch(path, path, mark + sent, mark + stored, '', '', { context: 3 });
  const above = text.slice(0, start).split('\n').length - 1;
  const hunks = found.hunks.map((each) => {
    return { ...each, oldStart: each.oldStart + above, newStart: each.newStart + above };
  });
  const file = quotedPath(path);
  const lines = formatPatch({ ...found, hunks }, OMIT_HEADERS);
  return `--- ${file}\t${before}\n+++ ${file}\t${after}\n${lines}`;
}

/** Whole lines, which end with `\n` alone: that is how programs that read diffs count them. */
function linesAround(text: string, edits: readonly Edit[]): Span {
  const first = edits.reduce((least, { span }) => Math.min(least, span.start), text.length);
  const last = edits.reduce((most, { span }) => Math.max(most, span.end), 0);
  let start = lineStart(text, first);
  let end = lineEnd(text, last);
  for (let line = 0; line < margin && start > 0; line++) start = lineStart(text, start - 1);
  for (let line = 0; line < margin; line++) end = lineEnd(text, end);
  return { start, end };
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** After the line break, if there is one. */
function lineEnd(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}
