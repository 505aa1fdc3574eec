import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../shared/index.ts';
import { toRange } from '../convert.ts';

/** Lines and characters count from 0, in UTF-16 code units, as in the Language Server Protocol. */
export function findingJson(text: TextDocument, { code, severity, message, span }: Finding) {
  return { code, severity, message, range: toRange(text, span) };
}

/** `file:line:column: severity: message [code]`; lines and columns count from 1. */
export function printFinding(path: string, text: TextDocument, { code, severity, message, span }: Finding): string {
  const { line, character } = text.positionAt(span.start);
  return `${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]`;
}
