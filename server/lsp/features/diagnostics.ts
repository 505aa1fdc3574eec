import { type Diagnostic, DiagnosticTag, type Position } from 'vscode-languageserver-protocol';
import { type Finding, type TextMap, text } from '../../../shared/index.ts';
import { type Inspection, isBody } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import { byStart } from '../../inspection/textView.ts';
import { type DiagnosticStyle, toDiagnostic } from '../convert.ts';
import { placeInProfile } from '../places.ts';

const ofProfile = text`Cause: this line of the lock profile`;

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

export interface DiagnosticOptions extends DiagnosticStyle {
  /** The client shows related locations. */
  readonly relatedInformation: boolean;
  /** The diagnostic tags that the client supports. */
  readonly tags: readonly DiagnosticTag[];
  /** The editor underlines broken JSON itself. */
  readonly editorReportsSyntax: boolean;
}

/** Of a request, and what they rest on besides its text. */
interface Made {
  readonly start: Position;
  readonly findings: Inspection['findings'];
  readonly profile: string | undefined;
  readonly items: readonly Diagnostic[];
}

/** Makes diagnostics for the same options. Those of a request that stays as it is, in a large file, are moved with it. */
export class Diagnostics {
  readonly #made = new WeakMap<TextMap, Made>();

  of(subjects: readonly Subject[], options: DiagnosticOptions): Diagnostic[] {
    const found = subjects.flatMap((subject) => this.#ofOne(subject, options));
    return subjects.length < 2 ? found : found.sort(byStart);
  }

  #ofOne(subject: Subject, options: DiagnosticOptions): readonly Diagnostic[] {
    const { text, inspection } = subject;
    const { findings } = inspection;
    if (findings.length === 0) return [];
    const part = text.part();
    if (!part || !isBody(inspection)) return all(subject, options);
    const { map, start } = part;
    const profile = inspection.file.profile?.uri;
    const known = this.#made.get(map);
    const isSame = known?.findings === findings && known.profile === profile;
    if (isSame && isEqual(known.start, start)) return known.items;
    const items = isSame ? known.items.map((each) => moved(each, known.start, start)) : all(subject, options);
    this.#made.set(map, { start, findings, profile, items });
    return items;
  }
}

function all(subject: Subject, options: DiagnosticOptions): readonly Diagnostic[] {
  return subject.inspection.findings
    .filter(({ code }) => !(options.editorReportsSyntax && code === 'json-syntax'))
    .map((finding) => diagnosticOf(subject, finding, options));
}

/** The text behind the start is the same: only in its line, columns change. */
function moved(diagnostic: Diagnostic, from: Position, to: Position): Diagnostic {
  const at = ({ line, character }: Position) => ({
    line: line + to.line - from.line,
    character: line === from.line ? character + to.character - from.character : character,
  });
  return { ...diagnostic, range: { start: at(diagnostic.range.start), end: at(diagnostic.range.end) } };
}

function isEqual(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}

/** One finding as the client receives it, with the line of the profile that causes it. */
export function diagnosticOf({ text, inspection }: Subject, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { cause } = finding;
  const tag = finding.tag && tags[finding.tag];
  const related =
    options.relatedInformation && cause && inspection.kind === 'request' && placeInProfile(inspection, cause);
  return {
    ...toDiagnostic(text, finding, options),
    ...(tag && options.tags.includes(tag) ? { tags: [tag] } : {}),
    ...(related ? { relatedInformation: [{ location: related, message: options.say(ofProfile) }] } : {}),
  };
}
