/** The functions of a file, what happens in each in the order of the text, and the calls. */
import type { Span } from '../../../finding.ts';
import { movedSpan } from '../../../json/spans.ts';
import type {
  CallExpression,
  Expression,
  FunctionContent,
  FunctionExpression,
  LiteralExpression,
  ObjectExpression,
  TextExpression,
} from '../ir.ts';
import type { Code } from '../language.ts';
import { type Around, type Block, type Event, pushTo } from '../outline/events.ts';
import { type Outline, outlineOf, type SeenFunction, type SeenObject } from '../outline/outline.ts';
import type { SeenCall } from '../outline/seenCall.ts';

/** A function; the file itself is the outermost. */
export interface Frame {
  readonly parent: Moment | undefined;
  readonly function: FunctionExpression | undefined;
  /** Of the function, of the variable or the key that it is assigned to, of the class around it. */
  readonly name: string | undefined;
  /** It may be called before the statement it is in is reached: `function f() {}`, methods. */
  readonly isHoisted: boolean;
  readonly events: readonly Event[];
  readonly outline: Outline;
  /** What the function is in, as a value: `jest.fn(() => …)`. */
  readonly around: readonly Around[];
  /** Where it begins in the file: spans in it count from there. */
  readonly by: number;
  /** The functions in it. */
  readonly inner: ReadonlyMap<FunctionExpression, Frame>;
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

/** Something to look at, and when it is evaluated. */
export interface Site<T> {
  readonly value: T;
  readonly moment: Moment;
  /** What it is in, the innermost last: keys are strings. */
  readonly around: readonly Around[];
}

export interface CallSite extends Site<CallExpression> {
  readonly seen: SeenCall;
}

export interface ObjectSite extends Site<ObjectExpression> {
  readonly seen: SeenObject;
}

export interface Scopes {
  readonly frames: readonly Frame[];
  readonly calls: readonly CallSite[];
  readonly objects: readonly ObjectSite[];
  /** Literals and templates that may be JSON texts. */
  readonly texts: readonly Site<LiteralExpression | TextExpression>[];
  /** By name. */
  readonly functions: ReadonlyMap<string, readonly Frame[]>;
}

/** Of functions that were read: those that stay as they are keep theirs. */
export type Outlines = WeakMap<FunctionContent, Outline>;

/** `known`: also of earlier texts of the file; what is new is added. */
export function scopesOf({ body }: Pick<Code, 'body'>, known: Outlines): Scopes {
  const builder = new ScopeBuilder(known);
  const file = { parent: undefined, function: undefined, name: undefined, isHoisted: true, around: [], by: 0 };
  builder.add(file, outlineOf({ params: [], body }));
  return builder;
}

class ScopeBuilder implements Scopes {
  readonly frames: Frame[] = [];
  readonly calls: CallSite[] = [];
  readonly objects: ObjectSite[] = [];
  readonly texts: Site<LiteralExpression | TextExpression>[] = [];
  readonly functions = new Map<string, Frame[]>();
  readonly #known: Outlines;

  constructor(known: Outlines) {
    this.#known = known;
  }

  add(of: Omit<Frame, 'events' | 'outline' | 'inner'>, outline: Outline): Frame {
    const { events, items } = outline;
    const inner = new Map<FunctionExpression, Frame>();
    const frame: Frame = { ...of, events, outline, inner };
    this.frames.push(frame);
    if (frame.name !== undefined) pushTo(this.functions, frame.name, frame);
    for (const item of items) {
      const { kind, value, block, at, around } = item;
      const moment = { frame, block, at };
      if (kind === 'call') this.calls.push({ value, moment, around, seen: item });
      else if (kind === 'object') this.objects.push({ value, moment, around, seen: item });
      else if (kind === 'text') this.texts.push({ value, moment, around });
      else inner.set(item.value, this.#function(item, moment));
    }
    return frame;
  }

  #function({ value, name, isDeclared, around }: SeenFunction, parent: Moment): Frame {
    const { content, span } = value;
    const outline = this.#known.get(content) ?? outlineOf(content);
    this.#known.set(content, outline);
    const by = parent.frame.by + span.start;
    return this.add({ parent, function: value, name, isHoisted: isDeclared, around, by }, outline);
  }
}

/** Where something is that is evaluated at the moment. */
export function spanAt(span: Span, { frame }: Pick<Moment, 'frame'>): Span {
  return movedSpan(span, frame.by);
}
