/**
 * Changes → edits of the text, in braces. Minimal: comments, indentation, line ends, key order and every other byte stay.
 * jsonc-parser's own `modify` is not used: it corrupts compact text and takes the first of duplicate keys.
 */
import type { Change, Edit } from '../finding.ts';
import { editsInHolder } from './holderEdits.ts';
import type { HolderNode, JsonDocument } from './parse.ts';
import { removals } from './remove.ts';
import { type Style, styleOf } from './style.ts';
import { type HeldTarget, type Target, targetsFor } from './targets.ts';

/**
 * Returns the edits, in the order of the text and without overlap, or undefined where the changes cannot be made: they have
 * no targets, or these overlap.
 */
export function editsFor(
  document: JsonDocument,
  changes: readonly Change[],
  generatePasscode: () => string | undefined,
): readonly Edit[] | undefined {
  const targets = targetsFor(document, changes, generatePasscode);
  const edits = targets && editsAt(document, targets);
  const sorted = edits?.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted?.some(({ span }, at) => span.start < (sorted[at - 1]?.span.end ?? 0)) ? undefined : sorted;
}

/** The text with the edits made, which are in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts = edits.map(
    ({ span, text: insert }, at) => text.slice(edits[at - 1]?.span.end ?? 0, span.start) + insert,
  );
  return parts.join('') + text.slice(edits.at(-1)?.span.end ?? 0);
}

/**
 * The edits of several bodies of one file, in its order. Bodies in code may have parts in common: what several of them write is
 * written once, and of one that writes something else there than those before it, nothing is written.
 */
export function sharedEdits(bodies: readonly (readonly Edit[])[]): readonly Edit[] {
  const kept: Edit[] = [];
  let end = -1;
  for (const edits of bodies) {
    const isBehind = edits.every(({ span }) => span.start > end);
    const fresh = isBehind ? edits : edits.filter((each) => !kept.some((other) => isSame(each, other)));
    if (!isBehind && fresh.some((each) => kept.some((other) => clashes(each, other)))) continue;
    for (const each of fresh) {
      kept.push(each);
      end = Math.max(end, each.span.end);
    }
  }
  return kept.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function isSame(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;
}

function clashes({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** Undefined where one of them cannot be written. */
function editsAt(document: JsonDocument, targets: readonly Target[]): readonly Edit[] | undefined {
  const style = styleOf(document);
  const held = [...byHolder(targets)].map(([holder, each]) => editsInHolder(document, holder, each, style));
  if (held.includes(undefined)) return undefined;
  return [...held.flatMap((each) => each ?? []), ...targets.flatMap((each) => editsOf(document, each, style))];
}

/** Of what is not in an object or a list. */
function editsOf(document: JsonDocument, target: Target, style: Style): readonly Edit[] {
  if (target.kind === 'needed') return [target.edit];
  if (target.kind === 'rename') return [renaming(document, target, style)];
  if (target.kind !== 'remove-comment') return [];
  const comment = [{ span: target.span, comma: undefined }];
  return removals(document.text, comment, comment);
}

/** A key without quotes stays so, and `{ passcode }` becomes `{ password: passcode }`. */
function renaming(
  { text, code }: JsonDocument,
  { property, key }: Extract<Target, { readonly kind: 'rename' }>,
  { form }: Style,
): Edit {
  const { keySpan: span, value } = property;
  if (!code) return { span, text: form.key(key) };
  const quote = /^['"`]/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  const isShorthand = value?.span.start === span.start && property.span.end === span.end;
  return { span, text: quote + key + quote + (isShorthand ? form.colon + text.slice(span.start, span.end) : '') };
}

function byHolder(targets: readonly Target[]): ReadonlyMap<HolderNode, readonly HeldTarget[]> {
  const found = new Map<HolderNode, HeldTarget[]>();
  for (const each of targets) {
    if (!('holder' in each)) continue;
    const held = found.get(each.holder);
    if (held) held.push(each);
    else found.set(each.holder, [each]);
  }
  return found;
}
