/** Text in columns: how wide it is on a terminal, and where it breaks. */

/** Lines of at most so many columns, broken at blanks, and within words that are longer. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, width))) {
    if (line === '') line = word;
    else if (widthOf(line) + 1 + widthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in parts of at most so many columns; a URL stays whole, to be followed. */
function broken(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width || /https?:/.test(word)) return [word];
  const parts = [''];
  for (const character of word) {
    const last = parts.length - 1;
    if (parts[last] !== '' && widthOf(`${parts[last]}${character}`) > width) parts.push(character);
    else parts[last] += character;
  }
  return parts;
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** In columns of a terminal: characters of East Asian scripts and emoji take two, combining marks none. */
export function widthOf(text: string): number {
  // Nearly all that is printed: thousands of lines in a large repository.
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += /\p{M}|\u200D/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Filled up with blanks. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
