import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import {
  brokenBody,
  conditionsText,
  type Prediction,
  type StoredText,
  say,
  storedTexts,
  visible,
} from '../../shared/index.ts';
import type { RequestInspection } from '../inspection/inspect.ts';
import type { InspectedFile } from './inspector.ts';
import { quotedPath } from './print.ts';
import { faultsOf } from './report.ts';

/**
 * A request beside what Zoom will store, as unified diffs: one for each case that changes something. What else there is to
 * say stands in lines that begin with a number sign, which programs that read diffs pass over.
 */
export function diffText(request: InspectedFile, { context }: RequestInspection): string {
  const { path, text } = request;
  const texts = storedTexts(context.body.document, context.prediction);
  const diffs = texts.map((stored) => caseText(path, text, stored, context.prediction));
  const faults = faultsOf(request).map((each) => `# ${each}\n`);
  return [...(diffs.length > 0 ? diffs : [`# ${visible(path)}: ${say(brokenBody)}\n`]), ...faults].join('');
}

function caseText(path: string, text: string, stored: StoredText, prediction: Prediction): string {
  const condition = conditionsText(stored.when, prediction);
  const suffix = condition ? ` if ${say(condition)}` : '';
  if (stored.text === text) return `# ${visible(path)}: Zoom changes nothing${suffix}\n`;
  const hunks = formatPatch(structuredPatch(path, path, text, stored.text, '', '', { context: 3 }), OMIT_HEADERS);
  const name = quotedPath(path);
  return `--- ${name}\tas it is sent\n+++ ${name}\tas Zoom will store it${suffix}\n${hunks}`;
}
