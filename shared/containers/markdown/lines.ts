/** A line of Markdown, of which quotes and lists have taken the beginning. */
export interface Line {
  /** Of the whole line. */
  readonly start: number;
  /** Where what is left of it begins. */
  readonly at: number;
  /** The column there: a tab leads to the next multiple of four. */
  readonly column: number;
  /** Of the first sign that is not a blank. */
  readonly content: number;
  /** Columns between. */
  readonly indent: number;
  readonly isBlank: boolean;
  /** Before the line end, and after it. */
  readonly end: number;
  readonly next: number;
}

export function lineAt(text: string, start: number): Line {
  const at = text.indexOf('\n', start);
  const next = at < 0 ? text.length : at + 1;
  const end = at < 0 ? text.length : at > start && text[at - 1] === '\r' ? at - 1 : at;
  return lineFrom(text, { start, end, next }, start, 0);
}

/** What is left of the line from this offset on, which is in this column. */
export function lineFrom(text: string, line: Pick<Line, 'start' | 'end' | 'next'>, at: number, column: number): Line {
  let content = at;
  let reached = column;
  while (content < line.end && isBlankSign(text[content])) {
    reached = afterSign(text[content], reached);
    content++;
  }
  const { start, end, next } = line;
  return { start, at, column, content, indent: reached - column, isBlank: content === end, end, next };
}

/** The line without so many columns of blanks; a tab that is wider stays, as what is left of it. */
export function withoutColumns(text: string, line: Line, columns: number): Line {
  let { at, column } = line;
  const target = column + columns;
  while (at < line.content && afterSign(text[at], column) <= target) {
    column = afterSign(text[at], column);
    at++;
  }
  return lineFrom(text, line, at, column);
}

function isBlankSign(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

function afterSign(sign: string | undefined, column: number): number {
  return sign === '\t' ? column + 4 - (column % 4) : column + 1;
}

/** Whether the line closes a fence of these signs: at least as many of them, and nothing behind. */
export function closesFence(text: string, { content, end }: Line, sign: string): boolean {
  let at = content;
  while (at < end && text[at] === sign[0]) at++;
  const count = at - content;
  while (at < end && isBlankSign(text[at])) at++;
  return count >= sign.length && at === end;
}

/** A longer line would be looked through again for each list that begins in it: `- - - - …`. */
const longestRule = 1000;

/** Whether the line is a rule across the page: `---`, `* * *`. */
export function isRule(text: string, { content, end }: Line): boolean {
  const sign = text[content];
  if ((sign !== '-' && sign !== '*' && sign !== '_') || end - content > longestRule) return false;
  let count = 0;
  for (let at = content; at < end; at++) {
    if (text[at] === sign) count++;
    else if (!isBlankSign(text[at])) return false;
  }
  return count >= 3;
}
