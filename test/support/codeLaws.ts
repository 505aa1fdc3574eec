/** What holds for the bodies in any file of code. */
import assert from 'node:assert/strict';
import type { ReadContainer } from '../../shared/containers/containers.ts';
import type { Change } from '../../shared/finding.ts';
import { applyEdits, editsFor } from '../../shared/json/edit.ts';
import { nodeAt } from '../../shared/json/lookup.ts';
import type { JsonNode, ObjectNode } from '../../shared/json/parse.ts';
import { fileEdit } from '../../shared/json/textMap.ts';
import { readAll } from './codeCorpus.ts';
import { triesAll } from './rotation.ts';

export interface CodeText {
  readonly name: string;
  readonly text: string;
}

const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

const written = [
  { op: 'set', path: ['settings', 'waiting_room'], value: true },
  { op: 'set', path: ['agenda'], value: 'why "not", it\'s\\free' },
] as const satisfies readonly Change[];

/** What is written into a body is read from it, nothing else changes, and it need not be written again. */
export function expectWritable(read: ReadContainer, { name, text }: CodeText): void {
  const before = readAll(read, text, endingOf(name)).requests;
  for (const [at, { document, map }] of before.entries()) {
    const edits = editsFor(document, written, () => 'x');
    if (!edits) continue;
    const edited = applyEdits(
      text,
      edits.map((each) => fileEdit(map, each)),
    );
    const after = readAll(read, edited, endingOf(name)).requests;
    assert.equal(after.length, before.length, edited);
    const { root } = after[at]?.document ?? {};
    const values = written.map(({ path }) => valueAt(root, path));
    for (const [index, value] of values.entries())
      assert.ok(value === 'open' || value === written[index]?.value, `${value}\n${edited}`);
    const again = editsFor(after[at]?.document ?? document, written, () => 'x');
    if (!values.includes('open')) assert.deepEqual(again, [], edited);
  }
}

/** 'open' where the value, or an object on the way to it, is not known. */
function valueAt(root: JsonNode | undefined, path: readonly string[]): unknown {
  for (let end = 0; end <= path.length; end++) if (nodeAt(root, path.slice(0, end))?.type === 'open') return 'open';
  const node = nodeAt(root, path);
  return node && 'value' in node ? node.value : undefined;
}

/** No prefix of a file throws, nor the file with something put in or taken out; what is found is where it says. */
export function expectSoundWhenMangled(read: ReadContainer, { name, text }: CodeText, noise: readonly string[]): void {
  const step = triesAll ? 1 : 97;
  for (let end = name.length % step; end < text.length; end += step) expectSound(read, text.slice(0, end), name);
  for (let at = name.length % 11; at < text.length; at += triesAll ? 3 : 397) {
    const sign = noise[(at + name.length) % noise.length] as string;
    expectSound(read, text.slice(0, at) + sign + text.slice(at), name);
    expectSound(read, text.slice(0, at) + text.slice(at + 1 + (at % 9)), name);
  }
}

/** Spans are in the text, and keys are what is written there. */
function expectSound(read: ReadContainer, text: string, name: string): void {
  for (const { document, map } of readAll(read, text, endingOf(name)).requests) {
    if (!map.isScattered) continue;
    for (const { span, properties } of objectsIn(document.root)) {
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, text);
      for (const { key, keySpan } of properties) {
        const there = text.slice(keySpan.start, keySpan.end);
        // An item of an array of PHP that has keys as well is not called anything.
        const isItem = there === '' && /^\d+$/.test(key);
        assert.ok(there === key || isItem || /^[A-Za-z]{0,2}['"`]|\\/.test(there), `${key}: ${there}\n${text}`);
      }
    }
  }
}

/** Every object of a tree. */
export function* objectsIn(node: JsonNode | undefined): Generator<ObjectNode> {
  if (node?.type === 'array') for (const item of node.items) yield* objectsIn(item);
  if (node?.type !== 'object') return;
  yield node;
  for (const { value } of node.properties) yield* objectsIn(value);
}

/** The file after the changes to its only request. */
export function edited(read: ReadContainer, text: string, ending: string, changes: readonly Change[]): string {
  const [request] = readAll(read, text, ending).requests;
  assert.ok(request, 'no request');
  const edits = editsFor(request.document, changes, () => assert.fail('a passcode is made'));
  assert.ok(edits, 'it cannot be written');
  return applyEdits(
    text,
    edits.map((each) => fileEdit(request.map, each)),
  );
}
