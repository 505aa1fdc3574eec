/** Arrays that PHP makes itself: `$body['topic'] = …` in a function that has not mentioned `$body` before. */
import type { SyntaxNode } from '@lezer/common';
import type { AssignStatement, Expression, NameExpression, Statement } from '../../ir.ts';
import type { Reading } from '../lezer.ts';
import { emptyObject } from './objects.ts';

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
    const isFirst = firstMention(written, variable.name) === variable.span.start - node.from;
    return isFirst ? [made(variable), statement] : [statement];
  });
}

/** Also in a comment or a string. */
function firstMention(written: string, name: string): number {
  const variable = `$${name}`;
  let at = written.indexOf(variable);
  while (at >= 0 && /\w/.test(written.charAt(at + variable.length))) at = written.indexOf(variable, at + 1);
  return at;
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
