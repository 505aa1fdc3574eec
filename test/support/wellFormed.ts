import assert from 'node:assert/strict';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What every answer owes to whoever asked: places that are in the text that they speak of. */

type TextOf = (uri: string) => string;

/** Fails where a position lies outside its text or within a character, and where a range ends before it starts. */
export function assertWellFormed(answer: unknown, uri: string, textOf: TextOf): void {
  const documents = new Map<string, TextDocument>();
  const documentOf = (each: string) => {
    const document = documents.get(each) ?? TextDocument.create(each, 'json', 0, textOf(each));
    documents.set(each, document);
    return document;
  };
  const left: { readonly value: unknown; readonly uri: string }[] = [{ value: answer, uri }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (isPosition(value)) assertInside(value, documentOf(next.uri));
    if (isRange(value)) assertInOrder(value, documentOf(next.uri));
    const about = uriOf(value) ?? next.uri;
    for (const [key, each] of Object.entries(value)) left.push({ value: each, uri: isEdits(next, key) ? key : about });
  }
}

/** Of a location, or of the edits of one document. */
function uriOf(value: object): string | undefined {
  if ('uri' in value && typeof value.uri === 'string') return value.uri;
  return 'textDocument' in value ? uriOf(value.textDocument as object) : undefined;
}

/** Of a workspace edit in its older form, which has the URIs as keys. */
function isEdits({ value }: { readonly value: unknown }, key: string): boolean {
  return key.startsWith('file:///') && Array.isArray((value as Record<string, unknown>)[key]);
}

function isPosition(value: object): value is Position {
  return 'line' in value && 'character' in value;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start as object);
}

function assertInside(position: Position, document: TextDocument): void {
  const offset = document.offsetAt(position);
  assert.deepEqual(document.positionAt(offset), position, `outside of ${document.uri}`);
  const around = document.getText().slice(offset - 1, offset + 1);
  assert.doesNotMatch(around, /^[\ud800-\udbff][\udc00-\udfff]$/, `within a character of ${document.uri}`);
}

function assertInOrder({ start, end }: Range, document: TextDocument): void {
  assert.ok(document.offsetAt(start) <= document.offsetAt(end), 'ends before it starts');
}

/** Of semantic tokens: each has a length, is behind the one before, and ends in its line. */
export function assertTokens(data: readonly number[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  assert.equal(data.length % 5, 0);
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    line += down;
    character = down > 0 ? right : character + right;
    assert.ok(length > 0 && (down > 0 || character >= end), 'overlaps the one before');
    end = character + length;
    assert.ok(end <= (lines[line] ?? '').length, 'ends behind its line');
  }
}
