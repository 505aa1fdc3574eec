import assert from 'node:assert/strict';
import { applyEdits, checkProfile, checkRequest, editsFor, type Finding, lookAt, parse, readMeeting, readProfile } from '../../shared/index.ts';
import type { Operation } from '../../shared/model/security.ts';

/**
 * Documents with the expected findings drawn in, each under the line it is about:
 *
 *   { "settings": { "waiting_room": false } }
 *   //                              ^^^^^ waiting-room-overwritten: Zoom will store …
 *
 * A line of carets ends in code, colon and message, and stands for a finding of exactly that range (one that goes on in
 * the next line is drawn to the end of its first). A finding at an empty range is drawn as one caret.
 */
interface Drawing {
  readonly text: string;
  readonly expected: readonly string[];
}

/** The document without its drawings, and what they expect: `line:start-end code: message`. */
export function readDrawing(drawn: string): Drawing {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of drawn.split('\n')) {
    const match = /^(\s*\/\/\s*)(\^+) ([a-z-]+: .*)$/.exec(line);
    if (!match) lines.push(line);
    else {
      const start = (match[1] as string).length;
      expected.push(`${lines.length}:${start}-${start + (match[2] as string).length} ${match[3]}`);
    }
  }
  return { text: lines.join('\n'), expected };
}

export interface Situation {
  readonly operation?: Operation;
  /** JSON text of the profile; none where it is left out. */
  readonly profile?: string;
  /** JSON text of the meeting file. */
  readonly meeting?: string;
}

export function findingsOf(text: string, { operation = 'create', profile, meeting }: Situation): readonly Finding[] {
  return checkRequest(context(text, { operation, profile, meeting } as Situation));
}

export function context(text: string, { operation = 'create', profile, meeting }: Situation) {
  return lookAt(parse(text), operation, {
    profile: profile === undefined ? undefined : readProfile(parse(profile)),
    meeting: meeting === undefined ? undefined : readMeeting(parse(meeting)),
  });
}

/** Fails on a missing, a surplus and a different finding alike. */
export function expectFindings(drawn: string, situation: Situation): void {
  const { text, expected } = readDrawing(drawn);
  assert.deepEqual(findingsOf(text, situation).map((each) => draw(text, each)).sort(), [...expected].sort());
}

export function expectProfileFindings(drawn: string): void {
  const { text, expected } = readDrawing(drawn);
  assert.deepEqual(checkProfile(readProfile(parse(text))).map((each) => draw(text, each)).sort(), [...expected].sort());
}

function draw(text: string, { code, message, span }: Finding): string {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const line = text.slice(0, span.start).split('\n').length;
  const lineEnd = text.indexOf('\n', span.start) < 0 ? text.length : text.indexOf('\n', span.start);
  const end = Math.max(span.start + 1, Math.min(span.end, lineEnd));
  return `${line}:${span.start - lineStart}-${end - lineStart} ${code}: ${message}`;
}

/** The stand-in for a generated passcode in tests: it meets every requirement that the tests use. */
export const madePasscode = 'Made-1234*';

/**
 * Applies the fix with this title of the finding with this code, compares the whole document, and checks it again: the
 * finding is gone and there is none that was not there before.
 */
export function expectFix(before: string, code: string, title: string, after: string, situation: Situation): void {
  const earlier = findingsOf(before, situation);
  const finding = earlier.find((each) => each.code === code);
  assert.ok(finding, `no finding ${code}: ${JSON.stringify(earlier)}`);
  const fix = finding.fixes.find((each) => each.title === title);
  assert.ok(fix, `no fix "${title}" among: ${finding.fixes.map((each) => each.title).join(' | ')}`);
  const edits = editsFor(parse(before), fix.changes, () => madePasscode);
  assert.ok(edits, 'the fix cannot be made');
  const text = applyEdits(before, edits);
  assert.equal(text, after);
  const later = findingsOf(text, situation).map((each) => each.code);
  assert.ok(!later.includes(code), `${code} is still there`);
  const before_ = earlier.map((each) => each.code);
  assert.deepEqual(later.filter((each) => !before_.includes(each)), [], 'a new finding');
}

/** The titles of the fixes of the finding, the preferred one marked with a star. */
export function fixTitles(text: string, code: string, situation: Situation): readonly string[] {
  const finding = findingsOf(text, situation).find((each) => each.code === code);
  return (finding?.fixes ?? []).map(({ title, preferred }) => (preferred ? `★ ${title}` : title));
}
