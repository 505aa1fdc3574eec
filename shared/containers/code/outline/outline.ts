/** What is in a function, but for what is in functions in it. Of one that stays as it is, it need not be found again. */

import type {
  Expression,
  FunctionContent,
  FunctionExpression,
  LiteralExpression,
  ObjectExpression,
  Statement,
  TextExpression,
} from '../ir.ts';
import { type Block, type Event, type Mentions, mentionsIn, placeOf, type Seen } from './events.ts';
import { bodyKeys, urlKeys } from './requestKeys.ts';
import { type SeenCall, seenCall } from './seenCall.ts';
import { SourceFinder, type UrlSources } from './urlSources.ts';

export interface SeenFunction extends Seen<FunctionExpression> {
  readonly kind: 'function';
  /** Of the function, of the variable or the key that it is assigned to. */
  readonly name: string | undefined;
  /** It is a statement. */
  readonly isDeclared: boolean;
}

export interface SeenObject extends Seen<ObjectExpression> {
  readonly kind: 'object';
  /** A body may have no more than its fields. */
  readonly mayBeBody: boolean;
  /** `{ url, method, body }` that something else sends. */
  readonly describes: boolean;
}

type Item =
  | SeenCall
  | SeenObject
  /** It may be the text of a body. */
  | ({ readonly kind: 'text' } & Seen<LiteralExpression | TextExpression>)
  | SeenFunction;

/** A part of a function with what is in it: nothing of it depends on where in the file it is, or on what is around it. */
export interface Outline {
  readonly events: readonly Event[];
  readonly items: readonly Item[];
  readonly mentions: Mentions;
  /** The values that variables are given, and what is returned. */
  readonly definitions: readonly { readonly name: string; readonly sources: UrlSources }[];
  readonly returns: readonly UrlSources[];
  /** The names of those in it. */
  readonly classes: readonly string[];
}

export function outlineOf(content: Pick<FunctionContent, 'params' | 'body'>): Outline {
  return new OutlineBuilder(content).outline();
}

/** Shorter ones are not texts of bodies. */
const shortText = 30;

class OutlineBuilder {
  readonly #events: Event[] = [];
  readonly #items: Item[] = [];
  readonly #classes: string[] = [];

  constructor({ params, body }: Pick<FunctionContent, 'params' | 'body'>) {
    const block: Block = { parent: undefined, runs: 'always' };
    for (const each of params) if (each.default) this.#walk(each.default, { block, at: 0, around: [] });
    this.#statements(body, block);
  }

  outline(): Outline {
    const definitions = this.#events.flatMap(definitionsIn);
    const returns = this.#events.flatMap(({ statement: { kind, value } }) =>
      kind === 'return' && value ? [new SourceFinder().value(value)] : [],
    );
    const mentions = mentionsIn(this.#events);
    return { events: this.#events, items: this.#items, mentions, definitions, returns, classes: this.#classes };
  }

  #statements(body: readonly Statement[], block: Block): void {
    for (const statement of body) {
      if (statement.kind === 'block') {
        if (statement.name !== undefined) this.#classes.push(statement.name);
        this.#statements(statement.body, { parent: block, runs: statement.runs });
      } else if (statement.kind === 'function') {
        const { function: value } = statement;
        const where = { block, at: this.#events.length, around: [] };
        this.#items.push({ kind: 'function', value, name: value.content.name, isDeclared: true, ...where });
      } else this.#event({ statement, block });
    }
  }

  #event(event: Event): void {
    const { statement, block } = event;
    const where = { block, at: this.#events.length, around: [] };
    this.#events.push(event);
    if (statement.kind === 'assign') {
      const { target, value } = statement;
      if (value) this.#walk(value, { ...where, around: [statement] }, nameOf(target));
      if (target.kind === 'member') this.#walk(target, where);
    } else if (statement.value) this.#walk(statement.value, where);
  }

  /** `called`: what the value is named, if it is a function. */
  #walk(value: Expression, where: Omit<Seen<unknown>, 'value'>, called?: string): void {
    const { block, at, around } = where;
    switch (value.kind) {
      case 'object':
        this.#items.push(seenObject(value, where));
        for (const entry of value.entries) {
          const key = entry.kind === 'key' ? entry.key : '';
          if (!isPlain(entry.value))
            this.#walk(entry.value, { block, at, around: [...around, value, key] }, key || undefined);
        }
        return;
      case 'literal':
      case 'text':
        if (mayBeText(value)) this.#items.push({ kind: 'text', value, block, at, around });
        if (value.kind === 'text')
          for (const part of value.parts) if (typeof part !== 'string') this.#walk(part, where);
        return;
      case 'list':
        for (const item of value.items) this.#walk(item, where);
        return;
      case 'member':
        this.#walk(value.object, where);
        if (value.computed) this.#walk(value.computed, where);
        return;
      case 'call': {
        this.#walk(value.callee, where);
        this.#items.push(seenCall(value, where));
        for (const { name, value: given } of value.args)
          if (!isPlain(given))
            this.#walk(given, { block, at, around: [...around, value, ...(name === undefined ? [] : [name])] }, called);
        return;
      }
      case 'choice':
        for (const option of value.options) this.#walk(option, where, called);
        return;
      case 'function':
        this.#items.push({ kind: 'function', value, name: value.content.name ?? called, isDeclared: false, ...where });
        return;
      case 'other':
        for (const part of value.parts) this.#walk(part, where, called);
    }
  }
}

function definitionsIn({ statement }: Event): Outline['definitions'] {
  const place = statement.kind === 'assign' ? placeOf(statement.target) : undefined;
  if (!statement.value || !place) return [];
  return [{ name: place.variable, sources: new SourceFinder().value(statement.value) }];
}

function mayBeText({ span, written }: LiteralExpression | TextExpression): boolean {
  return span.end - span.start >= shortText && written !== undefined && /^\s*\{/.test(written().text);
}

/** There is nothing in it. */
function isPlain(value: Expression): boolean {
  return value.kind === 'name' || (value.kind === 'literal' && !mayBeText(value));
}

function seenObject(value: ObjectExpression, where: Omit<Seen<unknown>, 'value'>): SeenObject {
  const { entries } = value;
  const has = (some: readonly string[]) => entries.some((each) => each.kind === 'key' && some.includes(each.key));
  const isArgument = () => where.around.some((each) => typeof each !== 'string' && each.kind === 'call');
  const isSpread = entries.some(({ kind }) => kind === 'spread');
  // A variable may be given its settings further on.
  const isVariable = where.around.length === 1 && typeof where.around[0] === 'object';
  const mayBeBody = isSpread || (has(firstFields) && (isVariable || has(['settings'])));
  return { kind: 'object', value, ...where, mayBeBody, describes: has(urlKeys) && has(bodyKeys) && !isArgument() };
}

const firstFields = ['topic', 'settings', 'type', 'start_time'];

/** The last name in what is assigned to: `createMeeting` of `exports.createMeeting`. */
function nameOf(target: Expression): string | undefined {
  if (target.kind === 'name') return target.name;
  return target.kind === 'member' ? target.key : undefined;
}
