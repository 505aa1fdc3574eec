/** Arrays that PHP makes itself: `$body['topic'] = …` in a function that has not mentioned `$body` before. */
import type { SyntaxNode } from '@lezer/common';
import type { AssignStatement, Expression, NameExpression, Statement } from '../ir.ts';
import type { Reading } from './lezer.ts';
import { emptyObject } from './phpObjects.ts';

/** The statements of a function, each such array defined where the first of its keys is assigned. */
export function withMade(statements: readonly Statement[], node: SyntaxNode, { text }: Reading): readonly Statement[] {
  const written = text.slice(node.from, node.to);
  // Variables may come from anywhere.
  if (/\$\$|\b(?:extract|parse_str|include|include_once|require|require_once)\b/.test(written)) return statements;
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const variable = statement.kind === 'assign' ? ownerOf(statement.target) : undefined;
    if (!variable || seen.has(variable.name)) return [statement];
    seen.add(variable.name);
    const first = written.search(new RegExp(`\\$${variable.name}\\b`));
    return first === variable.span.start - node.from ? [made(variable), statement] : [statement];
  });
}

/** `$body` of `$body['settings']['waiting_room']`. */
function ownerOf(target: Expression): NameExpression | undefined {
  let at = target;
  while (at.kind === 'member') at = at.object;
  return at !== target && at.kind === 'name' && /^\w+$/.test(at.name) && at.name !== 'this' ? at : undefined;
}

function made(target: NameExpression): AssignStatement {
  const { span } = target;
  return { kind: 'assign', span, target, value: emptyObject(span, '['), declares: false, isShared: true };
}
