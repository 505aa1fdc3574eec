import type { SyntaxNode } from '@lezer/common';
import type { Argument, Expression, FunctionContent, Parameter } from '../../ir.ts';
import { formatted, joined, percent } from '../formats.ts';
import { childrenOf, other, type Reading, spanOf } from '../lezer.ts';
import { isMeaningful, meaningfulIn, merged, type Read, type Reads, readerOf, textOf } from '../reading.ts';
import { dictCall, dictionary } from './objects.ts';
import { formatStringOf, stringOf } from './texts.ts';

function partsOf(node: SyntaxNode, at: Reading): readonly Expression[] {
  return meaningfulIn(node).map((each) => expressionOf(each, at));
}

const reads: Reads<Expression> = {
  String: stringOf,
  FormatString: (node, at) => formatStringOf(node, at, (each) => expressionOf(each, at)),
  ContinuedString: (node, at) => joined(spanOf(node), partsOf(node, at)),
  Number: (node, at) => numberOf(node, textOf(node, at), 1),
  Boolean: (node, at) => ({ kind: 'literal', span: spanOf(node), value: textOf(node, at) === 'True' }),
  None: (node) => ({ kind: 'literal', span: spanOf(node), value: null }),
  VariableName: (node, at) => ({ kind: 'name', span: spanOf(node), name: nameOf(node, at) }),
  UnaryExpression: unary,
  ParenthesizedExpression: inner,
  AwaitExpression: inner,
  NamedExpression: (node, at) => partsOf(node, at).at(-1) ?? other(node),
  DictionaryExpression: (node, at) => dictionary(node, at, (each) => expressionOf(each, at)),
  // Half-typed, a dictionary of one entry looks like one.
  DictionaryComprehensionExpression: (node, at) =>
    node.getChild('for') ? other(node, partsOf(node, at)) : dictionary(node, at, (each) => expressionOf(each, at)),
  ArrayExpression: list,
  MemberExpression: member,
  CallExpression: call,
  BinaryExpression: binary,
  ConditionalExpression(node, at) {
    const [value, , otherwise] = partsOf(node, at);
    const options = [value, otherwise].filter((each) => each !== undefined);
    return { kind: 'choice', span: spanOf(node), options };
  },
  LambdaExpression: (node, at) => ({
    kind: 'function',
    span: spanOf(node),
    content: at.functions.contentOf(node, at, lambda),
  }),
};

/** What is not in the list is read for the calls in it. */
export const expressionOf: Read<Expression> = readerOf(reads, (node, at) => other(node, partsOf(node, at)), other);

function lambda(node: SyntaxNode, at: Reading): FunctionContent {
  const params = node.getChild('ParamList');
  const value = meaningfulIn(node).at(-1);
  const span = spanOf(node);
  const body =
    value && value.name !== 'ParamList' ? [{ kind: 'return' as const, span, value: expressionOf(value, at) }] : [];
  return { name: undefined, params: params ? paramsOf(params, at) : [], body };
}

/** `cls` is what `self` is: both lead to what the class has. */
function nameOf(node: SyntaxNode, at: Reading): string {
  const name = textOf(node, at);
  return name === 'cls' ? 'self' : name;
}

function inner(node: SyntaxNode, at: Reading): Expression {
  return partsOf(node, at)[0] ?? other(node);
}

function numberOf(node: SyntaxNode, written: string, sign: number): Expression {
  const value = Number(written.replaceAll('_', ''));
  return Number.isNaN(value) ? other(node) : { kind: 'literal', span: spanOf(node), value: sign * value };
}

function unary(node: SyntaxNode, at: Reading): Expression {
  const [operator, operand] = childrenOf(node);
  if (operand?.name !== 'Number' || !operator || textOf(operator, at) !== '-') return other(node, partsOf(node, at));
  return numberOf(node, textOf(operand, at), -1);
}

function list(node: SyntaxNode, at: Reading): Expression {
  const children = childrenOf(node);
  const commas = children.flatMap((each) => (each.name === ',' ? [each.from] : []));
  const items = children.filter(isMeaningful).map((each) => {
    const isSpread = each.prevSibling?.name === '*';
    return isSpread ? other(each) : expressionOf(each, at);
  });
  return { kind: 'list', span: spanOf(node), items, commas };
}

