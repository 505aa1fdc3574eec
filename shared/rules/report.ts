import { knowsAccount } from '../engine/predict.ts';
import type { Finding, Fix, Severity, Span } from '../finding.ts';
import { type JsonDocument, parse } from '../json/parse.ts';
import { overlapsAny } from '../json/spans.ts';
import { type IgnoreEntry, ignoreComments } from '../model/ignore.ts';
import type { Profile } from '../model/profile.ts';
import { type ChosenSeverities, combinedSeverities, type Severities } from '../model/severities.ts';
import { distinct, joined, text } from '../text.ts';
import {
  addingRules,
  checkComments,
  checkDocument,
  checkMeeting,
  checkMistaken,
  checkProfile,
  checkRequest,
  checkUnread,
  inOrder,
} from './check.ts';
import { jsonSyntax } from './json-syntax.ts';
import {
  isIgnorable,
  type MistakenBody,
  type ProfileSurroundings,
  type RequestContext,
  type SavedMeeting,
  type UnreadFile,
} from './rule.ts';
import { commentMark, entryMark, marker } from './support/ignoreMarks.ts';
import type { OuterComment } from './support/outerComments.ts';

/** The findings of a file as its user wants them: without those to ignore, with the severities chosen. */
export interface Report {
  /** What is reported, in the order of the text. */
  readonly findings: readonly Finding[];
  /** The same, before those at one place became one. */
  readonly separate: readonly Finding[];
  /** What an entry, a comment or the severity `off` takes out. */
  readonly ignored: readonly Finding[];
  /** The entries of the profile that ignore something in this file. */
  readonly used: readonly IgnoreEntry[];
  /** Nothing is unknown on which a finding might depend: an entry or comment that is not used now ignores nothing. */
  readonly conclusive: boolean;
}

/** Of the entries, those that are for the file in question. Asked only where there is something to ignore. */
export type CoversFile = (entries: readonly IgnoreEntry[]) => readonly IgnoreEntry[];

/** What the user wants reported of a file, besides what the lock profile says of all files. */
export interface Reporting {
  readonly covers?: CoversFile;
  readonly severities?: ChosenSeverities | undefined;
  /** Of a body, the comments around it that are for its first or last line. */
  readonly outer?: readonly OuterComment[];
  /** Of the rest of a file, the marks of those that ignore something in a body. */
  readonly usedInBodies?: ReadonlySet<string>;
}

export function reportRequest(context: RequestContext, reporting?: Reporting): Report {
  const { body, profile } = context;
  return reportOf(checkRequest(context), body.document, wishesOf(profile, reporting), isConclusive(context));
}

function isConclusive({ body, prediction }: RequestContext): boolean {
  return body.isComplete && knowsAccount(prediction);
}

/** Of a text that is called a request and visibly is none: what a comment in it means to ignore may be true of a request. */
export function reportMistaken(body: MistakenBody, profile: Profile | undefined, reporting?: Reporting): Report {
  return reportOf(checkMistaken(body), body.document, wishesOf(profile, reporting), false);
}

export function reportMeeting(
  file: JsonDocument,
  saved: SavedMeeting,
  profile?: Profile,
  reporting?: Reporting,
): Report {
  const isCompared = saved.kind === 'meeting' || saved.answered !== undefined;
  const isConclusive = file.errors.length === 0 && file.root !== undefined && isCompared;
  return reportOf(checkMeeting(file, saved), file, wishesOf(profile, reporting), isConclusive);
}

export function reportProfile(profile: Profile, around: ProfileSurroundings, reporting?: Reporting): Report {
  const { document, requests } = profile;
  const conclusive = document.errors.length === 0 && (requests.length === 0 || around.unmatched !== undefined);
  const report = reportOf(checkProfile(profile, around), document, wishesOf(profile, reporting), conclusive);
  // Each has its own fixes: what is left out has one place for all.
  return { ...report, findings: report.separate };
}

/** Of a file of which nothing was read. */
export function reportUnread(file: UnreadFile, profile: Profile | undefined, reporting?: Reporting): Report {
  return reportOf(checkUnread(file), parse(''), wishesOf(profile, reporting), false);
}

/** Where a body is in its file. */
interface BodyPlace {
  readonly span: Span;
  /** Its own text is not valid JSON, which is reported as its finding. */
  readonly isBroken: boolean;
}

/** Of a file that contains requests: what is outside of `bodies`, which do not overlap and are in the order of the text. */
export function reportContainer(
  document: JsonDocument,
  bodies: readonly BodyPlace[],
  profile: Profile | undefined,
  reporting?: Reporting,
): Report {
  const spans = bodies.map(({ span }) => span);
  // A missing comma is reported where the next body begins, which is fine in itself.
  const broken = bodies.filter(({ isBroken }) => isBroken).map(({ span }) => span);
  const isOutside = (span: Span) => !overlapsAny(spans, span);
  const findings = checkDocument(document).filter(({ code, span }) =>
    code === jsonSyntax.code ? !overlapsAny(broken, span) : isOutside(span),
  );
  const outside = { ...document, comments: document.comments.filter(isOutside) };
  return reportOf(findings, outside, wishesOf(profile, reporting), document.errors.length === 0);
}

