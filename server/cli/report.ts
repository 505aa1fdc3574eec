/** Findings as plain data, the input of every output format. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Finding,
  fields,
  type JsonDocument,
  type Profile,
  pointerAt,
  propertyAt,
  requestPath,
  type Severity,
  say,
  visible,
} from '../../shared/index.ts';
import { profileFor, requestName } from '../inspection/inspection.ts';
import type { BodySubject, Subject } from '../inspection/subject.ts';

/** Something that could not be found or read. `message` may only make sense after the name of the file. */
export interface Problem {
  readonly file: string | null;
  readonly message: string;
}

export function printProblem({ file, message }: Problem): string {
  return visible(file === null ? message : `${file}: ${message}`);
}

/** Lines and characters count from 0, in UTF-16 code units, as in the Language Server Protocol. */
interface FindingData {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: ReturnType<Subject['text']['rangeOf']>;
}

/** The same with more detail, as `check` prints it. */
export interface FindingDetails extends FindingData {
  /** What the file calls the request; left out where the file is the request. */
  readonly request?: string;
  /** A JSON pointer into the body. */
  readonly pointer: string;
  /** The page of the rule, from the root of this package. */
  readonly page: string;
  /** The line of the lock profile that causes it, counted from 0. */
  readonly cause?: { readonly file: string; readonly line: number };
}

export function findingData({ text }: Subject, { code, severity, message, span }: Finding): FindingData {
  return { code, severity, message: say(message), range: text.rangeOf(span) };
}

/** Turns the findings of files into data, in the order of their texts. */
export class Reporter {
  readonly #displayPath: (uri: string) => string;
  /** By lock profile, to index its lines once. */
  readonly #profiles = new Map<JsonDocument, TextDocument>();

  constructor(displayPath: (uri: string) => string) {
    this.#displayPath = displayPath;
  }

  findingsIn({ subjects }: { readonly subjects: readonly Subject[] }): readonly FindingDetails[] {
    const all = subjects.flatMap((subject) =>
      subject.inspection.findings.map((finding) => this.#details(subject, finding)),
    );
    const isSorted = subjects.length < 2;
    return isSorted ? all : all.sort((a, b) => byStart(a, b));
  }

  #details(subject: Subject, finding: Finding): FindingDetails {
    const { inspection } = subject;
    const request = requestName(inspection);
    const cause = finding.cause === undefined ? undefined : this.#cause(subject, finding.cause);
    return {
      ...findingData(subject, finding),
      ...(request === undefined ? {} : { request }),
      pointer: pointerAt(inspection.document, finding.span),
      page: `docs/rules/${finding.code}.md`,
      ...(cause ? { cause } : {}),
    };
  }

  #cause({ inspection }: Subject, key: string): FindingDetails['cause'] {
    const found = profileFor(inspection);
    const property = propertyAt(found?.profile?.document.root, [key]);
    if (!found?.profile || !property) return undefined;
    const line = this.#linesOf(found.profile).positionAt(property.keySpan.start).line;
    return { file: this.#displayPath(found.uri), line };
  }

  #linesOf({ document }: Profile): TextDocument {
    const lines = this.#profiles.get(document) ?? TextDocument.create('', 'jsonc', 0, document.text);
    this.#profiles.set(document, lines);
    return lines;
  }
}

function byStart({ range: { start: a } }: FindingData, { range: { start: b } }: FindingData): number {
  return a.line - b.line || a.character - b.character;
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
