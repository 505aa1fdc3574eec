/** Where the URL that a call needs may come from: what has none sends nothing, and need not be looked at. */

import type { CallExpression, Expression, ObjectExpression, Statement } from '../ir.ts';
import { pathOf, placeOf } from './events.ts';
import { isAnswered, isContext, isJoining, keepsText, partsOf } from './libraryCalls.ts';
import { urlKeys } from './requestKeys.ts';

/** Where a URL may be: in the call, in variables, in what functions return. */
export interface UrlSources {
  readonly own: boolean;
  readonly variables: readonly string[];
  readonly functions: readonly string[];
}

export const noSources: UrlSources = { own: false, variables: [], functions: [] };

/** Finds rather too many. */
export class SourceFinder implements UrlSources {
  own = false;
  readonly variables: string[] = [];
  readonly functions: string[] = [];

  /** What a call gives to a function that may send something. */
  arguments(args: CallExpression['args']): this {
    for (const { name, value } of args) {
      if (name === undefined) this.#argument(value);
      else if (urlKeys.includes(name)) this.#text(value);
    }
    return this;
  }

  /** A value that a variable may have, or that a function may return. */
  value(value: Expression): this {
    this.#argument(value);
    this.#paths(value);
    return this;
  }

  /** `ENDPOINTS.create`: a URL may be anywhere in an object. */
  #paths(value: Expression): void {
    if (value.kind === 'choice') for (const option of value.options) this.#paths(option);
    else if (value.kind === 'object') for (const entry of value.entries) this.value(entry.value);
    else if (value.kind === 'call') for (const part of partsOf(value)) this.value(part);
  }

  #argument(value: Expression): void {
    if (value.kind === 'object') this.#members(value);
    else this.#text(value);
    if (value.kind !== 'call') return;
    this.#members(value);
    // new Request('GET', url)
    if (value.isNew) this.arguments(value.args);
  }

  #text(value: Expression): void {
    switch (value.kind) {
      case 'literal':
        if (typeof value.value === 'string') this.#string(value.value);
        return;
      case 'text':
        for (const part of value.parts) {
          if (typeof part === 'string') this.#string(part);
          else this.#text(part);
        }
        return;
      case 'choice':
        for (const option of value.options) this.#text(option);
        return;
      case 'name':
      case 'member':
        this.#variable(value);
        return;
      case 'call':
        this.#calledText(value);
        return;
      case 'function':
        this.#returned(value.content.body);
        return;
      case 'other':
        if (value.parts.length === 1 && value.parts[0]?.kind === 'function') this.#text(value.parts[0]);
    }
  }

  #string(text: string): void {
    if (text.includes('/')) this.own = true;
  }

  #variable(value: Expression): void {
    const place = placeOf(value);
    if (!place) return;
    this.variables.push(place.variable);
    // Of a class: Zoom.BASE
    if (place.path[0] !== undefined) this.variables.push(`this.${place.path[0]}`);
  }

  #calledText({ callee, args }: CallExpression): void {
    const name = pathOf(callee).at(-1) ?? '';
    this.functions.push(name);
    if (callee.kind === 'member' && keepsText(name)) this.#text(callee.object);
    // The slashes are put in.
    if (isJoining(name)) this.own = true;
    if (name === 'concat' || !isAnswered(name)) for (const { value } of args) this.#text(value);
  }

  #returned(body: readonly Statement[]): void {
    for (const statement of body) {
      if (statement.kind === 'block') this.#returned(statement.body);
      else if (statement.kind === 'return' && statement.value) this.#text(statement.value);
    }
  }

  /** Options, and what they are put together of. */
  #members(value: ObjectExpression | CallExpression): void {
    if (isContext(value)) this.own = true;
    for (const entry of value.kind === 'object' ? value.entries : [])
      if (entry.kind === 'key' && urlKeys.includes(entry.key)) this.#text(entry.value);
    for (const part of partsOf(value)) {
      if (part.kind === 'object' || part.kind === 'call') this.#members(part);
      else this.own = true;
    }
  }
}
