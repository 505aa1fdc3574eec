import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { text as tag } from '../../shared/text.ts';
import { sourcesIn } from './sources.ts';

/** A text for users in the sources, as the pattern that is its key among the translations. */
export interface Pattern {
  readonly file: string;
  readonly english: string;
}

const strings = /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.source;

/** Those with the tag `text`. */
export const taggedPatterns: readonly Pattern[] = patternsTagged();

/** Found in the output of esbuild, which writes templates as lists of their parts. */
function patternsTagged(): readonly Pattern[] {
  const list = new RegExp(`\\btext\\([\\w$]+ \\|\\| \\([\\w$]+ = __template\\((\\[(?:${strings}|, )*\\])`, 'g');
  const lowered = { loader: 'ts', supported: { 'template-literal': false }, charset: 'utf8' } as const;
  const tagging = sourcesIn('shared', 'server').filter(({ text }) => text.includes('text`'));
  const found = tagging.flatMap(({ file, text }) =>
    every(transformSync(text, lowered).code, list, '= __template([').map((literal) => ({ file, literal })),
  );
  const templates = valuesOf(found) as readonly TemplateStringsArray[];
  return found.map(({ file }, at) => ({ file, english: tag(templates[at] as TemplateStringsArray).english }));
}

/** Those of the client: the first argument of `l10n.t`. */
export function clientPatterns(): readonly Pattern[] {
  const call = new RegExp(`\\bl10n\\.t\\(\\s*(${strings})`, 'g');
  const found = sourcesIn('client').flatMap(({ file, text }) =>
    every(text, call, 'l10n.t(').map((literal) => ({ file, literal })),
  );
  const values = valuesOf(found) as readonly string[];
  return found.map(({ file }, at) => ({ file, english: values[at] as string }));
}

function valuesOf(found: readonly { readonly literal: string }[]): unknown {
  return runInNewContext(`[${found.map(({ literal }) => literal)}]`);
}

/** What the pattern captures; fails if there are further occurrences of the sign. */
function every(code: string, pattern: RegExp, sign: string): readonly string[] {
  const found = [...code.matchAll(pattern)].map(([, caught = '']) => caught);
  assert.equal(found.length, code.split(sign).length - 1, code);
  return found;
}

/** Whether there is anything but numbers and punctuation to translate. */
export function hasWords(pattern: string): boolean {
  return /\p{L}/u.test(pattern.replace(/\{\d+\}/g, ''));
}

export function gapsOf(pattern: string): readonly string[] {
  return [...new Set(pattern.match(/\{\d+\}/g))].sort();
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
}
