/** Expressions of JavaScript and TypeScript. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { Argument, Expression, FunctionContent, FunctionExpression, Parameter, Statement } from '../../ir.ts';
import { childrenOf, hasError, other, type Reading, spanOf } from '../lezer.ts';
import { type Read, type Reads, readerOf } from '../reading.ts';
import { objectOf } from './objects.ts';
import { stringLiteral, template } from './text.ts';

const reads: Reads<Expression> = {
  VariableName: nameOf,
  VariableDefinition: nameOf,
  this: nameOf,
  super: nameOf,
  String: (node, { text }) => stringLiteral(node, text),
  TemplateString: (node, source) => template(node, source.text, (part) => innerOf(part, source)),
  Number: numberOf,
  BooleanLiteral: (node, { text }) => ({ kind: 'literal', span: spanOf(node), value: text[node.from] === 't' }),
  null: (node) => ({ kind: 'literal', span: spanOf(node), value: null }),
  ParenthesizedExpression: innerOf,
  AwaitExpression: innerOf,
  YieldExpression: innerOf,
  PrefixCast: innerOf,
  InstantiationExpression: innerOf,
  AssignmentExpression: (node, source) => lastOf(node, source),
  SequenceExpression: (node, source) => lastOf(node, source),
  PostfixExpression: (node, source) =>
    source.text[node.to - 1] === '!' ? innerOf(node, source) : other(node, partsOf(node, source)),
  UnaryExpression: unaryOf,
  BinaryExpression: binaryOf,
  ConditionalExpression: (node, source) => {
    const [, ...options] = partsOf(node, source);
    return { kind: 'choice', span: spanOf(node), options };
  },
  MemberExpression: memberOf,
  CallExpression: callOf,
  NewExpression: callOf,
  TaggedTemplateExpression: (node) => other(node),
  ObjectExpression: (node, source) => objectOf(node, source, expressionOf, functionOf),
  JSXElement: rendered,
  ArrayExpression: arrayOf,
  ArrowFunction: functionOf,
  FunctionExpression: functionOf,
  ClassExpression: functionOf,
};

export const expressionOf: Read<Expression> = readerOf(
  reads,
  (node, source) => other(node, partsOf(node, source)),
  other,
);

function nameOf(node: SyntaxNode, { text }: Reading): Expression {
  const name = text.slice(node.from, node.to);
  if (name === 'undefined') return { kind: 'literal', span: spanOf(node), value: undefined };
  return { kind: 'name', span: spanOf(node), name };
}

function numberOf(node: SyntaxNode, { text }: Reading): Expression {
  const value = Number(text.slice(node.from, node.to).replaceAll('_', ''));
  return Number.isNaN(value) ? other(node) : { kind: 'literal', span: spanOf(node), value };
}

const notValues = new Set(
  `Equals Spread Arrow TypeName InterpolationStart InterpolationEnd PropertyName PrivatePropertyName Privacy Star Optional
    JSXIdentifier JSXBuiltin JSXText JSXAttribute JSXNamespacedName JSXMemberExpression`.split(/\s+/),
);
const notValueEnd = /(?:Op|Type|Annotation|List|Definition|Tag)$/;

/** Words and signs are not values. */
const values: ReadonlySet<string> = new Set(
  parser.nodeSet.types.flatMap(({ name, isError }) =>
    !isError && /^[A-Z]|^(?:this|super|null)$/.test(name) && !notValues.has(name) && !notValueEnd.test(name)
      ? [name]
      : [],
  ),
);

function isValue({ name }: SyntaxNode): boolean {
  return values.has(name);
}

/** The values directly in a node; of JSX, those in all of its braces. */
export function partsOf(node: SyntaxNode, source: Reading): readonly Expression[] {
  const found: Expression[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'JSXAttribute') for (const each of partsOf(child, source)) found.push(each);
    else if (isValue(child)) found.push(expressionOf(child, source));
  }
  return found;
}

function innerOf(node: SyntaxNode, source: Reading): Expression {
  return partsOf(node, source)[0] ?? other(node);
}

function lastOf(node: SyntaxNode, source: Reading): Expression {
  return partsOf(node, source).at(-1) ?? other(node);
}

function unaryOf(node: SyntaxNode, source: Reading): Expression {
  const inner = innerOf(node, source);
  const sign = source.text[node.from];
  if (inner.kind !== 'literal' || typeof inner.value !== 'number') return other(node, [inner]);
  // Minified code: !0 and !1.
  if (sign === '!') return { kind: 'literal', span: spanOf(node), value: inner.value === 0 };
  return sign === '-' ? { kind: 'literal', span: spanOf(node), value: -inner.value } : other(node);
}

function binaryOf(node: SyntaxNode, source: Reading): Expression {
  const [left, operator, right] = childrenOf(node);
  if (!left || !operator || !right) return other(node, partsOf(node, source));
  const sign = source.text.slice(operator.from, operator.to);
  if (sign === 'as' || sign === 'satisfies') return expressionOf(left, source);
  if (right.type.isError) return other(node, partsOf(node, source));
  const options = [expressionOf(left, source), expressionOf(right, source)];
  if (sign === '||' || sign === '??') return { kind: 'choice', span: spanOf(node), options };
  if (sign === '&&') return { kind: 'choice', span: spanOf(node), options: [other(node), ...options.slice(1)] };
  return sign === '+' ? { kind: 'text', span: spanOf(node), parts: options.flatMap(textParts) } : other(node, options);
}

