import type { SyntaxNode } from '@lezer/common';
import type { BlockStatement, Expression, Statement } from '../../ir.ts';
import { childrenOf, other, type Reading, spanOf } from '../lezer.ts';
import { asFields, isMeaningful, meaningfulIn, type Reads, readerOf, textOf } from '../reading.ts';
import { expressionOf, functionOf } from './expressions.ts';

/** Of a file or a block. */
export function statementsOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  return childrenOf(node).flatMap((each) => statementOf(each, at));
}

function expressionsIn(statement: SyntaxNode, nodes: readonly SyntaxNode[], at: Reading): readonly Statement[] {
  const span = spanOf(statement);
  return nodes.filter(isMeaningful).map((each) => ({ kind: 'expression', span, value: expressionOf(each, at) }));
}

const nothing = () => [];

const reads: Reads<readonly Statement[]> = {
  TextInterpolation: nothing,
  NamespaceUseDeclaration: nothing,
  UseDeclaration: nothing,
  ExpressionStatement(node, at) {
    const value = childrenOf(node).find(isMeaningful);
    return value ? valueStatement(node, value, at) : [];
  },
  ReturnStatement(node, at) {
    const value = childrenOf(node).find(isMeaningful);
    return [{ kind: 'return', span: spanOf(node), value: value && expressionOf(value, at) }];
  },
  Block: (node, at) => [block(node, 'always', at)],
  IfStatement: branches,
  SwitchStatement: branches,
  CaseStatement: (node, at) => [block(node, 'sometimes', at)],
  DefaultStatement: (node, at) => [block(node, 'sometimes', at)],
  TryStatement: branches,
  WhileStatement: branches,
  DoStatement: branches,
  ForStatement: branches,
  ForeachStatement: branches,
  FunctionDefinition: (node, at) => [{ kind: 'function', span: spanOf(node), function: functionOf(node, at) }],
  MethodDeclaration: (node, at) => [{ kind: 'function', span: spanOf(node), function: functionOf(node, at) }],
  ClassDeclaration: classOf,
  TraitDeclaration: classOf,
  InterfaceDeclaration: classOf,
  EnumDeclaration: classOf,
  NamespaceDefinition: (node, at) => node.getChildren('Block').map((each) => block(each, 'always', at)),
  ConstDeclaration: declarations,
  PropertyDeclaration: declarations,
  FunctionStaticDeclaration: declarations,
  EnumCase: (node, at) => {
    const [name, value] = meaningfulIn(node);
    return name && value ? [assigned(node, expressionOf(name, at), expressionOf(value, at))] : [];
  },
  EchoStatement: shown,
  GlobalDeclaration: (node, at) =>
    node.getChildren('VariableName').map((each) => assigned(node, expressionOf(each, at), other(each))),
  UnsetStatement: (node, at) =>
    meaningfulIn(node).map((each) => ({ ...assigned(node, expressionOf(each, at), undefined), isDeleted: true })),
};

/** What is shown is not sent: `echo` is a function to us. */
function shown(node: SyntaxNode, at: Reading): readonly Statement[] {
  const [word, ...values] = childrenOf(node);
  const span = spanOf(node);
  const callee = { kind: 'name', span: word ? spanOf(word) : span, name: 'print' } as const;
  const args = values.filter(isMeaningful).map((each) => ({ value: expressionOf(each, at) }));
  return [{ kind: 'expression', span, value: { kind: 'call', span, callee, args, isNew: false } }];
}

/** What is not in the list is read for the calls in it; nested deeper than people nest, there are none. */
const statementOf = readerOf(
  reads,
  (node, at) => (isMeaningful(node) ? expressionsIn(node, childrenOf(node), at) : []),
  () => [],
);

/** `$a = value`, `$a = $b = value`, `$a .= value`, `define('A', value)`, or any other expression. */
function valueStatement(statement: SyntaxNode, node: SyntaxNode, at: Reading): readonly Statement[] {
  if (node.name === 'AssignmentExpression') return assignments(statement, node, at);
  if (node.name === 'UpdateExpression') {
    const [target, , value] = childrenOf(node);
    const found = target && targetOf(target, at);
    return found ? [{ ...assigned(statement, found, value && expressionOf(value, at)), isUpdate: true }] : [];
  }
  const value = expressionOf(node, at);
  const defined =
    value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'define' ? value.args : [];
  const [name, constant] = defined;
  if (name && constant && name.value.kind === 'literal')
    return [
      assigned(statement, { kind: 'name', span: name.value.span, name: String(name.value.value) }, constant.value),
    ];
  return [settingsMade(statement, value) ?? { kind: 'expression', span: spanOf(statement), value }];
}

