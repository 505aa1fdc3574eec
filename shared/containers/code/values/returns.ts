/** What the functions of a file return. */

import type { CallExpression } from '../ir.ts';
import { pathOf } from '../outline/events.ts';
import type { Evaluated, Frame, Scopes } from './scopes.ts';

/** What a function of the file returns, if that is one value. */
export function returnedBy({ callee }: CallExpression, { functions }: Scopes): Evaluated | undefined {
  const path = pathOf(callee);
  const [frame, ...others] = functions.get(path.at(-1) ?? '') ?? [];
  if (!frame || others.length > 0 || path.includes('')) return undefined;
  const returns = returnsOf(frame);
  return returns.length === 1 ? returns[0] : undefined;
}

export function returnsOf(frame: Frame): readonly Evaluated[] {
  return frame.events.flatMap(({ statement, block }, at) =>
    statement.kind === 'return' && statement.value && statement.value.kind !== 'other'
      ? [{ value: statement.value, moment: { frame, block, at } }]
      : [],
  );
}
