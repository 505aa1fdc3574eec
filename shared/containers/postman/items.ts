/** The items of a Postman collection: where they are, in one pass over the text, however deep their folders are. */
import type { Span } from '../../finding.ts';
import { behindBlanks, keyAt, valueEnd } from '../../json/skim.ts';

/** A collection, a folder in it, or a request. */
export interface Item {
  readonly parent: Item | undefined;
  readonly start: number;
  /** Behind its closing brace, or the end of the text without one. */
  end: number;
  isClosed: boolean;
  /** Whether it has a list of items. */
  isFolder: boolean;
  name?: Span;
  request?: Span;
  /** The list of its variables. */
  variables?: Span;
}

/** Keys of lists that hold items: `requests` is what the first version of the format has. */
const listKeys = ['item', 'requests'];

/** More than a collection has in practice: what follows is not read. */
const mostItems = 60_000;

/** In the order of the text, folders before what is in them; the collection comes first. Empty where the text is not an object. */
export function itemsIn(text: string): readonly Item[] {
  const start = behindBlanks(text, 0);
  return text[start] === '{' ? new Walk(text, start, true).items : [];
}

/** The same from an item in it on. */
export function itemsFrom(text: string, start: number): readonly Item[] {
  return text[start] === '{' ? new Walk(text, start, false).items : [];
}

interface Level {
  readonly item: Item;
  /** What is read next: the items in its list, else its members. */
  readonly inList: boolean;
}

class Walk {
  readonly items: Item[] = [];
  readonly #text: string;
  readonly #isWhole: boolean;
  readonly #levels: Level[] = [];

  /** Goes from the brace at the offset to the one that closes it. */
  constructor(text: string, start: number, isWhole: boolean) {
    this.#text = text;
    this.#isWhole = isWhole;
    let at = this.#begin(start, undefined);
    for (let level = this.#levels.at(-1); level && at < text.length; level = this.#levels.at(-1)) {
      if (this.items.length > mostItems) return;
      at = behindBlanks(text, level.inList ? this.#listed(level, at) : this.#member(level, at));
    }
  }

  #begin(start: number, parent: Item | undefined): number {
    const item: Item = { parent, start, end: this.#text.length, isClosed: false, isFolder: false };
    this.items.push(item);
    this.#levels.push({ item, inList: false });
    return behindBlanks(this.#text, start + 1);
  }

  #member({ item }: Level, at: number): number {
    const character = this.#text[at];
    if (character === '}') {
      item.end = at + 1;
      item.isClosed = true;
      this.#levels.pop();
      return at + 1;
    }
    if (character !== '"') return at + 1;
    const { key, value } = keyAt(this.#text, at);
    if (listKeys.includes(key) && this.#text[value] === '[') {
      item.isFolder = true;
      this.#levels.push({ item, inList: true });
      return value + 1;
    }
    // As Postman's own interface answers.
    if (this.#isWhole && key === 'collection' && this.items.length === 1 && this.#text[value] === '{')
      return this.#begin(value, undefined);
    const end = valueEnd(this.#text, value);
    note(item, key, { start: value, end });
    return Math.max(end, at + 1);
  }

  #listed({ item }: Level, at: number): number {
    const character = this.#text[at];
    if (character === ']') this.#levels.pop();
    return character === '{' ? this.#begin(at, item) : Math.max(valueEnd(this.#text, at), at + 1);
  }
}

function note(item: Item, key: string, span: Span): void {
  if (key === 'name') item.name = span;
  else if (key === 'request') item.request = span;
  else if (key === 'variable') item.variables = span;
  else if (key === 'variables' && !item.variables) item.variables = span;
}
