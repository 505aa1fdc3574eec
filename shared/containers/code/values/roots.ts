/** The bodies that a value may be: a literal, a variable, what a function of the file returns, what it is called with. */
import type { Span } from '../../../finding.ts';
import type { JsonNode } from '../../../json/parse.ts';
import { movedBy } from '../../../json/textMap.ts';
import type { CallExpression, Expression, FunctionExpression, Parameter, WrittenText } from '../ir.ts';
import { pathOf, pushTo } from '../outline/events.ts';
import { filtered, serialised, unwrapped } from '../outline/libraryCalls.ts';
import type { BodyTree } from './bodyTree.ts';
import { opened } from './made.ts';
import { recordOf } from './records.ts';
import { returnsOf } from './returns.ts';
import { type CallSite, type Evaluated, type Frame, type Moment, type Scopes, spanAt } from './scopes.ts';
import type { Variables } from './variables.ts';

export interface Root {
  /** Of the literal, or of what is written in its place. */
  readonly span: Span;
  /** The moment of the literal, and when it is sent. */
  readonly moment: Moment;
  readonly until: Moment;
  readonly variable: string | undefined;
  /** A JSON text, or a tree that is to be built. */
  readonly written?: WrittenText;
  readonly node?: (tree: BodyTree) => JsonNode | undefined;
}

/** Variables in variables. */
const maxDepth = 8;

/** Names of functions that make a body of an object. */
const shaping =
  /json|body|payload|clean|omit|pick|compact|prune|strip|without|remove|filter|snake|serialize|format|wrap|with/i;

/** More bodies that go to one place are a table. */
const mostRoots = 50;

/** Expressions that are looked at for one value: each may be one of many, and so may each of these. */
const mostLooks = 1000;

export class Roots {
  readonly #scopes: Scopes;
  readonly #variables: Variables;
  /** By the last name of what is called. */
  #callers: Map<string, CallSite[]> | undefined;
  #looks = 0;
  /** Of functions of one name that pass on what they are given: each is followed once for a value. */
  readonly #followed = new Set<Parameter>();

  constructor(scopes: Scopes, variables: Variables) {
    this.#scopes = scopes;
    this.#variables = variables;
  }

  of(value: Expression, moment: Moment, until = moment, depth = 0): readonly Root[] {
    if (depth === 0) this.#start();
    if (depth > maxDepth || this.#looks++ >= mostLooks || this.#variables.work.isTooMuch) return [];
    const inner = (each: Expression) => this.of(each, moment, until, depth + 1);
    const sent = serialised(value);
    if (sent) return inner(sent);
    const span = spanAt(value.span, moment);
    switch (value.kind) {
      case 'object':
        return [{ span, moment, until, variable: undefined, node: (tree) => tree.nodeOf(value, moment) }];
      case 'literal':
      case 'text': {
        const { text = '', map } = value.written?.() ?? {};
        if (!map || !/^\s*\{/.test(text)) return [];
        const written = { text, map: movedBy(map, moment.frame.by) };
        return [{ span, moment, until, variable: undefined, written }];
      }
      case 'choice':
        return value.options.flatMap(inner).slice(0, mostRoots);
      case 'name':
      case 'member':
        return this.#ofVariable(value, moment, until, depth);
      case 'call':
        return this.#ofCall(value, moment, until, depth);
      case 'function':
        return depth === 0 ? this.#ofFunction(value, moment, depth) : [];
      case 'other': {
        const [method, ...others] = value.parts;
        const isMethod = depth === 0 && method?.kind === 'function' && others.length === 0;
        return isMethod ? this.#ofFunction(method, moment, depth) : [];
      }
      default:
        return [];
    }
  }

  #start(): void {
    this.#looks = 0;
    this.#followed.clear();
  }

  #ofVariable(value: Expression, moment: Moment, until: Moment, depth: number): readonly Root[] {
    const place = this.#variables.placeOf(value);
    if (!place) return [];
    const { definitions, parameter } = this.#variables.find(place.variable, moment);
    if (parameter) return place.path.length === 0 ? this.#ofParameter(place.variable, parameter, until, depth) : [];
    if (place.path.length > 0)
      return [
        {
          span: spanAt(value.span, moment),
          moment,
          until,
          variable: place.path.at(-1),
          node: (tree) => tree.nodeOf(value, moment),
        },
      ];
    return definitions.slice(0, mostRoots).flatMap((definition): readonly Root[] => {
      const { value: defined, moment: then } = definition;
      if (!defined) return [];
      const isObject = defined.kind === 'object' || (defined.kind === 'call' && !serialised(defined));
      const { variable } = place;
      if (isObject && this.#isOne(defined))
        return [
          {
            span: spanAt(defined.span, then),
            moment: then,
            until,
            variable,
            node: (tree) => tree.defined(definition),
          },
        ];
      const inner = this.of(defined, then, defined.kind === 'name' ? until : then, depth + 1);
      return inner.map((each) => ({ ...each, variable: each.variable ?? variable }));
    });
  }

  /** Not a call of a function that returns one of several. */
  #isOne(value: Expression): boolean {
    return value.kind !== 'call' || this.#returns(value).length <= 1;
  }

