import assert from 'node:assert/strict';
import {
  applyEdits,
  editsFor,
  type Finding,
  type Fix,
  generatePasscode,
  mistakenFor,
  type ProfileSurroundings,
  parse,
  type Random,
  readProfile,
  readResponseFile,
  reportMeeting,
  reportMistaken,
  reportProfile,
  reportRequest,
  requestContext,
  verificationOf,
} from '../../shared/index.ts';
import type { PasscodeRequirement } from '../../shared/model/passcode.ts';
import { readMeeting } from '../../shared/model/request.ts';
import type { Operation } from '../../shared/model/security.ts';
import { say } from '../../shared/text.ts';
import { remembering } from './inputs.ts';
import { usualSeverity } from './severities.ts';

/**
 * Documents with the expected findings drawn in, each under the line it is about:
 *
 *   { "settings": { "waiting_room": false } }
 *   //                              ^^^^^ waiting-room-overwritten: Zoom will store …
 *
 * A line of carets ends in code, colon and message, and stands for a finding of exactly that range (one that goes on in
 * the next line is drawn to the end of its first). A finding at an empty range is drawn as one caret; what is too far
 * left for the slashes does without them. The severity is the rule's own unless another one is written before the code:
 *
 *   { "settings": { "waiting_room": false } }
 *   //                              ^^^^^ information waiting-room-overwritten: If the meeting has …
 */
interface Drawing {
  readonly text: string;
  readonly expected: readonly string[];
}

const caretLine = /^(\s*(?:\/\/\s*)?)(\^+) (?:(error|warning|information|hint) )?([a-z-]+): (.*)$/;

/** The document without its drawings, and what they expect: `line:start-end severity code: message`. */
export function readDrawing(drawn: string): Drawing {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of drawn.split('\n')) {
    const [, before, carets, severity, code, message] = caretLine.exec(line.replace('\r', '')) ?? [];
    if (before === undefined || !carets || !code) lines.push(line);
    else {
      const place = `${lines.length}:${before.length}-${before.length + carets.length}`;
      expected.push(`${place} ${severity ?? usualSeverity(code)} ${code}: ${message}`);
    }
  }
  return { text: lines.join('\n'), expected };
}

export interface Situation {
  readonly operation?: Operation;
  /** JSON text of the profile; none where it is left out. */
  readonly profile?: string | undefined;
  /** JSON text of the meeting file. */
  readonly meeting?: string | undefined;
  /** The update is for one occurrence of the meeting. */
  readonly occurrence?: boolean;
  /** JSON text of the request that a response is for. */
  readonly request?: string;
}

export function findingsOf(text: string, situation: Situation): readonly Finding[] {
  const document = parse(text);
  const mistaken = mistakenFor(document);
  return mistaken
    ? reportMistaken({ document, mistaken, pointer: '' }, undefined).findings
    : reportRequest(context(text, situation)).findings;
}

export function context(text: string, { operation = 'create', profile, meeting, occurrence = false }: Situation) {
  return requestContext(parse(text), operation, {
    occurrence,
    profile: profile === undefined ? undefined : profileFrom(profile),
    meeting: meeting === undefined ? undefined : meetingFrom(meeting),
  });
}

const profileFrom = remembering((text: string) => readProfile(parse(text)));
const meetingFrom = remembering((text: string) => readMeeting(parse(text)));

/** Of a response of Zoom. */
export function responseFindingsOf(text: string, { request, operation = 'create', profile, meeting }: Situation) {
  const file = parse(text, 'literal');
  const response = readResponseFile(file);
  const around = {
    profile: profile === undefined ? undefined : profileFrom(profile),
    meeting: meeting === undefined ? undefined : meetingFrom(meeting),
  };
  const verification =
    request !== undefined && 'seen' in response
      ? verificationOf(parse(request), operation, around, response.seen)
      : undefined;
  const answered = verification && 'body' in response ? { body: response.body, verification } : undefined;
  return reportMeeting(file, { kind: 'response', answered }, around.profile).findings;
}

/** Fails on missing, surplus and different findings, and on a fix that cannot be applied or does not help. */
export function expectFindings(drawn: string, situation: Situation): void {
  const { text, expected } = readDrawing(drawn);
  compare(text, findingsOf(text, situation), expected);
  const requirement = context(text, situation).profile?.passcodeRequirement ?? {};
  expectEveryFixToHelp(text, (each) => findingsOf(each, situation), requirement);
}

export function profileFindingsOf(text: string, around: ProfileSurroundings = {}): readonly Finding[] {
  return reportProfile(readProfile(parse(text)), around).findings;
}

/**
 * Most profiles in tests contain only what the test is about. The hints that settings or rules are left out are compared only
 * where they are drawn, or where `whole` asks for all findings.
 */
export function expectProfileFindings(
  drawn: string,
  { whole = false, ...around }: ProfileSurroundings & { readonly whole?: boolean } = {},
): void {
  const { text, expected } = readDrawing(drawn);
  compareProfile(text, profileFindingsOf(text, around), expected, whole);
  expectEveryFixToHelp(text, (each) => profileFindingsOf(each, around));
}

