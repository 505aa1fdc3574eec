import { say, type Text, visible } from '../../../shared/index.ts';
import type { RequestFile } from '../../inspection/classify.ts';
import type { FoundProfile } from '../../inspection/profileInForce.ts';
import type { Subject } from '../../inspection/subject.ts';

/** Something that could not be found, read or written. `message` may only make sense after the name of the file. */
export interface Problem {
  readonly file: string | null;
  readonly message: string;
}

export function printProblem({ file, message }: Problem): string {
  return visible(file === null ? message : `${file}: ${message}`);
}

/** Each once: what one file lacks, many may lack. */
export class Problems {
  readonly #displayPath: (uri: string) => string;
  readonly #all = new Map<string, Problem>();
  /** Lock profiles that are not valid, wholly or in part, and in which way. */
  readonly #broken = new Map<string, string>();

  constructor(displayPath: (uri: string) => string) {
    this.#displayPath = displayPath;
  }

  get all(): readonly Problem[] {
    return [...this.#all.values()];
  }

  add(problem: Problem): void {
    this.#all.set(printProblem(problem), problem);
  }

  /** Profiles and meeting files that exist and cannot be read: without them the result would be a different one. */
  addAround(subjects: readonly Subject[]): void {
    for (const { profile, meeting } of requestFiles(subjects)) {
      const flaw = profile && flawOf(profile);
      if (profile && flaw !== undefined) this.#broken.set(profile.uri, flaw);
      else this.#addOf(profile);
      this.#addOf(meeting);
    }
  }

  #addOf(found: { readonly uri: string; readonly problem: Text | undefined } | undefined): void {
    if (found?.problem) this.add({ file: this.#displayPath(found.uri), message: say(found.problem) });
  }

  /** With the broken profiles that requests depend on, unless they are among the files inspected, where a finding reports it. */
  besides(inspected: readonly { readonly uri: string }[]): readonly Problem[] {
    if (this.#broken.size === 0) return this.all;
    const known = new Set(inspected.map(({ uri }) => uri));
    const others = [...this.#broken].filter(([uri]) => !known.has(uri));
    return [...this.all, ...others.map(([uri, message]) => ({ file: this.#displayPath(uri), message }))];
  }
}

/** What its own findings report as an error, where they are reported at all; undefined for one that is fine or cannot be read. */
function flawOf({ profile, problem }: FoundProfile): string | undefined {
  if (!profile || problem) return profile && problem && say(problem);
  const error = profile.problems.find(({ severity }) => severity === 'error');
  return error && `${say(error.message)} ${error.effect ? say(error.effect) : 'It is treated as missing.'}`;
}

/** Of the requests among the subjects, and of those that a response is compared with. */
function requestFiles(subjects: readonly Subject[]): readonly RequestFile[] {
  return subjects.flatMap(({ inspection }) => {
    if (inspection.kind === 'request') return [inspection.file];
    return inspection.kind === 'response' && inspection.answered ? [inspection.answered.file] : [];
  });
}
