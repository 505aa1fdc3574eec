import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver-protocol';
import { type Finding, text } from '../../../shared/index.ts';
import type { Subject } from '../../inspection/subject.ts';
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

export function diagnostics(subjects: readonly Subject[], options: DiagnosticOptions): Diagnostic[] {
  return subjects.flatMap((subject) =>
    subject.inspection.findings
      .filter(({ code }) => !(options.editorReportsSyntax && code === 'json-syntax'))
      .map((finding) => diagnosticOf(subject, finding, options)),
  );
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
