/** Printed text of files without the passcodes in it, wherever in a line a hand may have put one. */
import { codes, fieldNames, nearestName, profileKeys, spelled } from '../../../shared/index.ts';

const mask = '•••';

/** A part of a line, and what is printed of it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

const keys: readonly string[] = [...new Set([...fieldNames, ...Object.values(profileKeys).flat(), ...codes])];
const spelledKeys = keys.map(spelled);

/** Words that occur in files around requests and are not passcodes. */
const words = new Set(
  `${keys.join(' ')} true false null undefined none True False None on off yes no
  create update basic pro business enterprise education api trial hint information warning error
  const let var return new this self async await function def import from export default if else
  fetch axios requests client session http https curl json data body payload headers method url params response
  GET POST PATCH PUT zoom meetings meeting users me application zoom-request-lens-ignore
  dumps stringify JSON raw item info mode header key value url
  -X -H -d --request --header --data --data-raw --json`.split(/\s+/),
);

const signs = /^(?:\/\/|\/\*+|\*+\/|#|=>|\+|\.+|[<>&|\\*-]+)$/;

/** What they hold is written for people, and is not a passcode. */
const speaking = new Set(
  `topic agenda start_time end_date_time timezone duration authentication_option authentication_name files
  operation rules plan licenses capturedAt pointer at meeting occurrence id name code weekly_days`.split(/\s+/),
);

const plainValue = /^(?:-?\d{1,3}|20\d\d-\d\d-\d\d[T\d:.Z+-]*|\{\{[\w. -]{1,60}\}\}|\$\{[\w. -]{1,60}\})$/;

/** The only values of a passcode that are none themselves. */
const filledIn = /^(?:true|false|null|none|undefined|\{\{[\w. -]{1,60}\}\}|\$\{[\w. -]{1,60}\})$/i;

/** Strings, what is between words, and words. */
const tokens = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`(?:[^`\\]|\\.)*`?|[\s{}[\]:,()=;]+|[^\s{}[\]:,()=;"'`]+/gs;

/** The same in a string, in which the quotes and line breaks of a body are escaped. */
const escapedTokens =
  /\\"(?:[^\\]|\\\\(?:\\.|[^\\])|\\[^"\\])*(?:\\")?|(?:[\s{}[\]:,()=;]|\\[nrt])+|(?:[^\s{}[\]:,()=;\\]|\\[^nrt"])+|\\/gs;

/** A string that holds a body: of curl, of a collection, of code. */
const bodyInString = /^(["'`])(?:\s|\\[nrt])*[{[]/;

/**
 * The pieces of a line, in its order. Shown is only what is known to be harmless: field names, literals, values of fields that are
 * written for people. A passcode may be anywhere: in a comment, as a key, in a text that breaks off.
 */
export function maskedPieces(line: string): readonly Piece[] {
  return piecesOf(line, tokens, bodyPieces);
}

/** `within`: the pieces of a string, undefined where it is one piece. */
function piecesOf(
  line: string,
  expression: RegExp,
  within: (token: string) => readonly Piece[] | undefined,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let word = '';
  let key = '';
  for (const { 0: token, index } of line.matchAll(expression)) {
    const end = index + token.length;
    const isBetween = /^(?:[\s{}[\]:,()=;]|\\[nrt])/.test(token);
    const inner = /pass|pwd/i.test(key) ? undefined : within(token);
    const shown = isBetween ? token : shownOf(token, line.slice(end, end + 20), key);
    if (inner) for (const each of inner) pieces.push({ ...each, start: index + each.start, end: index + each.end });
    else pieces.push({ start: index, end, shown });
    if (isBetween) key = /^(?:\s|\\[nrt])*[:=](?:[\s[]|\\[nrt])*$/.test(token) ? word : '';
    else word = insideOf(token);
  }
  return pieces;
}

/** Of a string that holds a body: its quotes, and what a line with the body would show. */
function bodyPieces(token: string): readonly Piece[] | undefined {
  const quote = bodyInString.exec(token)?.[1];
  if (quote === undefined) return undefined;
  const end = token.length > 1 && token.endsWith(quote) ? token.length - 1 : token.length;
  const inside = token.slice(1, end);
  const inner = piecesOf(inside, inside.includes('\\"') ? escapedTokens : tokens, () => undefined);
  return [
    { start: 0, end: 1, shown: quote },
    ...inner.map((each) => ({ ...each, start: each.start + 1, end: each.end + 1 })),
    { start: end, end: token.length, shown: token.slice(end) },
  ];
}

/** The line with all that is not known to be harmless replaced. */
export function masked(line: string): string {
  return maskedPieces(line)
    .map(({ shown }) => shown)
    .join('');
}

/** Whether a field that is named for a passcode has a value of its own in the text. */
export function isPasscodeIn(text: string): boolean {
  return /pass|pwd/i.test(text) && masked(text) !== text;
}

function shownOf(token: string, after: string, key: string): string {
  const inside = insideOf(token);
  if (isHarmless(token, inside, /^\s*[:=]/.test(after), key)) return token;
  const quote = /^\\?["'`]/.exec(token)?.[0] ?? '';
  return `${quote}${mask}${quote}`;
}

function isHarmless(token: string, inside: string, isKey: boolean, key: string): boolean {
  if (/pass|pwd/i.test(key)) return filledIn.test(inside);
  return (
    words.has(inside) ||
    plainValue.test(inside) ||
    (inside === token && signs.test(token)) ||
    (isKey && nearestName(spelled(inside), spelledKeys, ({ bare }) => (bare.length > 4 ? 2 : 0)) !== undefined) ||
    (speaking.has(key) && inside.length <= 200 && !/pass|pwd|\bpw\b|pin|code|clave|contrase|kennw|secret/i.test(inside))
  );
}

/** Without its quotes. */
function insideOf(token: string): string {
  return /^(\\"|["'`])(.*?)\1?$/s.exec(token)?.[2] ?? token;
}
