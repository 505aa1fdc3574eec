import fc from 'fast-check';
import { parse as parseJsonc } from 'jsonc-parser';
import type { Change, JsonValue, Path } from '../../shared/finding.ts';
import type { JsonDocument, JsonNode, Property } from '../../shared/json/parse.ts';

/** Any UTF-16 code units, halves of characters included. */
export const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

/** Arbitrary request bodies in every layout: blanks and comments anywhere, duplicate keys, trailing commas. */

type Tree = string | readonly Tree[] | { readonly members: readonly (readonly [string, Tree])[] };

const keys = ['settings', 'password', 'waiting_room', 'topic', 'meeting_authentication', 'authentication_option'];
const literal = fc.constantFrom('1', '-0.5e3', 'true', 'false', 'null', '""', '"x"', '"a, // b } \\" 🙂"', '"\\u00e9"');

const { inner } = fc.letrec<{ inner: Tree }>((tie) => ({
  inner: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: literal },
    { weight: 1, arbitrary: fc.array(tie('inner'), { maxLength: 3 }) },
    { weight: 2, arbitrary: objectOf(tie('inner')) },
  ),
}));

function objectOf(value: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  return fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 5 }).map((members) => ({ members }));
}

/** Two of three have `settings` for certain, perhaps with a duplicate. */
const body: fc.Arbitrary<Tree> = fc
  .tuple(objectOf(inner), objectOf(inner), fc.nat({ max: 5 }), fc.constantFrom(true, true, false))
  .map(([root, settings, at, has]) => {
    const members = typeof root === 'object' && 'members' in root ? root.members : [];
    return has ? { members: members.toSpliced(at, 0, ['settings', settings]) } : { members };
  });

/** `#` is replaced by the number of the comment, so that each is unique. */
const looseGap = fc.constantFrom(
  ...['', '', '', '', ' ', ' ', '\t', '\n', '\r\n', '\r', '\n  ', '\n\n\t', ' /*#*/ ', '/*#*/', '/*#\n*/', '//#\n'],
  ...['\r\n// #\r\n', ' //# "x": {\n  ', '/* # , */ // #\n'],
);
const tidyGap = fc.constantFrom('', '', '', '', '', '//#', '/*#*/', '/*#*/ //#');

export interface Layout {
  readonly kind: 'loose' | 'pretty' | 'compact';
  readonly gaps: readonly string[];
  readonly eol: string;
  readonly unit: string;
  readonly trailing: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.constantFrom('loose', 'pretty', 'compact').chain((kind) =>
  fc.record({
    kind: fc.constant(kind as Layout['kind']),
    gaps: fc.array(kind === 'loose' ? looseGap : tidyGap, { minLength: 1, maxLength: 40 }),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    unit: fc.constantFrom('  ', '    ', '\t'),
    trailing: fc.boolean(),
  }),
);

export const documents: fc.Arbitrary<string> = fc
  .tuple(body, layout, fc.constantFrom('', '\uFEFF'))
  .map(([tree, how, mark]) => mark + numbered(render(tree, how)));

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll('#', () => `<${count++}>`);
}

function render(tree: Tree, how: Layout): string {
  let used = 0;
  const gap = () => how.gaps[used++ % how.gaps.length] as string;
  return how.kind === 'loose' ? gap() + loose(tree) + gap() : how.kind === 'pretty' ? pretty(tree, '') : compact(tree);

  function loose(node: Tree): string {
    if (typeof node === 'string') return node;
    const parts =
      'members' in node
        ? node.members.map(([key, value]) => `"${key}"${gap()}:${gap()}${loose(value)}`)
        : node.map((each) => loose(each));
    const text =
      gap() +
      parts.map((each) => each + gap()).reduce((sofar, each) => (sofar ? `${sofar},${gap()}${each}` : each), '');
    const end = how.trailing && parts.length > 0 ? `,${gap()}` : '';
    return 'members' in node ? `{${text}${end}}` : `[${text}${end}]`;
  }

  function pretty(node: Tree, indent: string): string {
    if (typeof node === 'string') return node;
    if (!('members' in node)) return `[${node.map((each) => pretty(each, indent + how.unit)).join(', ')}]`;
    const lines = node.members.map(([key, value], at) => {
      const comma = at < node.members.length - 1 || how.trailing ? ',' : '';
      const above = gap();
      const own = above ? indent + how.unit + above + how.eol : '';
      return `${own}${indent}${how.unit}"${key}": ${pretty(value, indent + how.unit)}${comma} ${gap()}`.trimEnd();
    });
    return `{${how.eol}${lines.map((line) => line + how.eol).join('')}${indent}}`;
  }
}

