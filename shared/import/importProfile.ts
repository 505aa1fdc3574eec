import { listed, type Text, text } from '../text.ts';
import { type Kept, keptFrom } from './carriedOver.ts';
import { type Unresolved, unresolvedText } from './endpoints.ts';
import type { GroupModel } from './precedence.ts';
import { profileText } from './profileText.ts';
import { type Answer, recognise, type SavedResponse } from './recognise.ts';
import { resolve } from './resolve.ts';
import { gather, type Scopes } from './scopes.ts';

interface ImportOptions {
  /** How the account manages groups; only matters with several groups. */
  readonly groups?: GroupModel | undefined;
  /** The date for the profile, `2026-11-24`. */
  readonly capturedAt: string;
  /** The text of the profile to be replaced: what no response says is carried over. */
  readonly existing?: string | undefined;
}

export type Imported =
  | {
      readonly state: 'profile';
      readonly text: Text;
      readonly unresolved: readonly Unresolved[];
      /** What the user should know about the result, in sentences. */
      readonly notes: readonly Text[];
      /** Settings that stay unknown until the user says how the account manages groups. */
      readonly modelMatters: readonly Text[];
    }
  /** Files whose level follows neither from the name nor from the content. */
  | { readonly state: 'level'; readonly files: readonly string[] }
  /** If any response cannot be used, no profile is made. */
  | { readonly state: 'problems'; readonly problems: readonly Text[] };

/** Turns saved responses of Zoom's settings endpoints into a lock profile. Never fails; nothing is guessed. */
export function importProfile(
  files: readonly SavedResponse[],
  { groups, capturedAt, existing }: ImportOptions,
): Imported {
  const recognised = files.map(recognise);
  const problems = recognised.flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (files.length === 0) problems.push(text`There is no response to import.`);
  if (problems.length > 0) return { state: 'problems', problems };
  const unknown = recognised.flatMap((each) => ('levelOf' in each ? [each.levelOf] : []));
  if (unknown.length > 0) return { state: 'level', files: unknown };

  const answers = recognised as Answer[];
  const gathered = gather(answers);
  if (gathered.problems.length > 0) return { state: 'problems', problems: gathered.problems };
  const resolved = resolve(gathered.scopes, groups);
  const { unresolved, modelMatters } = resolved;
  const notes = [...gathered.disagreements, ...notesOn(gathered.scopes), ...modelNote(modelMatters)];
  return {
    state: 'profile',
    text: profileText(resolved, capturedAt, keptBeside(answers, existing)),
    unresolved,
    notes,
    modelMatters,
  };
}

/** Once a response mentions personal meeting IDs, the old entry is dropped, even if nothing is settled: it may say the opposite. */
function keptBeside(answers: readonly Answer[], existing: string | undefined): Kept {
  const { personalMeetingId, ...kept } = keptFrom(existing);
  const mentioned = answers.some(({ readings }) => readings.some(({ about }) => about === 'personalPasscode'));
  return mentioned || personalMeetingId === undefined ? kept : { ...kept, personalMeetingId };
}

/** Which levels have no responses, and what that means. */
function notesOn({ groups, user }: Scopes): readonly Text[] {
  return [
    ...(groups.length === 0 ? [text`No response of a group is there: the profile holds for hosts in no group.`] : []),
    ...(user.given
      ? []
      : [text`No response of the user is there: what is not locked has the value that users begin with.`]),
  ];
}

function modelNote(words: readonly Text[]): readonly Text[] {
  if (words.length === 0) return [];
  return [text`Legacy and new group management see ${listed(words)} differently: say which one the account has.`];
}

export function listUnresolved(unresolved: readonly Unresolved[]): readonly Text[] {
  return unresolved.map((each) => text`${unresolvedText(each)}.`);
}
