/** URLs and methods in code, as far as they are known. */
import { unknownPart } from '../../endpoint.ts';
import type { CallExpression, Entry, Expression, FunctionExpression, ObjectExpression } from '../ir.ts';
import { methodIn } from '../outline/callNames.ts';
import { type Event, pathOf, placeOf } from '../outline/events.ts';
import { hasEntries, isAnswered, isContext, isJoining, keepsText, partsOf } from '../outline/libraryCalls.ts';
import { returnedBy, returnsOf } from '../values/returns.ts';
import type { Evaluated, Moment, Scopes, Site } from '../values/scopes.ts';
import type { Variables } from '../values/variables.ts';

/** Variables in texts in variables. */
const maxDepth = 8;
/** Expressions that are looked at for one text: each can have many parts, and each of these can be such a text. */
const mostLooks = 1000;
/** A text that is one of more is a table of them. */
const mostTexts = 4;
/** Objects in objects in objects, and so many of each: options are not put together of more. */
const maxMerged = 3;

/** By the key. */
export type Members = (key: string) => Evaluated | undefined;

export class Urls {
  readonly #scopes: Scopes;
  readonly #variables: Variables;
  readonly #values = new Map<ObjectExpression, ReadonlyMap<string, Expression>>();
  #looks = 0;
  /** Which of several is taken where a value is one of them, and of how many it was. */
  #taken = 0;
  #several = 1;

  constructor(scopes: Scopes, variables: Variables) {
    this.#scopes = scopes;
    this.#variables = variables;
  }

  /** All that it may be: `id ? '/meetings/5' : '/users/me/meetings'`. Where parts of it go together, they are taken together. */
  textsOf(value: Expression, moment: Moment): readonly string[] {
    const found = new Set<string>();
    this.#several = 1;
    for (this.#taken = 0; this.#taken < Math.min(this.#several, mostTexts); this.#taken++) {
      const text = this.textOf(value, moment);
      if (text !== undefined) found.add(text);
    }
    this.#taken = 0;
    return [...found];
  }

  #oneOf<T>(several: readonly T[]): T | undefined {
    this.#several = Math.max(this.#several, several.length);
    return several[Math.min(this.#taken, several.length - 1)];
  }

  /** The text, with `unknownPart` for what is not known; undefined for what is not a text. Of several, the likeliest. */
  textOf(value: Expression, moment: Moment, depth = 0): string | undefined {
    if (depth === 0) this.#looks = 0;
    if (depth > maxDepth || this.#looks++ >= mostLooks || !this.#variables.work.add(1)) return undefined;
    const inner = (each: Expression) => this.textOf(each, moment, depth + 1);
    switch (value.kind) {
      case 'literal':
        return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : undefined;
      case 'text':
        return value.parts.map((part) => (typeof part === 'string' ? part : (inner(part) ?? unknownPart))).join('');
      case 'choice': {
        const texts = value.options.map(inner).filter((each) => each !== undefined);
        const paths = texts.filter((each) => each.includes('/'));
        return this.#oneOf(paths.length > 0 ? paths : texts);
      }
      case 'name':
      case 'member':
        return this.#variable(value, moment, depth);
      case 'call':
        return this.#call(value, moment, depth);
      case 'function':
        return this.#returned(value, moment, depth);
      case 'other':
        // `url() { return … }`
        return value.parts.length === 1 && value.parts[0]?.kind === 'function' ? inner(value.parts[0]) : undefined;
      default:
        return undefined;
    }
  }

  #variable(value: Expression, moment: Moment, depth: number): string | undefined {
    const found = this.valueOf(value, moment);
    if (found) return this.textOf(found.value, found.moment, depth + 1);
    return value.kind === 'member' && isText(value.key) ? this.textOf(value.object, moment, depth + 1) : undefined;
  }

  /** `url: (params) => …`: what it returns. */
  #returned(value: FunctionExpression, moment: Moment, depth: number): string | undefined {
    const own = moment.frame.inner.get(value);
    const texts = (own ? returnsOf(own) : []).map((each) => this.textOf(each.value, each.moment, depth + 1));
    return texts.find((each) => each?.includes('/'));
  }

