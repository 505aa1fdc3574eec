import type { Span } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { JsonNode } from '../json/parse.ts';
import { isPointer } from '../json/pointer.ts';
import { type Text, text } from '../text.ts';
import { readDate } from './day.ts';
import type { ProfileKey } from './profileKeys.ts';

/** Something in the profile that is not of the type it must have; that part counts as left out. */
export interface ProfileProblem {
  readonly message: Text;
  readonly span: Span;
  /** A warning where no prediction depends on that part. */
  readonly severity: 'error' | 'warning';
  /** What follows from it, where that is more than that the part counts as left out. */
  readonly effect?: Text;
}

/** Reads typed values. A value of the wrong type is recorded as a problem and counts as left out; so does `null`, without one. */
export class Reader {
  readonly problems: ProfileProblem[] = [];
  readonly #document: JsonNode | undefined;
  readonly #wrong = new Set<JsonNode>();

  constructor(document: JsonNode | undefined) {
    this.#document = document;
  }

  root(): JsonNode | undefined {
    return this.itemObject(this.#document, text`A lock profile must be an object in braces.`);
  }

  object(node: JsonNode | undefined, key: ProfileKey): JsonNode | undefined {
    return this.#typed(node, key, 'object', text`"${key}" must be an object in braces.`);
  }

  array(node: JsonNode | undefined, key: ProfileKey): readonly JsonNode[] | undefined {
    const value = this.#typed(node, key, 'array', text`"${key}" must be a list in brackets.`);
    return value?.type === 'array' ? value.items : undefined;
  }

  boolean(node: JsonNode | undefined, key: ProfileKey): boolean | undefined {
    return literal(this.#typed(node, key, 'boolean', text`"${key}" must be true or false.`)) as boolean | undefined;
  }

  text(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    return literal(this.#typed(node, key, 'string', text`"${key}" must be a string in double quotes.`)) as
      | string
      | undefined;
  }

  pointer(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    const pointer = this.text(node, key);
    if (pointer === undefined || isPointer(pointer)) return pointer;
    this.#complain(property(node, key)?.value, text`"${key}" must be a JSON pointer such as "/settings/waiting_room".`);
    return undefined;
  }

  date(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    const value = property(node, key)?.value;
    const date = literal(value);
    if (date === undefined ? !value : date === null) return undefined;
    if (typeof date === 'string' && readDate(date) !== undefined) return date;
    this.#complain(value, text`"${key}" must be a date such as "2026-11-24".`, 'warning');
    return undefined;
  }

  count(node: JsonNode | undefined, key: ProfileKey): number | undefined {
    const value = this.#typed(node, key, 'number', text`"${key}" must be a number.`);
    const number = literal(value) as number | undefined;
    if (number === undefined || (Number.isInteger(number) && number >= 0)) return number;
    this.#complain(value, text`"${key}" must be a whole number that is not negative.`);
    return undefined;
  }

  oneOf<T extends string>(node: JsonNode | undefined, key: ProfileKey, words: readonly T[]): T | undefined {
    const given = this.text(node, key);
    const found = words.find((word) => word === given);
    if (given !== undefined && found === undefined) {
      this.#complain(property(node, key)?.value, text`"${key}" must be one of: ${words.join(', ')}.`);
    }
    return found;
  }

  /** The words of an object by its keys, whatever they are; of several with one key, the last. No prediction depends on them. */
  wordsByKey<T extends string>(node: JsonNode | undefined, words: readonly T[]): ReadonlyMap<string, T> {
    const found = new Map<string, T>();
    for (const { key, value } of node?.type === 'object' ? node.properties : []) {
      const word = words.find((each) => each === literal(value));
      if (word) found.set(key, word);
      else found.delete(key);
      const isWrong = !word && value?.type !== 'null';
      if (isWrong) this.#complain(value, text`"${key}" must be one of: ${words.join(', ')}.`, 'warning');
    }
    return found;
  }

  itemObject(node: JsonNode | undefined, message: Text): JsonNode | undefined {
    if (!node || node.type === 'object') return node;
    this.#complain(node, message);
    return undefined;
  }

  #typed(node: JsonNode | undefined, key: ProfileKey, type: JsonNode['type'], message: Text): JsonNode | undefined {
    const value = property(node, key)?.value;
    if (!value || value.type === 'null' || value.type === type) return value?.type === type ? value : undefined;
    this.#complain(value, message);
    return undefined;
  }

  /** Records a problem with a value that has the right type but is not allowed there. */
  complain(node: JsonNode | undefined, key: ProfileKey, message: Text): void {
    this.#complain(property(node, key)?.value, message, 'warning');
  }

  /** Records a problem because of which an entry of a list does nothing. */
  reject(node: JsonNode | undefined, message: Text): void {
    this.#complain(node, message, 'warning', text`This entry does nothing.`);
  }

  #complain(
    node: JsonNode | undefined,
    message: Text,
    severity: ProfileProblem['severity'] = 'error',
    effect?: Text,
  ): void {
    // A part that is read twice is reported once.
    if (!node || this.#wrong.has(node)) return;
    this.#wrong.add(node);
    this.problems.push({ message, span: node.span, severity, ...(effect ? { effect } : {}) });
  }
}

function literal(node: JsonNode | undefined): unknown {
  return node && 'value' in node ? node.value : undefined;
}
