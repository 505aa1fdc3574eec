import { listed, type Text, text } from '../text.ts';
import { type Kept, keptFrom } from './carriedOver.ts';
import { type Unresolved, unresolvedText } from './endpoints.ts';
import type { GroupModel } from './precedence.ts';
import { profileText } from './profileText.ts';
import { type Answer, recogniseResponse, type SavedResponse } from './recogniseResponse.ts';
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
  const recognised = files.map(recogniseResponse);
  const problems = recognised.flatMap((each) => ('problem' in each ? [each.problem] : []));
  const unused = recognised.flatMap((each) => ('unused' in each ? [each.unused] : []));
  if (problems.length > 0) return { state: 'problems', problems };
  if (unused.length === files.length)
    return { state: 'problems', problems: [...unused, text`No responses to import.`] };
  const unknown = recognised.flatMap((each) => ('levelOf' in each ? [each.levelOf] : []));
  if (unknown.length > 0) return { state: 'level', files: unknown };

  const answers = recognised.filter((each): each is Answer => 'readings' in each);
  const gathered = gather(answers);
  if (gathered.problems.length > 0) return { state: 'problems', problems: gathered.problems };
  const resolved = resolve(gathered.scopes, groups);
  const { unresolved, modelMatters } = resolved;
  const notes = [
    ...unused,
    ...gathered.disagreements,
    ...resolved.notes,
    ...notesOn(gathered.scopes),
    ...(modelMatters.length > 0 ? [dependsOnModel(modelMatters)] : []),
  ];
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
  const mentioned = answers.some(({ readings }) =>
    readings.some(({ about }) => about === 'personalPasscode' || about === 'personalUse'),
  );
  return mentioned || personalMeetingId === undefined ? kept : { ...kept, personalMeetingId };
}

/** Which levels have no responses, and what that means. */
function notesOn({ groups, user }: Scopes): readonly Text[] {
  return [
    ...(groups.length === 0
      ? [text`No group response was given: the profile applies to hosts that are in no group.`]
      : []),
    ...(user.given
      ? []
      : [text`No user response was given: unlocked settings show the account's default, not the host's own choice.`]),
  ];
}

function dependsOnModel(words: readonly Text[]): Text {
  return text`The result for ${listed(words)} depends on how the account manages groups.`;
}

export function listUnresolved(unresolved: readonly Unresolved[]): readonly Text[] {
  return unresolved.map(unresolvedText);
}
