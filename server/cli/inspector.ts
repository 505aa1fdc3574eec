import { fileKind, profileName, say } from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { displayPath, folderOf, foldersUpward, join, nameOf } from '../files/uris.ts';
import { decode } from '../files/world.ts';
import { classify, type Overrides, type RequestFile } from '../inspection/classify.ts';
import type { ExplainedFile } from '../inspection/explanation.ts';
import { IgnoreUsage, ignoreUseOf } from '../inspection/ignoreUsage.ts';
import { type Inspection, inspectOnce, withUsedIgnores } from '../inspection/inspect.ts';
import type { Input, Inputs } from './collect.ts';

export interface InspectedFile {
  readonly uri: string;
  /** As the user knows it. */
  readonly path: string;
  readonly by: Input['by'];
  readonly text: string;
  readonly inspection: Inspection;
}

/** Why the file could not be looked at. */
interface InputProblem {
  readonly problem: string;
}

export type InspectResult = InspectedFile | InputProblem;

/** What an explanation is made of. */
export interface ExplainedInput extends ExplainedFile {
  readonly root: string | undefined;
}

const notOurs = `cannot tell create from update: give --operation, name it NAME.zoom-create.json or NAME.zoom-update.json, or list it in ${profileName}`;

/** Looks at one file after the other, reading what surrounds them once. */
export class Inspector {
  readonly problems = new Set<string>();
  readonly #files: Files;
  readonly #cwd: string;
  readonly #overrides: Overrides;
  readonly #usage = new IgnoreUsage();
  readonly #broken = new Map<string, string>();
  readonly #roots = new Map<string, Promise<string | undefined>>();

  constructor(files: Files, cwd: string, overrides: Overrides) {
    this.#files = files;
    this.#cwd = cwd;
    this.#overrides = overrides;
  }

  /** Each file of ours, one after the other. What could not be read, on the way, is in `problems` at the end. */
  async *inspectAll({ inputs, problems }: Inputs): AsyncGenerator<InspectedFile> {
    for (const problem of problems) this.problems.add(problem);
    for (const input of inputs) {
      const looked = await this.inspectInput(input);
      if (!looked) continue;
      if ('problem' in looked) {
        this.problems.add(looked.problem);
        continue;
      }
      for (const problem of this.unreadableAround(looked)) this.problems.add(problem);
      yield looked;
    }
  }

  /** Undefined for a file that is none of ours and that nobody named. */
  async inspectInput(input: Input): Promise<InspectResult | undefined> {
    const { uri, by } = input;
    const read = await this.#read(input);
    if ('problem' in read) return read;
    const { path } = read;
    const inspection = await this.#inspect(input, read.text);
    this.#files.changed(uri); // There may be thousands, and each is looked at once.
    if (inspection?.kind === 'request') this.#noteBroken(inspection.file);
    this.#usage.note(ignoreUseOf(this.#files, inspection));
    if (inspection) return { uri, path, by, text: read.text, inspection };
    return by === 'name' ? { problem: `${path}: ${notOurs}` } : undefined;
  }

  /** Where a file stands, one of ours or not. */
  async explainedFile(input: Input): Promise<ExplainedInput | InputProblem> {
    const { uri } = input;
    const read = await this.#read(input);
    if ('problem' in read) return read;
    const root = await this.#rootOf(uri);
    const classification = await classify(this.#files, uri, root, this.#overridesFor(input));
    return { uri, root, classification, inspection: await this.#inspect(input, read.text) };
  }

  async #read({ uri, bytes }: Input): Promise<{ readonly path: string; readonly text: string } | InputProblem> {
    const path = bytes ? '-' : this.displayPath(uri);
    const read = bytes ? decode(bytes) : await this.#files.read(uri);
    if (read.state === 'missing') return { problem: `${path}: no such file` };
    if (read.state === 'unreadable') return { problem: `${path}: ${say(read.reason)}` };
    return { path, text: read.text };
  }

  async #inspect(input: Input, text: string): Promise<Inspection | undefined> {
    const root = await this.#rootOf(input.uri);
    return inspectOnce(this.#files, input.uri, text, root, this.#overridesFor(input));
  }

  /**
   * Once all files are looked at: a profile found in a folder, and with it every file that it governs, is told which of
   * its entries none of them uses.
   */
  withUsedIgnores(looked: InspectedFile): InspectedFile {
    const { uri, by, inspection } = looked;
    const sure = by === 'folder' && this.problems.size === 0 && Object.keys(this.#overrides).length === 0;
    const used = sure ? this.#usage.of(this.#files.identity(uri)) : undefined;
    if (inspection.kind !== 'profile' || !inspection.conclusive || !used) return looked;
    return { ...looked, inspection: withUsedIgnores(this.#files, uri, inspection, used) };
  }

  /** A profile or a meeting file that is there and cannot be read: without it, the answer is not what was asked for. */
  unreadableAround({ inspection }: InspectedFile): readonly string[] {
    if (inspection.kind !== 'request') return [];
    const { profile, meeting } = inspection.file;
    return [
      ...(profile?.problem && !profile.profile ? [`${this.displayPath(profile.uri)}: ${say(profile.problem)}`] : []),
      ...(meeting?.problem ? [`${this.displayPath(meeting.uri)}: ${say(meeting.problem)}`] : []),
    ];
  }

  /** Profiles that requests rest on and that say nothing, unless they are among the inputs and have a finding for it. */
  brokenProfiles(inputs: readonly Input[]): readonly string[] {
    const looked = new Set(inputs.map(({ uri }) => uri));
    const others = [...this.#broken].filter(([uri]) => !looked.has(uri));
    return others.map(([uri, problem]) => `${this.displayPath(uri)}: ${problem}`);
  }

  /** From the working folder. */
  displayPath(uri: string): string {
    return displayPath(this.#cwd, uri);
  }

  #noteBroken({ profile }: RequestFile): void {
    if (profile?.profile && profile.problem) this.#broken.set(profile.uri, say(profile.problem));
  }

  /** `--operation` speaks of the files that the user picked; a folder holds other files, too. */
  #overridesFor({ uri, by }: Input): Overrides {
    if (by === 'name' || !this.#overrides.operation) return this.#overrides;
    const kind = fileKind(nameOf(uri));
    const meant = kind === 'create' || kind === 'update' || (by === 'glob' && !kind);
    const { operation: _, ...others } = this.#overrides;
    return meant ? this.#overrides : others;
  }

  /** The repository that the file is in; undefined: none, and the profile may stand anywhere above. */
  #rootOf(uri: string): Promise<string | undefined> {
    const folder = folderOf(uri);
    const root = this.#roots.get(folder) ?? this.#repositoryOf(uri);
    this.#roots.set(folder, root);
    return root;
  }

  async #repositoryOf(uri: string): Promise<string | undefined> {
    for (const folder of foldersUpward(uri, undefined)) {
      if ((await this.#files.read(join(folder, '.git'))).state !== 'missing') return folder;
    }
    return undefined;
  }
}
