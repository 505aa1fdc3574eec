/**
 * Plain JSON, as nearly all files are: one pass over the text, several times faster than the parser that knows comments and
 * recovers from errors. At the first character out of the ordinary it leaves the text to that parser.
 */
import type { Span } from '../finding.ts';
import type { ArrayNode, JsonNode, LiteralNode, ObjectNode, Property } from './tree.ts';

type MakeLiteral = (value: LiteralNode['value'], span: LiteralNode['span']) => JsonNode;

/**
 * The value of the text; undefined where the text is not plain JSON, is nested more than `maxDepth` levels deep, or has a key
 * that is filled in later.
 */
export function readPlainJson(
  text: string,
  maxDepth: number,
  makeLiteral: MakeLiteral,
  isOpenKey?: (key: string) => boolean,
): JsonNode | undefined {
  const reader = new Reader(text, maxDepth, makeLiteral, isOpenKey);
  try {
    return reader.read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** One for all: to collect where it was thrown would take longer than to read most texts. */
const notPlain = new Error('not plain JSON');

const words: Readonly<Record<number, readonly [string, boolean | null]>> = {
  [code('t')]: ['true', true],
  [code('f')]: ['false', false],
  [code('n')]: ['null', null],
};
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const colon = code(':');
const openBrace = code('{');
const closeBrace = code('}');
const openBracket = code('[');
const closeBracket = code(']');
const [blank, tab, lineFeed, carriageReturn] = [code(' '), code('\t'), code('\n'), code('\r')];

function code(character: string): number {
  return character.charCodeAt(0);
}

/** Spans are made when they are asked for, since a large text has many that are never read. */
class PlainProperty implements Property {
  comma: number | undefined = undefined;
  readonly key;
  readonly value;
  readonly #start;
  readonly #keyEnd;
  readonly #end;

  constructor(key: string, start: number, keyEnd: number, value: JsonNode, end: number) {
    this.key = key;
    this.value = value;
    this.#start = start;
    this.#keyEnd = keyEnd;
    this.#end = end;
  }

  get keySpan(): Span {
    return { start: this.#start, end: this.#keyEnd };
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }
}

class Reader {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #makeLiteral: MakeLiteral;
  readonly #isOpenKey: ((key: string) => boolean) | undefined;
  #at = 0;
  #depth = 0;

  constructor(text: string, maxDepth: number, makeLiteral: MakeLiteral, isOpenKey?: (key: string) => boolean) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#makeLiteral = makeLiteral;
    this.#isOpenKey = isOpenKey;
  }

  read(): JsonNode {
    const root = this.#value(this.#next());
    if (!Number.isNaN(this.#next())) throw notPlain;
    return root;
  }

  /** Goes to the next character that is not blank, and returns its code; NaN at the end of the text. */
  #next(): number {
    const text = this.#text;
    let at = this.#at;
    let found = text.charCodeAt(at);
    while (found === blank || found === lineFeed || found === carriageReturn || found === tab) {
      found = text.charCodeAt(++at);
    }
    this.#at = at;
    return found;
  }

  #value(first: number): JsonNode {
    if (first === openBrace) return this.#object();
    if (first === openBracket) return this.#array();
    const start = this.#at;
    const value = first === quote ? this.#string() : this.#scalar(first);
    return this.#makeLiteral(value, { start, end: this.#at });
  }

  #object(): ObjectNode {
    const start = this.#enter();
    const first = this.#next();
    if (first === closeBrace)
      return { type: 'object', span: { start, end: this.#leave() }, properties: [], closed: true };
    // An empty list would make room for many, and most objects have few.
    const properties = [this.#property(first)];
    for (let last = properties[0] as PlainProperty; this.#next() === comma; properties.push(last)) {
      last.comma = this.#at++;
      last = this.#property(this.#next());
    }
    if (this.#next() !== closeBrace) throw notPlain;
    return { type: 'object', span: { start, end: this.#leave() }, properties, closed: true };
  }

  #property(first: number): PlainProperty {
    if (first !== quote) throw notPlain;
    const start = this.#at;
    const key = this.#string();
    if (this.#isOpenKey?.(key)) throw notPlain;
    const keyEnd = this.#at;
    if (this.#next() !== colon) throw notPlain;
    this.#at++;
    return new PlainProperty(key, start, keyEnd, this.#value(this.#next()), this.#at);
  }

  #array(): ArrayNode {
    const start = this.#enter();
    const items: JsonNode[] = [];
    const commas: number[] = [];
    let next = this.#next();
    while (next !== closeBracket) {
      items.push(this.#value(next));
      next = this.#next();
      if (next === comma) {
        commas.push(this.#at++);
        next = this.#next();
        if (next === closeBracket) throw notPlain;
      } else if (next !== closeBracket) throw notPlain;
    }
    return { type: 'array', span: { start, end: this.#leave() }, items, commas };
  }

  #enter(): number {
    if (++this.#depth > this.#maxDepth) throw notPlain;
    return this.#at++;
  }

  #leave(): number {
    this.#depth--;
    return ++this.#at;
  }

  /** From the opening quote to behind the closing one. */
  #string(): string {
    const text = this.#text;
    const start = this.#at;
    let isEscaped = false;
    for (let at = start + 1; ; at++) {
      const found = text.charCodeAt(at);
      if (found === quote) {
        this.#at = at + 1;
        return isEscaped ? unescaped(text.slice(start, at + 1)) : text.slice(start + 1, at);
      }
      // A control character, or the end of the text.
      if (!(found >= blank)) throw notPlain;
      if (found === backslash) {
        isEscaped = true;
        at++;
      }
    }
  }

  #scalar(first: number): number | boolean | null {
    const word = words[first];
    if (word) {
      if (!this.#text.startsWith(word[0], this.#at)) throw notPlain;
      this.#at += word[0].length;
      return word[1];
    }
    number.lastIndex = this.#at;
    const written = number.exec(this.#text)?.[0];
    if (written === undefined) throw notPlain;
    this.#at += written.length;
    return Number(written);
  }
}

function unescaped(written: string): string {
  try {
    return JSON.parse(written);
  } catch {
    throw notPlain;
  }
}
