import type { SyntaxNode } from '@lezer/common';
import type { CallExpression, Statement } from '../../ir.ts';
import { type Reading, spanOf } from '../lezer.ts';
import { textOf } from '../reading.ts';

/** `@app.get("/meetings")` above a function gives it to `app.get`, as other languages write it. */
export function givenToRoute(
  decorated: SyntaxNode,
  statements: readonly Statement[],
  at: Reading,
): readonly Statement[] {
  const [route] = decorated.getChildren('Decorator').flatMap((each) => routeOf(each, at) ?? []);
  if (!route) return statements;
  return statements.map((each) => {
    if (each.kind !== 'function') return each;
    const { span } = each;
    return {
      kind: 'expression',
      span,
      value: { ...route, kind: 'call', args: [{ value: each.function }], isNew: false },
    };
  });
}

/** Not `@mock.patch`, which is about what the function calls. */
function routeOf(decorator: SyntaxNode, at: Reading): Pick<CallExpression, 'span' | 'callee'> | undefined {
  const names = decorator.getChildren('VariableName');
  const [first] = names;
  const last = names.at(-1);
  const path = names.map((each) => textOf(each, at)).join('.');
  if (!first || !last || !/\.(?:route|api_route|get|post|put|patch|delete)$/.test(path) || /mock/.test(path))
    return undefined;
  const span = spanOf(decorator);
  const object = { kind: 'name', span: spanOf(first), name: textOf(first, at) } as const;
  return { span, callee: { kind: 'member', span, object, key: textOf(last, at), keySpan: spanOf(last) } };
}
