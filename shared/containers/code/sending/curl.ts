/** What curl is given in several statements: `curl_setopt($ch, CURLOPT_URL, $url)`, `curl_setopt_array($ch, […])`, `c.setopt(c.URL, url)`. */

import type { CallExpression, Expression } from '../ir.ts';
import { placeOf, pushTo } from '../outline/events.ts';
import { isCurl } from '../outline/libraryCalls.ts';
import type { Evaluated, Moment, Scopes, Site } from '../values/scopes.ts';
import type { Variables } from '../values/variables.ts';

/** Of one handle, from where it is made to where another one is. */
interface SetOption {
  readonly option: string;
  readonly value: Evaluated;
}

export class Curl {
  readonly #variables: Variables;
  /** By their handle. */
  readonly #setOptions = new Map<string, SetOption[]>();

  constructor({ calls }: Scopes, variables: Variables) {
    this.#variables = variables;
    for (const { value, moment, seen } of calls) {
      const handle = seen.isCurl ? placeOf(handleOf(value) as Expression)?.variable : undefined;
      for (const { option, value: set } of handle === undefined ? [] : this.#optionsIn(value, moment))
        pushTo(this.#setOptions, handle as string, { option, value: { value: set, moment } });
    }
  }

  /** The other options of the handle, where this call sets what to send; undefined for any other call. */
  optionsOf({ value, moment }: Site<CallExpression>): ((key: string) => Evaluated | undefined) | undefined {
    if (!isCurl(value) || this.#optionsIn(value, moment).every(({ option }) => !bodies.has(option))) return undefined;
    const place = placeOf(handleOf(value) as Expression);
    const all = (place && this.#setOptions.get(place.variable)) ?? [];
    const handle = place && this.#madeAt(place.variable, moment);
    const own = all.filter(({ value: { moment: then } }) => {
      return (
        then.frame === moment.frame && this.#madeAt((place as { variable: string }).variable, then)?.at === handle?.at
      );
    });
    return (key) => {
      const found = own.findLast(({ option }) => keys[option] === key)?.value;
      return found ?? (key === 'url' && handle ? urlOf(handle.value, moment) : undefined);
    };
  }

  /** One option, or those of an array. */
  #optionsIn(call: CallExpression, moment: Moment): readonly { readonly option: string; readonly value: Expression }[] {
    const [first, second] = call.args.slice(isFunction(call) ? 1 : 0).map(({ value }) => value);
    const variable = first && !second ? placeOf(first)?.variable : undefined;
    const options = variable === undefined ? first : this.#madeAt(variable, moment)?.value;
    if (options?.kind === 'object')
      return options.entries.flatMap((each) =>
        each.kind === 'computed' ? [{ option: optionIn(each.key), value: each.value }] : [],
      );
    return first && second ? [{ option: optionIn(first), value: second }] : [];
  }

  /** Where the handle is assigned whose options are set at the moment. */
  #madeAt(
    variable: string,
    moment: Moment,
  ): { readonly at: number; readonly value: Expression | undefined } | undefined {
    const [made] = this.#variables.find(variable, moment).definitions.slice(-1);
    return made && { at: made.moment.at, value: made.value };
  }
}

const keys: Readonly<Record<string, string>> = {
  URL: 'url',
  CUSTOMREQUEST: 'method',
  POSTFIELDS: 'body',
  COPYPOSTFIELDS: 'body',
};

const bodies = new Set(['POSTFIELDS', 'COPYPOSTFIELDS']);

function isFunction({ callee }: CallExpression): boolean {
  return callee.kind === 'name';
}

function handleOf(call: CallExpression): Expression {
  const owner = call.callee.kind === 'member' ? call.callee.object : undefined;
  return owner ?? call.args[0]?.value ?? call.callee;
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
