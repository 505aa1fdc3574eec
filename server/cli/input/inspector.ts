import { TextDocument } from 'vscode-languageserver-textdocument';
import { accountOf, type ChosenSeverities, noSeverities, Predictions, say } from '../../../shared/index.ts';
import type { Files } from '../../files/files.ts';
import { repositoryOf } from '../../files/repository.ts';
import { displayPath, folderOf, nameOf } from '../../files/uris.ts';
import { decode, reasons, tooLarge } from '../../files/world.ts';
import { classify } from '../../inspection/classify.ts';
import type { ExplainedFile } from '../../inspection/explanation.ts';
import { IgnoreUsage, ignoreUseOf } from '../../inspection/ignoreUsage.ts';
import { inspectOnce, inspectUnread, withUsedIgnores } from '../../inspection/inspect.ts';
import { isBarren } from '../../inspection/inspectContainer.ts';
import type { Overrides } from '../../inspection/profileInForce.ts';
import { requestSubjects, type Subject, subjectsOf } from '../../inspection/subject.ts';
import type { Input, Inputs } from './collect.ts';
import type { InspectionOptions, Watcher } from './inspectionOptions.ts';
import { inTurn } from './inTurn.ts';
import { fileFrom } from './links.ts';
import { isListed, nothingIn, whyNotOurs } from './notChecked.ts';
import { mayNameOthers, overridesFor } from './overrides.ts';
import { type Problem, Problems } from './problems.ts';

export interface InspectedFile {
  readonly uri: string;
  readonly input: Input;
  /** As it is shown to the user. */
  readonly path: string;
  /** The folder of its repository; without one, what bounds it instead. */
  readonly root: string;
  readonly text: string;
  /** The file begins with a byte order mark, which is not in the text. */
  readonly marked: boolean;
  /** In the order of the text, at least one. */
  readonly subjects: readonly Subject[];
}

/** A file, or why it could not be inspected. */
type InspectResult = InspectedFile | Unreadable;

interface Unreadable {
  readonly problem: Problem;
  readonly isTooLarge?: boolean;
  /** There may be requests in it; a file that is no text has none. */
  readonly isDenied?: boolean;
}

interface ReadInput {
  readonly text: string;
  readonly marked: boolean;
}

/** A file to explain. */
interface ExplainedInput extends ExplainedFile {
  readonly root: string | undefined;
}

/** Inspects one file after the other, reading profiles and meeting files once. */
export class Inspector {
  readonly problems = new Problems((uri) => this.displayPath(uri));
  /** The files that `inspectAll` has found, as URIs. */
  readonly inspected: string[] = [];
  /** The lock profiles of the requests in them, as URIs. */
  readonly profiles = new Set<string>();
  readonly #files: Files;
  readonly #watcher: Watcher;
  readonly #overrides: Overrides;
  readonly #everyFile: { readonly severities: ChosenSeverities; readonly predictions: Predictions };
  readonly #passesOverUnknown: boolean;
  readonly #allowsEmpty: boolean;
  readonly #leavesOut: boolean;
  readonly #usage = new IgnoreUsage();
  readonly #roots = new Map<string, Promise<string>>();

  constructor(files: Files, watcher: Watcher, options: InspectionOptions) {
    const { overrides, severities: option = noSeverities, passesOverUnknown = false, allowsEmpty = false } = options;
    this.#files = files;
    this.#watcher = watcher;
    const { profile } = overrides;
    this.#overrides = profile === undefined ? overrides : { ...overrides, profile: fileFrom(profile, watcher) };
    this.#everyFile = { severities: { option }, predictions: new Predictions() };
    this.#passesOverUnknown = passesOverUnknown;
    this.#allowsEmpty = allowsEmpty;
    this.#leavesOut = options.leavesOut ?? false;
  }

