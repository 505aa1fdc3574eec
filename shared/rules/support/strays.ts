/** Fields in an object of the body in which Zoom does not read them, and what moves them. */
import type { Change, Path } from '../../finding.ts';
import { nodeAt, objectAt } from '../../json/lookup.ts';
import type { Property } from '../../json/parse.ts';
import { type BodyLevel, homeOf, knownObjects } from '../../model/bodyFields.ts';
import type { RequestBody } from '../../model/request.ts';
import { mayUnsecure, type Operation } from '../../model/security.ts';

export interface Stray {
  readonly property: Property;
  /** The object that it is in. */
  readonly level: BodyLevel;
  /** The object in which Zoom reads a field of this name. */
  readonly home: Path | undefined;
}

/** What is not a field of the object that it is in; of duplicates the last. Only in objects whose fields are known. */
export function straysIn({ root }: RequestBody, operation: Operation): readonly Stray[] {
  return knownObjects(root, operation).flatMap(({ level, node }) => {
    const unknown = node.properties.filter(({ key }) => !level.names.has(key));
    if (unknown.length === 0) return [];
    const last = new Map(unknown.map((each) => [each.key, each]));
    return [...last.values()].map((each) => ({
      property: each,
      level,
      home: homeFrom(level.path, each.key, operation),
    }));
  });
}

/** A single word in one of the inner objects may be anything. */
export function homeFrom(path: Path, name: string, operation: Operation): Path | undefined {
  const home = homeOf(name, operation);
  const isDistinct = home && (name.includes('_') || (home.length <= 1 && path.length <= 1));
  return isDistinct ? home : undefined;
}

/** What is where a field is to go. blocked: something that cannot hold it, is filled in later, or contains the field itself. */
export function placeAt({ root }: RequestBody, to: Path, from: Path): 'free' | 'taken' | 'blocked' {
  if (to.every((key, at) => from[at] === key)) return 'blocked';
  for (const at of to.slice(0, -1).keys()) {
    const { type = 'null' } = nodeAt(root, to.slice(0, at + 1)) ?? {};
    if (type !== 'object' && type !== 'null') return 'blocked';
  }
  return (nodeAt(root, to)?.type ?? 'null') === 'null' ? 'free' : 'taken';
}

/** Whether moving it keeps what its author meant: it is written once, and nothing is written where it goes. */
export function isPlainMove(
  { root }: RequestBody,
  { property, level }: Stray,
  to: Path,
  operation: Operation,
): boolean {
  const alike = objectAt(root, level.path)?.properties.filter(({ key }) => key === property.key) ?? [];
  return alike.length === 1 && !nodeAt(root, to) && !mayUnsecure(operation, to.at(-1) ?? '');
}

export function moving({ property, level }: Stray, to: Path): Extract<Change, { readonly op: 'move' }> {
  return { op: 'move', path: [...level.path, property.key], to };
}
