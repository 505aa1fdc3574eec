import fc from 'fast-check';
import { type Node, parseTree } from 'jsonc-parser';

/** What editors, merges, scripts and attackers do to JSON. Places are thousandths of the text, so that one plan fits any text. */

interface Cut {
  readonly kind: 'replace' | 'member' | 'value' | 'truncate' | 'windows' | 'mark';
  readonly at: number;
  readonly length: number;
  readonly token: string;
}

const punctuation = [...'{ } [ ] , : " \\ - / // /* */'.split(' '), ' ', '\n', '\r\n', '\r', '\t'];
const values = 'null true false 0 1e999 "" "true" "x" [] {} [{}] "\\ud800" "\\u0000"'.split(' ');
const oddities = ['', '\uFEFF', '\u2028', '\u202e', '\0', '🙂', '\ud800', '\udc00', 'é'];
const members = [
  '"password": "x y",',
  '"settings": { "waiting_room": "true" },',
  '"waiting_room": true,',
  '"__proto__": { "settings": {} },',
  '"": 0,',
  '"requests": [{ "files": "**/*.json", "at": "/*", "operation": "create" }],',
  '"ignore": [{ "code": "*", "files": "**", "reason": "r" }],',
  '// zoom-request-lens-ignore waiting-room-overwritten: fine\n',
];
const nested = (depth: number) => ['['.repeat(depth), '{"a":'.repeat(depth), '['.repeat(depth) + ']'.repeat(depth)];
const deep = [150, 199, 201, 20_000].flatMap(nested);
const tokens = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...punctuation) },
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 4, arbitrary: fc.constantFrom(...members) },
  { weight: 1, arbitrary: fc.constantFrom(...deep) },
);

const cut: fc.Arbitrary<Cut> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('replace' as const) },
    { weight: 4, arbitrary: fc.constantFrom('member' as const, 'value' as const) },
    { weight: 3, arbitrary: fc.constantFrom('truncate' as const, 'windows' as const, 'mark' as const) },
  ),
  at: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
  token: tokens,
});

export type Mutilation = readonly Cut[];

export const mutilations: fc.Arbitrary<Mutilation> = fc.array(cut, { minLength: 1, maxLength: 4 });

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function mutilated(text: string, how: Mutilation): string {
  return how.reduce((sofar, each) => {
    const { start, end, text: token } = replacementOf(sofar, each);
    return sofar.slice(0, start) + token + sofar.slice(end);
  }, text);
}

/** What one step takes out of a text, and what it puts there. */
export function replacementOf(text: string, { kind, at, length, token }: Cut): Replacement {
  const start = Math.floor((text.length * at) / 1000);
  if (kind === 'truncate') return { start, end: text.length, text: '' };
  if (kind === 'windows') return { start: 0, end: text.length, text: text.replace(/\r?\n/g, '\r\n') };
  if (kind === 'mark') return { start: 0, end: 0, text: '\uFEFF' };
  const member = kind === 'replace' ? undefined : memberAt(text, at);
  if (!member) return { start, end: Math.min(text.length, start + length), text: token };
  return kind === 'value' ? otherValue(member, token) : twiceOrNever(text, member, length);
}

function otherValue(member: Node, token: string): Replacement {
  const { offset, length } = member.children?.[1] ?? member;
  return { start: offset, end: offset + length, text: token };
}

/** A key that is there twice, or one that is gone and leaves its comma. */
function twiceOrNever(text: string, { offset, length }: Node, chance: number): Replacement {
  if (chance > 1) return { start: offset, end: offset, text: `${text.slice(offset, offset + length)}, ` };
  return { start: offset, end: offset + length, text: '' };
}

function memberAt(text: string, at: number): Node | undefined {
  if (text.length > 50_000) return undefined; // The recursion of jsonc-parser ends where nesting is deep.
  const members: Node[] = [];
  const left: (Node | undefined)[] = [treeOf(text)];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'property') members.push(node);
    left.push(...(node.children ?? []));
  }
  members.sort((a, b) => a.offset - b.offset);
  return members[Math.floor((members.length * at) / 1001)];
}

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text, [], { allowTrailingComma: true });
  } catch {
    return undefined;
  }
}
