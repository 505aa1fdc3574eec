import { knowsAccount } from '../engine/predict.ts';
import type { Finding, Span } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import { pointerAt } from '../json/pointer.ts';
import { overlapsAny } from '../json/spans.ts';
import { type IgnoreComment, type IgnoreEntry, ignoreComments } from '../model/ignore.ts';
import type { Profile } from '../model/profile.ts';
import type { RequestBody } from '../model/request.ts';
import { checkComments, checkDocument, checkMeeting, checkProfile, checkRequest, inOrder } from './check.ts';
import { isIgnorable, type ProfileSurroundings, type RequestContext } from './rule.ts';

/** The findings of a file after what its user wants to ignore. */
export interface Report {
  /** What is reported, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  /** The entries of the profile that ignore something in this file. */
  readonly used: readonly IgnoreEntry[];
  /** Nothing is unknown on which a finding might depend: an entry or comment that is not used now ignores nothing. */
  readonly conclusive: boolean;
}

/** Of the entries, those that are for the file in question. Asked only where there is something to ignore. */
export type CoversFile = (entries: readonly IgnoreEntry[]) => readonly IgnoreEntry[];

const everyFile: CoversFile = (entries) => entries;

export function reportRequest(context: RequestContext, covers: CoversFile = everyFile): Report {
  const { body, profile, prediction } = context;
  const conclusive = body.isComplete && knowsAccount(prediction);
  return withoutIgnored(checkRequest(context), body.document, profile?.ignore ?? [], covers, conclusive);
}

export function reportMeeting(body: RequestBody, profile: Profile | undefined, covers: CoversFile = everyFile): Report {
  return withoutIgnored(checkMeeting(body), body.document, profile?.ignore ?? [], covers, body.isComplete);
}

export function reportProfile(profile: Profile, around: ProfileSurroundings, covers: CoversFile = everyFile): Report {
  const { document, requests, ignore } = profile;
  const conclusive = document.errors.length === 0 && (requests.length === 0 || around.unmatched !== undefined);
  return withoutIgnored(checkProfile(profile, around), document, ignore, covers, conclusive);
}

/** Of a file that holds requests: what stands outside of `bodies`, which lie apart in the order of the text. */
export function reportContainer(
  document: JsonDocument,
  bodies: readonly Span[],
  profile: Profile | undefined,
  covers: CoversFile = everyFile,
): Report {
  const isOutside = (span: Span) => !overlapsAny(bodies, span);
  const findings = checkDocument(document).filter(({ span }) => isOutside(span));
  const outside = { ...document, comments: document.comments.filter(isOutside) };
  return withoutIgnored(findings, outside, profile?.ignore ?? [], covers, document.errors.length === 0);
}

/** Takes out the findings that an entry or a comment ignores, and adds those about comments that ignore none. */
export function withoutIgnored(
  findings: readonly Finding[],
  document: JsonDocument,
  entries: readonly IgnoreEntry[],
  covers: CoversFile,
  conclusive: boolean,
): Report {
  const comments = ignoreComments(document);
  if (comments.length === 0 && (entries.length === 0 || findings.length === 0)) {
    return { findings, ignored: [], used: [], conclusive };
  }
  const found = new Set(findings.map(({ code }) => code).filter(isIgnorable));
  const covering = covers(entries);
  const likely = covering.filter((each) => found.has(each.code));
  const matched = findings.map((finding) => ({
    finding,
    by: [
      ...likely.filter((each) => entryFits(each, finding, document)),
      ...comments.filter((each) => isIgnorable(finding.code) && commentFits(each, finding)),
    ],
  }));
  const active = new Set<IgnoreEntry | IgnoreComment>(matched.flatMap(({ by }) => by));
  const reported = matched.filter(({ by }) => by.length === 0).map(({ finding }) => finding);
  const idle = comments.filter((each) => !active.has(each));
  return {
    findings: idle.length > 0 ? inOrder([...reported, ...checkComments(idle, conclusive)]) : reported,
    ignored: matched.filter(({ by }) => by.length > 0).map(({ finding }) => finding),
    used: covering.filter((each) => active.has(each)),
    conclusive,
  };
}

function entryFits({ code, pointer }: IgnoreEntry, finding: Finding, document: JsonDocument): boolean {
  return code === finding.code && (pointer === undefined || pointer === pointerAt(document, finding.span));
}

function commentFits({ code, line }: IgnoreComment, { code: found, span }: Finding): boolean {
  return code === found && line !== undefined && line.start <= span.start && span.start <= line.end;
}
