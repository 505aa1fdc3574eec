import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import {
  applyEdits,
  brokenBody,
  conditionsText,
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

/**
 * Unified diffs of a request and what Zoom will store: one for each case that changes something. Everything else is in
 * lines that begin with `#`, which programs that read diffs skip.
 */
export function diffText(path: string, text: string, subject: RequestSubject): string {
  const { context, name } = subject.inspection;
  const texts = storedTexts(context.body.document, context.prediction);
  const diffs = texts.map((stored) => caseText(path, text, stored, subject));
  const faults = faultsOf(path, subject).map((each) => `# ${each}\n`);
  const broken = `# ${visible(requestPath(path, name))}: ${say(brokenBody)}\n`;
  return [...(diffs.length > 0 ? diffs : [broken]), ...faults].join('');
}

function caseText(path: string, text: string, { when, edits }: StoredText, { inspection }: RequestSubject): string {
  const { context, name, map } = inspection;
  const condition = conditionsText(when, context.prediction);
  const suffix = condition ? ` if ${say(condition)}` : '';
  const stored = applyEdits(
    text,
    edits.map((each) => fileEdit(map, each)),
  );
  if (stored === text) return `# ${visible(requestPath(path, name))}: Zoom changes nothing${suffix}\n`;
  const hunks = formatPatch(structuredPatch(path, path, text, stored, '', '', { context: 3 }), OMIT_HEADERS);
  const request = name === undefined ? '' : ` (${visible(requestPath('', name))})`;
  const file = quotedPath(path);
  return `--- ${file}\tas it is sent\n+++ ${file}\tas Zoom will store it${suffix}${request}\n${hunks}`;
}
