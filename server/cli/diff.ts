import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import {
  applyEdits,
  brokenBody,
  conditionsText,
  type Edit,
  fileEdit,
  requestPath,
  type StoredText,
  say,
  storedTexts,
  visible,
} from '../../shared/index.ts';
import type { RequestSubject } from '../inspection/subject.ts';
import { quotedPath } from './print.ts';
import { faultsOf } from './report.ts';

/** The requests of one file. */
export interface DiffedFile {
  readonly path: string;
  readonly text: string;
  readonly subjects: readonly RequestSubject[];
}

/**
 * Unified diffs of requests and what Zoom will store: one for all that is certain in the file, and one for each case of what
 * is not. Everything else is in lines that begin with `#`, which programs that read diffs skip.
 */
export function diffText({ path, text, subjects }: DiffedFile): string {
  const all = subjects.map((subject) => ({
    subject,
    texts: storedTexts(subject.inspection.document, subject.inspection.context.prediction),
  }));
  const certain = all.flatMap(({ subject, texts: [first, second] }) =>
    first && !second ? editsInFile(subject, first) : [],
  );
  const notes = all.flatMap(({ subject, texts }) => [
    ...(texts.length === 0 ? [`# ${nameOf(path, subject)}: ${say(brokenBody)}\n`] : []),
    ...(texts.length === 1 && texts[0]?.edits.length === 0 ? [unchanged(path, subject, '')] : []),
    ...(texts.length > 1 ? texts.map((each) => caseText(path, text, each, subject)) : []),
    ...faultsOf(path, subject).map((each) => `# ${each}\n`),
  ]);
  return [patch(path, text, certain, ''), ...notes].join('');
}

function caseText(path: string, text: string, stored: StoredText, subject: RequestSubject): string {
  const { context, name } = subject.inspection;
  const condition = conditionsText(stored.when, context.prediction);
  const suffix = condition ? ` if ${say(condition)}` : '';
  const request = name === undefined ? '' : ` (${visible(requestPath('', name))})`;
  const changed = patch(path, text, editsInFile(subject, stored), suffix + request);
  return changed || unchanged(path, subject, suffix);
}

function editsInFile({ inspection: { map } }: RequestSubject, { edits }: StoredText): readonly Edit[] {
  return edits.map((each) => fileEdit(map, each));
}

function unchanged(path: string, subject: RequestSubject, suffix: string): string {
  return `# ${nameOf(path, subject)}: Zoom changes nothing${suffix}\n`;
}

function nameOf(path: string, { inspection: { name } }: RequestSubject): string {
  return visible(requestPath(path, name));
}

/** Empty where nothing changes. */
function patch(path: string, text: string, edits: readonly Edit[], suffix: string): string {
  const stored = applyEdits(text, edits);
  if (stored === text) return '';
  const hunks = formatPatch(structuredPatch(path, path, text, stored, '', '', { context: 3 }), OMIT_HEADERS);
  const file = quotedPath(path);
  return `--- ${file}\tas it is sent\n+++ ${file}\tas Zoom will store it${suffix}\n${hunks}`;
}
