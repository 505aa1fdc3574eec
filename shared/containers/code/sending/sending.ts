/** What a call sends, and where: by its URL, its method and its other arguments. */

import type { Target } from '../../containers.ts';
import { endpointOfOne } from '../../endpoint.ts';
import type { CallExpression, Expression, NameExpression, ObjectExpression } from '../ir.ts';
import { bodyBefore, methodIn, operationIn } from '../outline/callNames.ts';
import { pathOf } from '../outline/events.ts';
import {
  bodyKeys,
  describing,
  fields,
  isCallback,
  isHeaders,
  methodKeys,
  queryKeys,
  urlKeys,
} from '../outline/requestKeys.ts';
import { returnedBy } from '../values/returns.ts';
import type { CallSite, Evaluated, Moment, Scopes, Site } from '../values/scopes.ts';
import type { Variables } from '../values/variables.ts';
import { Curl } from './curl.ts';
import { UrlLeads } from './urlLeads.ts';
import { type Members, Urls } from './urls.ts';

export interface Sending {
  readonly target: Target | 'other';
  /** Its host is spelled out, and is Zoom's. */
  readonly isSure: boolean;
  /** What may be the body, the likeliest first. */
  readonly bodies: readonly Evaluated[];
  /** What is in the URL: never a body. */
  readonly query?: readonly Evaluated[];
  /** Nothing says that anything is sent, so that its shape has to. */
  readonly isVague?: boolean;
}

export class Sendings {
  readonly #urls: Urls;
  readonly #curl: Curl;
  readonly #scopes: Scopes;
  readonly #leads: UrlLeads;
  readonly #namesZoom: boolean;

  constructor(scopes: Scopes, variables: Variables, namesZoom: boolean) {
    this.#urls = new Urls(scopes, variables);
    this.#curl = new Curl(scopes, variables);
    this.#scopes = scopes;
    this.#leads = new UrlLeads(scopes.frames);
    this.#namesZoom = namesZoom;
  }

  /** Undefined for a call that sends nothing to anywhere, as far as can be seen. */
  of(site: CallSite): Sending | undefined {
    const { value: call, moment, seen } = site;
    if (!seen.sends) return undefined;
    if (seen.isCurl) {
      const options = this.#curl.optionsOf(site);
      return options && this.#sendingBy(['post'], [], options, moment);
    }
    const chained = seen.givesBody ? this.#chained(call, moment) : undefined;
    if (chained && chained.target !== 'other') return chained;
    // Http::baseUrl(…)->send('POST', 'users/me/meetings', …)
    return (this.#leads.areIn(seen.urlSources) ? this.#called(call, seen.path, moment) : undefined) ?? chained;
  }

  /** `{ url, method, body }` that something else sends. */
  described({ value, moment }: Site<ObjectExpression>): Sending | undefined {
    return this.#sendingBy([], [], this.#urls.membersOf(value, moment), moment);
  }

  /** `request.post(url).send(body)`, `requests.write(JSON.stringify(body))`. */
  #chained(call: CallExpression, moment: Moment): Sending | undefined {
    const [first] = call.args;
    let owner = call.callee.kind === 'member' ? call.callee.object : undefined;
    const opened = first && owner?.kind === 'name' ? this.#opened(owner, moment) : undefined;
    if (first && opened) return { ...opened, bodies: [{ value: first.value, moment }] };
    for (let depth = 0; first && owner && depth < 50; depth++) {
      const variable = owner.kind === 'name' ? this.#urls.valueOf(owner, moment)?.value : owner;
      if (variable?.kind !== 'call') return undefined;
      const found = this.#called(variable, pathOf(variable.callee), moment);
      if (found && found.bodies.length === 0) return { ...found, bodies: [{ value: first.value, moment }] };
      owner = variable.callee.kind === 'member' ? variable.callee.object : undefined;
    }
    return undefined;
  }

  /** `xhr.open('POST', url)`, before `xhr.send(body)`. */
  #opened(owner: NameExpression, moment: Moment): Sending | undefined {
    for (const call of this.#urls.callsOn(owner.name, moment)) {
      const found = pathOf(call.callee).at(-1) === 'open' ? this.#called(call, ['open'], moment) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  #called(call: CallExpression, path: readonly string[], moment: Moment, depth = 0): Sending | undefined {
    const options = this.#optionsOf(call, moment);
    const positional = call.args.filter(({ name }) => name === undefined).map(({ value }) => value);
    const request = depth < maxDepth ? this.#requestAmong(positional, moment) : undefined;
    if (!request) {
      const sending = this.#sendingBy(path, positional, options, moment);
      const given = sending?.bodies.length === 0 ? bodyBefore(call) : undefined;
      return sending && given ? { ...sending, isVague: false, bodies: [{ value: given, moment }] } : sending;
    }
    const { value, moment: then } = request;
    const sending = this.#called(value, pathOf(value.callee), then, depth + 1);
    return sending && { ...sending, bodies: this.#bodiesIn(options) };
  }

  /** `client.send(new Request('GET', url), options)`. */
  #requestAmong(positional: readonly Expression[], moment: Moment): ReturnType<Urls['callOf']> {
    for (const value of positional.slice(0, 2)) {
      const request = this.#urls.callOf(value, moment);
      if (request?.value.isNew && /Request$/.test(pathOf(request.value.callee).at(-1) ?? '')) return request;
    }
    return undefined;
  }

