/** URLs and methods in code, as far as they are known. */
import { unknownPart } from '../endpoint.ts';
import type { CallExpression, Expression, FunctionExpression, ObjectExpression } from './ir.ts';
import { unwrapped } from './known.ts';
import { returnedBy, returnsOf } from './returns.ts';
import { type Evaluated, type Moment, pathOf, type Scopes, type Site } from './scopes.ts';
import { placeOf, type Variables } from './variables.ts';

/** Variables in texts in variables. */
const maxDepth = 8;
/** Objects in objects in objects, and so many of each: options are not put together of more. */
const maxMerged = 3;

export class Urls {
  readonly #scopes: Scopes;
  readonly #variables: Variables;

  constructor(scopes: Scopes, variables: Variables) {
    this.#scopes = scopes;
    this.#variables = variables;
  }

  /** The text, with `unknownPart` for what is not known; undefined for what is no text. */
  textOf(value: Expression, moment: Moment, depth = 0): string | undefined {
    if (depth > maxDepth) return undefined;
    const inner = (each: Expression) => this.textOf(each, moment, depth + 1);
    switch (value.kind) {
      case 'literal':
        return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : undefined;
      case 'text':
        return value.parts.map((part) => (typeof part === 'string' ? part : (inner(part) ?? unknownPart))).join('');
      case 'choice': {
        const texts = value.options.map(inner);
        return texts.find((each) => each?.includes('/')) ?? texts.find((each) => each !== undefined);
      }
      case 'name':
      case 'member':
        return this.#variable(value, moment, depth);
      case 'call':
        return this.#call(value, moment, depth);
      case 'function':
        return this.#returned(value, depth);
      case 'other':
        // `url() { return … }`
        return value.parts.length === 1 && value.parts[0]?.kind === 'function' ? inner(value.parts[0]) : undefined;
      default:
        return undefined;
    }
  }

