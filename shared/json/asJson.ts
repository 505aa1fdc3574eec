import type { JsonNode, ObjectNode, OpenNode } from './parse.ts';

/** Deeper than any request Zoom documents. */
const maxDepth = 20;

/** A body that is written in code, as JSON: what is not known is a placeholder, and a comment says that there may be more. */
export function asJson(node: JsonNode | undefined): string {
  return node ? `${printed(node, '', 0)}\n` : '';
}

function printed(node: JsonNode, indent: string, depth: number): string {
  if (node.type === 'open') return openText(node);
  if (node.type !== 'object' && node.type !== 'array') return JSON.stringify(node.value);
  const [open, close] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
  const inner = `${indent}  `;
  const lines = depth < maxDepth ? linesIn(node, inner, depth + 1) : [];
  return lines.length > 0 ? `${open}\n${inner}${lines.join(`\n${inner}`)}\n${indent}${close}` : open + close;
}

function linesIn(node: Extract<JsonNode, { readonly type: 'object' | 'array' }>, indent: string, depth: number) {
  const members =
    node.type === 'array'
      ? node.items.map((item) => printed(item, indent, depth))
      : sent(node).map(({ key, value }) => `${JSON.stringify(key)}: ${value ? printed(value, indent, depth) : 'null'}`);
  const lines = members.map((each, at) => (at < members.length - 1 ? `${each},` : each));
  return node.type === 'object' && node.rest ? [...lines, '// …'] : lines;
}

/** Of several with one key, the last. */
function sent({ properties }: ObjectNode): ObjectNode['properties'] {
  return [...new Map(properties.map((each) => [each.key, each])).values()];
}

/** As a template would have it: `{{process.env.PASSCODE}}`. A literal is one of several cases, and names none. */
function openText({ as, text }: OpenNode): string {
  const words = text
    .replaceAll('"', "'")
    .replace(/[{}\\\s]+/g, ' ')
    .trim();
  const name = words === '' || literal.test(words) ? 'value' : words.slice(0, 80).trim();
  return as === 'string' ? `"{{${name}}}"` : `{{${name}}}`;
}

const literal = /^(?:true|false|null|none|undefined|-?\d[\d.]*|(['`])[^'`]*\1)$/i;
