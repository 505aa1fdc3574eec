import type { IgnoreEntry } from '../shared/index.ts';
import { type Inspection, profileFor } from './inspect.ts';

/** Gathers which entries of `ignore` are used, profile by profile, while many files are inspected. */
export class Usage {
  readonly #used = new Map<string, Map<number, IgnoreEntry>>();
  readonly #open = new Set<string>();

  note(inspection: Inspection): void {
    const uri = profileFor(inspection)?.uri;
    if (uri === undefined) return;
    if (!inspection.settled) this.#open.add(uri);
    if (inspection.used.length === 0) return;
    const used = this.#used.get(uri) ?? new Map<number, IgnoreEntry>();
    this.#used.set(uri, used);
    for (const each of inspection.used) used.set(each.index, each);
  }

  /** What the files noted so far use of this profile; undefined where one of them leaves open what more it might use. */
  of(profile: string): readonly IgnoreEntry[] | undefined {
    return this.#open.has(profile) ? undefined : [...(this.#used.get(profile)?.values() ?? [])];
  }
}