function textParts(part: Expression): readonly (string | Expression)[] {
  if (part.kind === 'text') return part.parts;
  return part.kind === 'literal' && typeof part.value === 'string' ? [part.value] : [part];
}

function memberOf(node: SyntaxNode, source: Reading): Expression {
  const children = childrenOf(node);
  const [first] = children;
  const last = children.findLast(({ name }) => name !== ']');
  if (!first || !last || first === last) return other(node, partsOf(node, source));
  const object = expressionOf(first, source);
  const base = { kind: 'member' as const, span: spanOf(node), object };
  if (/^(?:Private)?PropertyName$/.test(last.name))
    return { ...base, key: source.text.slice(last.from, last.to), keySpan: spanOf(last) };
  if (!isValue(last)) return { ...base, key: undefined, keySpan: { start: node.to, end: node.to } };
  const computed = expressionOf(last, source);
  const isName = computed.kind === 'literal' && typeof computed.value === 'string';
  const key = isName ? String(computed.value) : undefined;
  return { ...base, key, keySpan: spanOf(last), ...(!isName && { computed }) };
}

function callOf(node: SyntaxNode, source: Reading): Expression {
  const isNew = node.name === 'NewExpression';
  const children = childrenOf(node);
  const callee = children.find(isValue);
  const list = children.find(({ name }) => name === 'ArgList');
  if (!callee) return other(node, partsOf(node, source));
  const args = list ? argumentsOf(list, source) : [];
  return { kind: 'call', span: spanOf(node), callee: expressionOf(callee, source), args, isNew };
}

function argumentsOf(list: SyntaxNode, source: Reading): readonly Argument[] {
  let isSpread = false;
  return childrenOf(list).flatMap((child) => {
    const wasSpread = isSpread;
    isSpread = child.name === 'Spread';
    if (!isValue(child)) return [];
    return [{ value: expressionOf(child, source), ...(wasSpread && { isSpread: true }) }];
  });
}

/** What is in the braces of JSX is shown, not sent. */
function rendered(node: SyntaxNode, source: Reading): Expression {
  const span = spanOf(node);
  const args = childrenOf(node)
    .flatMap((child) =>
      /^JSX(?:Open|SelfClosing)/.test(child.name)
        ? partsOf(child, source)
        : isValue(child)
          ? [expressionOf(child, source)]
          : [],
    )
    .map((value): Argument => ({ value }));
  return {
    kind: 'call',
    span,
    callee: { kind: 'name', span: { start: node.from, end: node.from }, name: 'render' },
    args,
    isNew: false,
  };
}

function arrayOf(node: SyntaxNode, source: Reading): Expression {
  if (hasError(node)) return other(node, partsOf(node, source));
  const commas = childrenOf(node).flatMap(({ name, from }) => (name === ',' ? [from] : []));
  const items = argumentsOf(node, source).map(
    ({ value, isSpread }): Expression => (isSpread ? { kind: 'other', span: value.span, parts: [value] } : value),
  );
  return { kind: 'list', span: spanOf(node), items, commas };
}

/** Also of methods and classes. */
export function functionOf(node: SyntaxNode, source: Reading): FunctionExpression {
  return { kind: 'function', span: spanOf(node), content: source.functions.contentOf(node, source, contentOf) };
}

/** The value of an arrow function without braces is what it returns. */
function contentOf(node: SyntaxNode, source: Reading): FunctionContent {
  const children = childrenOf(node);
  const named = (...names: readonly string[]) => children.find((each) => names.includes(each.name));
  const name = named('VariableDefinition', 'PropertyDefinition', 'PrivatePropertyDefinition', 'String');
  const list = named('ParamList');
  const params = list ? parametersOf(list, source) : [];
  const block = named('Block') ?? named('ClassBody');
  const last = children.at(-1);
  const value = !block && last && isValue(last) ? expressionOf(last, source) : undefined;
  const body: readonly Statement[] = value ? [{ kind: 'return', span: value.span, value }] : [];
  return {
    name: name && source.text.slice(name.from, name.to).replace(/^['"]|['"]$/g, ''),
    params,
    body: block && !source.functions.isBesideThePoint(block, source) ? source.statements(block, source) : body,
  };
}

function parametersOf(list: SyntaxNode, source: Reading): readonly Parameter[] {
  const found: { name: string | undefined; names?: readonly string[]; default?: Expression }[] = [];
  let isDefault = false;
  for (const child of childrenOf(list)) {
    const last = found.at(-1);
    if (child.name === 'VariableDefinition') found.push({ name: source.text.slice(child.from, child.to) });
    else if (/Pattern$/.test(child.name)) found.push({ name: undefined, names: namesIn(child, source) });
    else if (isDefault && last && isValue(child)) last.default = expressionOf(child, source);
    isDefault = child.name === 'Equals';
  }
  return found;
}

/** The variables that a pattern defines. */
export function namesIn(pattern: SyntaxNode, { text }: Reading): readonly string[] {
  const found: string[] = [];
  const cursor = pattern.cursor();
  do {
    if (cursor.from >= pattern.to) break;
    if (cursor.name === 'VariableDefinition' || cursor.name === 'VariableName')
      found.push(text.slice(cursor.from, cursor.to));
  } while (cursor.next());
  return found;
}
