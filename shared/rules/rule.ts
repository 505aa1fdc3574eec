import type { Enforcement } from '../engine/enforcement.ts';
import { type Extent, extentOf } from '../engine/extent.ts';
import type { Case, Prediction } from '../engine/predict.ts';
import { conditionText, reasonFor } from '../explain/reasons.ts';
import type { Finding, Severity } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { IgnoreComment, IgnoreEntry } from '../model/ignore.ts';
import type { Profile } from '../model/profile.ts';
import type { RequestBody } from '../model/request.ts';
import { type FieldName, type Meeting, reaches } from '../model/security.ts';
import { beginning, distinct, joined, type Text, text } from '../text.ts';

/** All that is known about one request. */
export interface RequestContext {
  readonly body: RequestBody;
  /** Undefined where none was found or the one found is broken. */
  readonly profile: Profile | undefined;
  readonly account: Enforcement;
  readonly meeting: Meeting | undefined;
  readonly prediction: Prediction;
}

/** One thing that can be wrong: its stable code, which is the name of its file and of its page, and its check. */
export interface Rule<Subject> {
  readonly code: string;
  readonly check: (subject: Subject) => readonly Finding[];
}

export type DocumentRule = Rule<JsonDocument>;
export type RequestRule = Rule<RequestContext>;
export type ProfileRule = Rule<ProfileContext>;

/** What the lens is told of the world around a profile; what is left out is not known. */
export interface ProfileSurroundings {
  /** `2026-11-24` */
  readonly today?: string | undefined;
  /** The patterns in `requests` and `ignore` that no file matches. */
  readonly unmatched?: readonly string[] | undefined;
  /** The entries of `ignore` that some file uses. */
  readonly used?: readonly IgnoreEntry[] | undefined;
}

export interface ProfileContext extends ProfileSurroundings {
  readonly profile: Profile;
  /** Those of all rules. */
  readonly codes: readonly string[];
}

/** The comments of a file that keep no finding from being told. */
export interface CommentContext {
  readonly unused: readonly IgnoreComment[];
  /** Nothing is unknown on which a finding might hang. */
  readonly conclusive: boolean;
  readonly codes: readonly string[];
}

export type CommentRule = Rule<CommentContext>;

/** What speaks of ignoring cannot be ignored itself; nor can a broken profile, which ignores nothing. */
export function isIgnorable(code: string): boolean {
  return !['profile-syntax', 'ignore-unused', 'profile-ignore-unused'].includes(code);
}

export interface Verdict {
  readonly severity: Severity;
  /** "If the meeting has no passcode"; undefined for what holds always. */
  readonly condition: Text | undefined;
  /** The one reason, where all cases share one: "the account has …". */
  readonly because: Text | undefined;
}

/**
 * How to tell something that holds in some cases: with the severity it deserves where it is certain, as information
 * with its condition where it depends on the meeting, not at all (undefined) where it depends on an unknown lock or the
 * request does not reach the field, whatever it says of it.
 */
export function decide(
  { prediction }: RequestContext,
  severity: Severity,
  name: FieldName,
  test: (each: Case) => boolean,
): Verdict | undefined {
  if (!reaches(prediction.sent, name)) return undefined;
  const extent = extentOf(prediction, test);
  if (extent === 'never') return undefined;
  const reasons = distinct(prediction.cases.filter(test).map((each) => reasonFor(name, each, prediction)));
  const because = reasons.length === 1 ? reasons[0] : undefined;
  return extent === 'always'
    ? { severity, condition: undefined, because }
    : { severity: 'information', condition: conditionOf(extent), because };
}

/** The passcode that Zoom looks at: what an update of one occurrence says of it is ignored unread. */
export function passcodeOf({ prediction: { sent } }: RequestContext): string | undefined {
  return reaches(sent, 'password') ? sent.password : undefined;
}

function conditionOf(extent: Exclude<Extent, string>): Text {
  const [first, second, ...others] = extent.flatMap((each) => conditionText(each) ?? []);
  if (!first || others.length > 0) return text`Depending on the meeting`;
  return second ? text`If ${first}, or if ${second}` : text`If ${first}`;
}

/** A sentence of a clause that may follow a condition. */
export function sentence({ condition, because }: Verdict, clause: Text): Text {
  const said = condition ? joined([condition, clause], ', ') : beginning(clause);
  return because ? text`${said}: ${because}.` : text`${said}.`;
}