  #returns({ callee }: CallExpression): readonly Evaluated[] {
    const frames = this.#scopes.functions.get(pathOf(callee).at(-1) ?? '') ?? [];
    return frames.length === 1 ? returnsOf(frames[0] as Frame) : [];
  }

  #callsOf(name: string): readonly CallSite[] {
    if (!this.#callers) {
      this.#callers = new Map();
      for (const site of this.#scopes.calls) {
        const called = site.seen.path.at(-1) ?? '';
        if (this.#scopes.functions.has(called)) pushTo(this.#callers, called, site);
      }
    }
    return this.#callers.get(name) ?? [];
  }

  /** What the calls in the file give for it. */
  #ofParameter(
    variable: string,
    { frame, index }: { readonly frame: Frame; readonly index: number },
    until: Moment,
    depth: number,
  ): readonly Root[] {
    const param = frame.function?.content.params[index];
    if (!param || this.#followed.has(param)) return [];
    this.#followed.add(param);
    const isWhole = param.name === variable;
    const calls = isWhole && frame.name !== undefined ? this.#callsOf(frame.name) : [];
    const passed = (root: Root): Root => {
      const then = until.frame === frame ? until : { ...until, frame, at: 0 };
      return {
        ...root,
        ...(root.node && { node: (tree: BodyTree) => tree.passed(root.node?.(tree), variable, then) }),
      };
    };
    const start: Moment = { frame, block: { parent: undefined, runs: 'always' }, at: 0 };
    const unless = isWhole ? param.default : undefined;
    const own = unless ? this.of(unless, start, until, depth + 1) : [];
    const given = calls.slice(0, mostRoots).flatMap(({ value: { args }, moment }) => {
      const argument =
        args.find(({ name }) => name === variable) ?? (args[index]?.name === undefined ? args[index] : undefined);
      return argument && !argument.isSpread ? this.of(argument.value, moment, moment, depth + 1) : [];
    });
    return [...given, ...own].slice(0, mostRoots).map(passed);
  }

  /** `body: (params) => ({ … })`. */
  #ofFunction(value: FunctionExpression, moment: Moment, depth: number): readonly Root[] {
    const frame = moment.frame.inner.get(value);
    return this.#ofReturns(frame ? returnsOf(frame) : [], depth);
  }

  #ofReturns(returns: readonly Evaluated[], depth: number): readonly Root[] {
    return returns.flatMap((each) => this.of(each.value, each.moment, each.moment, depth + 1)).slice(0, mostRoots);
  }

  #ofCall(value: CallExpression, moment: Moment, until: Moment, depth: number): readonly Root[] {
    const returns = this.#returns(value);
    if (returns.length > 0) return this.#ofReturns(returns, depth);
    if (unwrapped(value).length > 0 || filtered(value) || recordOf(value))
      return [
        {
          span: spanAt(value.span, moment),
          moment,
          until,
          variable: undefined,
          node: (tree) => tree.nodeOf(value, moment),
        },
      ];
    return this.#ofUnknownCall(value, moment, until, depth);
  }

  /** `jsonBody({ … })`, `withoutEmpty({ … })`: of what is made of an object elsewhere, only that is known. */
  #ofUnknownCall({ callee, args }: CallExpression, moment: Moment, until: Moment, depth: number): readonly Root[] {
    const [first, ...others] = args;
    if (!first || others.length > 0 || !shaping.test(pathOf(callee).at(-1) ?? '')) return [];
    return this.of(first.value, moment, until, depth + 1).map(({ node, ...root }) => ({
      ...root,
      ...(node && { node: (tree: BodyTree) => opened(node(tree)) }),
    }));
  }
}
