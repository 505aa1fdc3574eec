import type { IgnoreEntry } from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { type Inspection, profileFor } from './inspection.ts';

/** Which `ignore` entries of its profile one file uses. */
interface FileIgnoreUse {
  /** The identity of the profile. */
  readonly profile: string;
  readonly used: readonly IgnoreEntry[];
  /** False: the file may use further entries. */
  readonly conclusive: boolean;
}

/** Empty for a file that no profile governs. */
export function ignoreUseOf(files: Files, inspection: Inspection): readonly FileIgnoreUse[] {
  const found = profileFor(inspection);
  if (!found) return [];
  const { used, conclusive } = inspection;
  return [{ profile: files.identity(found.uri), used, conclusive }];
}

/** Collects which `ignore` entries of each profile are used, while many files are inspected. */
export class IgnoreUsage {
  readonly #used = new Map<string, Map<number, IgnoreEntry>>();
  readonly #open = new Set<string>();

  note(uses: readonly FileIgnoreUse[]): void {
    for (const { profile, used, conclusive } of uses) {
      if (!conclusive) this.#open.add(profile);
      if (used.length === 0) continue;
      const known = this.#used.get(profile) ?? new Map<number, IgnoreEntry>();
      this.#used.set(profile, known);
      for (const each of used) known.set(each.index, each);
    }
  }

  /** The entries of this profile that the files noted so far use; undefined where one of them may use further ones. */
  of(profile: string): readonly IgnoreEntry[] | undefined {
    return this.#open.has(profile) ? undefined : [...(this.#used.get(profile)?.values() ?? [])];
  }
}
