import { type Text, text } from '../text.ts';
import { characterAt, type OneOf, type PathPattern, type PatternToken, pathPattern, star, stars } from './segments.ts';

/** Longer ones are not read. */
export const maxPatternLength = 1000;

/** The number of plain patterns that `{a,b}` may expand to. */
const maxAlternatives = 100;

/** A pattern of paths: one of these must match. Else what is wrong with it, in a sentence. */
type Pattern = { readonly alternatives: readonly PathPattern[] } | PatternProblem;

interface PatternProblem {
  readonly problem: Text;
}

/**
 * Reads `*` (within a name), `**` (across folders), `?`, `[…]` with ranges and `!` or `^`, `{a,b}`; a backslash makes the
 * next character literal. Syntax of other tools is a problem, so that it is not misread. Never throws.
 */
export function readPattern(pattern: string): Pattern {
  if (pattern === '') return { problem: text`This pattern is empty.` };
  if (pattern.length > maxPatternLength) return { problem: text`This pattern is longer than 1,000 characters.` };
  if (pattern[0] === '!') return { problem: text`An exclamation mark does not negate this pattern.` };
  const lexemes = lexemesOf(pattern.replace(/^(?:\.\/)+/, ''), 'ours');
  if ('problem' in lexemes) return lexemes;
  const expanded = withoutBraces(lexemes);
  return 'problem' in expanded ? expanded : { alternatives: expanded.map(pathPattern) };
}

/** A pattern of `.gitignore`, which has no alternatives; undefined for a broken one. */
export function readGitPattern(pattern: string): PathPattern | undefined {
  const lexemes = lexemesOf(pattern, 'git');
  return 'problem' in lexemes
    ? undefined
    : pathPattern(lexemes.filter((each): each is PatternToken => !isBraceMark(each)));
}

/** A brace, or a comma between braces. */
interface BraceMark {
  readonly mark: '{' | ',' | '}';
}

type Lexeme = PatternToken | BraceMark;

function isBraceMark(lexeme: Lexeme): lexeme is BraceMark {
  return typeof lexeme === 'object';
}

/** One lexeme of the pattern and where the next begins. */
interface LexemeAt {
  readonly lexeme: Lexeme;
  readonly end: number;
}

function lexemesOf(pattern: string, dialect: 'ours' | 'git'): readonly Lexeme[] | PatternProblem {
  const lexemes: Lexeme[] = [];
  let depth = 0;
  for (let at = 0; at < pattern.length; ) {
    const step = (dialect === 'ours' ? braceOrGroup(pattern, at, depth) : undefined) ?? wildcard(pattern, at);
    if ('problem' in step) return step;
    const { lexeme, end } = step;
    if (isBraceMark(lexeme) && lexeme.mark !== ',') depth += lexeme.mark === '{' ? 1 : -1;
    lexemes.push(lexeme);
    at = end;
  }
  return depth > 0 ? { problem: text`A brace is not closed in this pattern.` } : lexemes;
}

/** Braces, and unsupported groups. A comma or closing brace without an opening brace is literal. */
function braceOrGroup(pattern: string, at: number, depth: number): LexemeAt | PatternProblem | undefined {
  const character = pattern[at];
  if (character === '{' || (depth > 0 && (character === ',' || character === '}')))
    return { lexeme: { mark: character }, end: at + 1 };
  const isGroup = character === '|' || (character === '(' && '+@!?*'.includes(pattern[at - 1] ?? ' '));
  return isGroup ? { problem: text`Groups in parentheses are not supported in patterns.` } : undefined;
}

function wildcard(pattern: string, at: number): LexemeAt | PatternProblem {
  switch (pattern[at]) {
    case '*': {
      let end = at + 1;
      while (pattern[end] === '*') end++;
      return { lexeme: end - at > 1 ? stars : star, end };
    }
    case '?':
      return { lexeme: () => true, end: at + 1 };
    case '[':
      return bracket(pattern, at);
    case '\\': {
      if (at + 1 === pattern.length)
        return { problem: text`The backslash at the end of this pattern has no character after it.` };
      const lexeme = characterAt(pattern, at + 1);
      return { lexeme, end: at + 1 + lexeme.length };
    }
    default: {
      const lexeme = characterAt(pattern, at);
      return { lexeme, end: at + lexeme.length };
    }
  }
}

/** `[a-z_]`, `[!a-z]`, `[^a-z]`; a closing bracket in first position is literal. */
function bracket(pattern: string, start: number): LexemeAt | PatternProblem {
  const excludes = pattern[start + 1] === '!' || pattern[start + 1] === '^';
  const first = start + (excludes ? 2 : 1);
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = first; at < pattern.length; ) {
    if (pattern[at] === ']' && at > first) return { lexeme: oneOf(ranges, excludes), end: at + 1 };
    if (pattern.startsWith('[:', at))
      return { problem: text`Named classes such as [:alpha:] are not supported in patterns.` };
    const from = characterIn(pattern, at);
    const isRange = pattern[from.end] === '-' && pattern[from.end + 1] !== ']' && from.end + 1 < pattern.length;
    const to = isRange ? characterIn(pattern, from.end + 1) : from;
    if ((to.character.codePointAt(0) as number) < (from.character.codePointAt(0) as number))
      return { problem: text`A range in this pattern runs backwards: put the lower character first.` };
    ranges.push([from.character, to.character]);
    at = to.end;
  }
  return { problem: text`A bracket is not closed in this pattern.` };
}

function characterIn(pattern: string, at: number): { readonly character: string; readonly end: number } {
  const offset = pattern[at] === '\\' && at + 1 < pattern.length ? at + 1 : at;
  const character = characterAt(pattern, offset);
  return { character, end: offset + character.length };
}

function oneOf(ranges: readonly (readonly [from: string, to: string])[], excludes: boolean): OneOf {
  const codes = ranges.map((range) => range.map((each) => each.codePointAt(0) as number) as [number, number]);
  return (character) => {
    const code = character.codePointAt(0) as number;
    return codes.some(([from, to]) => from <= code && code <= to) !== excludes;
  };
}

/** A brace that is being read: the alternatives that are complete, and the current one, which may itself branch. */
interface Brace {
  readonly complete: PatternToken[][];
  current: PatternToken[][];
}

function withoutBraces(lexemes: readonly Lexeme[]): readonly PatternToken[][] | PatternProblem {
  const open: Brace[] = [{ complete: [], current: [[]] }];
  for (const lexeme of lexemes) {
    const brace = open.at(-1) as Brace;
    if (!isBraceMark(lexeme)) for (const each of brace.current) each.push(lexeme);
    else if (lexeme.mark === '{') open.push({ complete: [], current: [[]] });
    else if (lexeme.mark === ',') begin(brace);
    else {
      const problem = close(open);
      if (problem) return problem;
    }
  }
  return open[0]?.current ?? [];
}

function begin(brace: Brace): void {
  for (const each of brace.current) brace.complete.push(each);
  brace.current = [[]];
}

/** Appends each alternative to each pattern read so far. */
function close(open: Brace[]): PatternProblem | undefined {
  const { complete, current } = open.pop() as Brace;
  if (complete.length === 0)
    return { problem: text`Braces in this pattern contain no comma, so they name no alternatives.` };
  const outer = open.at(-1) as Brace;
  const alternatives = [...complete, ...current];
  if (outer.current.length * alternatives.length > maxAlternatives)
    return { problem: text`This pattern expands to more than 100 patterns.` };
  outer.current = outer.current.flatMap((before) => alternatives.map((each) => [...before, ...each]));
  return undefined;
}
