import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from '../convert.ts';
import type { Inspection } from '../inspect.ts';

export interface DiagnosticOptions {
  /** Undefined: the client shows no links. */
  readonly rulesFolder: string | undefined;
  /** The editor underlines broken JSON itself. */
  readonly editorReportsSyntax: boolean;
}

export function diagnostics(
  text: TextDocument,
  inspection: Inspection | undefined,
  { rulesFolder, editorReportsSyntax }: DiagnosticOptions,
): Diagnostic[] {
  return (inspection?.findings ?? [])
    .filter(({ code }) => !(editorReportsSyntax && code === 'json-syntax'))
    .map((finding) => toDiagnostic(text, finding, rulesFolder));
}
