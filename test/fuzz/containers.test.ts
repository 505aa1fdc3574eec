import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { parse } from '../../shared/json/parse.ts';
import { documents } from '../support/documents.ts';
import { runs, seed } from '../support/effort.ts';
import { type Answered, everyAnswer } from '../support/everyAnswer.ts';
import { exampleFiles } from '../support/exampleFiles.ts';
import { profileWith } from '../support/profiles.ts';
import { startPair } from '../support/serverPair.ts';

/** A body in a file of many is as good as one in a file of its own: the same answers, at other places. */

const folder = 'file:///ws/';
const profile = `${folder}zoom-lock-profile.json`;
const bare = `${folder}bare.json`;
const many = `${folder}many.json`;
const locks = ['W locked on · P unlocked · A locked off', 'W unlocked · P locked on · A unlocked', 'W locked off', ''];

/** Bodies without what is around them, and whole: a file of many cannot be broken in one of them alone. */
const bodies = fc
  .oneof(documents, fc.constantFrom(...Object.values(exampleFiles)), fc.constantFrom('null', '[]', '3', '"x"', '{}'))
  .map((text) => {
    const { root, errors } = parse(text);
    return root && errors.length === 0 ? text.slice(root.span.start, root.span.end) : '{}';
  });

/** In the first line, so that the body has no indentation that a file of its own would not have. */
const heads = fc.constantFrom(
  '{"all":{"a":',
  '{ "other": [1, 2], "all": [',
  '{"all":{"x":{"password":"q8zXw2Lt"},"a":',
);

function among(head: string, body: string): string {
  return head + body + (head.endsWith('[') ? '] }' : '}}\n');
}

describe('a body among others', () => {
  it('gets the answers of the bare body, in its place', async (test) => {
    let answers = 0;
    const law = fc.asyncProperty(
      bodies,
      heads,
      fc.constantFrom(...locks),
      fc.constantFrom('create', 'update'),
      fc.nat(1000),
      async (body, head, locked, operation, place) => {
        const requests = [
          { files: 'bare.json', operation },
          { files: 'many.json', at: '/all/*', operation },
        ];
        const files = { [profile]: JSON.stringify({ ...JSON.parse(profileWith(locked)), requests }) };
        const [one, other] = [await startPair(test, { files }), await startPair(test, { files })];
        one.open(bare, body);
        other.open(many, among(head, body));
        const offset = offsetIn(body, place);
        const alone = await everyAnswer(one, bare, [offset]);
        const together = await everyAnswer(other, many, [offset + head.length]);
        for (const method of compared)
          assert.deepEqual(inPlace(last(together, method), head), moved(last(alone, method), head), method);
        answers += alone.length + together.length;
        one.connection.dispose();
        other.connection.dispose();
      },
    );
    await fc.assert(law, runs(8, 700));
    test.diagnostic(`${answers} answers, seed ${seed}`);
  });
});

function offsetIn(body: string, place: number): number {
  const offset = Math.floor((body.length * place) / 1000);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(body.slice(offset - 1, offset + 1)) ? offset + 1 : offset;
}

const compared = ['diagnostic', 'hover', 'inlayHint', 'completion', 'definition', 'codeAction'].map(
  (each) => `textDocument/${each}`,
);

function last(answers: readonly Answered[], method: string): unknown {
  const answer = answers.findLast(({ what }) => what.startsWith(method))?.answer as Answer;
  const all = answer && 'items' in answer ? answer.items : answer;
  // What ignores a finding names the file and the request; what writes a profile is about the file.
  const isOfBody = ({ title, kind }: Item) => !title?.startsWith('Ignore ') && !kind?.startsWith?.('source.');
  return Array.isArray(all) ? all.filter(isOfBody).map(withoutAdvice) : all;
}

type Answer = Item[] | { readonly items: Item[] } | null;

/** What a lock profile must say to leave out what is no request, or to look inside of it, depends on where that is. */
function withoutAdvice(item: Item): Item {
  return item.code === 'not-a-request' ? { ...item, message: '' } : item;
}

interface Item {
  readonly code?: string;
  readonly message?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly range?: Range;
  readonly position?: Position;
}

/** What is said about the other bodies left out. */
function inPlace(answer: unknown, head: string): unknown {
  const isBefore = ({ range, position = range?.start }: Item) =>
    position && position.line === 0 && position.character < head.length;
  return settled(Array.isArray(answer) ? answer.filter((each) => !isBefore(each)) : answer);
}

/** The head has one line: what is in the first line of the body is further right, and all else where it was. */
function moved(answer: unknown, head: string): unknown {
  return JSON.parse(JSON.stringify(settled(answer)), (_, value) => {
    if (value?.uri === profile) return { ...value, range: movedBy(-head.length, value.range) };
    return isPosition(value) ? movedBy(head.length, value) : value;
  });
}

function movedBy<T>(length: number, place: T): T {
  return JSON.parse(JSON.stringify(place), (_, value) =>
    isPosition(value) && value.line === 0 ? { ...value, character: value.character + length } : value,
  );
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value;
}

/** Passcodes are new ones each time. */
function settled(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) =>
    key === 'newText' ? String(value).replace(/"[^" ]{6,10}"(?!\s*:)/g, '"new"') : value === bare ? many : value,
  );
}
