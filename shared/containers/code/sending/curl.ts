/** What curl is given in several statements: `curl_setopt($ch, CURLOPT_URL, $url)`, `curl_setopt_array($ch, […])`, `c.setopt(c.URL, url)`. */

import type { CallExpression, Expression } from '../ir.ts';
import { placeOf } from '../outline/events.ts';
import { isCurl } from '../outline/libraryCalls.ts';
import type { Evaluated, Frame, Moment, Scopes, Site } from '../values/scopes.ts';
import type { Definition, Variables } from '../values/variables.ts';

/** The last value of each option. */
type SetOptions = Map<string, Evaluated>;

/** From where it is made to where another one is. */
interface Handle {
  readonly variable: string;
  /** Where it is assigned, and to what. */
  readonly made: Definition | undefined;
}

export class Curl {
  readonly #variables: Variables;
  /** In each function, by their handles. */
  readonly #setOptions = new Map<Frame, Map<string, SetOptions>>();

  constructor({ calls }: Scopes, variables: Variables) {
    this.#variables = variables;
    for (const { value, moment, seen } of calls) {
      const handle = seen.isCurl ? this.#handleOf(value, moment) : undefined;
      if (!handle) continue;
      const options = this.#setIn(handle, moment);
      for (const { option, value: given } of this.#optionsIn(value, moment)) {
        const key = keys.get(option);
        if (key !== undefined) options.set(key, { value: given, moment });
      }
    }
  }

  /** The other options of the handle, where this call sets what to send; undefined for any other call. */
  optionsOf({ value, moment }: Site<CallExpression>): ((key: string) => Evaluated | undefined) | undefined {
    if (!isCurl(value) || this.#optionsIn(value, moment).every(({ option }) => !bodies.has(option))) return undefined;
    const handle = this.#handleOf(value, moment);
    const options = handle && this.#setIn(handle, moment);
    return (key) => options?.get(key) ?? (key === 'url' ? urlOf(handle?.made?.value, moment) : undefined);
  }

  #setIn({ variable, made }: Handle, { frame }: Moment): SetOptions {
    const handles = this.#setOptions.get(frame) ?? new Map<string, SetOptions>();
    this.#setOptions.set(frame, handles);
    const key = `${variable} ${made?.moment.at}`;
    const options = handles.get(key) ?? new Map<string, Evaluated>();
    handles.set(key, options);
    return options;
  }

  #handleOf(call: CallExpression, moment: Moment): Handle | undefined {
    const owner = call.callee.kind === 'member' ? call.callee.object : undefined;
    const variable = placeOf(owner ?? call.args[0]?.value ?? call.callee)?.variable;
    return variable === undefined ? undefined : { variable, made: this.#made(variable, moment) };
  }

  /** One option, or those of an array. */
  #optionsIn(call: CallExpression, moment: Moment): readonly { readonly option: string; readonly value: Expression }[] {
    const [first, second] = call.args.slice(isFunction(call) ? 1 : 0).map(({ value }) => value);
    const variable = first && !second ? placeOf(first)?.variable : undefined;
    const options = variable === undefined ? first : this.#made(variable, moment)?.value;
    if (options?.kind === 'object')
      return options.entries.flatMap((each) =>
        each.kind === 'computed' ? [{ option: optionIn(each.key), value: each.value }] : [],
      );
    return first && second ? [{ option: optionIn(first), value: second }] : [];
  }

  /** The last value that it may have at the moment. */
  #made(variable: string, moment: Moment): Definition | undefined {
    return this.#variables.find(variable, moment).definitions.at(-1);
  }
}

const keys: ReadonlyMap<string, string> = new Map([
  ['URL', 'url'],
  ['CUSTOMREQUEST', 'method'],
  ['POSTFIELDS', 'body'],
  ['COPYPOSTFIELDS', 'body'],
]);

const bodies = new Set(['POSTFIELDS', 'COPYPOSTFIELDS']);

function isFunction({ callee }: CallExpression): boolean {
  return callee.kind === 'name';
}

/** "URL" of `CURLOPT_URL`, `pycurl.URL`, `c.URL`. */
function optionIn(value: Expression): string {
  const name = value.kind === 'name' ? value.name : value.kind === 'member' ? value.key : undefined;
  return (name ?? '').replace(/^CURLOPT_/, '');
}

/** `curl_init($url)`. */
function urlOf(made: Expression | undefined, moment: Moment): Evaluated | undefined {
  const [url] = made?.kind === 'call' && isCurl(made) ? made.args : [];
  return url && { value: url.value, moment };
}
