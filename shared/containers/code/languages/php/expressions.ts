import type { SyntaxNode } from '@lezer/common';
import type { Argument, Expression, FunctionContent, FunctionExpression, Parameter, Statement } from '../../ir.ts';
import { joined } from '../formats.ts';
import { childrenOf, other, type Reading, spanOf } from '../lezer.ts';
import { isMeaningful, meaningfulIn, merged, type Read, type Reads, readerOf, textOf } from '../reading.ts';
import { withMade } from './impliedArrays.ts';
import { arrayOf, emptyObject } from './objects.ts';
import { heredocOf, stringOf } from './texts.ts';

function partsOf(node: SyntaxNode, at: Reading): readonly Expression[] {
  return meaningfulIn(node).map((each) => expressionOf(each, at));
}

const reads: Reads<Expression> = {
  String: stringOf,
  HeredocString: heredocOf,
  Integer: (node, at) => numberOf(node, textOf(node, at)),
  Float: (node, at) => numberOf(node, textOf(node, at)),
  Boolean: (node, at) => ({ kind: 'literal', span: spanOf(node), value: /^true$/i.test(textOf(node, at)) }),
  null: (node) => ({ kind: 'literal', span: spanOf(node), value: null }),
  VariableName: (node, at) => ({ kind: 'name', span: spanOf(node), name: nameOf(textOf(node, at)) }),
  Name: (node, at) => ({ kind: 'name', span: spanOf(node), name: nameOf(textOf(node, at)) }),
  QualifiedName: (node, at) => ({ kind: 'name', span: spanOf(node), name: nameOf(textOf(node, at)) }),
  ParenthesizedExpression: inner,
  UnaryExpression(node, at) {
    const [operator] = childrenOf(node);
    const isSilenced = operator && textOf(operator, at) === '@';
    const isNegative = operator && textOf(operator, at) === '-';
    const operand = inner(node, at);
    if (isNegative && operand.kind === 'literal' && typeof operand.value === 'number')
      return { ...operand, span: spanOf(node), value: -operand.value };
    return isSilenced ? operand : other(node, [operand]);
  },
  CastExpression(node, at) {
    const value = meaningfulIn(node).at(-1);
    const read = value ? expressionOf(value, at) : other(node);
    return /^\(\s*(?:object|array)\b/i.test(textOf(node, at)) ? read : other(node, [read]);
  },
  ArrayExpression: (node, at) => arrayOf(node, at, (each) => expressionOf(each, at)),
  MemberExpression: member,
  ScopedExpression: member,
  SubscriptExpression: subscript,
  CallExpression: call,
  NewExpression: made,
  BinaryExpression: binary,
  ConditionalExpression: (node, at) => ({ kind: 'choice', span: spanOf(node), options: partsOf(node, at).slice(-2) }),
  MatchExpression: (node, at) => ({ kind: 'choice', span: spanOf(node), options: armsOf(node, at) }),
  AssignmentExpression: (node, at) => partsOf(node, at).at(-1) ?? other(node),
  FunctionExpression: functionOf,
  ArrowFunction: functionOf,
};

/** What is not in the list is read for the calls in it. */
export const expressionOf: Read<Expression> = readerOf(reads, (node, at) => other(node, partsOf(node, at)), other);

/** `$this`, `self` and `static` lead to what the class has; a qualified name is called by its last part. */
function nameOf(written: string): string {
  const name = written.replace(/^\$/, '').replace(/^.*\\/s, '');
  return name === 'static' ? 'self' : name;
}

function inner(node: SyntaxNode, at: Reading): Expression {
  return partsOf(node, at)[0] ?? other(node);
}

function numberOf(node: SyntaxNode, written: string): Expression {
  const digits = written.replaceAll('_', '');
  const value = Number(/^0\d+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return Number.isNaN(value) ? other(node) : { kind: 'literal', span: spanOf(node), value };
}

/** `$a->b`, `$a?->b`, `A::b`, `A::$b`. */
function member(node: SyntaxNode, at: Reading): Expression {
  const [first, sign, last, ...more] = childrenOf(node);
  if (!first || !sign) return other(node);
  const object = expressionOf(first, at);
  const isNamed =
    last !== undefined &&
    more.length === 0 &&
    isMeaningful(last) &&
    !(node.name === 'MemberExpression' && last.name === 'VariableName');
  const keySpan = last ? spanOf(last) : { start: sign.to, end: sign.to };
  return {
    kind: 'member',
    span: spanOf(node),
    object,
    key: isNamed ? textOf(last, at).replace(/^\$/, '') : undefined,
    keySpan,
  };
}

/** `$a['b']`, `$a[]`. */
function subscript(node: SyntaxNode, at: Reading): Expression {
  const [first, sign, index] = childrenOf(node);
  if (!first || !sign) return other(node);
  const object = expressionOf(first, at);
  const span = spanOf(node);
  if (!index || !isMeaningful(index))
    return { kind: 'member', span, object, key: undefined, keySpan: { start: sign.to, end: sign.to } };
  const computed = expressionOf(index, at);
  const key = computed.kind === 'literal' && typeof computed.value === 'string' ? computed.value : undefined;
  return { kind: 'member', span, object, key, keySpan: spanOf(index), ...(key === undefined && { computed }) };
}

function call(node: SyntaxNode, at: Reading): Expression {
  const [first, list] = childrenOf(node);
  if (!first) return other(node);
  const callee = expressionOf(first, at);
  const args = list ? argumentsOf(list, at) : [];
  const made = madeOf(callee, args);
  if (made) return made;
  const merge =
    callee.kind === 'name' && callee.name === 'array_merge' ? merged(args.map(({ value }) => value)) : undefined;
  return merge ?? { kind: 'call', span: spanOf(node), callee, args, isNew: false };
}

/** `Zoom::meeting()->make([…])`: the object of a package for Laravel is what it is made of. */
function madeOf(callee: Expression, [first, ...others]: readonly Argument[]): Expression | undefined {
  if (callee.kind !== 'member' || callee.key !== 'make' || others.length > 0) return undefined;
  const owner = callee.object.kind === 'call' && callee.object.args.length === 0 ? callee.object.callee : undefined;
  const isMeeting = owner?.kind === 'member' && owner.key === 'meeting' && owner.object.kind === 'name';
  return isMeeting && owner.object.name === 'Zoom' ? first?.value : undefined;
}

/** `new Meeting([…])`. The methods of a class without a name are parts of it. */
function made(node: SyntaxNode, at: Reading): Expression {
  const declarations = node.getChild('DeclarationList');
  if (declarations)
    return other(
      node,
      declarations.getChildren('MethodDeclaration').map((each) => functionOf(each, at)),
    );
  const [, first, list] = childrenOf(node);
  if (!first) return other(node);
  const args = list ? argumentsOf(list, at) : [];
  const callee = expressionOf(first, at);
  if (callee.kind === 'name' && callee.name === 'stdClass') return emptyObject(spanOf(node), '(object) [');
  return { kind: 'call', span: spanOf(node), callee, args, isNew: true };
}

function argumentsOf(list: SyntaxNode, at: Reading): readonly Argument[] {
  return meaningfulIn(list).map((each) => {
    if (each.name === 'NamedArgument') {
      const [name, , value] = childrenOf(each);
      return { name: name ? textOf(name, at) : '', value: value ? expressionOf(value, at) : other(each) };
    }
    const isSpread = each.name === 'VariadicUnpacking' || each.name === 'SpreadArgument';
    return isSpread ? { value: inner(each, at), isSpread } : { value: expressionOf(each, at) };
  });
}

function binary(node: SyntaxNode, at: Reading): Expression {
  const [left, sign, right] = childrenOf(node);
  if (!left || !sign || !right) return other(node, partsOf(node, at));
  const operator = textOf(sign, at);
  if (operator === '.') return joined(spanOf(node), textsOf(node, at));
  const options = [expressionOf(left, at), expressionOf(right, at)] as const;
  if (operator === '??' || operator === '?:') return { kind: 'choice', span: spanOf(node), options };
  // What is on the left counts.
  const merge = operator === '+' ? merged(options.toReversed()) : undefined;
  return merge ?? other(node, options);
}

/** `$a . $b . $c` is nested to the left, however long it is. */
function textsOf(node: SyntaxNode, at: Reading): readonly Expression[] {
  const found: Expression[] = [];
  let left: SyntaxNode = node;
  for (;;) {
    const [first, sign, right] = left.name === 'BinaryExpression' ? childrenOf(left) : [];
    if (!first || !sign || !right || textOf(sign, at) !== '.') return [...found, expressionOf(left, at)].reverse();
    found.push(expressionOf(right, at));
    left = first;
  }
}

function armsOf(node: SyntaxNode, at: Reading): readonly Expression[] {
  const arms = node.getChild('MatchBlock')?.getChildren('MatchArm') ?? [];
  return arms.flatMap((each) => partsOf(each, at).slice(-1));
}

/** Named or not, a method, or `fn () => value`. */
export function functionOf(node: SyntaxNode, at: Reading): FunctionExpression {
  return { kind: 'function', span: spanOf(node), content: at.functions.contentOf(node, at, contentOf) };
}

function contentOf(node: SyntaxNode, at: Reading): FunctionContent {
  const name = node.getChild('Name');
  const params = node.getChild('ParamList');
  const block = node.getChild('Block');
  const value = node.name === 'ArrowFunction' ? childrenOf(node).at(-1) : undefined;
  const returned = value && isMeaningful(value) ? expressionOf(value, at) : undefined;
  const result: readonly Statement[] = returned ? [{ kind: 'return', span: returned.span, value: returned }] : [];
  return {
    name: name ? textOf(name, at) : undefined,
    params: params ? paramsOf(params, at) : [],
    body: block && !at.functions.isBesideThePoint(block, at) ? withMade(at.statements(block, at), node, at) : result,
  };
}

function paramsOf(list: SyntaxNode, at: Reading): readonly Parameter[] {
  return meaningfulIn(list).map((each) => {
    const children = childrenOf(each);
    const variable = each.getChild('VariableName');
    const sign = children.findIndex(({ name }) => name === 'AssignOp');
    const value = sign < 0 ? undefined : children[sign + 1];
    return {
      name: variable ? nameOf(textOf(variable, at)) : undefined,
      ...(value && isMeaningful(value) && { default: expressionOf(value, at) }),
    };
  });
}
