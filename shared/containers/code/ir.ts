/**
 * Code as the finder sees it, the same for every language: what is assigned, called and returned, and the values in it.
 * Parentheses, casts, `await` and types are left out. Spans are offsets in the file, but for those in functions.
 */
import type { Span } from '../../finding.ts';
import type { ObjectForm } from '../../json/codeWriting.ts';
import type { TextMap } from '../../json/textMap.ts';

export type Expression =
  | ObjectExpression
  | ListExpression
  | LiteralExpression
  | TextExpression
  | NameExpression
  | MemberExpression
  | CallExpression
  | ChoiceExpression
  | FunctionExpression
  | OtherExpression;

/** `{ a: 1 }`, `dict(a=1)`, `['a' => 1]`, `array('a' => 1)`. */
export interface ObjectExpression {
  readonly kind: 'object';
  readonly span: Span;
  /** Behind its opening bracket: of `dict(a=1)`, behind the parenthesis. */
  readonly begin: number;
  /** How it is written in the text, where it has moved by so much. */
  readonly form: (text: string, by: number) => ObjectForm;
  /** False where its closing bracket is missing, or something in it cannot be read. */
  readonly isComplete: boolean;
  /** In the order of the text. */
  readonly entries: readonly Entry[];
}

/** `comma`: the offset of the comma behind it. `span`: from the key to the end of the value, a cast included. */
export type Entry = { readonly span: Span; readonly comma: number | undefined } & (
  | { readonly kind: 'key'; readonly key: string; readonly keySpan: Span; readonly value: Expression }
  /** `[name]: value`: its key is not known. */
  | { readonly kind: 'computed'; readonly key: Expression; readonly value: Expression }
  /** `...value`, `**value`; also what can hold any key for another reason. */
  | { readonly kind: 'spread'; readonly value: Expression }
);

/** Where an entry is. */
export type EntryPlace = {
  readonly span: Span;
  readonly comma: number | undefined;
  readonly value: { readonly span: Span };
} & ({ readonly kind: 'key'; readonly key: string; readonly keySpan: Span } | { readonly kind: 'computed' | 'spread' });

interface ListExpression {
  readonly kind: 'list';
  readonly span: Span;
  /** A spread in it is an 'other'. */
  readonly items: readonly Expression[];
  readonly commas: readonly number[];
}

/** A string without unknown parts, a number, `true`, `None`; `undefined` is what JavaScript does not send. */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly span: Span;
  readonly value: string | number | boolean | null | undefined;
  /** Of a string: how its content is written. */
  readonly written?: () => WrittenText;
}

/** The content of a string literal, whose escapes are decoded, and where each part of it is in the file. */
export interface WrittenText {
  /** Parts that are filled in are in it as `${…}`, which JSON texts know as placeholders. */
  readonly text: string;
  readonly map: TextMap;
}

/** A text with parts that are filled in: a template, an f-string, `a + b`, `'…' % b`, `'…'.format(b)`. */
export interface TextExpression {
  readonly kind: 'text';
  readonly span: Span;
  /** A string is a part as it is; its escapes are decoded. */
  readonly parts: readonly (string | Expression)[];
  /** Of a single literal. */
  readonly written?: () => WrittenText;
}

/** A variable. In PHP without its `$`. */
export interface NameExpression {
  readonly kind: 'name';
  readonly span: Span;
  readonly name: string;
}

/** `a.b`, `a?.b`, `a['b']`, `$a->b`, `A::b`; `this` and `self` are names. */
export interface MemberExpression {
  readonly kind: 'member';
  readonly span: Span;
  readonly object: Expression;
  /** Undefined where it is computed, or missing: `$a[] =`. */
  readonly key: string | undefined;
  /** Quotes included, brackets and dots not. */
  readonly keySpan: Span;
  /** What computes the key. */
  readonly computed?: Expression;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly span: Span;
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** Behind the parenthesis, where arguments can have names. */
  readonly begin?: number;
  /** `new Meeting({ … })`: an object is made, or a class whose name begins like one in Python. */
  readonly isNew: boolean;
}

export interface Argument {
  /** `json=payload`. */
  readonly name?: string;
  /** Where an argument with a name can be a field of a body: `create(topic=topic)`. */
  readonly nameSpan?: Span;
  readonly comma?: number | undefined;
  readonly value: Expression;
  /** `...args`, `*args`, `**kw`. */
  readonly isSpread?: boolean;
}

/** One of them: `a || b`, `a ?? b`, `c ? a : b`, `a or b`, `a if c else b`. */
interface ChoiceExpression {
  readonly kind: 'choice';
  readonly span: Span;
  readonly options: readonly Expression[];
}

export interface FunctionExpression {
  readonly kind: 'function';
  readonly span: Span;
  readonly content: FunctionContent;
}

/** Spans in it count from where the function begins: one that moves keeps its content. */
export interface FunctionContent {
  readonly name: string | undefined;
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
}

export interface Parameter {
  /** Undefined for a pattern. */
  readonly name: string | undefined;
  /** The names that a pattern takes apart: `({ topic, settings })`. */
  readonly names?: readonly string[];
  /** `settings = { … }`: the value where none is given. */
  readonly default?: Expression;
}

/** Anything else: nothing is known about its value. `parts` may have calls in them. */
export interface OtherExpression {
  readonly kind: 'other';
  readonly span: Span;
  readonly parts: readonly Expression[];
}

export type Statement = AssignStatement | ExpressionStatement | ReturnStatement | FunctionStatement | BlockStatement;

/** `span` of each: the whole statement, with what ends it (`;`) and without the comments around it. */
export interface AssignStatement {
  readonly kind: 'assign';
  readonly span: Span;
  /** A name or a member; for a pattern, an 'other' whose parts are the names. */
  readonly target: Expression;
  /** Undefined: it is declared without a value, or deleted (`isDeleted`). */
  readonly value: Expression | undefined;
  /** `const`, `let`, `var`: a new variable of the block. In Python and PHP false. */
  readonly declares: boolean;
  /** `+=`, `||=`, `|=`: what it is afterwards is not known. */
  readonly isUpdate?: boolean;
  readonly isDeleted?: boolean;
  /** Several are declared or assigned in one statement: it cannot be removed or repeated. */
  readonly isShared?: boolean;
}

interface ExpressionStatement {
  readonly kind: 'expression';
  readonly span: Span;
  readonly value: Expression;
}

interface ReturnStatement {
  readonly kind: 'return';
  readonly span: Span;
  readonly value: Expression | undefined;
}

/** A named function or method. */
interface FunctionStatement {
  readonly kind: 'function';
  readonly span: Span;
  readonly function: FunctionExpression;
}

/**
 * Statements in statements. always: they run once (a bare block, `with`, `try`). sometimes: a branch, a handler. often: a
 * loop. class: its methods and fields. The value of a condition is an expression statement in front of it.
 */
export interface BlockStatement {
  readonly kind: 'block';
  readonly span: Span;
  readonly runs: 'always' | 'sometimes' | 'often' | 'class';
  /** Of a class. */
  readonly name?: string;
  readonly body: readonly Statement[];
}