  #variable(value: Expression, moment: Moment, depth: number): string | undefined {
    const found = this.valueOf(value, moment);
    return found && this.textOf(found.value, found.moment, depth + 1);
  }

  /** `url: (params) => …`: what it returns. */
  #returned(value: FunctionExpression, depth: number): string | undefined {
    const own = this.#scopes.frameOf.get(value);
    const texts = (own ? returnsOf(own) : []).map((each) => this.textOf(each.value, each.moment, depth + 1));
    return texts.find((each) => each?.includes('/'));
  }

  /** What a variable, or a key of an object in one, is; undefined where that is not in the file. */
  valueOf(value: Expression, moment: Moment): Evaluated | undefined {
    const place = placeOf(value);
    if (!place) return undefined;
    // A URL that is put together further on still ends as it does.
    const definition = this.#variables.find(place.variable, moment).definitions.at(-1);
    if (!definition?.value) return undefined;
    let found: Evaluated | undefined = { value: definition.value, moment: definition.moment };
    for (const key of place.path)
      found = found && key !== undefined ? this.memberOf(found.value, key, found.moment) : undefined;
    return found;
  }

  /** The call of which a value is the result: given as it is, as a variable, as what a function of the file returns. */
  callOf(value: Expression, moment: Moment, depth = 0): Pick<Site<CallExpression>, 'value' | 'moment'> | undefined {
    if (depth > maxDepth) return undefined;
    if (value.kind === 'call') {
      const returned = returnedBy(value, this.#scopes);
      return (returned && this.callOf(returned.value, returned.moment, depth + 1)) ?? { value, moment };
    }
    const found = value.kind === 'name' ? this.valueOf(value, moment) : undefined;
    return found && this.callOf(found.value, found.moment, depth + 1);
  }

  /** The methods of a variable that are called before, the last one first. */
  callsOn(variable: string, { frame, at }: Moment): readonly CallExpression[] {
    const events = this.#variables.changes(frame, variable).filter((each) => each < at);
    return events.toReversed().flatMap((each) => {
      const value = frame.events[each]?.statement.value;
      const isOwn = value?.kind === 'call' && placeOf(value.callee)?.variable === variable;
      return isOwn ? [value] : [];
    });
  }

  /** Whether it is an object, or a variable with one. */
  hasMembers(value: Expression, moment: Moment): boolean {
    const known = this.valueOf(value, moment)?.value;
    return [value, known].some((each) => hasEntries(each) || isContext(each));
  }

  /** What an object has at a key, given as it is or as a variable; also where it is assigned later on. */
  memberOf(value: Expression, key: string, moment: Moment, depth = 0): Evaluated | undefined {
    if (depth > maxMerged) return undefined;
    if (value.kind === 'object') {
      const entry = value.entries.findLast((each) => each.kind === 'key' && each.key === key);
      if (entry) return { value: entry.value, moment };
    }
    for (const each of partsOf(value).slice(-maxMerged).toReversed()) {
      const found = this.memberOf(each, key, moment, depth + 1);
      if (found) return found;
    }
    // stream_context_create(['http' => ['method' => …, 'content' => …]])
    if (isContext(value)) {
      const http = value.args[0] && this.memberOf(value.args[0].value, 'http', moment);
      return http && this.memberOf(http.value, key, http.moment);
    }
    if (value.kind !== 'name' && value.kind !== 'member') return undefined;
    const place = placeOf(value);
    for (const at of place?.path.length === 0
      ? this.#variables.changes(moment.frame, place.variable).toReversed()
      : []) {
      const event = moment.frame.events[at];
      const target = at < moment.at && event?.statement.kind === 'assign' ? placeOf(event.statement.target) : undefined;
      const isIt = target?.variable === place?.variable && target?.path.length === 1 && target.path[0] === key;
      if (isIt && event?.statement.value)
        return { value: event.statement.value, moment: { ...moment, block: event.block, at } };
    }
    const found = this.valueOf(value, moment);
    return hasEntries(found?.value) || isContext(found?.value)
      ? this.memberOf(found.value, key, found.moment, depth + 1)
      : undefined;
  }

  #call(value: CallExpression, moment: Moment, depth: number): string | undefined {
    const returned = returnedBy(value, this.#scopes);
    const text = returned && this.textOf(returned.value, returned.moment, depth + 1);
    if (text !== undefined) return text;
    const inner = (each: Expression) => this.textOf(each, moment, depth + 1);
    const name = pathOf(value.callee).at(-1) ?? '';
    const owner = value.callee.kind === 'member' ? value.callee.object : undefined;
    // '/meetings/:id'.replace(':id', id), new URL(path).toString()
    if (owner && /^(?:replace|replaceAll|toString|trim|strip|rstrip|trimEnd)$/.test(name)) return inner(owner);
    const parts = value.args.map((each) => inner(each.value));
    if (owner && name === 'concat') return [inner(owner), ...parts].map((each) => each ?? unknownPart).join('');
    if (/^(?:join|urljoin|resolve)$/.test(name))
      return parts.map((each = unknownPart) => each.replace(/^\/|\/$/g, '')).join('/');
    if (isAnswered(name)) return undefined;
    // apiUrl('/users/me/meetings'), new URL('/v2/users/me/meetings', base)
    const path = parts.find((each) => each?.includes('/') && !/^\w+:\/\/[^/]*\/?$/.test(each));
    return path === undefined ? undefined : path.includes('://') ? path : unknownPart + path;
  }

  /** "POST"; undefined where it is none, or not known. */
  methodOf(value: Expression, moment: Moment): string | undefined {
    if (value.kind === 'literal')
      return /^(?:get|post|put|patch|delete|head)$/i.test(String(value.value))
        ? String(value.value).toUpperCase()
        : undefined;
    if (value.kind === 'name' || value.kind === 'member') {
      const found = this.valueOf(value, moment);
      const known = found && this.textOf(found.value, found.moment);
      if (known !== undefined) return methodIn([known]);
    }
    // HttpMethod.POST, http.MethodPost
    return value.kind === 'member' ? methodIn([value.key ?? '']) : undefined;
  }
}

function isContext(value: Expression | undefined): value is CallExpression {
  return value?.kind === 'call' && pathOf(value.callee).at(-1) === 'stream_context_create';
}

/** `{ … }`, `Object.assign({}, …)`. */
function hasEntries(value: Expression | undefined): value is ObjectExpression | CallExpression {
  return value?.kind === 'object' || partsOf(value).length > 0;
}

/** Of which objects one is put together: `{ ...base }`, `Object.assign(a, b)`. What a field is, other methods decide. */
function partsOf(value: Expression | undefined): readonly Expression[] {
  const spreads = value?.kind === 'object' ? value.entries.filter(({ kind }) => kind === 'spread') : [];
  const parts = value?.kind === 'call' ? unwrapped(value) : spreads.map((each) => each.value);
  return parts.filter(({ kind }) => kind !== 'member');
}

/** What it returns is what was answered: `client.request('/users/me/meetings')`. */
function isAnswered(name: string): boolean {
  if (/ur[il]|path|endpoint|route/i.test(name)) return false;
  return methodIn([name]) !== undefined || /request|fetch|send|axios|call|query|invoke|execute/i.test(name);
}

/** The method that a name says: "post", "httpPost", "post_json", "MethodPost". The last part of the path that says one counts. */
export function methodIn(path: readonly string[]): string | undefined {
  const words = (path.at(-1) ?? '').split(/_|(?<=[a-z\d])(?=[A-Z])/);
  const method = words
    .map((each) => each.toUpperCase())
    .find((each) => /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(each));
  return method;
}