/** What the user wants of the findings in a file, taken together. */
interface Wishes {
  readonly entries: readonly IgnoreEntry[];
  readonly covers: CoversFile;
  readonly severities: Severities;
  readonly outer: readonly OuterComment[];
  readonly usedInBodies: ReadonlySet<string>;
}

const everyFile: CoversFile = (entries) => entries;

function wishesOf(profile: Profile | undefined, reporting: Reporting = {}): Wishes {
  const { covers = everyFile, severities: { setting, option } = {}, outer = [], usedInBodies = new Set() } = reporting;
  const entries = profile?.ignore ?? [];
  const severities = combinedSeverities(setting, profile?.severities, option);
  return { entries, covers, severities, outer, usedInBodies };
}

function reportOf(findings: readonly Finding[], document: JsonDocument, wishes: Wishes, conclusive: boolean): Report {
  const { reported, ignored, used } = withoutIgnored(findings, document, wishes, conclusive);
  const { shown, off } = atSeverities(reported, wishes.severities);
  const all = off.length > 0 ? [...ignored, ...off] : ignored;
  return { findings: onePerPlace(shown), separate: shown, ignored: all, used, conclusive };
}

interface WithoutIgnored extends Pick<Report, 'ignored' | 'used'> {
  readonly reported: readonly Finding[];
}

/** Takes out the findings that an entry or a comment ignores, and adds those about comments that ignore none. */
function withoutIgnored(
  findings: readonly Finding[],
  document: JsonDocument,
  { entries, covers, outer, usedInBodies }: Wishes,
  conclusive: boolean,
): WithoutIgnored {
  const own = ignoreComments(document);
  const comments = outer.length > 0 ? [...own, ...outer] : own;
  if (comments.length === 0 && (entries.length === 0 || findings.length === 0)) {
    return { reported: findings, ignored: [], used: [] };
  }
  const found = new Set(findings.map(({ code }) => code).filter(isIgnorable));
  const likely = covers(entries).filter((each) => found.has(each.code));
  const marksOf = marker(document, likely, comments);
  const marked = findings.map((finding) => ({ finding, marks: isIgnorable(finding.code) ? marksOf(finding) : [] }));
  const active = new Set(marked.flatMap(({ marks }) => marks));
  const reported = marked.filter(({ marks }) => marks.length === 0).map(({ finding }) => finding);
  const idle = own
    .map((each) => [each, commentMark(each)] as const)
    .filter(([, mark]) => !active.has(mark) && !usedInBodies.has(mark));
  return {
    reported:
      idle.length > 0
        ? inOrder([
            ...reported,
            ...checkComments(
              idle.map(([each]) => each),
              conclusive,
            ),
          ])
        : reported,
    ignored: marked.filter(({ marks }) => marks.length > 0).map(({ finding }) => finding),
    used: likely.filter((each) => active.has(entryMark(each))),
  };
}

/** Gives each finding the severity that is chosen for its code. What is uncertain never rises above information. */
function atSeverities(
  findings: readonly Finding[],
  severities: Severities,
): { readonly shown: readonly Finding[]; readonly off: readonly Finding[] } {
  if (severities.size === 0) return { shown: findings, off: [] };
  const shown: Finding[] = [];
  const off: Finding[] = [];
  for (const finding of findings) {
    const level = severities.get(finding.code) ?? finding.severity;
    if (level === 'off') off.push(finding);
    else if (finding.uncertain && bySeverity.indexOf(level) < bySeverity.indexOf('information')) shown.push(finding);
    else shown.push({ ...finding, severity: level });
  }
  return { shown, off };
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Of several findings at one place the first of the most severe ones represents all, and says what the others say. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map<string, Finding[]>();
  for (const each of findings) {
    const place = `${each.span.start} ${each.span.end}`;
    const here = places.get(place);
    if (here) here.push(each);
    else places.set(place, [each]);
  }
  return places.size === findings.length ? findings : [...places.values()].map(merged);
}

function merged(found: readonly Finding[]): Finding {
  const here = found.toSorted((a, b) => bySeverity.indexOf(a.severity) - bySeverity.indexOf(b.severity));
  const [first, ...others] = here as [Finding, ...Finding[]];
  if (others.length === 0) return first;
  const message = joined(distinct(here.map((each) => each.message)), ' ');
  return { ...first, message, fixes: () => fixesTogether(here) };
}

/**
 * What Zoom adds can be written at once, as far as it is known; any other fix is that of the first, behind which the next may
 * show.
 */
function fixesTogether(here: readonly Finding[]): readonly Fix[] {
  const own = here[0]?.fixes() ?? [];
  const isAdding = here.every(({ code }) => addingRules.some((rule) => rule.code === code));
  const each = isAdding ? here.map(({ fixes }) => fixes().find(({ preferred }) => preferred)?.changes ?? []) : [];
  const parts = each.flat();
  const changes = [...new Map(parts.map((each) => [JSON.stringify(each), each])).values()];
  const paths = new Set(changes.map((each) => 'path' in each && String(each.path)));
  // Without a part of its own, the first would still be there.
  if (own.length === 0 || paths.size < 2 || paths.size < changes.length) return own;
  const others = own.map((each) => ({ ...each, preferred: false }));
  const title = each.some((some) => some.length === 0)
    ? text`Write what is known of what Zoom adds`
    : text`Write everything that Zoom adds`;
  return [{ title, changes, preferred: true }, ...others];
}
