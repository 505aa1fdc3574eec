import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../shared/index.ts';
import { toDiagnostic } from '../convert.ts';
import type { Inspection } from '../inspect.ts';
import { placeInProfile } from '../profilePlace.ts';

export interface DiagnosticOptions {
  /** Undefined: the client shows no links. */
  readonly rulesFolder: string | undefined;
  /** The client shows places that belong to a finding. */
  readonly relatedInformation: boolean;
  /** The client shows what is unnecessary in another way. */
  readonly tagsUnnecessary: boolean;
  /** The editor underlines broken JSON itself. */
  readonly editorReportsSyntax: boolean;
}

export function diagnostics(
  text: TextDocument,
  inspection: Inspection | undefined,
  options: DiagnosticOptions,
): Diagnostic[] {
  if (!inspection) return [];
  return inspection.findings
    .filter(({ code }) => !(options.editorReportsSyntax && code === 'json-syntax'))
    .map((finding) => diagnosticOf(text, inspection, finding, options));
}

/** One finding as the client gets it, with the line of the profile that causes it. */
export function diagnosticOf(
  text: TextDocument,
  inspection: Inspection,
  finding: Finding,
  { rulesFolder, relatedInformation, tagsUnnecessary }: DiagnosticOptions,
): Diagnostic {
  const { cause } = finding;
  const related = relatedInformation && cause && inspection.kind === 'request' && placeInProfile(inspection, cause);
  return {
    ...toDiagnostic(text, finding, rulesFolder),
    ...(tagsUnnecessary && finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related ? { relatedInformation: [{ location: related, message: 'The lock profile says so here.' }] } : {}),
  };
}
