/** Maps and lists of bodies in one JSON file, by the pointers that a lock profile lists. */
import { type JsonDocument, type JsonNode, type Property, parse } from '../json/parse.ts';
import { joinPointer, pointerSteps } from '../json/pointer.ts';
import { overlapsAny } from '../json/spans.ts';
import { indentsAt } from '../json/style.ts';
import { slice } from '../json/textMap.ts';
import type { ContainedRequest, Target } from './containers.ts';

/** Where the bodies are, and what they are sent to. */
interface BodiesAt {
  /** A JSON pointer in which `*` stands for every key of an object and every item of a list. */
  readonly at: string;
  readonly target: Target;
}

/**
 * The bodies at these pointers, in the order of the text. Where two entries name the same body, or one inside another, the
 * first entry counts; of duplicate keys the last. A body with the same text as in `before`, by name, keeps that tree.
 */
export function bodiesAt(
  document: JsonDocument,
  entries: readonly BodiesAt[],
  before: ReadonlyMap<string, JsonDocument> = new Map(),
): readonly ContainedRequest[] {
  let bodies: readonly FoundBody[] = [];
  for (const { at, target } of entries) {
    const taken = bodies.map(({ node }) => node.span);
    const free = nodesAt(document.root, pointerSteps(at)).filter(({ node }) => !overlapsAny(taken, node.span));
    if (free.length > 0) bodies = [...bodies, ...free.map((each) => ({ ...each, target }))].sort(byPlace);
  }
  const indents = indentsAt(
    document.text,
    bodies.map(({ node }) => node.span.start),
  );
  return bodies.map(({ pointer, node, target }, at) => ({
    name: pointer,
    target,
    ...bodyOf(document, node, indents[at] ?? '', before.get(pointer)),
  }));
}

interface FoundBody extends NodeAt {
  readonly target: Target;
}

function byPlace(a: NodeAt, b: NodeAt): number {
  return a.node.span.start - b.node.span.start;
}

/** Includes the indentation of its first line, so that additions are indented like the rest. */
function bodyOf({ text }: JsonDocument, { span }: JsonNode, indent: string, before: JsonDocument | undefined) {
  const body = indent + text.slice(span.start, span.end);
  const document = before?.text === body ? before : parse(body);
  return { document, map: slice(span.start, span.end - span.start, indent.length) };
}

interface NodeAt {
  readonly pointer: string;
  readonly node: JsonNode;
}

function nodesAt(root: JsonNode | undefined, steps: readonly string[]): readonly NodeAt[] {
  const start: readonly NodeAt[] = root ? [{ pointer: '', node: root }] : [];
  return steps.reduce<readonly NodeAt[]>(
    (places, step) =>
      places.flatMap(({ pointer, node }) =>
        childrenOf(node)
          .filter(({ key }) => step === '*' || step === key)
          .map((child) => ({ pointer: joinPointer(pointer, child.key), node: child.node })),
      ),
    start,
  );
}

function childrenOf(node: JsonNode): readonly { readonly key: string; readonly node: JsonNode }[] {
  if (node.type === 'array') return node.items.map((item, index) => ({ key: String(index), node: item }));
  if (node.type !== 'object') return [];
  const last = new Map<string, Property>(node.properties.map((each) => [each.key, each]));
  return [...last.values()].flatMap(({ key, value }) => (value ? [{ key, node: value }] : []));
}
