import type { IgnoreEntry } from '../shared/index.ts';
import type { Files } from './files.ts';
import { knowingUsed } from './inspect.ts';
import type { Inspected } from './session.ts';
import { canonical } from './uris.ts';
import type { Usage } from './usage.ts';

/**
 * The entries of `ignore` that ignore nothing, as the last look at all files found them. They are known by what they say:
 * while a profile is edited, what was idle stays so until all is looked at again, and what is new is not held to be idle.
 */
export class IdleEntries {
  readonly #files: Files;
  #idle: ReadonlySet<string> = new Set();
  #changes = 0;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Counts up whenever others are idle. */
  get changes(): number {
    return this.#changes;
  }

  /** From all files that these profiles govern. Returns whether there is news. */
  learn(usage: Usage, profiles: readonly Inspected[]): boolean {
    const idle = new Set(profiles.flatMap((each) => this.#idleIn(each, usage)));
    const isNews = idle.size !== this.#idle.size || [...idle].some((each) => !this.#idle.has(each));
    this.#idle = idle;
    if (isNews) this.#changes++;
    return isNews;
  }

  /** A lock profile once more, with what is known of it now; any other file as it is. */
  judged(inspected: Inspected): Inspected {
    const { text, inspection } = inspected;
    if (inspection?.kind !== 'profile' || inspection.profile.ignore.length === 0) return inspected;
    const { settled, profile } = inspection;
    const used = profile.ignore.filter((each) => !(settled && this.#idle.has(this.#key(text.uri, each))));
    return { ...inspected, inspection: knowingUsed(this.#files, this.#fileOf(text.uri), inspection, used) };
  }

  #idleIn({ text: { uri }, inspection }: Inspected, usage: Usage): readonly string[] {
    if (inspection?.kind !== 'profile' || !inspection.settled) return [];
    const elsewhere = usage.of(this.#identity(uri));
    if (!elsewhere) return [];
    const used = new Set([...inspection.used, ...elsewhere].map(({ index }) => index));
    return inspection.profile.ignore.filter(({ index }) => !used.has(index)).map((each) => this.#key(uri, each));
  }

  #key(uri: string, { code, files, pointer }: IgnoreEntry): string {
    return JSON.stringify([this.#identity(uri), code, files, pointer]);
  }

  #identity(uri: string): string {
    return this.#files.identity(this.#fileOf(uri));
  }

  #fileOf(uri: string): string {
    return this.#files.spelled(canonical(uri));
  }
}
