import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  accountOf,
  type ChosenSeverities,
  containerKind,
  fileKind,
  isCode,
  noSeverities,
  Predictions,
  type Severities,
  say,
  type Text,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { repositoryOf } from '../files/repository.ts';
import { Turns } from '../files/turns.ts';
import { displayPath, folderOf, nameOf } from '../files/uris.ts';
import { decode, tooLarge } from '../files/world.ts';
import { classify, type RequestFile } from '../inspection/classify.ts';
import type { ExplainedFile } from '../inspection/explanation.ts';
import { IgnoreUsage, ignoreUseOf } from '../inspection/ignoreUsage.ts';
import { inspectOnce, inspectUnread, withUsedIgnores } from '../inspection/inspect.ts';
import type { Overrides } from '../inspection/profileInForce.ts';
import { type Subject, subjectsOf } from '../inspection/subject.ts';
import type { Input, Inputs } from './collect.ts';
import { nothingIn, whyNotOurs } from './notOurs.ts';
import { type Problem, printProblem } from './report.ts';

export interface InspectedFile {
  readonly uri: string;
  /** As it is shown to the user. */
  readonly path: string;
  readonly by: Input['by'];
  readonly text: string;
  /** In the order of the text, at least one. */
  readonly subjects: readonly Subject[];
}

/** A file, or why it could not be inspected. */
type InspectResult = InspectedFile | Unreadable;

interface Unreadable {
  readonly problem: Problem;
  readonly isTooLarge?: boolean;
}

/** A file to explain. */
interface ExplainedInput extends ExplainedFile {
  readonly root: string | undefined;
}

/** Inspects one file after the other, reading profiles and meeting files once. */
export class Inspector {
  readonly #problems = new Map<string, Problem>();
  readonly #files: Files;
  readonly #cwd: string;
  readonly #overrides: Overrides;
  readonly #everyFile: { readonly severities: ChosenSeverities; readonly predictions: Predictions };
  readonly #usage = new IgnoreUsage();
  readonly #broken = new Map<string, string>();
  readonly #roots = new Map<string, Promise<string>>();

  constructor(files: Files, cwd: string, overrides: Overrides, option: Severities = noSeverities) {
    this.#files = files;
    this.#cwd = cwd;
    this.#overrides = overrides;
    this.#everyFile = { severities: { option }, predictions: new Predictions() };
  }

  /** Each of our files, one after the other. What could not be read is in `problems` at the end. */
  async *inspectAll({ inputs, problems }: Inputs): AsyncGenerator<InspectedFile> {
    for (const problem of problems) this.report(problem);
    const documents = await this.#inspectDocuments(inputs);
    const turns = new Turns();
    for (const input of inputs) {
      await turns.next();
      const inspected = documents.has(input) ? documents.get(input) : await this.#inspectSafely(input);
      if (!inspected) continue;
      if ('problem' in inspected) {
        this.report(inspected.problem);
        continue;
      }
      for (const problem of this.#unreadableAround(inspected)) this.report(problem);
      yield inspected;
    }
  }

  /** Documents are first, since they may name others as bodies. */
  async #inspectDocuments(inputs: readonly Input[]): Promise<ReadonlyMap<Input, InspectResult | undefined>> {
    const inspected = new Map<Input, InspectResult | undefined>();
    for (const input of inputs) {
      const kind = containerKind(input.uri);
      if (kind && !isCode(kind)) inspected.set(input, await this.#inspectSafely(input));
    }
    return inspected;
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  /** Records the problem, unless it has been already. */
  report(problem: Problem): void {
    this.#problems.set(printProblem(problem), problem);
  }

  /** One file that makes us fail must not take the others with it. The error's message may quote the file. */
  async #inspectSafely(input: Input): Promise<InspectResult | undefined> {
    try {
      return await this.#inspectInput(input);
    } catch {
      return {
        problem: { file: this.displayPath(input.uri), message: 'cannot be inspected: an error of this program' },
      };
    }
  }

  /** Undefined for a file that is not ours and was not named. */
  async #inspectInput(input: Input): Promise<InspectResult | undefined> {
    const { uri, by } = input;
    const read = await this.#read(input);
    if ('problem' in read) return this.#unread(input, read);
    const { path } = read;
    const subjects = await this.#inspect(input, read.text);
    this.#files.forget(uri); // There may be thousands, each inspected once.
    for (const file of requestFiles(subjects)) this.#noteBroken(file);
    this.#usage.note(subjects.flatMap(({ inspection }) => ignoreUseOf(this.#files, inspection)));
    const missing = subjects.length === 0 ? whyNotOurs(input.uri) : nothingIn(subjects);
    if (missing === undefined) return { uri, path, by, text: read.text, subjects };
    return by === 'name' ? { problem: { file: path, message: missing } } : undefined;
  }

