import type { UrlSources } from '../outline/urlSources.ts';
import type { Frame } from '../values/scopes.ts';

/** A URL is at most so many variables and functions away. */
const mostPasses = 20;

/** The variables and functions of a file that may lead to a URL. */
export class UrlLeads {
  readonly #variables = new Set<string>();
  readonly #functions = new Set<string>();

  constructor(frames: readonly Frame[]) {
    let open = frames.flatMap(({ name: of, outline: { definitions, returns } }) => [
      ...definitions.map(({ name, sources }) => ({ names: this.#variables, name, sources })),
      ...(of === undefined ? [] : returns.map((sources) => ({ names: this.#functions, name: of, sources }))),
    ]);
    for (let pass = 0; pass < mostPasses; pass++) {
      const others = open.filter((each) => !this.areIn(each.sources) || !each.names.add(each.name));
      if (others.length === open.length) break;
      open = others;
    }
  }

  areIn({ own, variables, functions }: UrlSources): boolean {
    return (
      own || variables.some((each) => this.#variables.has(each)) || functions.some((each) => this.#functions.has(each))
    );
  }
}
