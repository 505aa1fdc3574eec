/** The functions of a file, what happens in each in the order of the text, and the calls. */
import type {
  AssignStatement,
  BlockStatement,
  CallExpression,
  Code,
  Expression,
  FunctionExpression,
  ObjectExpression,
  Statement,
} from './ir.ts';

/** Statements that run together. */
export interface Block {
  readonly parent: Block | undefined;
  readonly runs: BlockStatement['runs'];
}

/** A function; the file itself is the outermost. */
export interface Frame {
  readonly parent: Moment | undefined;
  readonly function: FunctionExpression | undefined;
  /** Of the function, of the variable or the key that it is assigned to, of the class around it. */
  readonly name: string | undefined;
  /** It may be called before the statement it is in is reached: `function f() {}`, methods. */
  readonly isHoisted: boolean;
  readonly events: Event[];
  /** What the function is in, as a value: `jest.fn(() => …)`. */
  readonly around: readonly Around[];
}

/** A statement without statements in it. */
export interface Event {
  readonly statement: Exclude<Statement, { readonly kind: 'function' | 'block' }>;
  readonly block: Block;
}

/** When something is evaluated: at this event of the function. */
export interface Moment {
  readonly frame: Frame;
  readonly block: Block;
  /** The index of the event. */
  readonly at: number;
}

/** A value, and when it is evaluated. */
export interface Evaluated {
  readonly value: Expression;
  readonly moment: Moment;
}

/** What a value is an argument, a member or the new value of, from the outside in. */
export type Around = CallExpression | ObjectExpression | AssignStatement | string;

/** A call or an object literal, and when it is evaluated. */
export interface Site<T> {
  readonly value: T;
  readonly moment: Moment;
  /** What it is in, the innermost last: keys are strings. */
  readonly around: readonly Around[];
}

export interface Scopes {
  readonly file: Frame;
  readonly frames: readonly Frame[];
  readonly frameOf: ReadonlyMap<FunctionExpression, Frame>;
  readonly calls: readonly Site<CallExpression>[];
  readonly objects: readonly Site<ObjectExpression>[];
  /** Literals and templates that may be JSON texts. */
  readonly texts: readonly Site<Extract<Expression, { readonly kind: 'literal' | 'text' }>>[];
  /** By name. */
  readonly functions: ReadonlyMap<string, readonly Frame[]>;
}

export function scopesOf(code: Code): Scopes {
  return new ScopeBuilder(code).scopes;
}

class ScopeBuilder {
  readonly scopes: Scopes;
  readonly #frames: Frame[] = [];
  readonly #frameOf = new Map<FunctionExpression, Frame>();
  readonly #calls: Site<CallExpression>[] = [];
  readonly #objects: Site<ObjectExpression>[] = [];
  readonly #texts: Site<Extract<Expression, { readonly kind: 'literal' | 'text' }>>[] = [];
  readonly #functions = new Map<string, Frame[]>();

  constructor(code: Code) {
    const file: Frame = {
      parent: undefined,
      function: undefined,
      name: undefined,
      isHoisted: true,
      events: [],
      around: [],
    };
    this.#frames.push(file);
    this.#statements(code.body, file, { parent: undefined, runs: 'always' });
    this.scopes = {
      file,
      frames: this.#frames,
      frameOf: this.#frameOf,
      calls: this.#calls,
      objects: this.#objects,
      texts: this.#texts,
      functions: this.#functions,
    };
  }

  #statements(body: readonly Statement[], frame: Frame, block: Block): void {
    for (const statement of body) {
      if (statement.kind === 'block') {
        const inner = { parent: block, runs: statement.runs };
        this.#statements(statement.body, frame, inner);
      } else if (statement.kind === 'function') {
        this.#function(statement.function, { frame, block, at: frame.events.length }, undefined, undefined);
      } else this.#event({ statement, block }, frame);
    }
  }

  #event(event: Event, frame: Frame): void {
    const moment = { frame, block: event.block, at: frame.events.length };
    frame.events.push(event);
    const { statement } = event;
    if (statement.kind !== 'assign') {
      if (statement.value) this.#walk(statement.value, moment, [], undefined);
      return;
    }
    if (statement.value) this.#walk(statement.value, moment, [statement], nameOf(statement.target));
    if (statement.target.kind === 'member') this.#walk(statement.target, moment, [], undefined);
  }

  #function(
    value: FunctionExpression,
    parent: Moment,
    called: string | undefined,
    around: readonly Around[] | undefined,
  ): void {
    const name = value.name ?? called;
    const isHoisted = around === undefined;
    const frame: Frame = { parent, function: value, name, isHoisted, events: [], around: around ?? [] };
    this.#frames.push(frame);
    this.#frameOf.set(value, frame);
    if (name !== undefined) pushTo(this.#functions, name, frame);
    const block: Block = { parent: undefined, runs: 'always' };
    for (const each of value.params) if (each.default) this.#walk(each.default, { frame, block, at: 0 }, [], undefined);
    this.#statements(value.body, frame, block);
  }

  /** `called`: what the value is named, if it is a function. */
  #walk(value: Expression, moment: Moment, around: readonly Around[], called: string | undefined): void {
    const inner = (each: Expression, more?: Around, name?: string) =>
      this.#walk(each, moment, more === undefined ? around : [...around, more], name);
    switch (value.kind) {
      case 'object':
        this.#objects.push({ value, moment, around });
        for (const entry of value.entries) {
          const key = entry.kind === 'key' ? entry.key : '';
          this.#walk(entry.value, moment, [...around, value, key], key || undefined);
        }
        return;
      case 'literal':
        if (typeof value.value === 'string') this.#texts.push({ value, moment, around });
        return;
      case 'text':
        this.#texts.push({ value, moment, around });
        for (const part of value.parts) if (typeof part !== 'string') inner(part);
        return;
      case 'list':
        for (const item of value.items) inner(item);
        return;
      case 'member':
        inner(value.object);
        if (value.computed) inner(value.computed);
        return;
      case 'call':
        inner(value.callee);
        this.#calls.push({ value, moment, around });
        for (const argument of value.args) inner(argument.value, value, called);
        return;
      case 'choice':
        for (const option of value.options) inner(option, undefined, called);
        return;
      case 'function':
        this.#function(value, moment, called, around);
        return;
      case 'other':
        for (const part of value.parts) inner(part, undefined, called);
    }
  }
}

export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The last name in what is assigned to: `createMeeting` of `exports.createMeeting`. */
function nameOf(target: Expression): string | undefined {
  if (target.kind === 'name') return target.name;
  return target.kind === 'member' ? target.key : undefined;
}

/** Whether a block is this one or around it. */
export function isAround(outer: Block, inner: Block): boolean {
  for (let each: Block | undefined = inner; each; each = each.parent) if (each === outer) return true;
  return false;
}

/** Whether what happens in `inner` always happens once where `outer` does, which is around it. */
export function runsWith(inner: Block, outer: Block): boolean {
  for (let each: Block | undefined = inner; each && each !== outer; each = each.parent)
    if (each.runs !== 'always') return false;
  return true;
}

/** The names that lead to a value: `axios.post` → ["axios", "post"]; a call or anything else in it is "". */
export function pathOf(value: Expression): readonly string[] {
  const path: string[] = [];
  let at: Expression = value;
  while (at.kind === 'member' || at.kind === 'call') {
    if (at.kind === 'member') path.push(at.key ?? '');
    at = at.kind === 'member' ? at.object : at.callee;
  }
  path.push(at.kind === 'name' ? at.name : '');
  return path.reverse();
}
