import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../shared/index.ts';

/** Lines and characters count from 0, in UTF-16 code units, as in the Language Server Protocol. */
export function rangeOf(text: Pick<TextDocument, 'positionAt'>, { start, end }: Span): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
