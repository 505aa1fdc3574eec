/**
 * Values that a template, a shell or a person fills in later. The list is short on purpose: `a$b%c` and `<3abc` are
 * passcodes, and a value that is mistaken for a placeholder is not checked.
 */
import { behindBlanks } from './tokens.ts';

/** Also as a part of a string. No text takes long: each repetition ends soon, and there is no other one in it. */
const inString = [
  // {{passcode}}, {{ user.passcode }}, {{$guid}}: Postman, Mustache, Jinja, Insomnia
  /\{\{[^{}"\r\n]{1,100}\}\}/,
  // ${PASSCODE}, ${env.PASSCODE}, ${PASSCODE:-abc}: shells, JavaScript
  /\$\{[A-Za-z_][^{}"\r\n]{0,100}\}/,
  // <%= passcode %>: ERB, EJS
  /<%[^%"\r\n]{1,100}%>/,
];

const wholeString = [
  // <string>, <YOUR_PASSCODE>, <your passcode>
  /^<[A-Za-z][\w. -]{0,60}>$/,
  // %PASSCODE%: Windows
  /^%[A-Za-z_]\w{0,60}%$/,
  // $PASSCODE2, $userPasscode; a lower-case word with digits may well be a passcode
  /^\$[A-Z_][A-Z0-9_]{1,60}$/,
  /^\$[A-Za-z_]{1,60}$/,
  // $(make-passcode)
  /^\$\([^()"\r\n]{1,100}\)$/,
];

/** The same without quotes, and so without blanks where nothing else says where it ends. ${{ x }}: GitHub. {{{x}}}: Mustache. */
const bare = [
  /\{\{\{[^{}"\r\n]{1,100}\}\}\}/y,
  /\$?\{\{[^{}"\r\n]{1,100}\}\}/y,
  /\$\{[A-Za-z_][^{}"\r\n]{0,100}\}/y,
  /<%[^%"\r\n]{1,100}%>/y,
  /<[A-Za-z][\w.-]{0,60}>/y,
  /%[A-Za-z_]\w{0,60}%/y,
];

/** What is known about a string that is or contains a placeholder; undefined for an ordinary one. */
export function openString(value: string): 'string' | 'boolean' | undefined {
  if (value === '<boolean>') return 'boolean';
  // Written by tools that generate examples from an API description.
  if (value === 'string') return 'string';
  // Nearly all strings are without these signs, and need not be tested.
  const isWhole = '$<%'.includes(value.charAt(0)) && wholeString.some((each) => each.test(value));
  return isWhole || holdsPlaceholder(value) ? 'string' : undefined;
}

/** Whether a part of the string is filled in later. */
export function holdsPlaceholder(value: string): boolean {
  return mayHoldPlaceholder(value) && inString.some((each) => each.test(value));
}

/** Nearly all texts contain none of these, and need not be tested further. */
export function mayHoldPlaceholder(text: string): boolean {
  return text.includes('{{') || text.includes('${') || text.includes('<%');
}

function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}

interface ReadableText {
  /** The text with a number of the same length in place of each placeholder without quotes. */
  readonly text: string;
  /** The offsets of those. */
  readonly placeholders: ReadonlySet<number>;
}

/**
 * Makes a text with placeholders without quotes parsable: `"waiting_room": {{waitingRoom}}`. They are never valid JSON, so a
 * text that can be parsed as it is stays unchanged.
 */
export function withoutPlaceholders(text: string): ReadableText {
  const placeholders = barePlaceholders(text);
  return {
    text: replaced(text, placeholders, ({ length }) => '1'.repeat(length)),
    placeholders: new Set(placeholders.keys()),
  };
}

/** The text with quotes around the placeholders that have none: JSON for those who only read it. */
export function quotedPlaceholders(text: string): string {
  return replaced(text, barePlaceholders(text), (placeholder) => JSON.stringify(placeholder));
}

/** By offset, the lengths of the placeholders without quotes. */
function barePlaceholders(text: string): ReadonlyMap<number, number> {
  const placeholders = new Map<number, number>();
  if (signs.some((each) => text.includes(each)) && maybe.test(text))
    findBare(text, (start, length) => placeholders.set(start, length));
  return placeholders;
}

function replaced(text: string, spans: ReadonlyMap<number, number>, by: (found: string) => string): string {
  const parts: string[] = [];
  let end = 0;
  for (const [start, length] of spans) {
    parts.push(text.slice(end, start), by(text.slice(start, start + length)));
    end = start + length;
  }
  return parts.join('') + text.slice(end);
}

/** Most texts contain none of these, or not as a value, and need not be scanned. */
const signs = ['{{', '${', '<', '%'];
const maybe = /(?:^|[:,[\r\n]|\*\/)[ \t\uFEFF]*(?:\{\{|\$\{|<%|[<%][A-Za-z_])/;

/** The beginning of a string or a comment, which are skipped; a sign, blanks, or a word. */
const token = /[{}[\],:]|\s+|"|\/\/[^\r\n]*|\/\*|[^\s{}[\],:"/]+/y;
const plain = /[^"\\\r\n]*/y;

function findBare(text: string, found: (start: number, length: number) => void): void {
  const open: string[] = [];
  let before = '';
  let at = 0;
  while (at < text.length) {
    const isValue = before === ':' || before === '[' || (before === ',' && open.at(-1) === '[');
    const length = isValue ? bareLength(text, at) : before === '' ? wholeLength(text, at) : 0;
    const sign = length > 0 ? '' : tokenAt(text, at);
    if (length > 0) found(at, length);
    if (sign === '{' || sign === '[') open.push(sign);
    if (sign === '}' || sign === ']') open.pop();
    const end = length > 0 ? at + length : endOf(text, at, sign);
    if (!/^\s|^\/[/*]/.test(sign)) before = sign;
    at = end;
  }
}

/** The length of the placeholder, which must be followed by the end of a value. */
function bareLength(text: string, offset: number): number {
  const lengths = bare.map((each) => lengthAt(each, text, offset));
  const length = lengths.find((each) => each > 0) ?? 0;
  return /^[\s,}\]/]?$/.test(text.charAt(offset + length)) ? length : 0;
}

/** The same for one that is all there is in the text. */
function wholeLength(text: string, offset: number): number {
  const length = bareLength(text, offset);
  return length > 0 && behindBlanks(text, offset + length) === text.length ? length : 0;
}

function tokenAt(text: string, offset: number): string {
  token.lastIndex = offset;
  return token.exec(text)?.[0] ?? text.charAt(offset);
}

function endOf(text: string, offset: number, sign: string): number {
  if (sign === '"') return endOfString(text, offset);
  if (sign !== '/*') return offset + sign.length;
  const close = text.indexOf('*/', offset + 2);
  return close < 0 ? text.length : close + 2;
}

/** After the closing quote; without one, the end of the line. */
function endOfString(text: string, offset: number): number {
  let at = offset + 1 + lengthAt(plain, text, offset + 1);
  while (text[at] === '\\') at += 2 + lengthAt(plain, text, at + 2);
  return text[at] === '"' ? at + 1 : Math.min(at, text.length);
}
