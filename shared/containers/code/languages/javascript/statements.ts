/** Statements of JavaScript and TypeScript. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { Expression, Statement } from '../../ir.ts';
import { childrenOf, other, type Reading, spanOf } from '../lezer.ts';
import { type Reads, readerOf } from '../reading.ts';
import { expressionOf, functionOf, namesIn, partsOf } from './expressions.ts';

/** Those in a script, a block, a class body or a part of a statement. */
export function statementsOf(node: SyntaxNode, source: Reading): readonly Statement[] {
  return childrenOf(node).flatMap((child) => statementOf(child, source));
}

type Runs = Extract<Statement, { readonly kind: 'block' }>['runs'];

const reads: Reads<readonly Statement[]> = {
  ExpressionStatement: (node, source) => {
    const value = node.firstChild;
    return value ? effectsOf(value, spanOf(node), source) : [];
  },
  VariableDeclaration: declarations,
  ExportDeclaration: exported,
  FunctionDeclaration: named,
  MethodDeclaration: named,
  ClassDeclaration: (node, source) => {
    const body = node.getChild('ClassBody');
    const name = node.getChild('VariableDefinition');
    return body
      ? [block(node, 'class', statementsOf(body, source), name && source.text.slice(name.from, name.to))]
      : [];
  },
  EnumDeclaration: (node, source) => {
    const body = node.getChild('EnumBody');
    const name = node.getChild('TypeDefinition');
    return body ? [block(node, 'class', casesOfEnum(body, source), name && source.text.slice(name.from, name.to))] : [];
  },
  PropertyDeclaration: field,
  ReturnStatement: (node, source) => [{ kind: 'return', span: spanOf(node), value: partsOf(node, source)[0] }],
  ThrowStatement: (node, source) => [{ kind: 'return', span: spanOf(node), value: other(node, partsOf(node, source)) }],
  Block: (node, source) => [block(node, 'always', statementsOf(node, source))],
  LabeledStatement: (node, source) => statementsOf(node, source),
  StaticBlock: (node, source) => statementsOf(node, source),
  IfStatement: branches,
  SwitchStatement: (node, source) => {
    const body = node.getChild('SwitchBody');
    return [...condition(node, source), ...(body ? casesOf(body, source) : [])];
  },
  TryStatement: tries,
  WhileStatement: loop,
  DoStatement: loop,
  ForStatement: loop,
  WithStatement: loop,
};

/** None of types, imports and what is nested too deep. */
const statementOf = readerOf<readonly Statement[]>(
  reads,
  () => [],
  () => [],
);

function block(node: SyntaxNode, runs: Runs, body: readonly Statement[], name?: string | null): Statement {
  return { kind: 'block', span: spanOf(node), runs, body, ...(name ? { name } : {}) };
}

/** An assignment, several of them, or a value whose calls count. */
function effectsOf(node: SyntaxNode, span: Span, source: Reading, isShared = false): readonly Statement[] {
  if (node.name === 'SequenceExpression')
    return childrenOf(node).flatMap((each) => (each.name === ',' ? [] : effectsOf(each, span, source, true)));
  const inner = node.name === 'ParenthesizedExpression' ? childrenOf(node)[1] : undefined;
  if (inner?.name === 'AssignmentExpression') return effectsOf(inner, span, source, true);
  const shared = isShared ? { isShared } : {};
  if (node.name === 'AssignmentExpression') {
    const [target, operator, value] = childrenOf(node);
    if (!target || !value || !operator) return [];
    const sign = source.text.slice(operator.from, operator.to);
    return [assignment(span, targetOf(target, source), assignedValue(target, sign, value, source), shared)];
  }
  if (node.name === 'UnaryExpression' && node.firstChild?.name === 'delete') {
    const [target] = partsOf(node, source);
    return target ? [assignment(span, target, undefined, { ...shared, isDeleted: true })] : [];
  }
  return [{ kind: 'expression', span, value: expressionOf(node, source) }];
}

/** What the target is afterwards: `a += b` is `a + b`, `a ??= b` one of the two. */
function assignedValue(target: SyntaxNode, sign: string, value: SyntaxNode, source: Reading): Expression {
  const added = expressionOf(value, source);
  if (sign === '=') return added;
  const span = { start: target.from, end: value.to };
  const before = expressionOf(target, source);
  if (sign === '+=')
    return { kind: 'text', span, parts: added.kind === 'text' ? [before, ...added.parts] : [before, added] };
  return sign === '??=' || sign === '||=' ? { kind: 'choice', span, options: [before, added] } : other(value, [added]);
}

function assignment(
  span: Span,
  target: Expression,
  value: Expression | undefined,
  more:
    | { readonly isShared?: true; readonly isUpdate?: true; readonly isDeleted?: true; readonly declares?: true }
    | object,
): Statement {
  return { kind: 'assign', span, target, value, declares: false, ...more };
}

function targetOf(node: SyntaxNode, source: Reading): Expression {
  if (!/Pattern$/.test(node.name)) return expressionOf(node, source);
  const parts = namesIn(node, source).map((name): Expression => ({ kind: 'name', span: spanOf(node), name }));
  return other(node, parts);
}