function member(node: SyntaxNode, at: Reading): Expression {
  const [first, sign, ...rest] = childrenOf(node);
  if (!first || !sign) return other(node);
  const object = expressionOf(first, at);
  const span = spanOf(node);
  const [index, end] = rest;
  if (index && sign.name === '.')
    return { kind: 'member', span, object, key: textOf(index, at), keySpan: spanOf(index) };
  if (!index || end?.name !== ']')
    return { kind: 'member', span, object, key: undefined, keySpan: { start: sign.to, end: node.to } };
  const computed = expressionOf(index, at);
  const key = computed.kind === 'literal' && typeof computed.value === 'string' ? computed.value : undefined;
  return { kind: 'member', span, object, key, keySpan: spanOf(index), ...(key === undefined && { computed }) };
}

/** They give the text that they are called on, in another form, which says the same to Zoom. */
const sameText = new Set(['encode', 'decode', 'strip', 'lstrip', 'rstrip']);

function call(node: SyntaxNode, at: Reading): Expression {
  const [first, list] = childrenOf(node);
  if (!first || !list) return other(node);
  if (first.name === 'VariableName' && textOf(first, at) === 'dict')
    return dictCall(node, list, at, (each) => expressionOf(each, at));
  const callee = expressionOf(first, at);
  const args = argumentsOf(list, at);
  const span = spanOf(node);
  if (callee.kind === 'member' && callee.key !== undefined) {
    if (sameText.has(callee.key)) return callee.object;
    const text = callee.key === 'format' ? formatted(span, callee.object, args) : undefined;
    if (text) return text;
  }
  const name = callee.kind === 'member' ? callee.key : callee.kind === 'name' ? callee.name : undefined;
  return { kind: 'call', span, callee, args, begin: list.from + 1, isNew: /^[A-Z]/.test(name ?? '') };
}

function argumentsOf(list: SyntaxNode, at: Reading): readonly Argument[] {
  const found: Argument[] = [];
  const children = childrenOf(list);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as SyntaxNode;
    if (!isMeaningful(child)) continue;
    const named = children[index + 1]?.name === 'AssignOp' ? children[index + 2] : undefined;
    if (named && isMeaningful(named)) {
      const comma = children[index + 3];
      const value = expressionOf(named, at);
      found.push({
        name: textOf(child, at),
        nameSpan: spanOf(child),
        value,
        comma: comma?.name === ',' ? comma.from : undefined,
      });
      index += 2;
    } else {
      const isSpread = /^\*\*?$/.test(child.prevSibling?.name ?? '');
      found.push({ value: expressionOf(child, at), ...(isSpread && { isSpread }) });
    }
  }
  return found;
}

function binary(node: SyntaxNode, at: Reading): Expression {
  const [left, sign, right] = childrenOf(node);
  if (!left || !sign || !right) return other(node, partsOf(node, at));
  const operator = textOf(sign, at);
  if (operator === '+') return joined(spanOf(node), sumOf(node, at));
  const options = [expressionOf(left, at), expressionOf(right, at)] as const;
  if (operator === 'or' || operator === 'and') return { kind: 'choice', span: spanOf(node), options };
  const made = operator === '%' ? percent(spanOf(node), ...options) : operator === '|' ? merged(options) : undefined;
  return made ?? other(node, options);
}

/** `a + b + c` is nested to the left, however long it is. */
function sumOf(node: SyntaxNode, at: Reading): readonly Expression[] {
  const found: Expression[] = [];
  let left: SyntaxNode = node;
  for (let sum = sumAt(left, at); sum; sum = sumAt(left, at)) {
    found.push(expressionOf(sum.right, at));
    left = sum.left;
  }
  return [...found, expressionOf(left, at)].reverse();
}

function sumAt(node: SyntaxNode, at: Reading) {
  const [left, sign, right] = node.name === 'BinaryExpression' ? childrenOf(node) : [];
  return left && sign && right && textOf(sign, at) === '+' ? { left, right } : undefined;
}

export function paramsOf(list: SyntaxNode, at: Reading): readonly Parameter[] {
  const found: Parameter[] = [];
  for (const child of childrenOf(list)) {
    if (child.prevSibling?.name === 'AssignOp') {
      const name = found.pop()?.name;
      found.push({ name, default: expressionOf(child, at) });
    } else if (child.name === 'VariableName') found.push({ name: textOf(child, at) });
  }
  return found;
}
