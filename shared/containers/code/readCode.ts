/** The reader of a language: what is in a file of code. */
import type { Contained, ReadContainer } from '../containers.ts';
import { findRequests } from './finder.ts';
import type { Language, Parsed } from './ir.ts';

/** In characters. Larger files of code are made by tools. */
const largestCode = 2 ** 20;

export function readCode(language: Language): ReadContainer {
  return function* (file, previous): Generator<void, Contained> {
    const before = previous?.state as Parsed | undefined;
    const code = file.text.length > largestCode ? undefined : yield* language.read(file.text, file.ending, before);
    if (!code) return { requests: [], files: [], passedOver: [] };
    const found = yield* findRequests(file, code, language, previous);
    return { ...found, state: code.parsed };
  };
}
