/** Zoom's rules for meeting passcodes, the account's own requirement included. */
import { type Text, text } from '../text.ts';

/** Zoom's `meeting_password_requirement`, key by key; what is left out is not required. */
export interface PasscodeRequirement {
  /** The minimum number of characters. */
  readonly length?: number;
  readonly have_letter?: boolean;
  readonly have_number?: boolean;
  readonly have_special_character?: boolean;
  readonly have_upper_and_lower_characters?: boolean;
  readonly only_allow_numeric?: boolean;
  /** n forbids runs of n characters; 0: no rule. */
  readonly consecutive_characters_length?: number;
  /** Zoom warns about weak passcodes and accepts them; what counts as weak is not documented, so we report nothing. */
  readonly weak_enhance_detection?: boolean;
}

/** The maximum number of characters, for both operations. */
export const maxPasscodeLength = 10;

/** The characters that all of Zoom's documentation allows. */
export const agreedCharacters = /^[A-Za-z0-9@_*-]*$/;

/** Printable ASCII, space included: some of Zoom's pages allow more than the agreed characters, without a full list. */
export const printableCharacters = /^[ -~]*$/;

/** Nothing but spaces, which Zoom accepts. */
export function isBlank(passcode: string): boolean {
  return /^ +$/.test(passcode);
}

/** What the passcode lacks, in words that follow "must have"; empty where it meets the requirement. */
export function unmetRequirements(passcode: string, requirement: PasscodeRequirement): readonly Text[] {
  const { length = 0, consecutive_characters_length: run = 0 } = requirement;
  const needs: readonly [boolean | undefined, RegExp | (() => boolean), () => Text][] = [
    [length > 0, () => [...passcode].length >= length, () => text`at least ${length} characters`],
    [requirement.have_letter, /[A-Za-z]/, () => text`a letter`],
    [requirement.have_number && !requirement.only_allow_numeric, /[0-9]/, () => text`a digit`],
    [requirement.have_special_character, /[^A-Za-z0-9]/, () => text`a special character`],
    [
      requirement.have_upper_and_lower_characters,
      () => /[a-z]/.test(passcode) && /[A-Z]/.test(passcode),
      () => text`upper and lower case letters`,
    ],
    [requirement.only_allow_numeric, /^[0-9]*$/, () => text`digits only`],
    [run > 1, () => !hasRun(passcode, run), () => text`at most ${run - 1} equal or consecutive characters in a row`],
  ];
  return needs.flatMap(([required, test, words]) => {
    if (!required) return [];
    const met = typeof test === 'function' ? test() : test.test(passcode);
    return met ? [] : [words()];
  });
}

/** Neither too long nor against the account's requirement. */
export function isAccepted(passcode: string, requirement: PasscodeRequirement): boolean {
  return passcode.length <= maxPasscodeLength && unmetRequirements(passcode, requirement).length === 0;
}

const keyboardRows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Equal, ascending or descending characters, or neighbours on a keyboard row, as in the portal's examples. */
function hasRun(passcode: string, length: number): boolean {
  const text = passcode.toLowerCase();
  return (
    hasSteps(text, length) ||
    keyboardRows.some((row) => [row, reversed(row)].some((keys) => sharePart(text, keys, length)))
  );
}

/** Whether `length` characters in a row are equal, or letters or digits that go up or down by one. */
function hasSteps(text: string, length: number): boolean {
  let run = 1;
  let before: number | undefined;
  for (let at = 1; at < text.length && run < length; at++) {
    const step = stepBetween(text[at - 1] as string, text[at] as string);
    run = step === undefined ? 1 : step === before ? run + 1 : 2;
    before = step;
  }
  return text.length > 0 && run >= length;
}

/** 0: equal; 1 or -1: ascending or descending; else undefined. */
function stepBetween(first: string, second: string): number | undefined {
  const step = second.charCodeAt(0) - first.charCodeAt(0);
  const alike = [/[a-z]/, /[0-9]/].some((kind) => kind.test(first) && kind.test(second));
  return step === 0 || (alike && Math.abs(step) === 1) ? step : undefined;
}

/** Whether the text contains `length` characters in a row that are neighbours in `keys`. */
function sharePart(text: string, keys: string, length: number): boolean {
  return Array.from({ length: Math.max(0, keys.length - length + 1) }, (_, at) => keys.slice(at, at + length)).some(
    (part) => text.includes(part),
  );
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

const lower = 'abcdefghijkmnpqrstuvwxyz';
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const special = '@-_*';

/** Returns a random integer from 0 to `below` - 1. */
export type Random = (below: number) => number;

/**
 * A fresh passcode that meets the requirement, of characters that are hard to confuse. Returns undefined where no
 * passcode can meet it (a length over 10, digits only and a letter).
 */
export function generatePasscode(requirement: PasscodeRequirement, random: Random): string | undefined {
  const { length = 0, only_allow_numeric, have_special_character, have_upper_and_lower_characters } = requirement;
  const size = Math.max(8, length);
  const letters = requirement.have_letter || have_upper_and_lower_characters;
  if (size > maxPasscodeLength || (only_allow_numeric && (letters || have_special_character))) return undefined;
  const musts = only_allow_numeric
    ? [digits]
    : [
        lower,
        digits,
        ...(have_upper_and_lower_characters ? [upper] : []),
        ...(have_special_character ? [special] : []),
      ];
  const alphabet = musts.join('');
  // In the hardest case, ten digits without two neighbours, one attempt in 45 succeeds.
  for (let attempt = 0; attempt < 2000; attempt++) {
    const picked = Array.from({ length: size }, (_, at) => pick(musts[at] ?? alphabet, random));
    const passcode = shuffled(picked, random).join('');
    if (unmetRequirements(passcode, requirement).length === 0) return passcode;
  }
  return undefined;
}

function pick(from: string, random: Random): string {
  return from[random(from.length)] as string;
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items.reduce<T[]>((sofar, item) => {
    sofar.splice(random(sofar.length + 1), 0, item);
    return sofar;
  }, []);
}
