/** The blocks of a Markdown text, by the rules of CommonMark as far as fences, headings and the text around them need them. */
import type { Span } from '../../finding.ts';
import { type Fence, type LeafStart, leafStart } from './leaves.ts';
import { closesFence, type Line, lineAt, withoutColumns } from './lines.ts';
import { type Container, continuing, opening } from './nesting.ts';

export type Block = Heading | Prose | Code;

interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly span: Span;
}

/** A paragraph, a table, the text of an item, or HTML. */
interface Prose {
  readonly kind: 'prose';
  readonly inList: boolean;
  readonly span: Span;
}

export interface Code {
  readonly kind: 'code';
  /** Undefined where indentation alone makes it code. */
  readonly info: string | undefined;
  readonly span: Span;
  /** Of the lines, line ends included, without what quotes, lists and the fence put before them. */
  readonly lines: readonly Span[];
  /** What a line begins with that is added. */
  readonly prefix: string;
}

/** How many lines are read without a pause. */
const linesPerStep = 2000;

/** In the order of the text; undefined at each place to stop. Front matter, comments and raw HTML are left out. */
export function* blocksOf(text: string): Generator<Block | undefined, void> {
  const scanner = new Scanner(text);
  let count = 0;
  for (let at = endOfFrontMatter(text); at < text.length; ) {
    const line = lineAt(text, at);
    scanner.add(line);
    at = line.next;
    if (scanner.found.length > 0) yield* scanner.found.splice(0);
    if (++count % linesPerStep === 0) yield undefined;
  }
  scanner.close();
  yield* scanner.found;
}

function endOfFrontMatter(text: string): number {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = lineAt(text, start);
  const sign = text.slice(start, Math.min(opening.end, start + 100)).trimEnd();
  if (sign !== '---' && sign !== '+++') return start;
  for (let at = opening.next; at < text.length; ) {
    const line = lineAt(text, at);
    if (text.startsWith(sign, at) && text.slice(at + 3, line.end).trim() === '') return line.next;
    at = line.next;
  }
  return start;
}

interface OpenProse extends Prose {
  span: { start: number; end: number };
}

interface OpenHtml extends Omit<OpenProse, 'kind'>, Omit<Extract<LeafStart, { kind: 'html' }>, 'kind'> {
  readonly kind: 'html';
}

interface OpenCode extends Omit<Code, 'info'> {
  readonly fence: Fence | undefined;
  readonly span: { start: number; end: number };
  readonly lines: Span[];
  prefix: string;
  isEmpty: boolean;
}

/** More lines with something before each than a body has in practice. */
const mostLines = 100_000;

class Scanner {
  readonly found: Block[] = [];
  readonly #text: string;
  #containers: readonly Container[] = [];
  #open: OpenProse | OpenHtml | OpenCode | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  add(line: Line): void {
    const { inside, rest } = continuing(this.#text, this.#containers, line);
    const isInside = inside.length === this.#containers.length;
    if (isInside && this.#goesOn(rest)) return;
    if (this.#open?.kind !== 'prose') this.close();
    const inProse = this.#open !== undefined;
    const { containers, rest: content } = opening(this.#text, inside, rest, inProse && isInside);
    const isSame = isInside && containers.length === inside.length;
    const begins = leafStart(this.#text, content, inProse && containers.length === inside.length);
    const isLazy = inProse && containers.length === inside.length && !content.isBlank && !begins;
    if (isLazy && !isSame) this.#extend(content);
    else {
      if (!isSame) this.close();
      this.#containers = containers;
      this.#addContent(content, begins);
    }
  }

  /** What is open is complete. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open?.kind === 'prose') this.found.push(open);
    else if (open?.kind === 'html' && !open.isHidden) this.found.push({ ...open, kind: 'prose' });
    else if (open?.kind === 'code' && open.lines.length < mostLines)
      this.found.push({ ...open, info: open.fence?.info });
  }

  /** Whether the line belongs to the code or HTML that is open. */
  #goesOn(line: Line): boolean {
    const open = this.#open;
    if (open?.kind === 'code')
      return open.fence ? this.#fenceGoesOn(open, open.fence, line) : addCode(this.#text, open, line);
    if (open?.kind !== 'html' || (!open.until && line.isBlank)) return false;
    this.#extend(line);
    if (open.until?.test(this.#text.slice(line.at, line.end))) this.close();
    return true;
  }

  #fenceGoesOn(open: OpenCode, { sign, indent }: Fence, line: Line): true {
    if (line.indent >= 4 || !closesFence(this.#text, line, sign)) {
      addLine(this.#text, open, withoutColumns(this.#text, line, Math.min(indent, line.indent)));
      return true;
    }
    open.span.end = line.end;
    this.close();
    return true;
  }

  #addContent(line: Line, begins: LeafStart | undefined): void {
    if (line.isBlank) this.close();
    else if (this.#open && this.#underlines(line)) this.#open = undefined;
    else if (this.#open && !begins) this.#extend(line);
    else this.#openLeaf(line, begins);
  }

  #openLeaf(line: Line, begins: LeafStart | undefined): void {
    this.close();
    const span = { start: line.content, end: line.end };
    const inList = this.#containers.some(({ kind }) => kind === 'item');
    if (begins?.kind === 'heading') this.found.push({ ...begins, span });
    else if (begins?.kind === 'html') this.#openHtml({ ...begins, inList, span });
    else if (begins?.kind === 'fence') this.#openCode(line, begins);
    else if (line.indent >= 4) this.#openCode(line, undefined);
    else if (!begins) this.#open = { kind: 'prose', inList, span };
  }

  /** The paragraph was a heading. */
  #underlines(line: Line): boolean {
    const sign = line.indent < 4 ? this.#text[line.content] : undefined;
    const open = this.#open;
    if (!open || (sign !== '=' && sign !== '-')) return false;
    const content = this.#text.slice(line.content, line.end).trimEnd();
    if (content !== sign.repeat(content.length)) return false;
    this.found.push({ kind: 'heading', level: sign === '=' ? 1 : 2, span: open.span });
    return true;
  }

  #extend({ end }: Line): void {
    if (this.#open) this.#open.span.end = end;
  }

  #openHtml(open: OpenHtml): void {
    this.#open = open;
    if (open.until?.test(this.#text.slice(open.span.start, open.span.end))) this.close();
  }

  #openCode(line: Line, fence: Fence | undefined): void {
    const span = { start: line.content, end: line.end };
    const prefix = blanksFor(this.#text.slice(line.start, line.content));
    const open: OpenCode = { kind: 'code', fence, span, lines: [], prefix, isEmpty: true };
    this.#open = open;
    if (!fence) addCode(this.#text, open, line);
  }
}

/** Whether the line goes on with code that is indented. */
function addCode(text: string, open: OpenCode, line: Line): boolean {
  if (!line.isBlank && line.indent < 4) return false;
  addLine(text, open, withoutColumns(text, line, Math.min(4, line.indent)));
  return true;
}

function addLine(text: string, open: OpenCode, { start, at, end, next, isBlank }: Line): void {
  open.span.end = end;
  const last = open.lines.at(-1);
  if (last?.end === at) open.lines[open.lines.length - 1] = { start: last.start, end: next };
  else if (open.lines.length < mostLines) open.lines.push({ start: at, end: next });
  if (isBlank || !open.isEmpty) return;
  open.isEmpty = false;
  open.prefix = blanksFor(text.slice(start, at));
}

/** Quotes stay; the marker of a list is only before its first line. */
function blanksFor(prefix: string): string {
  return prefix.replace(/[^>\s]/g, ' ');
}