  /** Each of our files, one after the other. What could not be read is in `problems` at the end. */
  async *inspectAll({ inputs, problems }: Inputs): AsyncGenerator<InspectedFile> {
    for (const problem of problems) this.problems.add(problem);
    const documents = new Map<Input, InspectResult | undefined>();
    for await (const input of inTurn(inputs.filter(mayNameOthers), this.#watcher))
      documents.set(input, await this.#inspectSafely(input));
    for await (const input of inTurn(inputs, this.#watcher, this.problems)) {
      const inspected = documents.has(input) ? documents.get(input) : await this.#inspectSafely(input);
      if (!inspected) continue;
      if ('problem' in inspected) {
        this.problems.add(inspected.problem);
        continue;
      }
      this.problems.addAround(inspected.subjects);
      this.inspected.push(input.uri);
      for (const { inspection } of requestSubjects(inspected.subjects))
        if (inspection.file.profile) this.profiles.add(inspection.file.profile.uri);
      yield inspected;
    }
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
    const { uri } = input;
    const read = await this.#read(input);
    if ('problem' in read) return this.#unread(input, read);
    const { text, marked } = read;
    // Nearly all of the code in a folder.
    const isPassedOver = !this.#isWanted(input) && isBarren({ uri, text });
    const subjects = isPassedOver ? [] : await this.#inspect(input, text);
    this.#files.forget(uri); // There may be thousands, each inspected once.
    this.#usage.note(subjects.flatMap(({ inspection }) => ignoreUseOf(this.#files, inspection)));
    const path = this.#shownAs(input);
    const missing = subjects.length === 0 ? whyNotOurs(uri) : nothingIn(subjects);
    if (missing !== undefined && !(isListed(subjects) && this.#allowsEmpty))
      return isListed(subjects) || this.#isWanted(input) ? { problem: { file: path, message: missing } } : undefined;
    return { uri, input, path, root: await this.#rootOf(input), text, marked, subjects };
  }

  /**
   * A file that is too large gets a finding if it is ours. Any other one that cannot be read is skipped, unless it was named,
   * or requests would be looked for in it.
   */
  async #unread(input: Input, { problem, isTooLarge, isDenied }: Unreadable): Promise<InspectResult | undefined> {
    const { uri } = input;
    const file = await this.#fileToInspect(input);
    const subjects = subjectsOf(TextDocument.create(uri, 'json', 0, ''), await inspectUnread(this.#files, file));
    if (subjects.length === 0)
      return this.#isWanted(input) || (isDenied && (await this.#isSearched(file))) ? { problem } : undefined;
    if (!isTooLarge) return { problem };
    const path = this.#shownAs(input);
    return { uri, input, path, root: file.root, text: '', marked: false, subjects };
  }

  async #isSearched({ uri, root, overrides }: { uri: string; root: string; overrides: Overrides }): Promise<boolean> {
    return (await classify(this.#files, uri, root, overrides)).container !== undefined;
  }

  /** Whether the user expects the file to be one of ours. */
  #isWanted({ by }: Input): boolean {
    return by === 'name' && !this.#passesOverUnknown;
  }

  /** Classifies and inspects a file, ours or not. */
  async explainedFile(input: Input): Promise<ExplainedInput | Unreadable> {
    const { uri } = input;
    const read = await this.#read(input);
    if ('problem' in read) return read;
    const root = await this.#rootOf(input);
    const classification = await classify(this.#files, uri, root, overridesFor(input, this.#overrides));
    return { uri, root, classification, subjects: await this.#inspect(input, read.text) };
  }

  async #read(input: Input): Promise<ReadInput | Unreadable> {
    const { uri, bytes, by } = input;
    const read = bytes ? decode(bytes) : await this.#files.read(uri, undefined, by !== 'name');
    if (read.state === 'missing') {
      const message = by === 'name' ? 'no such file' : say(reasons.gone);
      return { problem: { file: this.#shownAs(input), message }, isDenied: by !== 'name' };
    }
    if (read.state === 'unreadable') {
      const { reason, glance } = read;
      const mayBeOurs = glance !== undefined && !isBarren({ uri, text: glance });
      this.#files.forget(uri);
      return {
        problem: { file: this.#shownAs(input), message: say(reason) },
        isTooLarge: reason === tooLarge && !bytes,
        isDenied: mayBeOurs || reason === reasons.forbidden || reason === reasons.unreadable,
      };
    }
    return { text: read.text, marked: read.marked ?? false };
  }

  #shownAs({ uri, shownAs }: Input): string {
    return shownAs ?? this.displayPath(uri);
  }

  /** The same file with another text. */
  async withText(file: InspectedFile, text: string): Promise<InspectedFile> {
    return { ...file, text, subjects: await this.#inspect(file.input, text) };
  }

  async #inspect(input: Input, text: string): Promise<readonly Subject[]> {
    const { uri } = input;
    const inspections = await inspectOnce(this.#files, { ...(await this.#fileToInspect(input)), text });
    return subjectsOf(TextDocument.create(uri, 'json', 0, text), inspections);
  }

  async #fileToInspect(input: Input) {
    const root = await this.#rootOf(input);
    return { uri: input.uri, root, overrides: overridesFor(input, this.#overrides), ...this.#everyFile };
  }

  /**
   * Once all files are inspected: adds the findings about unused `ignore` entries to a profile that was found in a folder,
   * since every file that it governs has been inspected, too.
   */
  withUsedIgnores(file: InspectedFile): InspectedFile {
    const { uri, input, subjects } = file;
    // Of several profiles, only the plain one was in force.
    const isPlain = accountOf(nameOf(uri)) === undefined;
    const isSure =
      isPlain &&
      !this.#leavesOut &&
      input.by === 'folder' &&
      this.problems.all.length === 0 &&
      Object.keys(this.#overrides).length === 0;
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

  /** Relative to the working folder. */
  displayPath(uri: string): string {
    return displayPath(this.#watcher.cwd, uri);
  }

  /** The repository that the file is in; without one, `within`. */
  #rootOf({ uri, within }: Input): Promise<string> {
    const folder = folderOf(uri);
    const root = this.#roots.get(folder) ?? repositoryOf(this.#files, uri).then((found) => found ?? within);
    this.#roots.set(folder, root);
    return root;
  }
}