/** `const a = 1, b = 2`. */
function declarations(node: SyntaxNode, source: Reading): readonly Statement[] {
  const found: { target: SyntaxNode; value?: SyntaxNode }[] = [];
  let isValue = false;
  for (const child of childrenOf(node)) {
    const last = found.at(-1);
    if (/^VariableDefinition$|Pattern$/.test(child.name)) found.push({ target: child });
    else if (isValue && last) last.value = child;
    isValue = child.name === 'Equals';
  }
  const shared = found.length > 1 ? { isShared: true } : {};
  return found.map(({ target, value }) =>
    assignment(spanOf(node), targetOf(target, source), value && expressionOf(value, source), {
      ...shared,
      declares: true,
    }),
  );
}

function exported(node: SyntaxNode, source: Reading): readonly Statement[] {
  const statements = statementsOf(node, source);
  const [value] = statements.length === 0 && node.getChild('default') ? partsOf(node, source) : [];
  return value ? [{ kind: 'expression', span: spanOf(node), value }] : statements;
}

function named(node: SyntaxNode, source: Reading): readonly Statement[] {
  return [{ kind: 'function', span: spanOf(node), function: functionOf(node, source) }];
}

function field(node: SyntaxNode, source: Reading): readonly Statement[] {
  const key = node.getChild('PropertyDefinition') ?? node.getChild('PrivatePropertyDefinition');
  const equals = childrenOf(node).findIndex(({ name }) => name === 'Equals');
  const value = equals < 0 ? undefined : childrenOf(node)[equals + 1];
  return key && value ? [fieldOf(node, key, value, source)] : [];
}

/** `enum Endpoint { Create = '/users/me/meetings' }` is a class with fields. */
function casesOfEnum(body: SyntaxNode, source: Reading): readonly Statement[] {
  return childrenOf(body).flatMap((key, at, all) => {
    const value = key.name === 'PropertyName' && all[at + 1]?.name === 'Equals' ? all[at + 2] : undefined;
    return value ? [fieldOf(key, key, value, source)] : [];
  });
}

/** A field of a class: what methods know as `this.name`. */
function fieldOf(node: SyntaxNode, key: SyntaxNode, value: SyntaxNode, source: Reading): Statement {
  const keySpan = spanOf(key);
  const object: Expression = { kind: 'name', span: keySpan, name: 'this' };
  const target: Expression = {
    kind: 'member',
    span: keySpan,
    object,
    key: source.text.slice(key.from, key.to),
    keySpan,
  };
  return assignment(spanOf(node), target, expressionOf(value, source), { isShared: true });
}

function condition(node: SyntaxNode, source: Reading): readonly Statement[] {
  const asked = node.getChild('ParenthesizedExpression');
  return asked ? [{ kind: 'expression', span: spanOf(asked), value: expressionOf(asked, source) }] : [];
}

const statementName = /Statement$|^Block$|Declaration$/;

function branches(node: SyntaxNode, source: Reading): readonly Statement[] {
  const bodies = childrenOf(node).filter(({ name }) => statementName.test(name));
  return [...condition(node, source), ...bodies.map((each) => block(each, 'sometimes', statementOf(each, source)))];
}

function casesOf(body: SyntaxNode, source: Reading): readonly Statement[] {
  const groups: { readonly first: SyntaxNode; readonly body: Statement[] }[] = [];
  for (const child of childrenOf(body)) {
    if (/Label$/.test(child.name)) groups.push({ first: child, body: [] });
    else for (const each of statementOf(child, source)) groups.at(-1)?.body.push(each);
  }
  return groups.map(({ first, body: inside }) => block(first, 'sometimes', inside));
}

function tries(node: SyntaxNode, source: Reading): readonly Statement[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === 'Block') return [block(child, 'always', statementsOf(child, source))];
    const inner = child.getChild('Block');
    const runs = child.name === 'CatchClause' ? 'sometimes' : 'always';
    return inner ? [block(child, runs, statementsOf(inner, source))] : [];
  });
}

function loop(node: SyntaxNode, source: Reading): readonly Statement[] {
  const header = node.getChild('ForOfSpec') ?? node.getChild('ForInSpec') ?? node.getChild('ForSpec');
  const names = header ? namesOfHeader(header, source) : [];
  const bodies = childrenOf(node).filter(({ name }) => statementName.test(name));
  const body = bodies.flatMap((each) => statementOf(each, source));
  return [...condition(node, source), block(node, 'often', [...names, ...body])];
}

/** What a loop goes through is not known. */
function namesOfHeader(header: SyntaxNode, source: Reading): readonly Statement[] {
  const names = childrenOf(header).filter(({ name }) => /^VariableDefinition$|Pattern$/.test(name));
  const defined = names.flatMap((each) => namesIn(each, source));
  const parts = defined.map((name): Expression => ({ kind: 'name', span: spanOf(header), name }));
  return [
    assignment(spanOf(header), other(header, parts), other(header), { declares: true, isShared: true }),
    ...partsOf(header, source).map((value): Statement => ({ kind: 'expression', span: value.span, value })),
  ];
}
