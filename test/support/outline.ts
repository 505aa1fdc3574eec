import type { Span } from '../../shared/finding.ts';
import type { JsonDocument, JsonNode } from '../../shared/json/parse.ts';

/**
 * The tree drawn as text, one line per node: its span, its type, and the source that the span covers.
 *
 *   0-9 object closed
 *     1-8 "a": 1 | key 1-4 | comma 8
 *       5-6 number 1
 */
export function outline({ text, root }: JsonDocument): readonly string[] {
  return root ? lines(root, '') : [];

  function lines(node: JsonNode, indent: string): readonly string[] {
    const inner = `${indent}  `;
    if (node.type === 'array') {
      return [`${indent}${place(node.span)} array`, ...node.items.flatMap((each) => lines(each, inner))];
    }
    if (node.type === 'open') return [`${indent}${place(node.span)} open ${node.as ?? '?'} ${node.text}`];
    if (node.type !== 'object') return [`${indent}${place(node.span)} ${node.type} ${JSON.stringify(node.value)}`];
    const properties = node.properties.flatMap(({ key, keySpan, span, value, comma }) => [
      `${inner}${place(span)} ${source(span)} | ${key} ${place(keySpan)} | comma ${comma ?? '–'}`,
      ...(value ? lines(value, `${inner}  `) : []),
    ]);
    return [`${indent}${place(node.span)} object ${node.closed ? 'closed' : 'open'}`, ...properties];
  }

  function source(span: Span): string {
    return text.slice(span.start, span.end);
  }
}

export function place({ start, end }: Span): string {
  return `${start}-${end}`;
}
