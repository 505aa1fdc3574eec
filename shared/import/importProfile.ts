import { listed, type Text, text } from '../text.ts';
import { type Kept, keptFrom } from './carriedOver.ts';
import { type Unresolved, unresolvedText } from './endpoints.ts';
import type { GroupModel } from './precedence.ts';
import { profileText } from './profileText.ts';
import { type Answer, recognise, type SavedResponse } from './recognise.ts';
import { resolve } from './resolve.ts';
import { gather, type Scopes } from './scopes.ts';

interface ImportOptions {
  /** How the account manages groups; matters only where several are given. */
  readonly groups?: GroupModel | undefined;
  /** The day, as the profile is to say it. */
  readonly capturedAt: string;
  /** The text of the profile that the new one will replace: what no response tells is taken over. */
  readonly existing?: string | undefined;
}

export type Imported =
  | {
      readonly state: 'profile';
      readonly text: Text;
      readonly unresolved: readonly Unresolved[];
      /** What to know about the result, in sentences. */
      readonly notes: readonly Text[];
      /** Settings that are left unknown until somebody says how the account manages groups. */
      readonly modelMatters: readonly Text[];
    }
  /** Files whose level neither name nor content tells. */
  | { readonly state: 'level'; readonly files: readonly string[] }
  /** Nothing is made of responses of which one cannot be used. */
  | { readonly state: 'problems'; readonly problems: readonly Text[] };

/** Turns saved responses of Zoom's settings endpoints into a lock profile. Never fails, and guesses nothing. */
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

/** What the responses say of personal meeting IDs counts, even where it settles nothing: the old profile may say the opposite. */
function keptBeside(answers: readonly Answer[], existing: string | undefined): Kept {
  const { personalMeetingId, ...kept } = keptFrom(existing);
  const told = answers.some(({ readings }) => readings.some(({ about }) => about === 'personalPasscode'));
  return told || personalMeetingId === undefined ? kept : { ...kept, personalMeetingId };
}

/** What was not given at all, and what that means. */
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
