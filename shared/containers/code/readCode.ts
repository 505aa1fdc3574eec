/** The reader of a language: what is in a file of code. */
import type { Contained, ReadContainer } from '../containers.ts';
import { findRequests } from './finder.ts';
import type { Language, Parsed } from './language.ts';
import { type Outlines, scopesOf } from './values/scopes.ts';

/** In characters. Larger files of code are made by tools. */
const largestCode = 2 ** 20;

/** What is kept from one text of a file to the next. */
interface State {
  readonly parsed: Parsed | undefined;
  readonly outlines: Outlines;
}

export function readCode(language: Language): ReadContainer {
  return function* (file, previous): Generator<void, Contained> {
    const before = previous?.state as State | undefined;
    const code =
      file.text.length > largestCode ? undefined : yield* language.read(file.text, file.ending, before?.parsed);
    if (!code) return { requests: [], files: [], passedOver: [], unread: { why: 'complex' } };
    const outlines: Outlines = before?.outlines ?? new WeakMap();
    const scopes = scopesOf(code, outlines);
    yield;
    const found = yield* findRequests(file, code, language, scopes, previous);
    const state: State = { parsed: code.parsed, outlines };
    return { ...found, state };
  };
}
