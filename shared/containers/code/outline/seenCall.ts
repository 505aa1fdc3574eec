/** What can be said of a call by itself, wherever it is and whatever its variables are: it is worked out once. */
import type { Operation } from '../../../model/security.ts';
import type { CallExpression } from '../ir.ts';
import { givesBody, isNoSending, operationOf } from './callNames.ts';
import { pathOf, type Seen } from './events.ts';
import { isCurl } from './libraryCalls.ts';
import { noSources, SourceFinder, type UrlSources } from './urlSources.ts';

export interface SeenCall extends Seen<CallExpression> {
  readonly kind: 'call';
  /** Of what is called. */
  readonly path: readonly string[];
  /** What its name says. */
  readonly operation: Operation | undefined;
  /** It may send something. */
  readonly sends: boolean;
  readonly isCurl: boolean;
  readonly givesBody: boolean;
  /** Where its URL may be, if it sends anything. */
  readonly urlSources: UrlSources;
}

export function seenCall(value: CallExpression, where: Omit<Seen<unknown>, 'value'>): SeenCall {
  const path = pathOf(value.callee);
  const sends = !isNoSending(path);
  return {
    kind: 'call',
    value,
    ...where,
    path,
    operation: operationOf(value, path),
    sends,
    isCurl: isCurl(value),
    givesBody: givesBody(path),
    urlSources: sends ? new SourceFinder().arguments(value.args) : noSources,
  };
}