  /** A file that is too large gets a finding if it is ours; any other one is skipped, unless it was named. */
  async #unread(input: Input, { problem, isTooLarge }: Unreadable): Promise<InspectResult | undefined> {
    if (!isTooLarge) return { problem };
    const { uri, by } = input;
    const file = await this.#fileToInspect(input);
    const subjects = subjectsOf(TextDocument.create(uri, 'json', 0, ''), await inspectUnread(this.#files, file));
    if (subjects.length > 0) return { uri, path: this.displayPath(uri), by, text: '', subjects };
    return by === 'name' ? { problem } : undefined;
  }

  /** Classifies and inspects a file, ours or not. */
  async explainedFile(input: Input): Promise<ExplainedInput | Unreadable> {
    const { uri } = input;
    const read = await this.#read(input);
    if ('problem' in read) return read;
    const root = await this.#rootOf(input);
    const classification = await classify(this.#files, uri, root, this.#overridesFor(input));
    return { uri, root, classification, subjects: await this.#inspect(input, read.text) };
  }

  async #read({ uri, bytes, by }: Input): Promise<{ readonly path: string; readonly text: string } | Unreadable> {
    const path = bytes ? '-' : this.displayPath(uri);
    const read = bytes ? decode(bytes) : await this.#files.read(uri, undefined, by !== 'name');
    if (read.state === 'missing') return { problem: { file: path, message: 'no such file' } };
    if (read.state === 'unreadable')
      return { problem: { file: path, message: say(read.reason) }, isTooLarge: read.reason === tooLarge && !bytes };
    return { path, text: read.text };
  }

  async #inspect(input: Input, text: string): Promise<readonly Subject[]> {
    const { uri } = input;
    const inspections = await inspectOnce(this.#files, { ...(await this.#fileToInspect(input)), text });
    return subjectsOf(TextDocument.create(uri, 'json', 0, text), inspections);
  }

  async #fileToInspect(input: Input) {
    const root = await this.#rootOf(input);
    return { uri: input.uri, root, overrides: this.#overridesFor(input), ...this.#everyFile };
  }

  /**
   * Once all files are inspected: adds the findings about unused `ignore` entries to a profile that was found in a folder,
   * since every file that it governs has been inspected, too.
   */
  withUsedIgnores(file: InspectedFile): InspectedFile {
    const { uri, by, subjects } = file;
    // Of several profiles, only the plain one was in force.
    const isPlain = accountOf(nameOf(uri)) === undefined;
    const isSure = isPlain && by === 'folder' && this.#problems.size === 0 && Object.keys(this.#overrides).length === 0;
    const used = isSure ? this.#usage.of(this.#files.identity(uri)) : undefined;
    if (!used) return file;
    const profile = { uri, ...this.#everyFile };
    const reported = subjects.map((subject) => {
      const { inspection } = subject;
      if (inspection.kind !== 'profile' || !inspection.conclusive) return subject;
      return { ...subject, inspection: withUsedIgnores(this.#files, profile, inspection, used) };
    });
    return { ...file, subjects: reported };
  }

  /** Profiles and meeting files that exist and cannot be read: without them the result would be a different one. */
  #unreadableAround({ subjects }: InspectedFile): readonly Problem[] {
    return requestFiles(subjects).flatMap(({ profile, meeting }) => {
      return [...(profile?.profile ? [] : this.#problemOf(profile)), ...this.#problemOf(meeting)];
    });
  }

  #problemOf(found: { readonly uri: string; readonly problem: Text | undefined } | undefined): readonly Problem[] {
    return found?.problem ? [{ file: this.displayPath(found.uri), message: say(found.problem) }] : [];
  }

  /** Broken profiles that requests depend on, unless they are among the inputs, where a finding reports it. */
  brokenProfiles(inputs: readonly Input[]): readonly Problem[] {
    const inspected = new Set(inputs.map(({ uri }) => uri));
    const others = [...this.#broken].filter(([uri]) => !inspected.has(uri));
    return others.map(([uri, message]) => ({ file: this.displayPath(uri), message }));
  }

  /** Relative to the working folder. */
  displayPath(uri: string): string {
    return displayPath(this.#cwd, uri);
  }

  #noteBroken({ profile }: RequestFile): void {
    if (profile?.profile && profile.problem) this.#broken.set(profile.uri, say(profile.problem));
  }

  /** `--operation` is meant for the files that the user picked; a folder contains other files, too. */
  #overridesFor({ uri, by }: Input): Overrides {
    if (by === 'name' || !this.#overrides.operation) return this.#overrides;
    const kind = fileKind(nameOf(uri));
    const meant = kind === 'create' || kind === 'update' || (by === 'glob' && !kind);
    const { operation: _, ...others } = this.#overrides;
    return meant ? this.#overrides : others;
  }

  /** The repository that the file is in; without one, `within`. */
  #rootOf({ uri, within }: Input): Promise<string> {
    const folder = folderOf(uri);
    const root = this.#roots.get(folder) ?? repositoryOf(this.#files, uri).then((found) => found ?? within);
    this.#roots.set(folder, root);
    return root;
  }
}

/** Of the requests among the subjects, and of those that a response is held against. */
function requestFiles(subjects: readonly Subject[]): readonly RequestFile[] {
  return subjects.flatMap(({ inspection }) => {
    if (inspection.kind === 'request') return [inspection.file];
    return inspection.kind === 'response' && inspection.answered ? [inspection.answered.file] : [];
  });
}