function compact(node: Tree): string {
  if (typeof node === 'string') return node;
  if (!('members' in node)) return `[${node.map(compact).join(',')}]`;
  return `{${node.members.map(([key, value]) => `"${key}":${compact(value)}`).join(',')}}`;
}

/** Paths in a request body, none inside another. */
const places: readonly Path[] = [
  ['password'],
  ['waiting_room'],
  ['topic'],
  ['settings', 'waiting_room'],
  ['settings', 'password'],
  ['settings', 'meeting_authentication'],
  ['settings', 'authentication_option', 'id'],
  ['tracking', 'first', 'second'],
];

const newValue = fc.constantFrom<JsonValue>(true, false, null, 'new', 7, ['x'], { y: 1 });

/** Changes with different paths. */
export const changeSets: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    fc.shuffledSubarray([...places], { minLength: 2, maxLength: 6 }),
    fc.array(fc.constantFrom('set', 'remove', 'move'), { minLength: 1, maxLength: 3 }),
    fc.array(newValue, { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, ops, values]) => {
    const rest = [...paths];
    return ops.flatMap((op, at): Change[] => {
      const path = rest.shift();
      const to = op === 'move' ? rest.shift() : undefined;
      if (!path || (op === 'move' && !to)) return [];
      if (op === 'set') return [{ op, path, value: values[at] as JsonValue }];
      return [op === 'move' ? { op, path, to: to as Path } : { op: 'remove', path }];
    });
  });

type Mutable = { [key: string]: unknown };

/** The document's value by jsonc-parser, which takes the last of duplicate keys as JSON.parse does. */
export function jsonOf(text: string): unknown {
  return parseJsonc(text.replace('\uFEFF', ' '), [], { allowTrailingComma: true });
}

/** The value after the changes; undefined where one of them cannot be made. */
export function changed(before: unknown, changes: readonly Change[]): unknown {
  const after = structuredClone(before) as Mutable;
  const sets: [Path, unknown][] = [];
  for (const change of changes) {
    if (change.op === 'set') sets.push([change.path, change.value]);
    if (change.op !== 'remove' && change.op !== 'move') continue;
    const owner = ownerIn(after, change.path);
    const key = change.path.at(-1) as string;
    if (!owner || !(key in owner)) return undefined;
    if (change.op === 'move') sets.push([change.to, owner[key]]);
    delete owner[key];
  }
  return sets.every(([path, value]) => assign(after, path, value)) ? after : undefined;
}

function ownerIn(root: Mutable, path: Path): Mutable | undefined {
  const owner = path.slice(0, -1).reduce<unknown>((each, key) => (isObject(each) ? each[key] : undefined), root);
  return isObject(owner) ? owner : undefined;
}

function assign(root: Mutable, path: Path, value: unknown): boolean {
  let owner = root;
  for (const key of path.slice(0, -1)) {
    owner[key] ??= {};
    if (!isObject(owner[key])) return false;
    owner = owner[key];
  }
  owner[path.at(-1) as string] = value;
  return true;
}

function isObject(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The numbers of the comments, without those inside removed properties and replaced values. */
export function lastingComments({ text, root }: JsonDocument, changes: readonly Change[]): readonly string[] {
  const gone = changes.flatMap((change) => {
    if (change.op === 'set') return spansAt(root, change.path, 'value');
    if (change.op === 'move') return [...spansAt(root, change.path, 'all'), ...spansAt(root, change.to, 'value')];
    return change.op === 'remove' ? spansAt(root, change.path, 'all') : [];
  });
  return [...text.matchAll(/<\d+>/g)]
    .filter(({ index }) => !gone.some(({ start, end }) => start <= index && index < end))
    .map(([number]) => number);
}

/** The spans of all properties at the path, or of the value of the one that counts. */
function spansAt(root: JsonNode | undefined, path: Path, what: 'all' | 'value') {
  let node = root;
  for (const key of path.slice(0, -1)) node = of(node, key).at(-1)?.value;
  const found = of(node, path.at(-1) as string);
  return what === 'all' ? found.map(({ span }) => span) : found.slice(-1).flatMap(({ value }) => value?.span ?? []);
}

function of(node: JsonNode | undefined, key: string): readonly Property[] {
  return node?.type === 'object' ? node.properties.filter((each) => each.key === key) : [];
}