/** `$meeting->settings()->make([…])` of a package for Laravel: the settings of the meeting. */
function settingsMade(statement: SyntaxNode, value: Expression): Statement | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.key !== 'make') return undefined;
  const { object } = value.callee;
  const settings = object.kind === 'call' && object.args.length === 0 ? object.callee : undefined;
  const isSettings = settings?.kind === 'member' && settings.key === 'settings';
  return isSettings ? { ...assigned(statement, settings, value.args[0]?.value), isShared: true } : undefined;
}

function assignments(statement: SyntaxNode, node: SyntaxNode, at: Reading): readonly Statement[] {
  const targets: SyntaxNode[] = [];
  let last: SyntaxNode | undefined = node;
  let isReference = false;
  while (last?.name === 'AssignmentExpression') {
    const [target, , ...rest]: readonly SyntaxNode[] = childrenOf(last);
    if (target) targets.push(target);
    isReference ||= rest[0]?.name === '&';
    last = rest.at(-1);
  }
  const value = last && isMeaningful(last) && !isReference ? expressionOf(last, at) : other(node);
  return targets.map((each) => ({
    ...assigned(statement, targetOf(each, at), value),
    ...(targets.length > 1 && { isShared: true }),
  }));
}

/** `[$a, $b] = …` and `list($a, $b) = …` are patterns. */
function targetOf(node: SyntaxNode, at: Reading): Expression {
  const target = expressionOf(node, at);
  if (target.kind === 'list') return other(node, target.items);
  return target.kind === 'object'
    ? other(
        node,
        target.entries.map(({ value }) => value),
      )
    : target;
}

function assigned(statement: SyntaxNode, target: Expression, value: Expression | undefined) {
  return { kind: 'assign', span: spanOf(statement), target, value, declares: false } as const;
}

/** `const A = 1;`, `public $a = 1, $b;`, `static $a = 1;`. */
function declarations(node: SyntaxNode, at: Reading): readonly Statement[] {
  return node.getChildren('VariableDeclarator').flatMap((each) => {
    const [name, , value] = childrenOf(each);
    return name
      ? [assigned(node, expressionOf(name, at), value && isMeaningful(value) ? expressionOf(value, at) : undefined)]
      : [];
  });
}

function classOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  const name = node.getChild('Name');
  const body = node.getChild('DeclarationList') ?? node.getChild('EnumBody');
  const named = name ? { name: textOf(name, at) } : {};
  return [
    { kind: 'block', span: spanOf(node), runs: 'class', ...named, body: body ? asFields(statementsOf(body, at)) : [] },
  ];
}

/** Words, conditions and what depends on them: a block, or one statement. */
function branches(node: SyntaxNode, at: Reading): readonly Statement[] {
  let word = '';
  return childrenOf(node).flatMap((each): readonly Statement[] => {
    if (/^[a-z]/.test(each.name)) word = each.name;
    if (!isMeaningful(each) || each.name === 'CatchDeclarator') return [];
    const isCondition = each.name === 'ParenthesizedExpression' || each.name === 'ForSpec';
    if (isCondition)
      return node.name === 'ForeachStatement' ? headOf(each, at) : expressionsIn(each, childrenOf(each), at);
    return [blockOf(each, runsAfter(word), at)];
  });
}

function runsAfter(word: string): BlockStatement['runs'] {
  if (/^(?:while|do|for|foreach)$/.test(word)) return 'often';
  return /^(?:try|finally|switch)$/.test(word) ? 'always' : 'sometimes';
}

function blockOf(node: SyntaxNode, runs: BlockStatement['runs'], at: Reading): BlockStatement {
  if (/Block$/.test(node.name)) return block(node, runs, at);
  return { kind: 'block', span: spanOf(node), runs, body: statementOf(node, at) };
}

function block(node: SyntaxNode, runs: BlockStatement['runs'], at: Reading): BlockStatement {
  return { kind: 'block', span: spanOf(node), runs, body: statementsOf(node, at) };
}

/** `foreach ($values as $key => $value)`: the targets have other values each time. */
function headOf(node: SyntaxNode, at: Reading): readonly Statement[] {
  const [values, ...targets] = meaningfulIn(node);
  const bound = targets.flatMap((each) => (each.name === 'Pair' ? meaningfulIn(each) : [each]));
  return [
    ...(values ? expressionsIn(node, [values], at) : []),
    ...bound.map((each) => assigned(node, targetOf(each, at), other(each))),
  ];
}
