/** What can be said of a call by itself, wherever it is and whatever its variables are: it is worked out once. */
import type { Operation } from '../../model/security.ts';
import { type Around, type Block, pathOf, type Seen } from './events.ts';
import type { CallExpression } from './ir.ts';
import { isCurl } from './known.ts';
import { givesBody, isNoSending, operationIn } from './names.ts';
import { noSources, SourceFinder, type UrlSources } from './urlSources.ts';

export class SeenCall implements Seen<CallExpression> {
  readonly kind = 'call';
  readonly value: CallExpression;
  readonly block: Block;
  readonly at: number;
  readonly around: readonly Around[];
  /** Of what is called. */
  readonly path: readonly string[];
  readonly isCurl: boolean;
  readonly givesBody: boolean;
  readonly #known: { operation?: { readonly said: Operation | undefined }; urlSources?: UrlSources } = {};

  constructor(value: CallExpression, { block, at, around }: Omit<Seen<unknown>, 'value'>) {
    this.value = value;
    this.block = block;
    this.at = at;
    this.around = around;
    this.path = pathOf(value.callee);
    this.isCurl = isCurl(value);
    this.givesBody = givesBody(this.path) && !isNoSending(this.path);
  }

  /** What its name says. */
  get operation(): Operation | undefined {
    this.#known.operation ??= { said: operationIn(this.path) };
    return this.#known.operation.said;
  }

  /** Where its URL may be, if it sends anything. */
  get urlSources(): UrlSources {
    this.#known.urlSources ??= isNoSending(this.path) ? noSources : new SourceFinder().arguments(this.value.args);
    return this.#known.urlSources;
  }
}
