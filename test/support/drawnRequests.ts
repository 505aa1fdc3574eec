import assert from 'node:assert/strict';
import type { Contained, ReadContainer, Target } from '../../shared/containers/containers.ts';
import { fileSpan } from '../../shared/json/textMap.ts';
import { contained } from './contained.ts';

/**
 * Compares what a reader finds with what is drawn into the text, each under the line that it begins in, to the end of its first line:
 *
 *   { "topic": "a" }
 *   ^^^^^^^^^^^^^^^^ Create: create
 */
export function expectFound(read: ReadContainer, ending: string, drawn: string): Contained {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of drawn.split('\n')) {
    const [, before, carets, label] = /^(\s*)(\^+) (.+)$/.exec(line) ?? [];
    if (before === undefined || !carets) lines.push(line);
    else expected.push(`${lines.length}:${before.length}-${before.length + carets.length} ${label}`);
  }
  const text = lines.join('\n');
  const all = contained(read, text, ending);
  assert.deepEqual(foundIn(text, all), expected);
  return all;
}

/** In the order of the text. */
function foundIn(text: string, { requests, files, passedOver }: Contained): readonly string[] {
  const found = [
    ...requests.map(({ name, target, document, map }) => {
      const end = document.text.length;
      return { span: fileSpan(map, { start: 0, end }), label: `${name}: ${targetText(target)}` };
    }),
    ...files.map(({ path, target, span }) => ({ span, label: `${path}: ${targetText(target)}` })),
    ...passedOver.map(({ why, span }) => ({ span, label: `passed over: ${why}` })),
  ];
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, label }) => {
      const before = text.slice(0, span.start).split('\n');
      const start = before.at(-1)?.length ?? 0;
      const firstLine = text.slice(span.start, span.end).split('\n', 1)[0] ?? '';
      return `${before.length}:${start}-${start + firstLine.length} ${label}`;
    });
}

function targetText({ operation, occurrence, meetingId }: Target): string {
  return [operation ?? 'unknown', ...(meetingId ? [meetingId] : []), ...(occurrence ? ['occurrence'] : [])].join(' ');
}

/** All that is known of what is found, for comparison. */
export function plain({ requests, files, passedOver }: Contained): unknown {
  return {
    requests: requests.map(({ name, target, document, map }) => ({
      name,
      target,
      document,
      pieces: map.pieces,
      from: map.from,
    })),
    files,
    passedOver,
  };
}
