/** The lines of an .http file and what kinds of them there are, in the dialects of REST Client, httpYac and JetBrains. */
import type { Span } from '../../finding.ts';
import type { Definition } from '../variables.ts';

/** Without its line end. */
export interface Line extends Span {
  readonly text: string;
  /** The start of the next line, or the end of the text. */
  readonly next: number;
}

/** More lines for one request, or requests in one file, than people write: what follows is not read. */
const mostLines = 50_000;
const mostSections = 20_000;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  // What a byte order mark precedes is the first line as well.
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length && lines.length < mostLines; ) {
    const end = lineEnd(text, start);
    const next = Math.min(end + (text.startsWith('\r\n', end) ? 2 : 1), text.length);
    lines.push({ start, end, next, text: text.slice(start, end) });
    start = next;
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** Where the sections of a file start: at its beginning, and with each line that begins with `###`. */
export function sectionStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('###'); at >= 0 && starts.length < mostSections; at = text.indexOf('###', at)) {
    let start = at;
    while (start > 0 && ' \t'.includes(text.charAt(start - 1))) start--;
    if (start > 0 && '\r\n'.includes(text.charAt(start - 1))) starts.push(start);
    while (text[at] === '#') at++;
  }
  return starts;
}

/** `# …`, `// …`. */
export function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/)/.test(line);
}

export function isEmpty(line: string): boolean {
  return line.trim() === '';
}

/** How a block of lines that are not part of the request ends: a script, a comment. Undefined where none begins. */
export function blockEnd(line: string): ((line: string) => boolean) | undefined {
  const trimmed = line.trim();
  if (/^[<>]\s*\{%/.test(trimmed)) return (each) => each.includes('%}');
  if (trimmed.startsWith('/*')) return (each) => each.includes('*/');
  // httpYac's scripts: `{{`, `{{@request`, `{{+`, alone in their line.
  return /^\{\{(?:[+@][\w+]*)?$/.test(trimmed) ? (each) => each.trim() === '}}' : undefined;
}

/** What follows the body: a handler or a reference for the response, an assertion, a response that was pasted. */
export function endsBody(line: string): boolean {
  return /^\s*(?:>\s*\{%|>{1,2}!?\s+\S|<>\s|\?\?|HTTP\/\d)/.test(line) || /^\s*\{\{(?:[+@][\w+]*)?\s*$/.test(line);
}

/**
 * `@name = value`, httpYac's lazy `@name := value` too. The dialects disagree about quotes around the value and about escapes:
 * such a value counts as unknown.
 */
export function definitionIn(line: string): Definition | undefined {
  const [whole, name] = /^\s*@([\w.-]{1,100})\s*:?=/.exec(line) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const value = line.slice(whole.length).trim();
  return { name, value: /^["']|\\/.test(value) ? '' : value };
}

/** `# @name create`, `// @prompt passcode`. */
export function tagIn(line: string): { readonly tag: string; readonly value: string } | undefined {
  const [whole, tag] = /^\s*(?:#|\/\/)\s*@(\w+)/.exec(line) ?? [];
  if (whole === undefined || tag === undefined) return undefined;
  return {
    tag,
    value: line
      .slice(whole.length)
      .replace(/^[\s=:]+/, '')
      .trim(),
  };
}

/** `?page=1`, `&page=2`, or an indented line that is not a header; any line where the URL is still missing. */
export function continuesUrl(line: string, isMissing: boolean): boolean {
  if (isEmpty(line) || isComment(line)) return false;
  if (isMissing || /^\s*[?&]/.test(line)) return true;
  return /^[ \t]/.test(line) && !/^[\w-]+\s*:(?!\/\/)/.test(line.trim());
}

/** `Body: {`, `Request body:`: people write it where a request is described. */
export function bodyLabel(line: string): string {
  return /^\s*(?:request )?(?:body|payload)\s*:\s*(?=[{[]|$)/i.exec(line)?.[0] ?? '';
}

/** Some leave out the empty line between the headers and the body. */
export function beginsBody(line: string): boolean {
  return bodyLabel(line) !== '' || /^\s*(?:\{(?!\{)|\[|<(?:@[\w-]*)?\s)/.test(line) || endsBody(line);
}
