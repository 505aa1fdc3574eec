/**
 * Goes over a JSON text without making a tree of it: for files of megabytes, of which only some places matter. Never throws; in
 * a broken text, what follows the break may be missing.
 */
import type { Span } from '../finding.ts';

/** A member of an object, or an item of a list, which has no key. */
interface Part {
  /** As it is written, escapes included; '' in a list. */
  readonly key: string;
  /** Of the value; empty where there is none. */
  readonly span: Span;
}

/** The members of the object, or the items of the list, that begins at the offset; nothing where neither does. */
export function* partsAt(text: string, start: number): Generator<Part, void> {
  const close = closing[text[start] ?? ''];
  let at = behindBlanks(text, start + 1);
  while (close !== undefined && at < text.length && text[at] !== close) {
    const key = close === '}' && text[at] === '"' ? keyAt(text, at) : undefined;
    const value = key ? key.value : at;
    const end = valueEnd(text, value);
    if (key || (close === ']' && end > value)) yield { key: key?.key ?? '', span: { start: value, end } };
    at = behindBlanks(text, Math.max(end, at + 1));
  }
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The key that begins at the offset, and where its value begins. */
export function keyAt(text: string, start: number): { readonly key: string; readonly value: number } {
  const end = stringEnd(text, start);
  const colon = behindBlanks(text, end);
  return { key: text.slice(start + 1, end - 1), value: text[colon] === ':' ? behindBlanks(text, colon + 1) : colon };
}

/** Behind the value that begins at the offset; the offset itself where none does. */
export function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return stringEnd(text, start);
  if (first === brace || first === bracket) return bracketsEnd(text, start);
  let at = start;
  while (at < text.length && !',}]:'.includes(text.charAt(at)) && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Behind the closing quote; without one, the end of the line. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at++;
    else if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** The next offset from here on that is not a blank. */
export function behindBlanks(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

const quote = 34;
const backslash = 92;
const bracket = 91;
const brace = 123;

function bracketsEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === brace || code === bracket) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return text.length;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;
}
