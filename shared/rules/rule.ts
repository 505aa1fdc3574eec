import type { Enforcement } from '../engine/enforcement.ts';
import { type Extent, extentOf } from '../engine/extent.ts';
import type { Case, Prediction } from '../engine/predict.ts';
import { conditionText } from '../explain/conditions.ts';
import { type Contested, contestedOn, contestedSentence } from '../explain/contested.ts';
import { reasonFor } from '../explain/reasons.ts';
import type { Finding, Severity } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { IgnoreComment, IgnoreEntry } from '../model/ignore.ts';
import type { Profile } from '../model/profile.ts';
import type { Mistaken } from '../model/recognise.ts';
import type { RequestBody } from '../model/request.ts';
import { type FieldName, type Meeting, reaches } from '../model/security.ts';
import { beginning, distinct, joined, type Text, text } from '../text.ts';
import type { Stray } from './support/strays.ts';
import type { Verification } from './support/verification.ts';

/** All that is known about one request. */
export interface RequestContext {
  readonly body: RequestBody;
  /** Undefined where none was found or the one found is broken. */
  readonly profile: Profile | undefined;
  readonly account: Enforcement;
  readonly meeting: Meeting | undefined;
  readonly prediction: Prediction;
  /** The fields that are not where Zoom reads them. */
  readonly strays: readonly Stray[];
}

/** What is said of a rule wherever rules are listed. */
export interface RuleMetadata {
  /** Never changes; the name of the rule's file and of its page. */
  readonly code: string;
  /** Of a finding that is certain; one that depends on the meeting before an update, or on Zoom's rules, is information. */
  readonly severity: Severity;
  /** Of the milder findings of a rule that has two kinds. */
  readonly mildSeverity?: Severity;
  /** One sentence for lists of rules; the page of the rule begins with it. */
  readonly summary: Text;
}

/** One thing that can be wrong, and how it is found. */
export interface Rule<Subject> extends RuleMetadata {
  readonly check: (subject: Subject) => readonly Observation[];
}

/** A finding before it has the code and the severity of its rule, which no check can contradict. */
export interface Observation extends Omit<Finding, 'code' | 'severity' | 'uncertain'> {
  /** Has the rule's `mildSeverity`. */
  readonly mild?: boolean;
  /** Rests on a reading of Zoom's page that may be wrong: information, whatever the rule's severity. */
  readonly doubtful?: boolean;
}

export function findingOf(
  { code, severity, mildSeverity = severity }: RuleMetadata,
  { mild = false, doubtful = false, ...observation }: Observation,
): Finding {
  const isUncertain = doubtful || observation.change?.certain === false;
  if (isUncertain) return { ...observation, code, severity: 'information', uncertain: true };
  return { ...observation, code, severity: mild ? mildSeverity : severity };
}

/** A file of which nothing is reported but that: the limit that it is above, of its size or of the requests in it. */
export type UnreadFile =
  | { readonly megabytes: number }
  | { readonly requests: number }
  | { readonly why: 'complex' | 'failed' };

/** A text that is called a request, and what it visibly is instead. */
export interface MistakenBody {
  readonly document: JsonDocument;
  readonly mistaken: Mistaken;
  /** Where the text is in its file; empty where it is the file. */
  readonly pointer: string;
}

/** What a file says of a meeting: what it was like before an update, or what Zoom answered. */
export type SavedMeeting =
  | { readonly kind: 'meeting' }
  /** `answered`: undefined where there is no request to compare it with. */
  | { readonly kind: 'response'; readonly answered: AnsweredRequest | undefined };

/** The text of a meeting or response file without a meeting, and what it is: "is a webinar". */
export interface MeetinglessFile {
  readonly document: JsonDocument;
  readonly problem: Text;
  readonly kind: SavedMeeting['kind'];
}

/** A saved response of Zoom, and the request that it is compared with. */
export interface AnsweredRequest {
  /** The response. */
  readonly body: RequestBody;
  readonly verification: Verification;
}

