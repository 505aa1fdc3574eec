/** Matches paths against patterns in time proportional to the product of their lengths: only the last star is ever extended. */

/** What one part of a pattern matches: a literal character, one of several, or any number of any. */
export type PatternToken = string | OneOf | typeof star | typeof stars;

/** Tests a character, which may be two code units. */
export type OneOf = (character: string) => boolean;

export const star = Symbol('any number of characters of one name');
/** Two or more in a row. */
export const stars = Symbol('any number of folders, where it is a whole name; else as one star');

/** A pattern for one name; a plain string if it has no wildcards, which is faster to compare. */
type Segment = string | readonly PatternToken[] | typeof stars;

/** A pattern without alternatives. */
export interface PathPattern {
  /** What every matching path begins with. */
  readonly beginning: string;
  readonly segments: readonly Segment[];
}

/** Two stars as a whole name match any number of folders; at the end, everything in them. */
export function pathPattern(tokens: readonly PatternToken[]): PathPattern {
  const firstWild = tokens.findIndex((token) => typeof token !== 'string');
  const fixed = firstWild < 0 ? tokens : tokens.slice(0, firstWild);
  const segments: Segment[] = [];
  for (const name of namesIn(tokens)) {
    const segment = segmentOf(name);
    if (segment !== stars || segments.at(-1) !== stars) segments.push(segment);
  }
  return { beginning: fixed.join(''), segments };
}

function namesIn(tokens: readonly PatternToken[]): readonly PatternToken[][] {
  const names: PatternToken[][] = [[]];
  for (const token of tokens) {
    if (token === '/') names.push([]);
    else names.at(-1)?.push(token);
  }
  return names;
}

function segmentOf(name: readonly PatternToken[]): Segment {
  if (name.every((token) => typeof token === 'string')) return name.join('');
  return name.length === 1 && name[0] === stars ? stars : name;
}

/** `names`: those of the path, its folders first. */
export function matchesPath({ segments }: PathPattern, names: readonly string[]): boolean {
  let at = 0;
  let behind: { readonly segment: number; name: number } | undefined;
  for (let name = 0; name < names.length; ) {
    const segment = segments[at];
    if (segment === stars) {
      if (++at === segments.length) return true;
      behind = { segment: at, name };
    } else if (segment !== undefined && matchesName(segment, names[name] as string)) {
      at++;
      name++;
    } else if (behind) {
      // Let the last `**` match one folder more. It is never necessary to extend an earlier one.
      at = behind.segment;
      name = ++behind.name;
    } else return false;
  }
  return at === segments.length;
}

function matchesName(segment: Exclude<Segment, typeof stars>, name: string): boolean {
  return typeof segment === 'string' ? segment === name : matchesTokens(segment, name);
}

/** The same, character by character. */
function matchesTokens(tokens: readonly PatternToken[], name: string): boolean {
  let at = 0;
  let behind: { readonly token: number; offset: number } | undefined;
  for (let offset = 0; offset < name.length; ) {
    const token = tokens[at];
    const character = characterAt(name, offset);
    if (token === star || token === stars) {
      if (++at === tokens.length) return true;
      behind = { token: at, offset };
    } else if (token !== undefined && (typeof token === 'string' ? token === character : token(character))) {
      at++;
      offset += character.length;
    } else if (behind) {
      at = behind.token;
      behind.offset += characterAt(name, behind.offset).length;
      offset = behind.offset;
    } else return false;
  }
  while (tokens[at] === star || tokens[at] === stars) at++;
  return at === tokens.length;
}

/** The character at the offset; an unpaired surrogate counts as one. */
export function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) as number);
}
