import { nearestName, spelled } from '../../../shared/index.ts';

/** " Did you mean check?"; empty where nothing is near. */
export function didYouMean(word: string, names: readonly string[], before = ''): string {
  const meant = nearestName(spelled(word), names.map(spelled), ({ bare }) => (bare.length > 4 ? 2 : 1));
  return meant === undefined ? '' : ` Did you mean ${before}${meant}?`;
}

/** A value in a sentence, in which it could be read as something else. */
export function quoted(value: string): string {
  return /^[\w-]+$/.test(value) ? value : `'${value}'`;
}

/** "a, b or c" */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
