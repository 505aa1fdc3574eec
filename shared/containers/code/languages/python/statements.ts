import type { SyntaxNode } from '@lezer/common';
import type { BlockStatement, Expression, FunctionContent, FunctionExpression, Statement } from '../../ir.ts';
import { childrenOf, hasError, other, type Reading, spanOf } from '../lezer.ts';
import { asFields, isMeaningful, meaningfulIn, type Reads, readerOf, textOf } from '../reading.ts';
import { expressionOf, paramsOf } from './expressions.ts';
import { givenToRoute } from './routes.ts';

/** Of a file or a body. */
export function statementsOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  return childrenOf(node).flatMap((each) => statementOf(each, at));
}

function expressionsIn(statement: SyntaxNode, nodes: readonly SyntaxNode[], at: Reading): readonly Statement[] {
  const span = spanOf(statement);
  return nodes.filter(isMeaningful).map((each) => ({ kind: 'expression', span, value: expressionOf(each, at) }));
}

const reads: Reads<readonly Statement[]> = {
  AssignStatement: assignments,
  UpdateStatement(node, at) {
    const [first, sign, last] = childrenOf(node);
    if (!first || !sign) return [];
    const target = expressionOf(first, at);
    const value = last && expressionOf(last, at);
    if (value && textOf(sign, at) === '|=') return [updated(node, target, sign, value)];
    return [{ ...assigned(node, target, value), isUpdate: true }];
  },
  DeleteStatement: (node, at) =>
    meaningfulIn(node).map((each) => ({ ...assigned(node, expressionOf(each, at), undefined), isDeleted: true })),
  ReturnStatement(node, at) {
    const values = meaningfulIn(node);
    const value = valueIn(node, values, at);
    return [{ kind: 'return', span: spanOf(node), value }];
  },
  FunctionDefinition: (node, at) => [{ kind: 'function', span: spanOf(node), function: functionOf(node, at) }],
  DecoratedStatement: (node, at) => givenToRoute(node, statementsOf(node, at), at),
  Decorator: () => [],
  ClassDefinition(node, at) {
    const name = node.getChild('VariableName');
    const body = node.getChild('Body');
    const named = name ? { name: textOf(name, at) } : {};
    return [
      {
        kind: 'block',
        span: spanOf(node),
        runs: 'class',
        ...named,
        body: body ? asFields(statementsOf(body, at)) : [],
      },
    ];
  },
  IfStatement: branches,
  MatchStatement: (node, at) => [...headOf(node, at), ...childrenOf(node).flatMap((each) => clausesOf(each, at))],
  WhileStatement: branches,
  ForStatement: loop,
  WithStatement: withStatement,
  TryStatement: branches,
  StatementGroup: statementsOf,
  AssertStatement: expected,
  ImportStatement: () => [],
  ScopeStatement: () => [],
};

/** What is not in the list is read for the calls in it; nested deeper than people nest, there are none. */
const statementOf = readerOf(
  reads,
  (node, at) => (isMeaningful(node) ? expressionsIn(node, childrenOf(node), at) : []),
  () => [],
);

/** `a = b = value`, `a, b = 1, 2`, `a, b = values`, `a: type`. */
function assignments(node: SyntaxNode, at: Reading): readonly Statement[] {
  const sides: SyntaxNode[][] = [[]];
  for (const each of childrenOf(node)) {
    if (each.name === 'AssignOp') sides.push([]);
    else if (each.name !== 'TypeDef' && isMeaningful(each)) sides.at(-1)?.push(each);
  }
  const values = sides.length > 1 ? (sides.pop() ?? []) : [];
  const [first = []] = sides;
  if (sides.length === 1 && values.length === first.length && values.length > 1 && values.every(isMade))
    return first.map((each, index) => {
      const value = expressionOf(values[index] as SyntaxNode, at);
      return { ...assigned(node, targetOf(each, at), value), isShared: true };
    });
  const isShared = sides.length > 1;
  const value = isShared && hasError(node) ? other(node) : valueIn(node, values, at);
  return sides.map((side) => {
    const [only, ...others] = side;
    const target = only && others.length === 0 ? targetOf(only, at) : severalOf(node, side, at);
    return { ...assigned(node, target, value), ...(isShared && { isShared }) };
  });
}

function valueIn(node: SyntaxNode, values: readonly SyntaxNode[], at: Reading): Expression | undefined {
  const [only, ...others] = values;
  return others.length > 0 ? severalOf(node, values, at) : only && expressionOf(only, at);
}

/** In `a, b = b, a` the first is not yet another one for the second. */
function isMade({ name, prevSibling }: SyntaxNode): boolean {
  return name !== 'VariableName' && prevSibling?.name !== '*';
}

/** `(a, b) = …` and `[a, b] = …` are patterns. */
function targetOf(node: SyntaxNode, at: Reading): Expression {
  const target = expressionOf(node, at);
  return target.kind === 'list' ? other(node, target.items) : target;
}

