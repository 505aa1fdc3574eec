/** Paths held against patterns, in time that grows with the length of the one times that of the other: nothing is tried twice. */

/** What one part of a pattern takes: a character for itself, one of several, or any number of any. */
export type Token = string | OneOf | typeof star | typeof stars;

/** Whether a character, which may be two code units, is one of those that are meant. */
export type OneOf = (character: string) => boolean;

export const star = Symbol('any number of characters of one name');
/** Two or more, written side by side. */
export const stars = Symbol('any number of folders, where it is a whole name; else as one star');

/** A pattern for one name; tokens for a name, by what is quickest to compare. */
type Segment = string | readonly Token[] | typeof stars;

/** A pattern without alternatives. */
export interface PathPattern {
  /** What every path that it matches begins with. */
  readonly beginning: string;
  readonly segments: readonly Segment[];
}

/** Two stars that are a whole name stand for any number of folders, at the end for all that is in them. */
export function pathPattern(tokens: readonly Token[]): PathPattern {
  const firstWild = tokens.findIndex((token) => typeof token !== 'string');
  const fixed = firstWild < 0 ? tokens : tokens.slice(0, firstWild);
  const segments: Segment[] = [];
  for (const name of namesIn(tokens)) {
    const segment = segmentOf(name);
    if (segment !== stars || segments.at(-1) !== stars) segments.push(segment);
  }
  return { beginning: fixed.join(''), segments };
}

function namesIn(tokens: readonly Token[]): readonly Token[][] {
  const names: Token[][] = [[]];
  for (const token of tokens) {
    if (token === '/') names.push([]);
    else names.at(-1)?.push(token);
  }
  return names;
}

function segmentOf(name: readonly Token[]): Segment {
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
      // One folder more for the last `**`: what an earlier one might take instead would leave the rest no better off.
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
function matchesTokens(tokens: readonly Token[], name: string): boolean {
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

/** Half of a pair counts as a character where its other half is missing. */
export function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) as number);
}
