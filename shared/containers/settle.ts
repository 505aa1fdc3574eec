import type { Edit } from '../finding.ts';
import { indentAt, lineStart, styleOf } from '../json/style.ts';
import { fileEdit } from '../json/textMap.ts';
import type { Operation } from '../model/security.ts';
import type { ContainedRequest } from './containers.ts';

/**
 * The edit of the file that says what a body is sent to: in code a comment above its first line, `// zoom: create`. Undefined
 * where the reader of the file knows of none.
 */
export function settlingEdit(
  { document, map, settle }: Pick<ContainedRequest, 'document' | 'map' | 'settle'>,
  operation: Operation,
): Edit | undefined {
  if (settle) return settle(operation);
  const { text, code, root } = document;
  // A text in a string has no place for a comment.
  if (!code?.passcode || !root) return undefined;
  const start = lineStart(text, root.span.start);
  const line = `${indentAt(text, start)}${code.comment} zoom: ${operation}${styleOf(document).eol}`;
  return fileEdit(map, { span: { start, end: start }, text: line });
}
