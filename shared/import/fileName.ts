import type { Kind, Level } from './endpoints.ts';

/** What the name of a saved response says: `groups-sales-lock_settings.json` → group, lock_settings, `sales`. */
interface NameHints {
  readonly level: Level | undefined;
  readonly kind: Kind | undefined;
  /** What remains without the words of Zoom's paths: the same for all responses of one group. */
  readonly rest: string;
}

const pathWords = new Set(
  'account accounts group groups user users me lock locks locked setting settings meeting security authentication option optionless without less get json jsonc response'.split(
    ' ',
  ),
);

const levels: readonly Level[] = ['account', 'group', 'user'];

/** Never fails; a name with two levels in it has none. Folders are ignored. */
export function readName(name: string): NameHints {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const spaced = base
    .replace(/\.jsonc?$/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase();
  const words = spaced.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // A path of a master account: accounts/{accountId}/users/{userId}/settings.
  const below = words[0] === 'accounts' ? words.find((word) => word === 'users' || word === 'groups') : undefined;
  const named = levels.filter(
    (level) => levelIn(below ?? level) === level && words.some((word) => levelIn(word) === level),
  );
  return {
    level: named.length === 1 ? named[0] : undefined,
    kind: kindOf(words),
    rest: words.filter((word) => !pathWords.has(word)).join('-'),
  };
}

/** `groups2` → group */
function levelIn(word: string): string | undefined {
  return /^(account|group|user)s?\d*$/.exec(word)?.[1];
}

function kindOf(words: readonly string[]): Kind | undefined {
  if (words.some((word) => word.startsWith('lock'))) return 'lock_settings';
  return words.some((word) => word.startsWith('setting')) ? 'settings' : undefined;
}
