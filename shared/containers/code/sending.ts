/** What a call sends, and where: by its URL, its method and what is beside them. */
import type { Target } from '../containers.ts';
import { endpointOf } from '../endpoint.ts';
import type { CallExpression, Expression, ObjectExpression } from './ir.ts';
import { type Evaluated, type Moment, pathOf, type Site } from './scopes.ts';
import { methodIn, type Urls } from './urls.ts';

export interface Sending {
  readonly target: Target | 'other';
  /** Its host is spelled out, and is Zoom's. */
  readonly isSure: boolean;
  readonly body: Evaluated | undefined;
}

const urlKeys = ['url', 'uri', 'path', 'endpoint', 'pathname', 'href', 'route', 'resource', 'URL'];
const methodKeys = ['method', 'verb', 'httpMethod', 'type', 'customMethod'];
const bodyKeys = [
  'body',
  'data',
  'json',
  'payload',
  'form',
  'jsonBody',
  'content',
  'requestBody',
  'params',
  'bodyParams',
  'RequestBody',
];

/** Functions that say what a server answers or a test expects, by any part of their path. */
const notSending =
  /^(?:expect\w*|assert\w*|should|to[A-Z]\w*|nock|mock\w*|\w*Mock|intercept|on(?:Get|Post|Patch|Put|Any)|reply\w*|when|verify|stub\w*|spy\w*|rest|msw|route[rs]?|app|server|fastify|Route|HttpResponse|describe|it|test|console|log|logger|print)$/;

/** Of a router, `app.post(path, handler)`: what it is told is what it answers. `server.post` of a test sends nothing either. */
export function isNoSending(path: readonly string[]): boolean {
  return path.some((each) => notSending.test(each));
}

export class Sendings {
  readonly #urls: Urls;
  readonly #namesZoom: boolean;

  constructor(urls: Urls, namesZoom: boolean) {
    this.#urls = urls;
    this.#namesZoom = namesZoom;
  }

  /** Undefined for a call that sends nothing to anywhere, as far as can be seen. */
  of({ value: call, moment }: Site<CallExpression>): Sending | undefined {
    const path = pathOf(call.callee);
    if (isNoSending(path)) return undefined;
    return this.#chained(call, path, moment) ?? this.#called(call, path, moment);
  }

  /** `{ url, method, body }` that something else sends. */
  described({ value, moment, around }: Site<ObjectExpression>): Sending | undefined {
    const isArgument = around.some((each) => typeof each !== 'string' && each.kind === 'call');
    const options: Options = (key) => this.#urls.memberOf(value, key, moment);
    const has = (keys: readonly string[]) =>
      value.entries.some((each) => each.kind === 'key' && keys.includes(each.key));
    if (isArgument || !has(urlKeys) || !has(bodyKeys)) return undefined;
    return this.#told([], [], options, moment);
  }

  /** `request.post(url).send(body)`, `requests.write(JSON.stringify(body))`. */
  #chained(call: CallExpression, path: readonly string[], moment: Moment): Sending | undefined {
    if (!/^(?:send|write|end|json|body|with_?body|setBody|set_?payload|bodyValue|JSONBody)$/i.test(path.at(-1) ?? ''))
      return undefined;
    const [first] = call.args;
    let owner = call.callee.kind === 'member' ? call.callee.object : undefined;
    for (let depth = 0; first && owner && depth < 50; depth++) {
      const variable = owner.kind === 'name' ? this.#urls.valueOf(owner, moment)?.value : owner;
      if (variable?.kind !== 'call') return undefined;
      const found = this.#called(variable, pathOf(variable.callee), moment);
      if (found && !found.body) return { ...found, body: { value: first.value, moment } };
      owner = variable.callee.kind === 'member' ? variable.callee.object : undefined;
    }
    return undefined;
  }

  #called(call: CallExpression, path: readonly string[], moment: Moment): Sending | undefined {
    const options = this.#optionsOf(call, moment);
    const positional = call.args.filter(({ name }) => name === undefined).map(({ value }) => value);
    return this.#told(path, positional, options, moment);
  }

  #told(
    path: readonly string[],
    positional: readonly Expression[],
    options: Options,
    moment: Moment,
  ): Sending | undefined {
    const place = this.#urlOf(positional, options, moment);
    if (!place) return undefined;
    const method = this.#methodOf(path, positional, options, moment);
    const target = endpointOf(method, place.text, this.#namesZoom);
    if (!target) return undefined;
    const behind = positional.slice(place.index + 1).find((each) => this.#urls.methodOf(each, moment) === undefined);
    return { target, isSure: /^[a-z]+:\/\/[^/]*zoom/i.test(place.text), body: this.#bodyOf(options, behind, moment) };
  }

  /** By name: named arguments, and what is in objects among the arguments. */
  #optionsOf({ args }: CallExpression, moment: Moment): Options {
    return (key) => {
      for (const { name, value } of args) {
        const found = name === key ? { value, moment } : name === undefined && this.#urls.memberOf(value, key, moment);
        if (found) return found;
      }
      return undefined;
    };
  }

  /** The first argument that is the URL of an endpoint, else that of an option. */
  #urlOf(
    positional: readonly Expression[],
    options: Options,
    moment: Moment,
  ): { readonly text: string; readonly index: number } | undefined {
    for (const [index, value] of positional.slice(0, 4).entries()) {
      const text = value.kind === 'object' ? undefined : this.#urls.textOf(value, moment);
      if (text?.includes('/') && !/[\s{]/.test(text)) return { text, index };
    }
    for (const key of urlKeys) {
      const option = options(key);
      const text = option && this.#urls.textOf(option.value, option.moment);
      if (text?.includes('/')) return { text, index: positional.length };
    }
    return undefined;
  }

  /** Without one that is given, the name of the function says it; `fetch` without one gets something. */
  #methodOf(
    path: readonly string[],
    positional: readonly Expression[],
    options: Options,
    moment: Moment,
  ): string | undefined {
    for (const value of positional.slice(0, 3)) {
      const method = value.kind === 'object' ? undefined : this.#urls.methodOf(value, moment);
      if (method) return method;
    }
    for (const key of methodKeys) {
      const option = options(key);
      const method = option && this.#urls.methodOf(option.value, option.moment);
      if (method) return method;
      if (option && key !== 'type') return undefined;
    }
    return methodIn(path) ?? (/^\$?fetch$/.test(path.at(-1) ?? '') ? 'GET' : undefined);
  }

  /** What is behind the URL, unless that is what a request is described by: `{ method, headers, body }`. */
  #bodyOf(options: Options, behind: Expression | undefined, moment: Moment): Evaluated | undefined {
    const has = (keys: readonly string[]) =>
      behind !== undefined && keys.some((key) => this.#urls.memberOf(behind, key, moment) !== undefined);
    if (behind && !(has(describing) && !has(fields))) return { value: behind, moment };
    for (const key of bodyKeys) {
      const option = options(key);
      if (option && option.value.kind !== 'literal') return option;
      if (typeof (option?.value.kind === 'literal' && option.value.value) === 'string') return option;
    }
    return undefined;
  }
}

/** Of a call: what it is told by name. */
type Options = (key: string) => Evaluated | undefined;

const describing = [...bodyKeys, 'method', 'headers', 'auth', 'timeout'];
const fields = ['topic', 'type', 'start_time', 'settings', 'duration', 'password', 'agenda'];