function severalOf(node: SyntaxNode, nodes: readonly SyntaxNode[], at: Reading): Expression {
  return other(
    node,
    nodes.map((each) => expressionOf(each, at)),
  );
}

function assigned(node: SyntaxNode, target: Expression, value: Expression | undefined) {
  return { kind: 'assign', span: spanOf(node), target, value, declares: false } as const;
}

/** What is expected is not sent: `assert` is a function to us, as it is in other languages. */
function expected(node: SyntaxNode, at: Reading): readonly Statement[] {
  const [word, ...values] = childrenOf(node);
  const span = spanOf(node);
  const callee = { kind: 'name', span: word ? spanOf(word) : span, name: 'assert' } as const;
  const args = values.filter(isMeaningful).map((each) => ({ value: expressionOf(each, at) }));
  return [{ kind: 'expression', span, value: { kind: 'call', span, callee, args, isNew: false } }];
}

/** `payload |= values` does what `payload.update(values)` does. */
function updated(node: SyntaxNode, object: Expression, sign: SyntaxNode, value: Expression): Statement {
  const span = spanOf(node);
  const callee = { kind: 'member', span, object, key: 'update', keySpan: spanOf(sign) } as const;
  return { kind: 'expression', span, value: { kind: 'call', span, callee, args: [{ value }], isNew: false } };
}

function functionOf(node: SyntaxNode, at: Reading): FunctionExpression {
  return { kind: 'function', span: spanOf(node), content: at.functions.contentOf(node, at, contentOf) };
}

function contentOf(node: SyntaxNode, at: Reading): FunctionContent {
  const [name, params, body] = ['VariableName', 'ParamList', 'Body'].map((each) => node.getChild(each));
  return {
    name: name ? textOf(name, at) : undefined,
    params: params ? paramsOf(params, at) : [],
    body: body && !at.functions.isBesideThePoint(body, at) ? statementsOf(body, at) : [],
  };
}

/** What is in front of the body. */
function headOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  const children = childrenOf(node);
  const body = children.findIndex(({ name }) => /Body$/.test(name));
  return expressionsIn(node, body < 0 ? children : children.slice(0, body), at);
}

/** `if`, `elif`, `else`; `while`; `try`, `except`, `else`, `finally`: a word, a condition, a body. */
function branches(node: SyntaxNode, at: Reading): readonly Statement[] {
  let word = '';
  return childrenOf(node).flatMap((each): readonly Statement[] => {
    if (each.name === 'Body') return [block(each, runsAfter(word, node.name), at)];
    if (/^[a-z]/.test(each.name)) word = each.name;
    // The name in `except Error as error` is not a condition.
    return node.name !== 'TryStatement' && isMeaningful(each) ? expressionsIn(each, [each], at) : [];
  });
}

function runsAfter(word: string, statement: string): BlockStatement['runs'] {
  if (word === 'while') return 'often';
  return word === 'try' || word === 'finally' || (word === 'else' && statement !== 'IfStatement')
    ? 'always'
    : 'sometimes';
}

function block(
  body: SyntaxNode,
  runs: BlockStatement['runs'],
  at: Reading,
  before: readonly Statement[] = [],
): BlockStatement {
  return { kind: 'block', span: spanOf(body), runs, body: [...before, ...statementsOf(body, at)] };
}

/** `for target in values: …`; the target has another value each time. */
function loop(node: SyntaxNode, at: Reading): readonly Statement[] {
  const children = childrenOf(node);
  const from = children.findIndex(({ name }) => name === 'in');
  const targets = children.slice(0, Math.max(from, 0)).filter(isMeaningful);
  const [body, ...others] = node.getChildren('Body');
  const bound = targets.map((each) => assigned(node, targetOf(each, at), other(node)));
  const values = children.slice(from + 1).filter((each) => each.name !== 'Body' && isMeaningful(each));
  return [
    ...expressionsIn(node, values, at),
    ...(body ? [block(body, 'often', at, bound)] : []),
    ...others.map((each) => block(each, 'always', at)),
  ];
}

/** `with open(…) as file: …`. */
function withStatement(node: SyntaxNode, at: Reading): readonly Statement[] {
  const before: Statement[] = [];
  const children = childrenOf(node);
  children.forEach((each, index) => {
    if (each.name === 'Body' || !isMeaningful(each)) return;
    const value = children[index - 1]?.name === 'as' ? children[index - 2] : undefined;
    if (value) before.push(assigned(node, targetOf(each, at), expressionOf(value, at)));
    else if (children[index + 1]?.name !== 'as')
      for (const value of expressionsIn(node, [each], at)) before.push(value);
  });
  const body = node.getChild('Body');
  return [...before, ...(body ? [block(body, 'always', at)] : [])];
}

function clausesOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  return node.getChildren('MatchClause').flatMap((clause) => {
    const body = clause.getChild('Body');
    return body ? [block(body, 'sometimes', at)] : [];
  });
}
