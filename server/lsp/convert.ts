/** The only place that knows both the lens' findings and the protocol's diagnostics. */
import { type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Severity, Text } from '../../shared/index.ts';
import { rangeOf } from '../inspection/textView.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticStyle {
  /** Undefined: the client shows no links. */
  readonly rulesFolder: string | undefined;
  readonly say: (text: Text) => string;
}

export function toDiagnostic(text: TextDocument, finding: Finding, { rulesFolder, say }: DiagnosticStyle): Diagnostic {
  return {
    range: rangeOf(text, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'Zoom',
    message: say(finding.message),
    ...(rulesFolder ? { codeDescription: { href: `${rulesFolder}/${finding.code}.md` } } : {}),
  };
}

export function toTextEdit(text: TextDocument, edit: Edit): TextEdit {
  return { range: rangeOf(text, edit.span), newText: edit.text };
}