export type FileRule = Rule<UnreadFile>;
export type MistakenRule = Rule<MistakenBody>;
export type MeetinglessRule = Rule<MeetinglessFile>;
export type ResponseRule = Rule<AnsweredRequest>;
export type DocumentRule = Rule<JsonDocument>;
export type RequestRule = Rule<RequestContext>;
export type ProfileRule = Rule<ProfileContext>;

/** What is known of the world around a profile; what is left out is unknown. */
export interface ProfileSurroundings {
  /** `2026-11-24` */
  readonly today?: string | undefined;
  /** The patterns in `requests` and `ignore` that no file matches. */
  readonly unmatched?: readonly string[] | undefined;
  /** The paths in `requests` that lead outside the workspace folder or repository. */
  readonly outside?: readonly string[] | undefined;
  /** The entries of `ignore` that some file uses. */
  readonly used?: readonly IgnoreEntry[] | undefined;
}

interface ProfileContext extends ProfileSurroundings {
  readonly profile: Profile;
  /** Those of all rules. */
  readonly codes: readonly string[];
}

/** The comments of a file that ignore no finding. */
export interface CommentContext {
  readonly unused: readonly IgnoreComment[];
  /** Nothing is unknown on which a finding might depend. */
  readonly conclusive: boolean;
  readonly codes: readonly string[];
}

export type CommentRule = Rule<CommentContext>;

/** A finding about ignoring cannot be ignored itself; nor can one about a broken profile, which ignores nothing. */
export function isIgnorable(code: string): boolean {
  return !['profile-syntax', 'ignore-unused', 'profile-ignore-unused'].includes(code);
}

/** How something is reported. */
export interface Verdict {
  /** It applies in every case. */
  readonly certain: boolean;
  /** "if the meeting has no passcode"; undefined for what is certain or contested. */
  readonly condition: Text | undefined;
  /** Zoom's two rule sets differ on it. */
  readonly contested: Contested | undefined;
  /** The reason that all cases share, if they do: "the account has …". */
  readonly because: Text | undefined;
}

/**
 * How to report something that applies in some cases: without a condition where it is certain, with one where it depends
 * on the meeting, by both rule sets where it depends on these, not at all (undefined) where it depends on an unknown lock
 * or the request does not reach the field, whatever it says about it.
 */
export function decide(
  { prediction }: RequestContext,
  name: FieldName,
  test: (each: Case) => boolean,
): Verdict | undefined {
  if (!reaches(prediction.sent, name)) return undefined;
  const extent = extentOf(prediction, test);
  if (extent === 'never') return undefined;
  if (extent !== 'always' && extent.some(({ rules }) => rules !== undefined)) {
    const contested = contestedOn(prediction, name, test);
    return contested && { certain: false, condition: undefined, contested, because: undefined };
  }
  const reasons = distinct(prediction.cases.filter(test).map((each) => reasonFor(name, each)));
  const because = reasons.length === 1 ? reasons[0] : undefined;
  const certain = extent === 'always';
  return { certain, condition: certain ? undefined : conditionOf(extent), contested: undefined, because };
}

/** The passcode that Zoom reads, if one is given: the one in an update of one occurrence is ignored. */
export function passcodeOf({ prediction: { sent } }: RequestContext): string | undefined {
  return reaches(sent, 'password') ? (sent.password ?? undefined) : undefined;
}

function conditionOf(extent: Exclude<Extent, string>): Text {
  const [first, second, ...others] = extent.flatMap((each) => conditionText(each) ?? []);
  if (!first || others.length > 0) return text`depending on the meeting`;
  return second ? text`if ${first}, or if ${second}` : text`if ${first}`;
}

/** What happens first, then the condition and the reason: a list of problems cuts the end. */
export function sentence({ condition, contested, because }: Verdict, clause: Text): Text {
  if (contested) return contestedSentence(contested, because ? text`${clause}: ${because}` : clause);
  const said = condition ? joined([beginning(clause), condition], ' ') : beginning(clause);
  return because ? text`${said}: ${because}.` : text`${said}.`;
}