export function compareProfile(
  text: string,
  found: readonly Finding[],
  expected: readonly string[],
  whole = false,
): void {
  const unminded = ['profile-unknown-setting', 'profile-rules-missing'].filter(
    (leftOut) => !whole && !expected.some((each) => each.includes(` ${leftOut}: `)),
  );
  compare(
    text,
    found.filter(({ code }) => !unminded.includes(code)),
    expected,
  );
}

export function compare(text: string, found: readonly Finding[], expected: readonly string[]): void {
  assert.deepEqual(found.map((each) => draw(text, each)).sort(), [...expected].sort());
}

function draw(text: string, { code, severity, message, span }: Finding): string {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const line = text.slice(0, span.start).split('\n').length;
  const lineEnd = /\r?\n|$/.exec(text.slice(span.start))?.index ?? 0;
  const end = Math.max(span.start + 1, Math.min(span.end, span.start + lineEnd));
  return `${line}:${span.start - lineStart}-${end - lineStart} ${severity} ${code}: ${say(message)}`;
}

/** The findings as plain data, which can be compared: their fixes worked out. */
export function comparable(findings: readonly Finding[]) {
  return findings.map((each) => ({ ...each, fixes: each.fixes() }));
}

/** Used for generated passcodes in tests: it meets every requirement that the tests have. */
export const madePasscode = 'Made-1234*';

/**
 * Applies the fix with this title to the finding with this code, compares the whole document, and checks it again: the
 * finding is gone and there is no new one.
 */
export function expectFix(before: string, code: string, title: string, after: string, situation: Situation): void {
  const all = (text: string) => reportRequest(context(text, situation)).separate;
  checkFix(before, code, title, after, (text) => findingsOf(text, situation), all);
}

export function expectProfileFix(
  before: string,
  code: string,
  title: string,
  after: string,
  around: ProfileSurroundings = {},
): void {
  checkFix(before, code, title, after, (text) => profileFindingsOf(text, around));
}

function checkFix(
  before: string,
  code: string,
  title: string,
  after: string,
  check: (text: string) => readonly Finding[],
  /** With those that are reported together with others. */
  all = check,
): void {
  const earlier = check(before);
  const finding = earlier.find((each) => each.code === code);
  assert.ok(finding, `no finding ${code}: ${JSON.stringify(earlier)}`);
  const fixes = finding.fixes();
  const fix = fixes.find((each) => say(each.title) === title);
  assert.ok(fix, `no fix "${title}" among: ${fixes.map((each) => say(each.title)).join(' | ')}`);
  const text = withFix(before, fix);
  assert.equal(text, after);
  const later = codesOf(all(text));
  const wasThere = codesOf(all(before));
  assert.equal(count(later, code), count(wasThere, code) - 1, `${code} is still there`);
  const others = later.filter((each) => count(later, each) > count(wasThere, each));
  assert.deepEqual(others, [], 'a new finding');
}

/**
 * Applies each fix of each finding, which must be gone then. There may be a new finding, such as what Zoom does with a value
 * whose type is now right. A broken text cannot be changed.
 */
function expectEveryFixToHelp(
  text: string,
  check: (text: string) => readonly Finding[],
  requirement: PasscodeRequirement = {},
): void {
  if (parse(text).errors.length > 0) return;
  const earlier = check(text);
  const passcode = generatePasscode(requirement, counting());
  for (const { code, fixes } of earlier) {
    for (const fix of fixes()) {
      const later = check(withFix(text, fix, passcode));
      assert.ok(
        count(codesOf(later), code) < count(codesOf(earlier), code),
        `${code} is still there after "${say(fix.title)}"`,
      );
    }
  }
}

/** Returns 0, 1, 2 and so on, modulo `below`. */
function counting(): Random {
  let next = 0;
  return (below) => next++ % below;
}

/** The text after the fix. */
export function withFix(text: string, fix: Fix, passcode: string | undefined = madePasscode): string {
  const edits = editsFor(parse(text), fix.changes, () => passcode);
  assert.ok(edits, `the fix "${say(fix.title)}" cannot be made`);
  return applyEdits(text, edits);
}

export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code }) => code);
}

export function count(codes: readonly string[], code: string): number {
  return codes.filter((each) => each === code).length;
}

/** The titles of the finding's fixes, the preferred one marked with a star. */
export function fixTitles(text: string, code: string, situation: Situation): readonly string[] {
  return titles(findingsOf(text, situation), code);
}

export function titles(findings: readonly Finding[], code: string): readonly string[] {
  const finding = findings.find((each) => each.code === code);
  assert.ok(finding, `no finding ${code}: ${JSON.stringify(findings)}`);
  return finding.fixes().map(({ title, preferred }) => (preferred ? `★ ${say(title)}` : say(title)));
}
