import type { IgnoreEntry } from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { type Inspection, profileFor } from './inspection.ts';

/** What one file has to do with the `ignore` of a profile that governs it. */
interface FileIgnoreUse {
  /** The identity of the profile. */
  readonly profile: string;
  readonly used: readonly IgnoreEntry[];
  /** False: the file may use more than is known. */
  readonly conclusive: boolean;
}

/** None for a file that no profile governs. */
export function ignoreUseOf(files: Files, inspection: Inspection): readonly FileIgnoreUse[] {
  const found = profileFor(inspection);
  if (!found) return [];
  const { used, conclusive } = inspection;
  return [{ profile: files.identity(found.uri), used, conclusive }];
}

/** Gathers which entries of `ignore` are used, profile by profile, while many files are inspected. */
export class IgnoreUsage {
  readonly #used = new Map<string, Map<number, IgnoreEntry>>();
  readonly #open = new Set<string>();

  note(shares: readonly FileIgnoreUse[]): void {
    for (const { profile, used, conclusive } of shares) {
      if (!conclusive) this.#open.add(profile);
      if (used.length === 0) continue;
      const known = this.#used.get(profile) ?? new Map<number, IgnoreEntry>();
      this.#used.set(profile, known);
      for (const each of used) known.set(each.index, each);
    }
  }

  /** What the files noted so far use of this profile; undefined where one of them leaves open what more it might use. */
  of(profile: string): readonly IgnoreEntry[] | undefined {
    return this.#open.has(profile) ? undefined : [...(this.#used.get(profile)?.values() ?? [])];
  }
}
