/** Findings as plain data, the input of every output format. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Change,
  type Edit,
  editsFor,
  type Finding,
  type Fix,
  fields,
  fileSpan,
  pointerAt,
  propertyAt,
  requestPath,
  type Severity,
  type Span,
  say,
  visible,
} from '../../../shared/index.ts';
import { displayPath } from '../../files/uris.ts';
import { profileFor, requestName } from '../../inspection/inspection.ts';
import type { BodySubject, Subject } from '../../inspection/subject.ts';
import { byStart } from '../../inspection/textView.ts';
import type { InspectedFile } from '../input/inspector.ts';
import { type Excerpt, excerptAt } from './excerpt.ts';
import { isPasscodeIn, masked } from './masked.ts';

type Range = ReturnType<Subject['text']['rangeOf']>;

/** Lines and characters count from 0, in UTF-16 code units, as in the Language Server Protocol. */
interface FindingData {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

/** The same with more detail. What formats need beyond JSON is there if it is asked for. */
export interface FindingDetails extends FindingData {
  /** What the file calls the request; left out where the file is the request. */
  readonly request?: string;
  /** A JSON pointer into the body. */
  readonly pointer: string;
  /** The page of the rule, from the root of this package. */
  readonly page: string;
  /** The line of the lock profile that causes it. */
  readonly cause?: Cause;
  readonly excerpt?: Excerpt;
  readonly fixes?: readonly FixData[];
}

interface Cause {
  readonly file: string;
  /** From the root of the repository. */
  readonly fileInRoot: string;
  /** Counted from 0. */
  readonly line: number;
  readonly excerpt?: string;
}

/** A fix that neither makes nor contains a passcode. */
export interface FixData {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** What the formats in use need of each finding. */
export interface Detail {
  /** The printed lines, at most so many columns wide. */
  readonly excerpts?: number | undefined;
  readonly fixes?: boolean;
}

export function findingData({ text }: Subject, { code, severity, message, span }: Finding): FindingData {
  return { code, severity, message: say(message), range: text.rangeOf(span) };
}

/** Turns the findings of files into data, in the order of their texts. */
export class Reporter {
  readonly #displayPath: (uri: string) => string;
  readonly #detail: Detail;
  /** By text, to index its lines once: profiles are the same for many files, and so are the lines in them. */
  #profile: TextDocument | undefined;
  readonly #excerpts = new Map<string, string>();

  constructor(displayPath: (uri: string) => string, detail: Detail = {}) {
    this.#displayPath = displayPath;
    this.#detail = detail;
  }

  findingsIn(file: InspectedFile): readonly FindingDetails[] {
    const { subjects } = file;
    const all = subjects.flatMap((subject) =>
      subject.inspection.findings.map((finding) => this.#details(file, subject, finding)),
    );
    return subjects.length < 2 ? all : all.sort(byStart);
  }

  #details(file: InspectedFile, subject: Subject, finding: Finding): FindingDetails {
    const { inspection } = subject;
    const request = requestName(inspection);
    const cause = finding.cause === undefined ? undefined : this.#cause(file, subject, finding.cause);
    const data = findingData(subject, finding);
    const { excerpts: width, fixes } = this.#detail;
    return {
      ...data,
      ...(request === undefined ? {} : { request }),
      pointer: pointerAt(inspection.document, finding.span),
      page: `docs/rules/${finding.code}.md`,
      ...(cause ? { cause } : {}),
      ...(width && inspection.kind !== 'unread' ? { excerpt: excerptOf(file.text, subject, finding.span, width) } : {}),
      ...(fixes ? { fixes: finding.fixes().flatMap((fix) => fixData(subject, fix)) } : {}),
    };
  }

  #cause({ root }: InspectedFile, { inspection }: Subject, key: string): Cause | undefined {
    const found = profileFor(inspection);
    const property = propertyAt(found?.profile?.document.root, [key]);
    if (!found?.profile || !property) return undefined;
    const document = this.#linesOf(found.uri, found.profile.document.text);
    const { start, end } = property.keySpan;
    const { line } = document.positionAt(start);
    const width = this.#detail.excerpts;
    return {
      file: this.#displayPath(found.uri),
      fileInRoot: displayPath(root, found.uri),
      line,
      ...(width ? { excerpt: this.#excerptOf(key, document, { start, end }, width) } : {}),
    };
  }

  #excerptOf(key: string, document: TextDocument, { start, end }: Span, width: number): string {
    const excerpt = this.#excerpts.get(key) ?? excerptAt(document.getText(), start, end, width).line;
    this.#excerpts.set(key, excerpt);
    return excerpt;
  }

  #linesOf(uri: string, text: string): TextDocument {
    if (this.#profile?.uri === uri && this.#profile.getText() === text) return this.#profile;
    this.#excerpts.clear();
    this.#profile = TextDocument.create(uri, 'jsonc', 0, text);
    return this.#profile;
  }
}

function excerptOf(text: string, { inspection }: Subject, span: Span, width: number): Excerpt {
  const { start, end } = fileSpan(inspection.map, span);
  return excerptAt(text, start, end, width);
}

/** None for a fix that cannot be made, or that makes or contains a passcode. */
function fixData({ text, inspection }: Subject, { title, changes }: Fix): readonly FixData[] {
  const edits = editsFor(inspection.document, changes, () => undefined);
  if (!edits || changes.some((each) => holdsPasscode(each, edits))) return [];
  return [{ title: say(title), edits: edits.map((each) => text.editAt(each)) }];
}

/** A move takes text along as it is, whatever is in it. */
function holdsPasscode(change: Change, edits: readonly Edit[]): boolean {
  if (change.op === 'move') return edits.some(({ text }) => masked(text) !== text);
  if (change.op !== 'set' && change.op !== 'append') return false;
  const member = JSON.stringify({ [change.path.at(-1) ?? '']: change.value });
  return change.value !== '' && isPasscodeIn(member);
}

/** `file:line:column: severity: message [code]`, with the request if the file contains several; lines and columns count from 1. */
export function printFinding(file: string, finding: FindingData & { readonly request?: string }): string {
  const { code, severity, message, range, request } = finding;
  const { line, character } = range.start;
  const where = request === undefined ? '' : ` (${requestPath('', request)})`;
  return visible(`${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]${where}`);
}

/** Printed findings about a request itself; what Zoom makes of it is what `predict` shows anyway. */
export function faultsOf(file: string, subject: BodySubject): readonly string[] {
  const isFault = ({ uncertain, change }: Finding) => !uncertain && !fields.some(({ name }) => name === change?.field);
  const faults = subject.inspection.findings.filter(isFault);
  return faults.map((each) => printFinding(file, findingData(subject, each)));
}