  #sendingBy(
    path: readonly string[],
    positional: readonly Expression[],
    options: Members,
    moment: Moment,
  ): Sending | undefined {
    const place = this.#urlOf(positional, options, moment);
    if (!place) return undefined;
    const method = this.#methodOf(path, positional, options, moment);
    const isOwn = isOwnRoute(place.text);
    const target = isOwn && !isPassedOn(place.text) ? undefined : endpointOfOne(method, place.texts, this.#namesZoom);
    if (!target || (isOwn && target === 'other')) return undefined;
    const behind = positional.slice(place.index + 1).filter((each) => this.#urls.methodOf(each, moment) === undefined);
    const isWrapped = !/^[a-z]+:\/\//i.test(place.text) && /meetings(?:\/[^/]*)?$/.test(place.text);
    if (target === 'other' && isWrapped && /zoom/i.test(path.join(' '))) return undefined;
    const isSure = /^[a-z]+:\/\/[^/]*zoom/i.test(place.text);
    const given = this.#bodiesIn(options);
    const isUnsaid = !method && given.length === 0 && target !== 'other' && operationIn(path) !== target.operation;
    const query = queryKeys.flatMap((key) => options(key) ?? []);
    return { target, isSure, isVague: isOwn || isUnsaid, query, bodies: this.#bodiesOf(given, behind, moment) };
  }

  /** By name: named arguments, and what is in objects among the arguments. */
  #optionsOf({ args }: CallExpression, moment: Moment): Members {
    const named = new Map(args.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])));
    const isOptions = (name: string | undefined) => name === undefined || name === 'options';
    const objects = args.filter(({ name, value }) => isOptions(name) && this.#urls.hasMembers(value, moment));
    let members: readonly Members[] | undefined;
    return (key) => {
      const value = named.get(key);
      if (value) return { value, moment };
      members ??= objects.map((each) => this.#urls.membersOf(each.value, moment));
      for (const each of members) {
        const found = each(key);
        if (found) return found;
      }
      return undefined;
    };
  }

  /** The first argument that is the URL of an endpoint, else that of an option. */
  #urlOf(
    positional: readonly Expression[],
    options: Members,
    moment: Moment,
  ): { readonly text: string; readonly texts: readonly string[]; readonly index: number } | undefined {
    for (const [index, value] of positional.slice(0, 4).entries()) {
      const texts = value.kind === 'object' ? [] : this.#urls.textsOf(value, moment);
      const [text] = texts;
      if (text?.includes('/') && !/^\s*\{|\s|^(?:application|text|multipart)\//.test(text))
        return { text, texts, index };
    }
    for (const key of urlKeys) {
      const option = options(key);
      const texts = option ? this.#urls.textsOf(option.value, option.moment) : [];
      const [text] = texts;
      if (text?.includes('/')) return { text, texts, index: positional.length };
    }
    return undefined;
  }

  /** Without one that is given, the name of the function says it; `fetch` without one gets something. */
  #methodOf(
    path: readonly string[],
    positional: readonly Expression[],
    options: Members,
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
    const isKnown = positional.slice(1).every((each) => this.#urls.hasMembers(each, moment));
    return methodIn(path) ?? (isKnown && /^\$?fetch$/.test(path.at(-1) ?? '') ? 'GET' : undefined);
  }

  /** What is said to be the body, and what is behind the URL, unless that describes a request: `{ method, headers, body }`. */
  #bodiesOf(said: readonly Evaluated[], behind: readonly Expression[], moment: Moment): readonly Evaluated[] {
    const has = (value: Expression, keys: readonly string[]) => {
      const members = this.#urls.membersOf(value, moment);
      return keys.some((key) => members(key) !== undefined);
    };
    const own = behind
      .filter((each) => each.kind !== 'function' && !isHeaders(each) && !isCallback(each))
      .filter((each) => has(each, fields) || !has(each, describing))
      .flatMap((each) => (this.#describes(each) ? each.args.map(({ value }) => value) : each))
      .map((value) => ({ value, moment }));
    const isFirst = behind[0] !== undefined && has(behind[0], fields);
    return isFirst ? own : [...said, ...own];
  }

  /** What is said by name to be the body. */
  #bodiesIn(options: Members): readonly Evaluated[] {
    return bodyKeys.flatMap((key) => {
      const option = options(key);
      const isText = option?.value.kind === 'literal' && typeof option.value.value === 'string';
      return option && (option.value.kind !== 'literal' || isText) ? [option] : [];
    });
  }

  /** A function of the file makes of its arguments what describes a request. */
  #describes(value: Expression): value is CallExpression {
    const returned = value.kind === 'call' ? returnedBy(value, this.#scopes) : undefined;
    const keys = returned?.value.kind === 'object' ? returned.value.entries : [];
    return keys.some((each) => each.kind === 'key' && ['method', 'headers', 'body'].includes(each.key));
  }
}

/** `/api/meetings/5` of one's own server: what goes there, only its shape says. */
function isOwnRoute(url: string): boolean {
  return /^\/?api\//.test(url) && !/zoom/i.test(url);
}

/** `/api/v2/users/me/meetings`: Zoom's path, behind one's own server, which may pass on what goes there. */
function isPassedOn(url: string): boolean {
  return /^\/?api\/v2\/users\//.test(url);
}

/** Variables in variables. */
const maxDepth = 8;
