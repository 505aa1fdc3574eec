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
 * A request beside what Zoom will store, as unified diffs: one for each case that changes something. What else there is to
 * say stands in lines that begin with a number sign, which programs that read diffs pass over.
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
  const head = quotedPath(path);
  return `--- ${head}\tas it is sent\n+++ ${head}\tas Zoom will store it${suffix}${request}\n${hunks}`;
}
