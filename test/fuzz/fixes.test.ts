import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse as valueIn } from 'jsonc-parser';
import type { CodeAction, CompletionItem, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../shared/json/parse.ts';
import { runs, seed } from '../support/effort.ts';
import { exampleFiles, exampleUri, exampleWorld } from '../support/exampleFiles.ts';
import { mutilated, mutilations } from '../support/mutilation.ts';
import { startPair } from '../support/serverPair.ts';
import type { TestClient } from '../support/testClient.ts';

/** Whatever is offered may be taken: it does what it says, and no harm. */

const requests = Object.keys(exampleFiles).filter((path) =>
  /\.zoom-(create|update)\.|payloads\/(create|update)/.test(path),
);
const profiles = Object.keys(exampleFiles).filter((path) => path.endsWith('zoom-lock-profile.json'));
const anyFile = fc.constantFrom(...requests, ...requests, ...profiles);
/** Half of the texts are as they were. */
const texts = fc
  .tuple(anyFile, fc.option(mutilations))
  .map(([path, how]) => ({ path, text: how ? mutilated(exampleFiles[path] ?? '', how) : (exampleFiles[path] ?? '') }));

/** The lock profile is open, so that fixes in it are edits of an open text. */
async function opened(test: Parameters<typeof startPair>[0], path: string, text: string): Promise<TestClient> {
  const folder = path.replace(/\/.*/, '');
  const lens = await startPair(test, { files: { ...exampleWorld(folder), [exampleUri(path)]: text } });
  for (const each of new Set([path, `${folder}/zoom-lock-profile.json`])) lens.open(exampleUri(each));
  return lens;
}

describe('every fix that is offered', () => {
  it('makes its finding go, and leaves all else as it is', async (test) => {
    let fixes = 0;
    const law = fc.asyncProperty(texts, async ({ path, text }) => {
      const uri = exampleUri(path);
      const lens = await opened(test, path, text);
      const before = await lens.diagnostics(uri);
      const actions = (await lens.actions(uri, lens.textOf(uri))).filter(({ edit }) => edit);
      for (const action of actions) {
        const again = await opened(test, path, text);
        again.apply(action.edit ?? assert.fail());
        assertFixed(action, before, await again.diagnostics(uri));
        assertHarmless(text, again.textOf(uri), path, action.title);
        again.connection.dispose();
        fixes++;
      }
      lens.connection.dispose();
    });
    await fc.assert(law, runs(15, 800));
    test.diagnostic(`${fixes} fixes, seed ${seed}`);
  });
});

function assertFixed(
  { title, diagnostics = [] }: CodeAction,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): void {
  for (const { code, message } of diagnostics) {
    const count = (all: readonly Diagnostic[]) =>
      all.filter((each) => each.code === code && each.message === message).length;
    assert.ok(count(after) < count(before), `${title}: ${code} is still there`);
  }
}

/** Broken text does not break further; what is not about securing a meeting keeps its value, if not its type. */
function assertHarmless(before: string, after: string, path: string, title: string): void {
  const [old, fresh] = [parse(before).errors, parse(after).errors];
  assert.ok(fresh.length <= old.length, `broken:\n${after}`);
  if (old.length > 0 || profiles.includes(path)) return;
  if (title.startsWith('Rename')) assert.deepEqual(leavesOf(valueIn(after)), leavesOf(valueIn(before)), 'only a name');
  else assert.deepEqual(others(valueIn(after)), others(valueIn(before)));
}

/** All values that hold no others, in their order. */
function leavesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/** In a broken text, only what is before the cursor is believed, and what follows may be broken in one more way. */
function assertUnbroken(before: string, after: string): void {
  if (parse(before).errors.length === 0) assert.deepEqual(parse(after).errors, [], after);
}

const securing =
  /^(password|default_password|waiting_room|meeting_auth|authentication_|enforce_login|join_before_host|jbh_time)/;

function others(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const asWritten = (each: unknown) => (typeof each === 'object' && each !== null ? each : String(each));
  const kept = Object.entries(value).flatMap(([key, each]) => (securing.test(key) ? [] : [[key, asWritten(each)]]));
  const { settings, ...rest } = Object.fromEntries(kept);
  const inner = others(settings);
  return typeof inner === 'object' && inner && Object.keys(inner).length > 0 ? { ...rest, settings: inner } : rest;
}

describe('every completion that is offered', () => {
  it('can be taken where the cursor is, and breaks no text that is whole', async (test) => {
    let completions = 0;
    const law = fc.asyncProperty(texts, fc.nat(1000), async ({ path, text }, place) => {
      const uri = exampleUri(path);
      const lens = await opened(test, path, text);
      for (const offset of around(text, place)) {
        for (const item of await lens.completions(uri, offset)) {
          assertPlain(item, lens.position(uri, offset));
          lens.accept(uri, item);
          assertUnbroken(text, lens.textOf(uri));
          restore(lens, uri, text);
          completions++;
        }
      }
      lens.connection.dispose();
    });
    await fc.assert(law, runs(10, 800));
    test.diagnostic(`${completions} completions, seed ${seed}`);
  });
});

/** Twenty places in a row: a name, a colon and a value are among them. */
function around(text: string, place: number): readonly number[] {
  const start = Math.floor((text.length * place) / 1000);
  return Array.from({ length: 20 }, (_, at) => start + at).filter((each) => each <= text.length);
}

/** What the protocol asks of an item: its edit is in the line of the cursor and around it, the others are elsewhere. */
function assertPlain(
  { textEdit, additionalTextEdits = [] }: CompletionItem,
  position: Diagnostic['range']['start'],
): void {
  const { range } = textEdit as TextEdit;
  assert.deepEqual([range.start.line, range.end.line], [position.line, position.line]);
  assert.ok(range.start.character <= position.character && position.character <= range.end.character);
  for (const { range: other } of additionalTextEdits) {
    const isBefore = other.end.line < range.start.line || other.end.character <= range.start.character;
    const isAfter = other.start.line > range.end.line || other.start.character >= range.end.character;
    assert.ok(isBefore || isAfter, 'edits that overlap');
  }
}

function restore(lens: TestClient, uri: string, text: string): void {
  const document = TextDocument.create(uri, 'json', 0, lens.textOf(uri));
  const end = document.positionAt(document.getText().length);
  lens.change(uri, [{ range: { start: { line: 0, character: 0 }, end }, newText: text }]);
}