  /** What a variable, or a key of an object in one, is; undefined where that is not in the file. */
  valueOf(value: Expression, moment: Moment): Evaluated | undefined {
    const place = this.#variables.placeOf(value);
    if (!place) return undefined;
    // A URL that is put together further on still ends as it does.
    const definition = this.#oneOf(this.#variables.find(place.variable, moment).definitions.toReversed());
    if (!definition?.value) return undefined;
    let found: Evaluated | undefined = { value: definition.value, moment: definition.moment };
    for (const key of place.path)
      found = found && key !== undefined ? this.membersOf(found.value, found.moment)(key) : undefined;
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
    const events = this.#variables.changes(frame, variable, 0, at);
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

  /** What an object has, given as it is or as a variable; also what is assigned to it later on. */
  membersOf(value: Expression, moment: Moment): Members {
    const layers: Members[] = [];
    this.#layersOf(value, moment, layers, 0);
    if (layers.length === 1) return layers[0] as Members;
    return (key) => {
      for (const layer of layers) {
        const found = layer(key);
        if (found) return found;
      }
      return undefined;
    };
  }

  /** The first that has a key counts. */
  #layersOf(value: Expression, moment: Moment, layers: Members[], depth: number): void {
    if (depth > maxMerged) return;
    if (value.kind === 'object') layers.push(this.#entriesOf(value, moment));
    for (const each of partsOf(value).slice(-maxMerged).toReversed()) this.#layersOf(each, moment, layers, depth + 1);
    // stream_context_create(['http' => ['method' => …, 'content' => …]])
    if (isContext(value)) {
      const options: Members[] = [];
      if (value.args[0]) this.#layersOf(value.args[0].value, moment, options, depth + 1);
      const http = options.map((each) => each('http')).find((each) => each !== undefined);
      if (http) this.#layersOf(http.value, http.moment, layers, depth + 1);
    } else if (value.kind === 'name' || value.kind === 'member') {
      const place = placeOf(value);
      if (place?.path.length === 0) layers.push((key) => this.#assignedTo(place.variable, key, moment));
      const found = this.valueOf(value, moment);
      if (hasEntries(found?.value) || isContext(found?.value))
        this.#layersOf(found.value, found.moment, layers, depth + 1);
    }
  }

  #entriesOf(value: ObjectExpression, moment: Moment): Members {
    const known = this.#values.get(value) ?? valuesByKey(value);
    this.#values.set(value, known);
    return (key) => {
      const found = known.get(key);
      return found && { value: found, moment };
    };
  }

  /** `options.method = 'POST'`: the last one counts. */
  #assignedTo(variable: string, key: string, moment: Moment): Evaluated | undefined {
    const { frame } = moment;
    const changes = this.#variables.changes(frame, variable, 0, moment.at);
    const at = changes.findLast((each) => {
      const { statement } = frame.events[each] as Event;
      const target = statement.kind === 'assign' ? placeOf(statement.target) : undefined;
      const isIt = target?.variable === variable && target.path.length === 1 && target.path[0] === key;
      return isIt && statement.value !== undefined;
    });
    const event = at === undefined ? undefined : frame.events[at];
    if (at === undefined || !event?.statement.value) return undefined;
    return { value: event.statement.value, moment: { ...moment, block: event.block, at } };
  }

  #call(value: CallExpression, moment: Moment, depth: number): string | undefined {
    const returned = returnedBy(value, this.#scopes);
    const text = returned && this.textOf(returned.value, returned.moment, depth + 1);
    if (text !== undefined) return text;
    const inner = (each: Expression) => this.textOf(each, moment, depth + 1);
    const name = pathOf(value.callee).at(-1) ?? '';
    const owner = value.callee.kind === 'member' ? value.callee.object : undefined;
    // '/meetings/:id'.replace(':id', id), new URL(path).toString()
    if (owner && name !== 'concat' && keepsText(name)) return inner(owner);
    const parts = value.args.map((each) => inner(each.value));
    if (owner && name === 'concat') return [inner(owner), ...parts].map((each) => each ?? unknownPart).join('');
    if (isJoining(name)) return parts.map((each = unknownPart) => each.replace(/^\/|\/$/g, '')).join('/');
    if (isAnswered(name)) return undefined;
    // apiUrl('/users/me/meetings'), new URL('/v2/users/me/meetings', base)
    const path = parts.find((each) => each?.includes('/') && !/^\w+:\/\/[^/]*\/?$/.test(each));
    return path === undefined ? undefined : path.includes('://') ? path : unknownPart + path;
  }

  /** "POST"; undefined where it is none, not known, or one of several. */
  methodOf(value: Expression, moment: Moment): string | undefined {
    if (value.kind === 'literal')
      return /^(?:get|post|put|patch|delete|head)$/i.test(String(value.value))
        ? String(value.value).toUpperCase()
        : undefined;
    if (value.kind === 'name' || value.kind === 'member') {
      const [known, ...others] = this.textsOf(value, moment);
      if (known !== undefined) return others.length > 0 ? undefined : methodIn([known]);
    }
    // HttpMethod.POST, http.MethodPost
    return value.kind === 'member' ? methodIn([value.key ?? '']) : undefined;
  }
}

/** What is read of a `URL` or of a case of an enum is its text. */
function isText(key: string | undefined): boolean {
  return key === 'href' || key === 'value';
}

/** The last one with a key counts. */
function valuesByKey({ entries }: ObjectExpression): ReadonlyMap<string, Expression> {
  return new Map(
    entries.flatMap((each) => {
      const key = keyOf(each);
      return key === undefined ? [] : [[key, each.value]];
    }),
  );
}

/** `RequestOptions::JSON` is "json". */
function keyOf(entry: Entry): string | undefined {
  if (entry.kind === 'key') return entry.key;
  return entry.kind === 'computed' && entry.key.kind === 'member' ? entry.key.key?.toLowerCase() : undefined;
}
