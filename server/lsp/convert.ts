/** Findings → the protocol's diagnostics; nothing else knows both. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { Finding, Severity, Text } from '../../shared/index.ts';
import type { TextView } from '../inspection/textView.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticStyle {
  /** Where the pages of the rules are; undefined: the client shows no links. */
  readonly rulesFolder: string | undefined;
  readonly say: (text: Text) => string;
}

export function toDiagnostic(view: TextView, finding: Finding, { rulesFolder, say }: DiagnosticStyle): Diagnostic {
  return {
    range: view.rangeOf(finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'Zoom',
    message: say(finding.message),
    ...(rulesFolder ? { codeDescription: { href: `${rulesFolder}/${finding.code}.md` } } : {}),
  };
}
