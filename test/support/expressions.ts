import type { Source } from './sources.ts';

/** A regular expression literal in a source. */
export interface Expression {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** The parts of a source: comments and strings first, since a slash in them does not begin a regular expression. */
const part =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|[{}]|[\w$#]+|\S/gy;

/** Tokens after which a slash is not a division. */
const beforeExpression = /^(?:[(,=:[!&|?{};+\-*%<>~^]|return|typeof|case|of|in|await|yield|)$/;

/** Every regular expression literal in a file, including those in template literals. */
export function expressionsIn({ file, text }: Pick<Source, 'file' | 'text'>): readonly Expression[] {
  const found: Expression[] = [];
  /** For each open brace, whether a template literal continues after it. */
  const braces: boolean[] = [];
  let before = '';
  let at = text.startsWith('#!') ? text.indexOf('\n') : 0;
  while (at < text.length) {
    at = behind(/\s*/y, text, at);
    part.lastIndex = at;
    const token = part.exec(text)?.[0] ?? '';
    const isLiteral = token.length > 1 && token.startsWith('/') && !/^\/[/*]/.test(token);
    const divides = isLiteral && !beforeExpression.test(before);
    if (isLiteral && !divides) found.push({ file, line: text.slice(0, at).split('\n').length, ...partsOf(token) });
    at += divides ? 1 : Math.max(1, token.length);
    if (token === '{') braces.push(false);
    const inTemplate = token === '`' || (token === '}' && braces.pop());
    if (inTemplate) {
      at = behind(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y, text, at);
      const opens = text.startsWith('${', at);
      if (opens) braces.push(true);
      at += opens ? 2 : 1;
      before = opens ? '{' : '`';
    } else if (!/^\/[/*]/.test(token)) before = divides ? '/' : token;
  }
  return found;
}

function partsOf(literal: string): Pick<Expression, 'source' | 'flags'> {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
